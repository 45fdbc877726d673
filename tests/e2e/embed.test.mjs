// How a story gets in and another takes its place, what is said of one that cannot, and what the page hears.
import assert from "node:assert/strict";
import { test } from "node:test";
import { headlineIs, heard, sendStory, stage, story } from "../support/articles.mjs";
import { embed, wouldHaveHappened } from "../support/page.mjs";

const script = (headline) => `<script type="application/json">${JSON.stringify(story(headline))}</script>`;
const { open } = await stage({
  "/demo": embed("<explainer-article demo></explainer-article>"),
  "/nothing": embed("<explainer-article><p>Fallback</p></explainer-article>"),
  "/empty-src": embed('<explainer-article src=""><p>Fallback</p></explainer-article>'),
  "/attribute": embed('<explainer-article article="[object Object]"><p>Fallback</p></explainer-article>'),
  "/child": embed(`<explainer-article>${script("From the child")}</explainer-article>`),
  "/missing": embed('<explainer-article src="/no.json"><p>Read it <a href="/x">here</a>.</p></explainer-article>'),
  "/broken": embed('<explainer-article lang="de" src="/broken.json"><p>Fallback</p></explainer-article>'),
  "/problems": embed('<explainer-article problems src="/faulty.json"></explainer-article>'),
  "/early": embed(
    "<explainer-article></explainer-article>",
    "<script>addEventListener('DOMContentLoaded', () => { document.querySelector('explainer-article').article = " +
      JSON.stringify(story("Set early")) +
      "; });</script>",
  ),
  "/marked": embed('<explainer-article src="/marked.json"></explainer-article>'),
  "/marked.json": {
    body: `\ufeff${JSON.stringify(story("Marked"), null, 2).replaceAll("\n", "\r\n")}`,
    type: "application/json",
  },
  "/wide": embed('<explainer-article src="/wide.json"><p>Fallback</p></explainer-article>'),
  "/wide.json": { body: Buffer.from(`\ufeff${JSON.stringify(story("Wide"))}`, "utf16le"), type: "application/json" },
  "/refused.json": { body: '{ "schemaVersion": 2 }', type: "application/json" },
  "/broken.json": { body: '{ "headline": ', type: "application/json" },
  "/faulty.json": sendStory(story("Faulty", { standfrst: "Words" })),
});

test("the_bundled_story_is_shown_where_it_is_asked_for", async () => {
  const { page, close } = await open("/demo");
  assert.match(await page.locator("h1").textContent(), /^Microsoft gives up/);
  await close();
});

/** @type {[string, string, RegExp][]} */
const NO_STORY = [
  ["/nothing", "story-missing", /property article/],
  ["/empty-src", "story-missing", /src/],
  ["/attribute", "story-not-json", /property article/],
];
for (const [address, code, help] of NO_STORY) {
  test(`${address.slice(1)}_keeps_the_fallback_and_is_told_once`, async () => {
    const { page, close } = await open(address, { waits: false });
    await page.locator("explainer-article").getByRole("alert").waitFor();
    await page.evaluate(() => {
      const element = document.querySelector("explainer-article");
      element.remove();
      document.querySelector("main").append(element);
      element.setAttribute("src", "");
    });
    await wouldHaveHappened(page, 3500);
    const errors = await heard(page, "error");
    assert.deepEqual(
      errors.map((error) => [error.code, error.fatal]),
      [[code, true]],
    );
    assert.match(errors[0].help, help);
    assert.equal(await page.getByText("Fallback").isVisible(), true);
    assert.equal(await page.locator(".explainer-body").count(), 0);
    await page.evaluate((value) => {
      document.querySelector("explainer-article").article = value;
    }, story("At last"));
    await headlineIs(page, "At last");
    assert.equal(await page.locator("explainer-article").getByRole("alert").isVisible(), false);
    await close();
  });
}

test("src_names_a_story_and_changing_it_swaps_the_story", async () => {
  const { page, close } = await open("/src");
  await headlineIs(page, "One");
  await page.evaluate(() => document.querySelector("explainer-article").setAttribute("src", "/two.json"));
  await headlineIs(page, "Two");
  assert.equal(await page.locator(".explainer-body").count(), 1);
  await close();
});

