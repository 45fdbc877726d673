// Runs every snippet of docs/embed.md.
import assert from "node:assert/strict";
import { cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { embed, open, wouldHaveHappened } from "../support/page.mjs";
import { launch, serve } from "../support/site.mjs";
import { folder, path, prerender, run, STORY } from "../support/tools.mjs";

const DIST = path("dist");
const text = await readFile(path("docs/embed.md"), "utf8");
const snippets = new Map(
  [...text.matchAll(/<!-- test: (\S+) -->\n```\w*\n([\s\S]*?)\n```/g)].map(([, name, code]) => [name, code]),
);
const untested = new Set(snippets.keys());
function snippet(name) {
  untested.delete(name);
  return snippets.get(name);
}

let site, browser, fragment, work;
before(async () => {
  fragment = await prerender(STORY);
  const story = await readFile(STORY, "utf8");
  site = await serve({ "/stories/my-story.json": { body: story, type: "application/json" } });
  browser = await launch();
  work = await folder();
  await writeFile(`${work.place}/my-story.json`, story);
});
after(async () => {
  await browser.close();
  site.close();
  await work.remove();
});

/** Opens a page and uses a tool; fails for anything it throws, logs or reports. */
async function works(address, act = () => {}) {
  const init = () => {
    addEventListener("explainer-error", ({ detail }) => console.error(detail.code, detail.message));
    addEventListener("securitypolicyviolation", (event) => console.error(event.violatedDirective, event.blockedURI));
  };
  const { page, close } = await open(browser, address, { init });
  await page.locator(".explainer-section a.explainer-term").first().click();
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await act(page);
  await close();
}

/** Opens a page with a mini-model on it and waits until it plays; fails for anything it throws, logs or reports. */
async function plays(address, act = () => {}) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.stack));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && faults.push(message.text()));
  await page.addInitScript(() => {
    addEventListener("explainer-error", ({ detail }) => console.error(detail.code, detail.message));
    addEventListener("securitypolicyviolation", (event) => console.error(event.violatedDirective, event.blockedURI));
  });
  await page.goto(address);
  await page.locator("explainer-model").first().waitFor({ state: "attached" });
  await page.evaluate(() => document.querySelectorAll("details").forEach((fold) => (fold.open = true)));
  await page.locator("explainer-model").first().scrollIntoViewIfNeeded();
  await page.locator("explainer-model .explainer-play").first().waitFor();
  await act(page);
  await context.close();
  assert.deepEqual(faults, []);
}

/** Opens every section, so that the story's first decision plays, and returns its first choice. */
async function firstChoice(page) {
  await page.getByRole("button", { name: "Expand all" }).click();
  await page.locator(".explainer-section explainer-model").first().scrollIntoViewIfNeeded();
  return page.locator(".explainer-section explainer-model .explainer-choice").first();
}

