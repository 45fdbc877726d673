// How a story gets in, and what the element does on a page that moves it about.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { embed, openPage, ready, wouldHaveHappened } from "../support/page.mjs";
import { launch, serve } from "../support/site.mjs";

const story = (headline, more = {}) => ({
  schemaVersion: 1,
  id: "test",
  lang: "en",
  headline,
  sections: [{ id: "only", heading: "Only", blocks: [["Words on ", { term: "alpha" }, "."]] }],
  terms: [{ id: "alpha", label: "alpha", short: "The first letter.", long: ["The first."] }],
  ...more,
});
const script = (headline) => `<script type="application/json">${JSON.stringify(story(headline))}</script>`;

let site, browser;
before(async () => {
  site = await serve({
    "/nothing": embed("<explainer-article></explainer-article>"),
    "/src": embed('<explainer-article src="/one.json"></explainer-article>'),
    "/child": embed(`<explainer-article>${script("From the child")}</explainer-article>`),
    "/missing": embed('<explainer-article src="/no.json"><p>Read it <a href="/x">here</a>.</p></explainer-article>'),
    "/broken": embed('<explainer-article lang="de" src="/broken.json"><p>Fallback</p></explainer-article>'),
    "/far": embed(
      '<div class="tall"></div><explainer-article src="/one.json"></explainer-article>',
      '<link rel="stylesheet" href="/tall.css">',
    ),
    "/problems": embed('<explainer-article problems src="/faulty.json"></explainer-article>'),
    "/two": embed(
      '<explainer-article src="/one.json"></explainer-article><explainer-article src="/two.json"></explainer-article>',
    ),
    "/early": embed(
      "<explainer-article></explainer-article>",
      "<script>addEventListener('DOMContentLoaded', () => { document.querySelector('explainer-article').article = " +
        JSON.stringify(story("Set early")) +
        "; });</script>",
    ),
    "/level": embed('<explainer-article heading-level="3" src="/one.json"></explainer-article>'),
    "/level-7": embed('<explainer-article heading-level="7" src="/one.json"></explainer-article>'),
    "/level-none": embed('<explainer-article heading-level="h2" src="/one.json"></explainer-article>'),
    "/tall.css": { body: ".tall { block-size: 5000px }", type: "text/css" },
    "/one.json": { body: JSON.stringify(story("One")), type: "application/json" },
    "/two.json": {
      // Another section, the same term: what the two stories share must not clash either.
      body: JSON.stringify(
        story("Two", {
          id: "other",
          summary: [{ text: "A point.", section: "second" }],
          sections: [{ id: "second", heading: "Second", blocks: [["More on ", { term: "alpha" }, "."]] }],
        }),
      ),
      type: "application/json",
    },
    "/refused.json": { body: '{ "schemaVersion": 2 }', type: "application/json" },
    "/in-shadow": embed('<div id="outer"></div>'),
    "/broken.json": { body: '{ "headline": ', type: "application/json" },
    "/faulty.json": { body: JSON.stringify(story("Faulty", { standfrst: "Words" })), type: "application/json" },
  });
  browser = await launch();
});
after(async () => {
  await browser.close();
  site.close();
});

/** Notes each event of the element's by its name. Runs in the page. */
function listener() {
  window.heard = [];
  for (const name of ["ready", "error", "section-toggle", "term-open", "summarize"]) {
    addEventListener(`explainer-${name}`, ({ detail }) => window.heard.push({ name, ...detail }));
  }
}

async function open(address, { waits = true } = {}) {
  const viewport = { width: 1280, height: 720 };
  const opened = await openPage(browser, site.origin + address, { listener, viewport, forbids: ["thrown"] });
  if (waits) await ready(opened.page);
  return opened;
}

const headlineIs = (page, expected) =>
  page.waitForFunction((headline) => document.querySelector(".explainer-headline")?.textContent === headline, expected);
const heard = (page, name) => page.evaluate((n) => window.heard.filter((e) => e.name === n), name);

test("nothing_shows_the_bundled_story", async () => {
  const { page, close } = await open("/nothing");
  assert.match(await page.locator("h1").textContent(), /^Microsoft gives up/);
  await close();
});

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

test("a_swap_to_a_broken_story_keeps_the_one_that_stands", async () => {
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
  assert.equal(asked.filter((path) => path.endsWith(".wasm")).length, 1);
  await page.close();
});

test("two_elements_share_one_wasm_and_no_anchor", async () => {
  const page = await browser.newPage();
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${site.origin}/two`);
  await ready(page);
  assert.equal(asked.filter((path) => path.endsWith(".wasm")).length, 1);
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

test("in_another_shadow_root_style_and_links_work_too", async () => {
  const { page, close } = await open("/in-shadow", { waits: false });
  await page.evaluate(() => {
    const root = document.querySelector("#outer").attachShadow({ mode: "open" });
    const element = document.createElement("explainer-article");
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