test("a_child_script_holds_a_story_and_changing_it_swaps_the_story", async () => {
  const { page, close } = await open("/child");
  await headlineIs(page, "From the child");
  await page.evaluate(
    (text) => {
      document.querySelector("explainer-article script").textContent = text;
    },
    JSON.stringify(story("Changed")),
  );
  await headlineIs(page, "Changed");
  await page.evaluate(
    (text) => {
      const script = Object.assign(document.createElement("script"), { type: "application/json", textContent: text });
      document.querySelector("explainer-article script").replaceWith(script);
    },
    JSON.stringify(story("Replaced")),
  );
  await headlineIs(page, "Replaced");
  await close();
});

test("the_article_property_takes_an_object_and_gives_it_back", async () => {
  const { page, close } = await open("/src");
  const given = story("From the property");
  await page.evaluate((value) => {
    document.querySelector("explainer-article").article = value;
  }, given);
  await headlineIs(page, "From the property");
  const back = await page.evaluate(() => document.querySelector("explainer-article").article);
  assert.deepEqual(back, given);
  await page.evaluate(() => document.querySelector("explainer-article").setAttribute("src", "/two.json"));
  await headlineIs(page, "Two");
  await page.evaluate(() => {
    document.querySelector("explainer-article").article = null;
  });
  await headlineIs(page, "Two");
  await close();
});

test("a_property_set_before_the_element_is_defined_counts", async () => {
  const { page, close } = await open("/early");
  await headlineIs(page, "Set early");
  await close();
});

test("a_property_that_has_no_json_is_an_error_and_the_story_stays", async () => {
  const { page, close } = await open("/src");
  await page.evaluate(() => {
    const value = {};
    value.itself = value;
    document.querySelector("explainer-article").article = value;
  });
  const [error] = await heard(page, "error");
  assert.equal(error.code, "story-not-json");
  await headlineIs(page, "One");
  await close();
});

test("a_story_that_is_not_there_leaves_the_fallback_and_says_what_is_wrong", async () => {
  const { page, close } = await open("/missing", { waits: false });
  await page.locator("explainer-article").getByRole("alert").waitFor();
  assert.equal(await page.getByRole("link", { name: "here" }).isVisible(), true);
  const notice = await page.locator("explainer-article").getByRole("alert").textContent();
  assert.match(notice, /This story cannot be shown right now/);
  const [error] = await heard(page, "error");
  assert.deepEqual([error.code, error.fatal], ["story-unavailable", true]);
  assert.match(error.message, /no\.json: HTTP 404/);
  await close();
});

test("a_story_that_is_no_json_says_so_in_the_pages_language", async () => {
  const { page, close } = await open("/broken", { waits: false });
  const notice = page.locator("explainer-article").getByRole("alert");
  await notice.waitFor();
  assert.match(await notice.textContent(), /Dieser Artikel kann gerade nicht gezeigt werden/);
  assert.equal(await page.getByText("Fallback").isVisible(), true);
  const [error] = await heard(page, "error");
  assert.deepEqual([error.code, error.problems[0].code], ["story-unreadable", "not-json"]);
  await close();
});

test("a_swap_to_a_broken_story_keeps_the_one_before", async () => {
  const { page, close } = await open("/src");
  for (const src of ["/broken.json", "/refused.json"]) {
    await page.evaluate((value) => document.querySelector("explainer-article").setAttribute("src", value), src);
    await page.waitForFunction(
      (count) => window.heard.filter(({ name }) => name === "error").length === count,
      src === "/broken.json" ? 1 : 2,
    );
  }
  await page.locator("explainer-article").getByRole("alert").waitFor();
  await headlineIs(page, "One");
  await page.getByRole("button", { name: "Collapse all" }).click();
  await page.getByRole("button", { name: "Expand all" }).click();
  await page.locator("a.explainer-term").click();
  await page.getByRole("dialog", { name: "alpha" }).waitFor();
  await page.evaluate(() => document.querySelector("explainer-article").setAttribute("src", "/two.json"));
  await headlineIs(page, "Two");
  assert.equal(await page.locator("explainer-article").getByRole("alert").count(), 0);
  await close();
});

