// The npm package, packed and installed into a fresh Vite project.
import assert from "node:assert/strict";
import { cp, readFile, readdir, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { open } from "../support/page.mjs";
import { launch, serve } from "../support/site.mjs";
import { folder, path, run, STORY } from "../support/tools.mjs";

let project, browser;
before(async () => {
  project = await folder();
  await cp(path("tests/npm"), project.place, { recursive: true });
  const packed = await run("npm", ["pack", "--silent", path("target/npm")], { cwd: project.place });
  const others = ["vite", "typescript", "@types/react", "react", "react-dom", "preact", "custom-elements-manifest"];
  const { devDependencies } = JSON.parse(await readFile(path("package.json"), "utf8"));
  const pinned = others.map((name) => `${name}@${devDependencies[name]}`);
  const options = ["--no-audit", "--no-fund", "--prefer-offline", "--include=dev"];
  await run("npm", ["install", ...options, `./${packed.trim()}`, ...pinned], { cwd: project.place });
  const story = async (name, file) =>
    `export const ${name}: ExplainerArticleStory = ${await readFile(file, "utf8")};\n`;
  await writeFile(
    `${project.place}/src/stories.ts`,
    `import type { ExplainerArticleStory } from "explainer-article";\n` +
      (await story("bundled", STORY)) +
      (await story("everyPart", path("tests/fixtures/every-part.json"))),
  );
  browser = await launch();
});
after(async () => {
  await browser.close();
  await project.remove();
});

test("the_types_allow_what_works_and_no_more", async () => {
  await run("npx", ["tsc"], { cwd: project.place }).catch(({ stdout }) => assert.fail(stdout));
});

test("the_types_of_the_tool_need_no_browser", async () => {
  const words = ["tsc", "--project", "server"];
  await run("npx", words, { cwd: project.place }).catch(({ stdout }) => assert.fail(stdout));
});

test("built_by_vite_the_element_works", async () => {
  await run("npx", ["vite", "build", "--logLevel", "error"], { cwd: project.place });
  const files = await readdir(`${project.place}/dist`, { recursive: true });
  assert.ok(files.some((name) => /explainer_article_bg.*\.wasm$/.test(name)));
  assert.deepEqual(
    files.filter((name) => name.includes("tool.") || name.includes("explainer_tool")),
    [],
    "no reader gets the tool",
  );
  const site = await serve({}, { root: `${project.place}/dist` });
  const { page, close } = await open(browser, `${site.origin}/`);
  await page.locator(".explainer-section a.explainer-term").first().click();
  await page.getByRole("dialog").waitFor();
  await close();
  site.close();
});

test("served_by_vite_the_element_works", async () => {
  const { createServer } = await import("vite");
  const server = await createServer({
    configFile: false,
    root: project.place,
    server: { host: "127.0.0.1", port: 0 },
    logLevel: "error",
  });
  await server.listen();
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.httpServer.address());
  const { page, close } = await open(browser, `http://127.0.0.1:${port}/`);
  await page.getByRole("button", { name: "Summarize" }).click();
  await close();
  await server.close();
});
