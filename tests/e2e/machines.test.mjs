// What machines make of a prerendered page: Firefox's Reader View and an HTML validator.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Readability } from "@mozilla/readability";
import { HtmlValidate } from "html-validate";
import { JSDOM } from "jsdom";
import { path, prerender } from "../support/tools.mjs";

const page = (story) => prerender(path(story), "--page");
const STORIES = [
  "www/stories/microsoft-openai.json",
  "tests/fixtures/every-part.json",
  "tests/fixtures/right-to-left.json",
];
const parse = (html) => new JSDOM(html, { url: "https://example.org/story" }).window.document;
const words = (text) => text.replace(/\s+/g, " ").trim();

for (const story of STORIES) {
  test(`the_html_of_${story.replace(/\W/g, "_")}_is_valid`, async () => {
    const validator = new HtmlValidate({ extends: ["html-validate:standard"] });
    const { results } = await validator.validateString(await page(story));
    const faults = results.flatMap(({ messages }) => messages);
    assert.deepEqual(
      faults.map(({ ruleId, message, selector }) => `${ruleId}: ${message} ${selector}`),
      [],
    );
  });
}

test("the_validator_would_find_a_fault", async () => {
  const validator = new HtmlValidate({ extends: ["html-validate:standard"] });
  const html = (await page(STORIES[0])).replace("</summary>", "<p>wrong</p></summary>");
  const { results } = await validator.validateString(html);
  assert.match(results[0].messages[0].message, /<p> element is not permitted as content under <summary>/);
});

test("reader_view_keeps_every_word_of_the_headline_the_text_and_the_glossary", async () => {
  const html = await page(STORIES[0]);
  const { title, content } = new Readability(parse(html)).parse();
  const kept = `${title} ${words(parse(content).body.textContent)}`;
  // A drawing has its words in the text below it.
  const isText = (part) => !part.closest(".explainer-drawing");
  const parts = [
    ...parse(html).querySelectorAll(
      ".explainer-headline, .explainer-standfirst, .explainer-points li, .explainer-section :is(h2, p, li), " +
        ".explainer-kicker, .explainer-gist, .explainer-definition :is(dfn, p, li), .explainer-origin p",
    ),
  ]
    .filter(isText)
    .map((part) => words(part.textContent));
  assert.ok(parts.length > 120, `${parts.length} parts`);
  assert.deepEqual(
    parts.filter((part) => !kept.includes(part)),
    [],
  );
});