test("an_editor_sees_every_problem_and_the_story_all_the_same", async () => {
  const { page, close } = await open("/problems");
  const notice = page.locator("explainer-article").getByRole("alert");
  await notice.waitFor();
  assert.match(await notice.textContent(), /unknown field "standfrst".*did you mean "standfirst"\?/);
  await headlineIs(page, "Faulty");
  const [error] = await heard(page, "error");
  assert.deepEqual([error.code, error.fatal, error.problems.length], ["story-problems", false, 1]);
  await close();
});

test("the_page_hears_what_the_reader_does", async () => {
  const { page, close } = await open("/src");
  await page.locator("a.explainer-term").click();
  await page.keyboard.press("Escape");
  await page.locator("summary").first().click();
  await page.waitForFunction(() => window.heard.some(({ name }) => name === "section-toggle"));
  assert.deepEqual(
    (await page.evaluate(() => window.heard)).map(({ name, problems, ...detail }) => ({ name, ...detail })),
    [
      { name: "ready", id: "test", headline: "One", lang: "en", sections: 1, terms: 1 },
      { name: "term-open", term: "alpha", label: "alpha" },
      { name: "section-toggle", section: "only", open: false },
    ],
  );
  await close();
});

test("one_problem_is_told_as_one", async () => {
  const { page, close } = await open("/problems");
  const error = await page.evaluate(() => window.heard.find(({ name }) => name === "error"));
  assert.equal(error.message, "the story has 1 problem");
  await close();
});

test("a_new_heading_level_does_not_change_which_story_goes_first", async () => {
  const { page, close } = await open("/src");
  await page.evaluate((value) => {
    const element = document.querySelector("explainer-article");
    element.article = value;
    element.setAttribute("src", "/two.json");
  }, story("Property"));
  await headlineIs(page, "Two");
  await page.evaluate(() => document.querySelector("explainer-article").setAttribute("heading-level", "2"));
  await page.locator("h2.explainer-headline").waitFor();
  await headlineIs(page, "Two");
  await close();
});

test("a_swap_while_summarized_shows_the_new_story_whole", async () => {
  const { page, close } = await open("/two");
  const second = page.locator("explainer-article").nth(1);
  await second.getByRole("button", { name: "Summarize" }).click();
  await page.evaluate(() => document.querySelectorAll("explainer-article")[1].setAttribute("src", "/one.json"));
  await second.getByRole("heading", { name: "One" }).waitFor();
  assert.equal(await second.evaluate((element) => element.hasAttribute("summarized")), false);
  assert.equal(
    await second
      .locator("details")
      .first()
      .evaluate((fold) => fold.open),
    true,
  );
  await close();
});

test("a_story_with_a_byte_order_mark_and_windows_line_ends_is_read", async () => {
  const { page, close } = await open("/marked");
  await headlineIs(page, "Marked");
  await close();
});

test("a_story_in_utf_16_is_refused_by_that_name", async () => {
  const { page, close } = await open("/wide", { waits: false });
  await page.locator("explainer-article").getByRole("alert").waitFor();
  const [error] = await heard(page, "error");
  assert.equal(error.code, "story-unavailable");
  assert.match(error.message, /UTF-16/);
  assert.match(error.help, /UTF-8/);
  await close();
});

test("a_source_taken_away_while_it_comes_leaves_the_element_at_rest", async () => {
  const { page, close } = await open("/demo", { waits: false });
  await page.evaluate(() => {
    const element = document.createElement("explainer-article");
    element.id = "late";
    element.setAttribute("loading", "eager");
    element.setAttribute("src", "/one.json");
    document.querySelector("main").prepend(element);
  });
  await page.waitForFunction(() => document.querySelector("#late").ariaBusy === "true");
  await page.evaluate(() => document.querySelector("#late").removeAttribute("src"));
  await page.waitForFunction(() => document.querySelector("#late").ariaBusy === null);
  await close();
});
