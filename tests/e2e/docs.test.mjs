// Runs every snippet of docs/embed.md.
import assert from "node:assert/strict";
import { cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { embed, launch, open, ready, serve } from "./site.mjs";
import { folder, path, prerender, run, STORY } from "./tools.mjs";

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

test("prerender", async () => {
  await run("sh", ["-euc", snippet("prerender")], { cwd: work.place });
  assert.equal(await readFile(`${work.place}/my-story.html`, "utf8"), fragment);
});

test("plain_html", async () => {
  site.pages["/plain"] = snippet("plain").replace("<!-- my-story.html -->", fragment);
  await works(`${site.origin}/plain`);
});

test("client_side", async () => {
  site.pages["/client-side"] = `<!doctype html><html lang="en"><head><title>A page</title></head><body>${snippet("client-side")}</body></html>`;
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
  site.pages["/cdn"] = `<!doctype html><html lang="en"><head><title>A page</title>${head}</head><body>${fragment}</body></html>`;
  await works(`${site.origin}/cdn`);
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
  await cp(STORY, `${place}/story.json`);
  await writeFile(
    `${place}/client.tsx`,
    `import { createRoot } from "react-dom/client";
     import { Story } from "./story.js";
     import story from "./story.json";
     createRoot(document.querySelector("main")!).render(<Story story={story} />);`,
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
  const options = ["--bundle", "--format=esm", "--jsx=automatic", "--log-level=error", '--define:process.env.NODE_ENV="production"'];
  // The widget's own modules stay files of their own, as they are on a page.
  const widget = ["--external:explainer-article"];
  await run("esbuild", ["client.tsx", ...options, ...widget, "--outfile=client.js"], { cwd: place });
  await run("esbuild", ["hydrate.tsx", ...options, "--outfile=hydrate.js"], { cwd: place });
  await run("esbuild", ["server.tsx", ...options, "--platform=node", "--format=cjs", "--outfile=server.cjs"], { cwd: place });
}

test("react", async () => {
  const { place, remove } = await folder();
  await bundleReact(place);
  const map = '<script type="importmap">{"imports":{"explainer-article":"/node_modules/explainer-article/explainer-article.js"}}</script>';
  const page = (head, main) =>
    `<!doctype html><html lang="en"><head><title>A page</title>${head}</head><body><main>${main}</main></body></html>`;
  const { render } = (await import(`${place}/server.cjs`)).default;
  const host = await serve(
    {
      "/client": page(`${map}<script type="module" src="/client.js"></script>`, ""),
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
  await works(`${host.origin}/server`, async (page) => {
    await page.waitForFunction(() => window.hydrated);
    await page.getByRole("button", { name: "Expand all" }).click();
    assert.equal(await page.locator(".explainer-section > details:not([open])").count(), 0);
  });
  host.close();
  await remove();
});

const withPolicy = (body, policy) => ({ body, headers: { "content-security-policy": policy } });

test("content_security_policy_and_trusted_types", async () => {
  const page = await prerender(STORY, "--page", "--assets", "/explainer");
  site.pages["/csp"] = withPolicy(page, snippet("csp"));
  await works(`${site.origin}/csp`);
  site.pages["/csp"] = withPolicy(page, `${snippet("csp")}; ${snippet("trusted-types")}`);
  await works(`${site.origin}/csp`);
});

test("a_policy_without_wasm", async () => {
  const page = await prerender(STORY, "--page", "--assets", "/explainer");
  site.pages["/csp"] = withPolicy(
    page.replace("<explainer-article>", '<explainer-article loading="never">').replace('<script type="module"', '<script nonce="n0" type="module"'),
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
    const style = (selector) => page.locator(selector).first().evaluate((node) => {
      const { color, fontFamily, borderRadius, maxInlineSize } = getComputedStyle(node);
      return { color, fontFamily, borderRadius, maxInlineSize };
    });
    assert.equal((await style(".explainer-point-section")).color, "rgb(138, 28, 28)");
    assert.equal((await style(".explainer-headline")).fontFamily, "Georgia, serif");
    assert.equal((await style(".explainer-body")).maxInlineSize, "608px");
    assert.equal((await style(".explainer-tool")).borderRadius, "0px");
  });
});

test("analytics", async () => {
  site.pages["/analytics"] = embed("<explainer-article></explainer-article>", `<script type="module">${snippet("analytics")}</script>`);
  await works(`${site.origin}/analytics`, async (page) => {
    await page.getByRole("button", { name: "Summarize" }).click();
    const queue = await page.evaluate(() => window.dataLayer);
    assert.equal(queue[0].event, "explainer-ready");
    assert.ok(queue.some(({ event, term }) => event === "explainer-term-open" && term === "exclusivity"));
    assert.ok(queue.some(({ event, summarizing }) => event === "explainer-summarize" && summarizing));
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
