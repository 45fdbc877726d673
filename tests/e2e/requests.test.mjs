// What a page asks for, without any cache: no file of ours twice, whatever way the story comes in.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { embed, openPage, ready, wouldHaveHappened } from "../support/page.mjs";
import { launch, serve } from "../support/site.mjs";
import { prerender, prerenderPlain, STORY } from "../support/tools.mjs";
import { readFile } from "node:fs/promises";

const MODEL = '<script type="module" src="/explainer/explainer-model.js"></script>';
const COMMON = ["explainer-article.js", "explainer-tools.css", "explainer.css", "explainer_article.js"];
const MAIN = "explainer_article_bg.wasm";
const PARTS = ["explainer_shared.wasm", "explainer_story.wasm"];
const PLAYED = ["explainer-model.js", "explainer-player.css", "explainer_models.wasm", "explainer_shared.wasm"];

let site, browser;
before(async () => {
  const story = await readFile(STORY, "utf8");
  const inside = `<script type="application/json">${story}</script>`;
  site = await serve(
    {
      "/prerendered": await prerenderPlain("--page", "--assets", "/explainer"),
      "/with-models": await prerender(STORY, "--page", "--assets", "/explainer"),
      "/src": embed('<explainer-article src="/story.json"></explainer-article>'),
      "/script": embed(`<explainer-article>${inside}</explainer-article>`),
      "/alone": embed(await prerender(STORY, "--model", "rofr"), MODEL).replace(
        /<script[^>]*explainer-article.js.*?<\/script>/,
        "",
      ),
      "/story.json": { body: story, type: "application/json" },
    },
    { headers: () => ({ "cache-control": "no-store" }) },
  );
  browser = await launch();
});
after(async () => {
  await browser.close();
  site.close();
});

/** The files that each way needs; those of the models only once one has come near. */
const WAYS = {
  "/prerendered": [...COMMON, MAIN],
  "/with-models": [...COMMON, MAIN, "explainer-models.css", ...PLAYED],
  "/src": [...COMMON, MAIN, ...PARTS, "explainer-models.css", ...PLAYED],
  "/script": [...COMMON, MAIN, ...PARTS, "explainer-models.css", ...PLAYED],
  "/alone": ["explainer_article.js", MAIN, "explainer-models.css", ...PLAYED],
};
for (const [way, files] of Object.entries(WAYS)) {
  test(`on_${way.slice(1)}_every_file_is_asked_for_once`, async () => {
    site.asked.length = 0;
    const { page, close } = await openPage(browser, site.origin + way, { viewport: { width: 1280, height: 9000 } });
    if (way === "/alone") await page.getByRole("button", { name: "Copy link to this scenario" }).waitFor();
    else await ready(page);
    // A model in a closed section is not near.
    if (way !== "/alone") await page.getByRole("button", { name: "Expand all" }).click();
    if (files.includes(PLAYED[0])) {
      await page.waitForFunction(() =>
        [...document.querySelectorAll("explainer-model")].some(({ shadowRoot }) => shadowRoot?.querySelector("figure")),
      );
    }
    await wouldHaveHappened(page, 500);
    const asked = site.asked.filter((path) => path.startsWith("/explainer/")).map((path) => path.split("/").pop());
    assert.deepEqual(asked.sort(), [...new Set(files)].sort());
    await close();
  });
}
