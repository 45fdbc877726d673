// What a CMS, a Markdown page, an archive and a second story do to a story's HTML.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { autop } from "@wordpress/autop";
import { HtmlRenderer, Parser } from "commonmark";
import markdownIt from "markdown-it";
import { openPage, ready, wouldHaveHappened } from "../support/page.mjs";
import { launch, serve } from "../support/site.mjs";
import { folder, prerender, STORY } from "../support/tools.mjs";
import { writeFile } from "node:fs/promises";

const commonmark = (text) => new HtmlRenderer().render(new Parser().parse(text));
const MARKDOWN = { "markdown-it": (text) => markdownIt({ html: true }).render(text), commonmark };

let site, browser, fragment, model;
before(async () => {
  fragment = await prerender(STORY, "--heading-level", "2");
  model = await prerender(STORY, "--model", "agi-trigger");
  site = await serve({});
  browser = await launch();
});
after(async () => {
  await browser.close();
  site.close();
});

const page = (inside, head = "") => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
<link rel="stylesheet" href="/explainer/explainer.css">
<script type="module" src="/explainer/explainer-article.js"></script>
<script type="module" src="/explainer/explainer-model.js"></script>${head}</head>
<body><main>${inside}</main></body></html>`;

function listener() {
  window.heard = [];
  addEventListener("explainer-error", ({ detail }) => window.heard.push(detail));
}
async function open(inside, head) {
  site.pages["/page"] = page(inside, head);
  return openPage(browser, `${site.origin}/page`, { listener, forbids: ["thrown"] });
}
const codes = (page) => page.evaluate(() => window.heard.map(({ code }) => code));

/** Fails unless the page has one story, inside its element, with its tools, and a definition opens. */
async function isWhole(page) {
  await ready(page);
  assert.equal(await page.locator(".explainer-body").count(), 1);
  assert.equal(await page.locator("explainer-article > .explainer-body").count(), 1);
  assert.equal(await page.getByRole("group", { name: "Story tools" }).count(), 1);
  await page.locator(".explainer-section a.explainer-term").first().click();
  await page.getByRole("dialog").waitFor();
  assert.deepEqual(await codes(page), []);
}

for (const [name, render] of Object.entries(MARKDOWN)) {
  test(`${name}_keeps_a_story_whole`, async () => {
    const html = render(`# A post\n\nBefore.\n\n${fragment}\nAfter.\n`);
    assert.ok(html.includes(fragment.trim()), "as it was written");
    const { page, close } = await open(html);
    await isWhole(page);
    assert.equal(await page.locator("p:has(explainer-article)").count(), 0);
    await close();
  });

  test(`${name}_keeps_a_model_whole`, async () => {
    const html = render(`Before.\n\n${model}\nAfter.\n`);
    assert.ok(html.includes(model.trim()), "as it was written");
    const { page, close } = await open(html);
    await page.locator("explainer-model .explainer-play").waitFor();
    await close();
  });

  test(`${name}_between_words_shows_the_story_once`, async () => {
    const { page, close } = await open(render(`Words before ${fragment.trim()} and words after.\n`));
    await isWhole(page);
    await close();
  });
}

test("wpautop_keeps_a_story_whole", async () => {
  for (const text of [fragment, `Before.\n\n${fragment}\n\nAfter.`, `Words before ${fragment} and after.`]) {
    const { page, close } = await open(autop(text));
    await isWhole(page);
    await close();
  }
});

test("a_shortcode_between_the_words_of_a_paragraph_shows_the_story_once", async () => {
  // WordPress puts a shortcode's HTML into the paragraph when that is made.
  const { page, close } = await open(`<p>Words before ${fragment} and after.</p>`);
  await isWhole(page);
  await close();
});

test("a_text_widget_shows_the_story_once", async () => {
  for (const text of [fragment, autop(`Words before ${fragment} and after.`), `<p>${fragment}</p>`]) {
    const { page, close } = await open(
      `<aside><section class="widget widget_text"><div class="textwidget">${text}</div></section></aside>`,
    );
    await isWhole(page);
    await close();
  }
});