const around = (inside, head = "") =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>${head}</head><body><main>${inside}</main></body></html>`;
const MODEL = '<script type="module" src="/explainer/explainer-model.js"></script>';
const modelOf = (id) => prerender(STORY, "--model", id);

test("prerender", async () => {
  await run("sh", ["-euc", snippet("prerender")], { cwd: work.place });
  assert.equal(await readFile(`${work.place}/my-story.html`, "utf8"), fragment);
});

test("plain_html", async () => {
  site.pages["/plain"] = snippet("plain").replace("<!-- my-story.html -->", fragment);
  await works(`${site.origin}/plain`);
});

test("client_side", async () => {
  site.pages["/client-side"] =
    `<!doctype html><html lang="en"><head><title>A page</title></head><body>${snippet("client-side")}</body></html>`;
  await works(`${site.origin}/client-side`, async (page) => {
    assert.equal(await page.getByText("Read the story").isVisible(), false);
    assert.equal(await page.getByRole("heading", { level: 2 }).count(), 1);
  });
});

test("cdn", async () => {
  const { files } = JSON.parse(await readFile(`${DIST}/manifest.json`, "utf8"));
  const cors = () => ({ "access-control-allow-origin": "*" });
  const cdn = await serve({}, { root: DIST, headers: cors });
  const head = snippet("cdn").replace(/\{(\w+)(?:\.(\w+))?\}/g, (_, role, key) => {
    const file = files.find((each) => each.role === role && each.cacheControl.includes("immutable"));
    return key ? file[key] : cdn.origin;
  });
  site.pages["/cdn"] =
    `<!doctype html><html lang="en"><head><title>A page</title>${head}</head><body>${fragment}</body></html>`;
  await works(`${site.origin}/cdn`);
  cdn.close();
});

test("cdn_with_models", async () => {
  const { files } = JSON.parse(await readFile(`${DIST}/manifest.json`, "utf8"));
  const headers = () => ({ "access-control-allow-origin": "*", "cache-control": "max-age=3600" });
  const cdn = await serve({}, { root: DIST, headers });
  const used = new Set();
  const head = snippet("cdn-models").replace(/\{([\w-]+)(?:\.(\w+))?\}/g, (_, role, key) => {
    const file = files.find((each) => each.role === role && each.cacheControl.includes("immutable"));
    if (key) used.add(`/${file.path}`);
    return key ? file[key] : cdn.origin;
  });
  site.pages["/cdn"] = around(fragment, head);
  await works(`${site.origin}/cdn`);
  assert.deepEqual(cdn.asked.filter((path) => used.has(path)).sort(), [...used].sort(), "each is fetched once");
  assert.deepEqual(
    cdn.asked.filter((path) => !used.has(path)),
    [],
    "and nothing else",
  );
  cdn.close();
});

/** What WordPress does with a plugin that has a shortcode, as far as the snippet asks for it. */
const WORDPRESS = `<?php
$head = ''; $shortcodes = array();
function add_shortcode( $name, $callback ) { global $shortcodes; $shortcodes[ $name ] = $callback; }
function sanitize_file_name( $name ) { return preg_replace( '/[^A-Za-z0-9._-]/', '', $name ); }
function plugin_dir_path( $file ) { return dirname( $file ) . '/'; }
function plugins_url( $path, $file ) { return '/wp-content/plugins/' . basename( dirname( $file ) ) . '/' . $path; }
function wp_enqueue_style( $handle, $src, $deps = array(), $version = false ) {
	global $head; $head .= '<link rel="stylesheet" id="' . $handle . '-css" href="' . $src . '" media="all">';
}
function wp_enqueue_script_module( $id, $src = '', $deps = array(), $version = false ) {
	global $head; $head .= '<script type="module" src="' . $src . '" id="' . $id . '-js-module"></script>';
}
require $argv[1];
$content = $shortcodes['explainer']( array( 'story' => $argv[2] ) );
echo '<!doctype html><html lang="en"><head><title>A post</title>' . $head . '</head><body>' . $content . '</body></html>';
`;

test("wordpress", async () => {
  const plugin = `${work.place}/explainer`;
  await mkdir(`${plugin}/stories`, { recursive: true });
  await writeFile(`${plugin}/explainer.php`, snippet("wordpress"));
  await writeFile(`${plugin}/stories/my-story.html`, fragment);
  await writeFile(`${work.place}/wordpress.php`, WORDPRESS);
  const post = (story) => run("php", [`${work.place}/wordpress.php`, `${plugin}/explainer.php`, story]);
  const host = await serve(
    { "/post": (await post("my-story")).replaceAll("/wp-content/plugins/explainer/dist", "") },
    { root: DIST },
  );
  await works(`${host.origin}/post`);
  host.close();
  for (const stranger of ["../my-story", "unknown"]) assert.match(await post(stranger), /no such story/);
});

test("eleventy", async () => {
  const { place, remove } = await folder();
  await writeFile(`${place}/package.json`, '{ "type": "module" }');
  await writeFile(`${place}/eleventy.config.js`, snippet("eleventy"));
  await mkdir(`${place}/pages`);
  await writeFile(`${place}/pages/deal.njk`, snippet("eleventy-page"));
  await cp(STORY, `${place}/my-story.json`);
  await cp(DIST, `${place}/dist`, { recursive: true });
  await run("eleventy", ["--quiet"], { cwd: place });
  const host = await serve({}, { root: `${place}/_site` });
  await works(`${host.origin}/deal/`);
  host.close();
  await remove();
});

/** Bundles a React page for the browser and a function that renders it on a server. */
async function bundleReact(place) {
  await mkdir(`${place}/node_modules`);
  for (const name of ["react", "react-dom", "scheduler"]) {
    await symlink(path(`node_modules/${name}`), `${place}/node_modules/${name}`);
  }
  await cp(path("target/npm"), `${place}/node_modules/explainer-article`, { recursive: true });
  await writeFile(`${place}/story.tsx`, snippet("react"));
  await writeFile(`${place}/server-story.tsx`, snippet("react-server"));
  await writeFile(`${place}/model.tsx`, snippet("react-model"));
  await cp(STORY, `${place}/story.json`);
  await writeFile(
    `${place}/client.tsx`,
    `import { createRoot } from "react-dom/client";
     import { Story } from "./story.js";
     import story from "./story.json";
     createRoot(document.querySelector("main")!).render(<Story story={story} />);`,
  );
  await writeFile(
    `${place}/play.tsx`,
    `import { createRoot } from "react-dom/client";
     import { Model } from "./model.js";
     import story from "./story.json";
     createRoot(document.querySelector("main")!).render(<Model model={story.models[1]} />);`,
  );
  await writeFile(
    `${place}/hydrate.tsx`,
    `import { hydrateRoot } from "react-dom/client";
     import { PrerenderedStory } from "./server-story.js";
     window.hydrated = hydrateRoot(document.querySelector("main")!, <PrerenderedStory fragment={window.fragment} />);`,
  );
  await writeFile(
    `${place}/server.tsx`,
    `import { renderToString } from "react-dom/server";
     import { PrerenderedStory } from "./server-story.js";
     export const render = (fragment) => renderToString(<PrerenderedStory fragment={fragment} />);`,
  );
  const options = [
    "--bundle",
    "--format=esm",
    "--jsx=automatic",
    "--log-level=error",
    '--define:process.env.NODE_ENV="production"',
  ];
  // The widget's own modules stay files of their own, as they are on a page.
  const widget = ["--external:explainer-article"];
  await run("esbuild", ["client.tsx", ...options, ...widget, "--outfile=client.js"], { cwd: place });
  await run("esbuild", ["play.tsx", ...options, ...widget, "--outfile=play.js"], { cwd: place });
  await run("esbuild", ["hydrate.tsx", ...options, "--outfile=hydrate.js"], { cwd: place });
  await run("esbuild", ["server.tsx", ...options, "--platform=node", "--format=cjs", "--outfile=server.cjs"], {
    cwd: place,
  });
}

test("react", async () => {
  const { place, remove } = await folder();
  await bundleReact(place);
  const installed = "/node_modules/explainer-article";
  const map = `<script type="importmap">${JSON.stringify({
    imports: {
      "explainer-article": `${installed}/explainer-article.js`,
      "explainer-article/model": `${installed}/explainer-model.js`,
    },
  })}</script>`;
  const page = (head, main) =>
    `<!doctype html><html lang="en"><head><title>A page</title>${head}</head><body><main>${main}</main></body></html>`;
  const { render } = (await import(`${place}/server.cjs`)).default;
  const host = await serve(
    {
      "/client": page(`${map}<script type="module" src="/client.js"></script>`, ""),
      "/play": page(`${map}<script type="module" src="/play.js"></script>`, ""),
      "/server": page(
        `<link rel="stylesheet" href="/node_modules/explainer-article/explainer.css">
         <script type="module" src="/node_modules/explainer-article/explainer-article.js"></script>
         <script type="module" src="/hydrate.js"></script>`,
        // The same words as on the server, before any script is at them.
        `${render(fragment)}<script>window.fragment = document.querySelector("main > div").innerHTML;</script>`,
      ),
    },
    { root: place },
  );
  await works(`${host.origin}/client`, async (page) => {
    assert.equal(await page.getByRole("heading", { level: 2 }).count(), 1);
  });
  await plays(`${host.origin}/play`, async (page) => {
    const said = page.waitForEvent("console", (message) => message.text().startsWith("With these assumptions"));
    await page.getByRole("slider").first().press("ArrowRight");
    await said;
  });
  await works(`${host.origin}/server`, async (page) => {
    await page.waitForFunction(() => window.hydrated);
    await page.getByRole("button", { name: "Expand all" }).click();
    assert.equal(await page.locator(".explainer-section > details:not([open])").count(), 0);
  });
  host.close();
  await remove();
});

test("preload", async () => {
  site.pages["/preload"] = around(snippet("preload"));
  const before = site.asked.length;
  await plays(`${site.origin}/preload`, async (page) => {
    // The browser warns of a hint that was not taken up a few seconds after the page has loaded.
    await wouldHaveHappened(page, 4000);
  });
  const hinted = [...site.pages["/preload"].matchAll(/<link [^>]*href="([^"]+)"/g)].map(([, href]) => href);
  const asked = site.asked.slice(before);
  for (const path of hinted) assert.equal(asked.filter((other) => other === path).length, 1, path);
  assert.deepEqual(
    asked.filter((path) => path.includes("explainer_article")),
    [],
  );
});

test("a_model_alone", async () => {
  await run("sh", ["-euc", snippet("prerender-model")], { cwd: work.place });
  const model = await readFile(`${work.place}/my-model.html`, "utf8");
  assert.equal(model, await modelOf("agi-trigger"));
  site.pages["/model"] = around(snippet("model-alone").replace("<!-- my-model.html -->", model));
  await plays(`${site.origin}/model`, async (page) => {
    const look = await page.locator("explainer-model").evaluate((node) => getComputedStyle(node).display);
    assert.equal(look, "block");
  });
  site.pages["/model"] = around(snippet("model-json"));
  await plays(`${site.origin}/model`, async (page) => {
    assert.equal(await page.locator("explainer-model > p").isVisible(), false);
    await page.getByRole("radio", { name: "new" }).check();
    await page.getByText("new: Night buses (1 of 2 shown).").first().waitFor();
  });
});

test("links_to_a_scenario", async () => {
  site.pages["/scenario"] = around(snippet("scenario-link") + (await modelOf("agi-trigger")), MODEL);
  await plays(`${site.origin}/scenario`, async (page) => {
    const scenario = () => page.locator("explainer-model").evaluate((node) => node.scenario);
    await page.getByRole("link", { name: "What if" }).click();
    await page.waitForFunction(() => document.querySelector("explainer-model").scenario);
    assert.equal(await scenario(), "growth=80&counting=per-period");
    await page.addScriptTag({ content: snippet("scenario-script"), type: "module" });
    await page.waitForFunction(() => document.querySelector("explainer-model").scenario === "growth=80");
    await page.getByRole("spinbutton", { name: "Growth" }).press("ArrowUp");
    await page.waitForFunction(() => document.title.startsWith("With these assumptions"));
  });
});

const withPolicy = (body, policy) => ({ body, headers: { "content-security-policy": policy } });

test("content_security_policy_and_trusted_types", async () => {
  const page = await prerender(STORY, "--page", "--assets", "/explainer");
  site.pages["/csp"] = withPolicy(page, snippet("csp"));
  await works(`${site.origin}/csp`);
  site.pages["/csp"] = withPolicy(page, `${snippet("csp")}; ${snippet("trusted-types")}`);
  await works(`${site.origin}/csp`);
  const model = around(
    await modelOf("agi-trigger"),
    `<link rel="stylesheet" href="/explainer/explainer-models.css">${MODEL}`,
  );
  site.pages["/csp"] = withPolicy(model, `${snippet("csp")}; ${snippet("trusted-types")}`);
  await plays(`${site.origin}/csp`, async (page) => {
    await page.getByText("Assumptions and sources").click();
    for (const type of ["SVG", "PNG"]) {
      const saved = page.waitForEvent("download");
      await page.getByRole("button", { name: `Save as ${type}` }).click();
      assert.equal((await saved).suggestedFilename(), `agi-trigger.${type.toLowerCase()}`);
    }
  });
});

test("a_policy_without_wasm", async () => {
  const page = await prerender(STORY, "--page", "--assets", "/explainer");
  site.pages["/csp"] = withPolicy(
    page
      .replace("<explainer-article>", '<explainer-article loading="never">')
      .replace('<script type="module"', '<script nonce="n0" type="module"'),
    snippet("csp-nonce").replace("{nonce}", "n0"),
  );
  const context = await browser.newContext();
  const tab = await context.newPage();
  const said = [];
  tab.on("console", (message) => said.push(message.text()));
  await tab.goto(`${site.origin}/csp`);
  await tab.waitForFunction(() => customElements.get("explainer-article"));
  await tab.waitForLoadState("networkidle");
  await tab.locator("a.explainer-term:visible").first().click();
  assert.equal(await tab.locator(":target .explainer-short").isVisible(), true);
  assert.deepEqual(said, []);
  await context.close();
});

test("theming", async () => {
  site.pages["/theming"] = embed("<explainer-article></explainer-article>", `<style>${snippet("theming")}</style>`);
  await works(`${site.origin}/theming`, async (page) => {
    const style = (selector) =>
      page
        .locator(selector)
        .first()
        .evaluate((node) => {
          const { color, fontFamily, borderRadius, maxInlineSize } = getComputedStyle(node);
          return { color, fontFamily, borderRadius, maxInlineSize };
        });
    assert.equal((await style(".explainer-point-section")).color, "rgb(138, 28, 28)");
    assert.equal((await style(".explainer-headline")).fontFamily, "Georgia, serif");
    assert.equal((await style(".explainer-body")).maxInlineSize, "608px");
    assert.equal((await style(".explainer-toolbar .explainer-tool")).borderRadius, "0px");
    const choice = await firstChoice(page);
    assert.equal(await choice.evaluate((node) => getComputedStyle(node).borderRadius), "0px");
  });
});

test("analytics", async () => {
  site.pages["/analytics"] = embed(
    "<explainer-article></explainer-article>",
    `<script type="module">${snippet("analytics")}</script>`,
  );
  await works(`${site.origin}/analytics`, async (page) => {
    await page.getByRole("button", { name: "Summarize" }).click();
    const queue = await page.evaluate(() => window.dataLayer);
    assert.equal(queue[0].event, "explainer-ready");
    assert.ok(queue.some(({ event, term }) => event === "explainer-term-open" && term === "exclusivity"));
    assert.ok(queue.some(({ event, summarizing }) => event === "explainer-summarize" && summarizing));
    await page.getByRole("button", { name: "Summarize" }).click();
    await (await firstChoice(page)).click();
    await page.waitForFunction(() => window.dataLayer.some(({ scenario }) => scenario === "path=all"));
  });
});

test("syndication", async () => {
  await run("sh", ["-euc", snippet("syndication")], { cwd: work.place });
  const written = (name) => readFile(`${work.place}/${name}`, "utf8");
  assert.match(await written("my-story.txt"), /^Microsoft gives up/);
  assert.match(await written("my-story.rss.html"), /<p>/);
  assert.equal(JSON.parse(await written("my-story.jsonld"))["@type"], "NewsArticle");
});

test("no_snippet_stands_untested", () => {
  assert.deepEqual([...untested], []);
  assert.equal(text.match(/^```/gm).length, 2 * snippets.size, "every snippet has a test");
});
