// Runs every snippet of docs/embed.md.
import assert from "node:assert/strict";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { headlineIs } from "../support/articles.mjs";
import { embed, wouldHaveHappened } from "../support/page.mjs";
import { MODES, serveReact } from "../support/react.mjs";
import { launch, serve } from "../support/site.mjs";
import { folder, path, prerender, run, STORY } from "../support/tools.mjs";
import { plays, works } from "../support/visits.mjs";
import { wordPress } from "../support/wordpress.mjs";

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

test("in_a_frame", async () => {
  const newsroom = await serve({}, { headers: () => ({ "access-control-allow-origin": "*" }) });
  const at = (name) => snippet(name).replaceAll("https://news.example", newsroom.origin);
  await run("sh", ["-euc", at("frame-page").replace("-o my-story.html", "-o framed.html")], { cwd: work.place });
  newsroom.pages["/embed/my-story.html"] = await readFile(`${work.place}/framed.html`, "utf8");
  const data = JSON.parse(await readFile(`${work.place}/framed.oembed.json`, "utf8"));
  assert.ok(data.html.includes(`src="${newsroom.origin}/embed/framed.html"`), data.html);
  site.pages["/host"] = around(at("frame-host"));
  const page = await browser.newPage();
  await page.goto(`${site.origin}/host`);
  const frame = page.frameLocator("iframe[title='My story']");
  await frame.locator("a.explainer-term").first().click();
  await frame.getByRole("dialog").waitFor();
  await page.waitForFunction(() => document.querySelector("iframe").style.height !== "600px");
  await page.close();
  newsroom.close();
});

test("plain_html", async () => {
  site.pages["/plain"] = snippet("plain").replace("<!-- my-story.html -->", fragment);
  await works(browser, `${site.origin}/plain`);
});