test("a_model_between_the_words_of_a_paragraph_plays_once", async () => {
  const { page, close } = await open(`<p>Words before ${model} and after.</p>`);
  await page.locator("explainer-model .explainer-play").waitFor();
  assert.equal(await page.locator("explainer-model > .explainer-still").count(), 1);
  assert.equal(await page.locator(".explainer-still").count(), 1);
  await close();
});

test("blank_lines_in_a_storys_words_do_not_end_its_html", async () => {
  const { place, remove } = await folder();
  const story = {
    schemaVersion: 1,
    id: "lines",
    lang: "en",
    headline: "Lines\n\nin a headline",
    sections: [{ id: "only", heading: "Only", blocks: [["One\n\n\ntwo\r\n\r\nthree"]] }],
    terms: [],
  };
  await writeFile(`${place}/lines.json`, JSON.stringify(story));
  const html = await prerender(`${place}/lines.json`);
  assert.doesNotMatch(html, /\n\s*\n/);
  assert.ok(commonmark(html).includes(html.trim()));
  await remove();
});

test("the_same_story_twice_is_told_and_each_opens_its_own", async () => {
  const { page, close } = await open(`${fragment}<hr>${fragment}`);
  await ready(page);
  await page.waitForFunction(() => window.heard.length > 0);
  await wouldHaveHappened(page);
  assert.deepEqual(await codes(page), ["ids-taken"]);
  const [{ help, fatal }] = await page.evaluate(() => window.heard);
  assert.match(help, /--prefix/);
  assert.equal(fatal, false);
  const second = page.locator("explainer-article").nth(1);
  await second.getByRole("button", { name: "Summarize" }).click();
  await second.locator("a.explainer-point-section").last().click();
  const inView = (element) =>
    element.getBoundingClientRect().top < innerHeight && element.getBoundingClientRect().bottom > 0;
  assert.equal(await second.locator(".explainer-section").last().evaluate(inView), true);
  await second.getByRole("button", { name: "Show full story" }).click();
  const term = second.locator("details[open] a.explainer-term[href$=right-of-first-refusal]").first();
  await term.click();
  const dialog = second.getByRole("dialog");
  await dialog.waitFor();
  await dialog.locator("a[role=doc-backlink]").first().click();
  const target = await page.evaluate(() => location.hash);
  assert.match(target, /^#ref-/);
  assert.equal(await second.locator(target).evaluate(inView), true);
  await close();
});

test("a_prefix_keeps_two_stories_apart", async () => {
  const other = await prerender(STORY, "--prefix", "second", "--no-json-ld");
  assert.doesNotMatch(other, /ld\+json/);
  assert.match(fragment, /<h2 class="explainer-headline">/);
  const { page, close } = await open(fragment + other);
  await ready(page);
  await wouldHaveHappened(page);
  assert.deepEqual(await codes(page), []);
  const twice = await page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    return ids.filter((id, place) => ids.indexOf(id) !== place);
  });
  assert.deepEqual(twice, []);
  const second = page.locator("explainer-article").nth(1);
  await second.locator(".explainer-section a.explainer-term").first().click();
  await second.getByRole("dialog").waitFor();
  await close();
});

