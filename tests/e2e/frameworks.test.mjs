// Builds a project of each framework from the code in docs/frameworks, and reads the story in it.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { PACKAGE } from "../support/node-tool.mjs";
import { openPage, ready } from "../support/page.mjs";
import { answer, freePort } from "../support/servers.mjs";
import { launch } from "../support/site.mjs";
import { folder, path, run, STORY } from "../support/tools.mjs";

/** What each needs, how it is built and served, and where what it sends to browsers is. The newest major versions that Node 20 runs. */
const FRAMEWORKS = {
  next: {
    packages: ["next@16.4.6", "react@19.3.1", "react-dom@19.3.1"],
    build: ["next", "build"],
    sent: ".next/static",
    serve: (port) => ["next", "start", "--hostname", "127.0.0.1", "--port", port],
  },
  astro: {
    packages: ["astro@5.18.2"],
    build: ["astro", "build"],
    sent: "dist/_astro",
    serve: (port) => ["astro", "preview", "--host", "127.0.0.1", "--port", port],
  },
  sveltekit: {
    packages: [
      "@sveltejs/kit@2.70.4",
      "@sveltejs/adapter-static@3.0.11",
      "@sveltejs/vite-plugin-svelte@6.2.4",
      "svelte@5.57.3",
      "vite@7.3.8",
    ],
    build: ["vite", "build"],
    sent: "build/_app",
    serve: (port) => ["vite", "preview", "--host", "127.0.0.1", "--port", port],
  },
};
/** Neither asks nor tells anybody. */
const QUIET = { ASTRO_TELEMETRY_DISABLED: "1", NEXT_TELEMETRY_DISABLED: "1" };

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Writes the project that a page of docs/frameworks describes, installs and builds it. */
async function build(name, place) {
  const { packages, build } = FRAMEWORKS[name];
  const packed = await run("npm", ["pack", "--silent", PACKAGE], { cwd: place });
  await writeFile(`${place}/package.json`, JSON.stringify({ private: true, type: "module" }));
  const options = ["--no-audit", "--no-fund", "--prefer-offline"];
  await run("npm", ["install", ...options, ...packages, `./${packed.trim()}`], { cwd: place });
  const docs = await readFile(path(`docs/frameworks/${name}.md`), "utf8");
  for (const [, file, code] of docs.matchAll(/<!-- file: (\S+) -->\n```\w*\n([\s\S]*?)\n```/g)) {
    await mkdir(dirname(join(place, file)), { recursive: true });
    await writeFile(join(place, file), `${code}\n`);
  }
  for (const made of ["stories", "public", "static"]) await mkdir(`${place}/${made}`);
  // Browsers ask for it.
  for (const made of ["public", "static"]) await writeFile(`${place}/${made}/favicon.ico`, "");
  await cp(STORY, `${place}/stories/my-story.json`);
  const [, files] = /<!-- test: files -->\n```sh\n([\s\S]*?)\n```/.exec(docs);
  await run("sh", ["-euc", files], { cwd: place });
  await run("npx", build, { cwd: place, env: QUIET });
}

for (const [name, { sent, serve }] of Object.entries(FRAMEWORKS)) {
  test(`${name}_shows_the_story_at_once_and_after_a_navigation`, { timeout: 300_000 }, async () => {
    const { place, remove } = await folder();
    await build(name, place);
    const found = await run("grep", ["-rl", "explainer_tool", `${place}/${sent}`]).catch(({ code }) => code);
    assert.equal(found, 1, "no reader gets the tool");
    const port = String(await freePort());
    const [program, ...words] = serve(port);
    const server = spawn(process.execPath, [`${place}/node_modules/.bin/${program}`, ...words], {
      cwd: place,
      env: { ...process.env, ...QUIET },
      stdio: "ignore",
    });
    try {
      await answer(`http://127.0.0.1:${port}/`);
      await reads(`http://127.0.0.1:${port}`);
    } finally {
      server.kill();
      await remove();
    }
  });
}

/** Reads the story where the page is loaded, then where a link leads to it, and once more. */
async function reads(origin) {
  const html = await (await fetch(`${origin}/story`)).text();
  assert.ok(html.includes('<h1 class="explainer-headline">'), "the story is in the page");
  const direct = await openPage(browser, `${origin}/story`);
  await opens(direct.page);
  await direct.close();
  const { page, close } = await openPage(browser, `${origin}/`);
  await page.evaluate(() => Object.assign(window, { same: true }));
  for (let visit = 0; visit < 2; visit += 1) {
    await page.getByRole("link", { name: "The story" }).click();
    await opens(page);
    await page.getByRole("link", { name: "All stories" }).click();
    await page.locator("explainer-article").waitFor({ state: "detached" });
  }
  assert.equal(await page.evaluate(() => "same" in window), true, "no page was loaded");
  await close();
}

/** Opens a definition, and closes it again. */
async function opens(page) {
  await page.locator("explainer-article").waitFor();
  await ready(page);
  await page.locator(".explainer-section a.explainer-term").first().click();
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
}