test("client_side", async () => {
  site.pages["/client-side"] =
    `<!doctype html><html lang="en"><head><title>A page</title></head><body>${snippet("client-side")}</body></html>`;
  await works(browser, `${site.origin}/client-side`, async (page) => {
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
  await works(browser, `${site.origin}/cdn`);
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
  await works(browser, `${site.origin}/cdn`);
  cdn.close();
  assert.deepEqual(cdn.asked.filter((path) => used.has(path)).sort(), [...used].sort(), "each is fetched once");
  const rest = cdn.asked.filter((path) => !used.has(path));
  const tools = files.find(({ role }) => role === "tools-style");
  assert.deepEqual(rest, [`/${tools.path}`], "and the tools' style, nothing else");
});

test("wordpress", async () => {
  const post = await wordPress(work.place, snippet("wordpress"), fragment);
  const host = await serve(
    { "/post": (await post("my-story")).replaceAll("/wp-content/plugins/explainer/dist", "") },
    { root: DIST },
  );
  await works(browser, `${host.origin}/post`);
  host.close();
  for (const stranger of ["../my-story", "unknown"]) assert.match(await post(stranger), /no such story/);
});

test("eleventy", async () => {
  const { place, remove } = await folder();
  await writeFile(`${place}/package.json`, '{ "type": "module" }');
  await writeFile(`${place}/eleventy.config.js`, snippet("eleventy"));
  await mkdir(`${place}/pages`);
  await writeFile(`${place}/pages/deal.njk`, snippet("eleventy-page"));
  // The same pages with their text in Markdown: the shortcode alone, and between words.
  const [head, foot] = snippet("eleventy-page").split('{% explainer "my-story.json" %}');
  await mkdir(`${place}/pages/_includes`);
  await writeFile(`${place}/pages/_includes/page.njk`, `${head}{{ content | safe }}${foot}`);
  const markdown = (text) => `---\nlayout: page.njk\n---\n# A post\n\n${text}\n`;
  await writeFile(`${place}/pages/alone.md`, markdown('Before.\n\n{% explainer "my-story.json" %}\n\nAfter.'));
  await writeFile(`${place}/pages/between.md`, markdown('Words before {% explainer "my-story.json" %} and after.'));
  await cp(STORY, `${place}/my-story.json`);
  await cp(DIST, `${place}/dist`, { recursive: true });
  await run("eleventy", ["--quiet"], { cwd: place });
  const host = await serve({}, { root: `${place}/_site` });
  for (const page of ["deal", "alone", "between"]) await works(browser, `${host.origin}/${page}/`);
  host.close();
  await remove();
});

test("react", async () => {
  const { origin, close } = await serveReact(snippet, fragment);
  await works(browser, `${origin}/client`, async (page) => {
    assert.equal(await page.getByRole("heading", { level: 2 }).count(), 1);
  });
  await plays(browser, `${origin}/play`, async (page) => {
    const said = page.waitForEvent("console", (message) => message.text().startsWith("With these assumptions"));
    await page.getByRole("slider").first().press("ArrowRight");
    await said;
  });
  await works(browser, `${origin}/server`, async (page) => {
    await page.waitForFunction(() => window.hydrated);
    await page.getByRole("button", { name: "Expand all" }).click();
    assert.equal(await page.locator(".explainer-section > details:not([open])").count(), 0);
  });
  await close();
});

test("react_shows_the_publishers_story_where_a_server_renders_first", async () => {
  const { origin, close } = await serveReact(snippet, fragment);
  for (const mode of MODES) {
    for (const when of ["", "-defined"]) {
      await works(browser, `${origin}/app-${mode}${when}`, async (page) => {
        await headlineIs(page, "Page 0");
        await page.getByRole("button", { name: "Next page" }).click();
        await page.getByText("Another page").waitFor();
        await page.getByRole("button", { name: "Next page" }).click();
        await headlineIs(page, "Page 2");
      });
    }
  }
  await close();
});

test("ads", async () => {
  const widget = '<script type="module" src="/explainer/explainer-article.js"></script>';
  site.pages["/ads"] = around(fragment, `${widget}<script>${snippet("ads")}</script>`);
  await works(browser, `${site.origin}/ads`, async (page) => {
    assert.ok((await page.locator(".explainer-section-body > .ad").count()) > 1);
  });
});

test("preload", async () => {
  site.pages["/preload"] = around(snippet("preload"));
  const before = site.asked.length;
  await plays(browser, `${site.origin}/preload`, async (page) => {
    // The browser warns of a hint that was not taken up a few seconds after the page has loaded.
    await wouldHaveHappened(page, 4000);
  });
  const hinted = [...site.pages["/preload"].matchAll(/<link [^>]*href="([^"]+)"/g)].map(([, href]) => href);
  const asked = site.asked.slice(before);
  for (const path of hinted) assert.equal(asked.filter((other) => other === path).length, 1, path);
});

test("a_model_alone", async () => {
  await run("sh", ["-euc", snippet("prerender-model")], { cwd: work.place });
  const model = await readFile(`${work.place}/my-model.html`, "utf8");
  assert.equal(model, await modelOf("agi-trigger"));
  site.pages["/model"] = around(snippet("model-alone").replace("<!-- my-model.html -->", model));
  await plays(browser, `${site.origin}/model`, async (page) => {
    const look = await page.locator("explainer-model").evaluate((node) => getComputedStyle(node).display);
    assert.equal(look, "block");
  });
  site.pages["/model"] = around(snippet("model-json"));
  await plays(browser, `${site.origin}/model`, async (page) => {
    assert.equal(await page.locator("explainer-model > p").isVisible(), false);
    await page.getByRole("radio", { name: "New" }).check();
    await page.getByText("New: Night buses.").first().waitFor();
  });
});

test("links_to_a_scenario", async () => {
  site.pages["/scenario"] = around(snippet("scenario-link") + (await modelOf("agi-trigger")), MODEL);
  await plays(browser, `${site.origin}/scenario`, async (page) => {
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
  await works(browser, `${site.origin}/csp`);
  site.pages["/csp"] = withPolicy(page, `${snippet("csp")}; ${snippet("trusted-types")}`);
  await works(browser, `${site.origin}/csp`);
  const model = around(
    await modelOf("agi-trigger"),
    `<link rel="stylesheet" href="/explainer/explainer-models.css">${MODEL}`,
  );
  site.pages["/csp"] = withPolicy(model, `${snippet("csp")}; ${snippet("trusted-types")}`);
  await plays(browser, `${site.origin}/csp`, async (page) => {
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
  site.pages["/theming"] = embed(
    "<explainer-article demo></explainer-article>",
    `<style>${snippet("theming")}</style>`,
  );
  await works(browser, `${site.origin}/theming`, async (page) => {
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
    "<explainer-article demo></explainer-article>",
    `<script type="module">${snippet("analytics")}</script>`,
  );
  await works(browser, `${site.origin}/analytics`, async (page) => {
    await page.getByRole("button", { name: "Summarize" }).click();
    const queue = await page.evaluate(() => window.dataLayer);
    assert.equal(queue[0].event, "explainer-ready");
    assert.ok(queue.some(({ event, term }) => event === "explainer-term-open" && term === "exclusivity"));
    assert.ok(queue.some(({ event, summarizing }) => event === "explainer-summarize" && summarizing));
    await page.getByRole("button", { name: "Show full story" }).click();
    await (await firstChoice(page)).click();
    await page.waitForFunction(() => window.dataLayer.some(({ scenario }) => scenario === "path=all"));
  });
});

test("feed", async () => {
  await run("sh", ["-euc", snippet("feed")], { cwd: work.place });
  const feed = await readFile(`${work.place}/feed.xml`, "utf8");
  assert.match(feed, /<link>https:\/\/news\.example\/stories\/my-story\.html<\/link>/);
});

test("syndication", async () => {
  await run("sh", ["-euc", snippet("syndication")], { cwd: work.place });
  const written = (name) => readFile(`${work.place}/${name}`, "utf8");
  assert.match(await written("my-story.txt"), /^Microsoft gives up/);
  assert.match(await written("my-story.rss.html"), /<p>/);
  assert.equal(JSON.parse(await written("my-story.jsonld"))["@type"], "NewsArticle");
});

test("every_snippet_is_tested", () => {
  assert.deepEqual([...untested], []);
  assert.equal(text.match(/^```/gm).length, 2 * snippets.size, "every snippet has a test");
});