/** @type {Record<string, [(html: string) => string, string]>} */
const ABSOLUTE = {
  under_a_base_elsewhere: [(html) => html, '<base href="https://other.example/archive/">'],
  made_absolute_by_a_feed: [(html) => html.replaceAll('href="#', 'href="https://paper.example/2025/deal#'), ""],
  made_absolute_by_the_page: [(html) => html.replaceAll('href="#', `href="${"ORIGIN"}/page#`), ""],
};
for (const [name, [change, head]] of Object.entries(ABSOLUTE)) {
  test(`links_inside_a_story_${name}_lead_inside`, async () => {
    const inside = change(fragment).replaceAll("ORIGIN", site.origin);
    const scripts = head ? head : "";
    const { page, close } = await open(inside, "");
    // After the page's own files are found.
    await ready(page);
    if (scripts) await page.evaluate((html) => document.head.insertAdjacentHTML("beforeend", html), scripts);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.locator(".explainer-section a.explainer-term").first().click();
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    await dialog.locator("a.explainer-term, a[role=doc-backlink]").first().waitFor();
    await page.keyboard.press("Escape");
    await page.locator("a.explainer-permalink").first().click();
    await page.waitForFunction(() => document.querySelector("[data-explainer-said]"));
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${site.origin}/page#the-story`);
    await page.getByRole("button", { name: "Summarize" }).click();
    await page.locator("a.explainer-point-section").last().click();
    assert.equal(page.url(), `${site.origin}/page#agi-clause`);
    assert.equal(await page.locator("#agi-clause").evaluate((element) => element.closest("details").open), true);
    await close();
  });
}

test("what_the_address_names_is_a_css_selector", async () => {
  const { place, remove } = await folder();
  const story = JSON.parse(await readFile(STORY, "utf8"));
  const text = JSON.stringify(story).replaceAll('"the-story"', '"2025-story"');
  await writeFile(`${place}/digits.json`, text);
  const digits = await prerender(`${place}/digits.json`);
  const { page, close } = await open(digits);
  await ready(page);
  const all = await page.evaluate(() =>
    [...document.querySelectorAll("explainer-article a[href^='#']")].map((link) => link.getAttribute("href")),
  );
  assert.ok(all.includes("#explainer-2025-story"));
  const lost = await page.evaluate((all) => all.filter((hash) => !document.querySelector(hash)), all);
  assert.deepEqual(lost, []);
  const said = page.evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener("explainer-section-toggle", ({ detail }) => resolve(detail.section), { once: true });
      }),
  );
  await page.locator(".explainer-section summary").first().click();
  assert.equal(await said, "2025-story");
  await close();
  await remove();
});

test("an_address_with_a_scenario_is_a_css_selector_and_its_points_survive", async () => {
  const { page, close } = await open(model);
  await page.locator(".explainer-play").waitFor();
  const check = () => {
    document.querySelector(location.hash);
    return document.querySelector("explainer-model").scenario;
  };
  await page.evaluate(() => (location.hash = "#scenario_agi-trigger_start_2__5_growth_40"));
  await page.waitForFunction(() => document.querySelector("explainer-model").scenario.includes("growth=40"));
  assert.match(await page.evaluate(check), /growth=40/);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy link to this scenario" }).click();
  await page.locator(".explainer-message:not(:empty)").waitFor();
  const copied = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  const before = await page.evaluate(check);
  await page.evaluate((hash) => {
    document.querySelector("explainer-model").scenario = "";
    location.hash = "";
    location.hash = hash;
  }, copied.hash);
  await page.waitForFunction((wanted) => document.querySelector("explainer-model").scenario === wanted, before);
  await page.evaluate((hash) => document.querySelector(hash), copied.hash);
  await close();
});

test("a_reset_takes_no_quotation_marks_from_somebody_elses_words", async () => {
  const { place, remove } = await folder();
  const words = ["She said ", { quote: ["never, and ", { quote: ["not now"] }, " either"] }, "."];
  const story = {
    schemaVersion: 1,
    id: "quotes",
    lang: "de",
    headline: "Quotes",
    sections: [{ id: "only", heading: "Only", blocks: [words] }],
    terms: [],
  };
  const file = `${place}/quotes.json`;
  await writeFile(file, JSON.stringify(story));
  const expected = "She said „never, and ‚not now‘ either“.";
  for (const as of ["text", "html", "json-ld"]) {
    assert.ok((await prerender(file, "--syndicate", as)).includes(expected), as);
  }
  const reset = "<style>q { quotes: none } q::before, q::after { content: none !important }</style>";
  const { page, close } = await open(await prerender(file), reset);
  await ready(page);
  assert.equal(await page.locator(".explainer-section-body p").innerText(), expected);
  await close();
  await remove();
});
