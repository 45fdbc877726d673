// What the element does wherever the page puts it: far down, twice, moved, taken out, or in a shadow root.
import assert from "node:assert/strict";
import { test } from "node:test";
import { headlineIs, heard, stage } from "../support/articles.mjs";
import { embed, ready, wouldHaveHappened } from "../support/page.mjs";

const { browser, open, site } = await stage({
  "/far": embed(
    '<div class="tall"></div><explainer-article src="/one.json"></explainer-article>',
    '<link rel="stylesheet" href="/tall.css">',
  ),
  "/level": embed('<explainer-article heading-level="3" src="/one.json"></explainer-article>'),
  "/level-7": embed('<explainer-article heading-level="7" src="/one.json"></explainer-article>'),
  "/level-none": embed('<explainer-article heading-level="h2" src="/one.json"></explainer-article>'),
  "/tall.css": { body: ".tall { block-size: 5000px }", type: "text/css" },
  "/in-shadow": embed('<div id="outer"></div>'),
});

test("nothing_of_ours_is_fetched_before_the_element_is_near", async () => {
  const page = await browser.newPage();
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${site.origin}/far`);
  await wouldHaveHappened(page);
  assert.deepEqual(
    asked.filter((path) => path.startsWith("/explainer/")),
    ["/explainer/explainer-article.js"],
  );
  await page.mouse.wheel(0, 4600);
  await ready(page);
  assert.equal(asked.filter((path) => path.endsWith("explainer_article_bg.wasm")).length, 1);
  await page.close();
});

test("two_elements_share_one_wasm_and_no_anchor", async () => {
  const page = await browser.newPage();
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${site.origin}/two`);
  await ready(page);
  assert.equal(asked.filter((path) => path.endsWith("explainer_article_bg.wasm")).length, 1);
  const ids = await page.$$eval("explainer-article [id]", (elements) => elements.map(({ id }) => id));
  assert.equal(new Set(ids).size, ids.length);
  await page.locator("a.explainer-term").nth(1).click();
  assert.equal(await page.locator(".explainer-popover").nth(1).isVisible(), true);
  assert.equal(await page.locator(".explainer-popover").nth(0).isVisible(), false);
  await page.close();
});

test("a_moved_element_keeps_its_state_and_its_tools", async () => {
  const { page, close } = await open("/src");
  await page.locator("summary").first().click();
  const same = await page.evaluate(() => {
    const element = document.querySelector("explainer-article");
    const body = element.querySelector(".explainer-body");
    document.body.append(element);
    return body === element.querySelector(".explainer-body");
  });
  assert.equal(same, true);
  assert.equal(
    await page
      .locator("details")
      .first()
      .evaluate((fold) => fold.open),
    false,
  );
  await page.getByRole("button", { name: "Expand all" }).click();
  assert.equal(
    await page
      .locator("details")
      .first()
      .evaluate((fold) => fold.open),
    true,
  );
  assert.equal((await heard(page, "ready")).length, 1);
  await close();
});

test("an_element_taken_out_and_put_back_works_again", async () => {
  const { page, close } = await open("/src");
  await page.evaluate(async () => {
    const element = document.querySelector("explainer-article");
    element.remove();
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    document.body.append(element);
  });
  await ready(page);
  await page.locator("a.explainer-term").click();
  await page.getByRole("dialog", { name: "alpha" }).waitFor();
  assert.equal((await heard(page, "term-open")).length, 1);
  await close();
});

test("a_story_changed_while_the_element_was_away_is_shown_when_it_is_back", async () => {
  const { page, close } = await open("/src");
  await page.evaluate(async () => {
    const element = document.querySelector("explainer-article");
    element.remove();
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    element.setAttribute("src", "/two.json");
    document.body.append(element);
  });
  await headlineIs(page, "Two");
  await close();
});

test("the_headline_takes_its_place_in_the_pages_outline", async () => {
  const { page, close } = await open("/level");
  assert.equal(await page.locator("h3.explainer-headline").count(), 1);
  assert.equal(await page.locator("h4.explainer-heading").count(), 1);
  await page.evaluate(() => document.querySelector("explainer-article").setAttribute("heading-level", "2"));
  await page.locator("h2.explainer-headline").waitFor();
  await close();
});

test("a_heading_level_out_of_range_is_reported_and_the_headline_is_an_h1", async () => {
  for (const address of ["/level-7", "/level-none"]) {
    const { page, close } = await open(address);
    assert.equal(await page.locator("h1.explainer-headline").count(), 1);
    const errors = await page.evaluate(() => window.heard.filter(({ name }) => name === "error"));
    assert.deepEqual(
      errors.map(({ code, fatal }) => [code, fatal]),
      [["heading-level-unknown", false]],
    );
    await close();
  }
});

test("in_another_shadow_root_style_and_links_work_too", async () => {
  const { page, close } = await open("/in-shadow", { waits: false });
  await page.evaluate(() => {
    const root = document.querySelector("#outer").attachShadow({ mode: "open" });
    const element = document.createElement("explainer-article");
    element.setAttribute("demo", "");
    document.body.append(element);
    window.element = element;
    window.root = root;
  });
  await ready(page);
  await page.evaluate(() => window.root.append(window.element));
  const element = page.locator("explainer-article");
  await element.getByRole("button", { name: "Summarize" }).click();
  await element.locator("a.explainer-point-section").nth(4).click();
  const found = await page.evaluate(() => {
    const fold = window.root.querySelector("#agi-clause").closest("details");
    const { top } = fold.getBoundingClientRect();
    return { styled: window.root.adoptedStyleSheets.length, open: fold.open, seen: top >= 0 && top < innerHeight };
  });
  assert.deepEqual(found, { styled: 2, open: true, seen: true });
  await element.locator("#agi-clause ~ p a.explainer-term").first().click();
  await element.getByRole("dialog").waitFor();
  await close();
});
