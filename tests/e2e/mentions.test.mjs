// The ways back from a definition in a story with many sections.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { writeFile } from "node:fs/promises";
import { openPage, ready } from "../support/page.mjs";
import { launch, serve } from "../support/site.mjs";
import { path, prerender } from "../support/tools.mjs";

const SECTIONS = 12;
const LISTED = 8;
const STORY = {
  schemaVersion: 1,
  id: "many",
  lang: "en",
  headline: "Many sections",
  sections: Array.from({ length: SECTIONS }, (_, number) => ({
    id: `section-${number}`,
    heading: `Section ${number}`,
    blocks: [["A ", { term: "word" }, " and a ", { term: "word" }, "."]],
  })),
  terms: [{ id: "word", label: "word", short: "What is between two spaces." }],
};

let site, browser;
before(async () => {
  const file = path("target/many-sections.json");
  await writeFile(file, JSON.stringify(STORY));
  const plain = await prerender(file, "--page", "--assets", "/explainer");
  site = await serve({
    "/many": plain,
    "/prefixed": plain.replace("<main>", '<main><explainer-article src="/many.json"></explainer-article>'),
    "/many.json": { body: JSON.stringify(STORY), type: "application/json" },
  });
  browser = await launch();
});
after(async () => {
  await browser.close();
  site.close();
});

const open = (address, options) => openPage(browser, site.origin + address, options);
const backlinks = (scope) => scope.locator("a[role=doc-backlink]");

test("a_definition_lists_the_first_sections_and_no_mention_has_an_id_in_vain", async () => {
  const { page, close } = await open("/many", { javaScriptEnabled: false });
  await page.locator(".explainer-glossary > details > summary").click();
  assert.equal(await backlinks(page).count(), LISTED);
  assert.equal(await page.locator("a.explainer-term[id]").count(), LISTED);
  assert.equal(await page.getByRole("button", { name: /Show all/ }).count(), 0);
  await backlinks(page).last().click();
  assert.match(page.url(), /#ref-word-15$/);
  assert.equal(await page.locator(":target").isVisible(), true);
  await close();
});

test("the_tools_list_all_sections_when_asked", async () => {
  const { page, close } = await open("/many");
  await ready(page);
  await page.locator(".explainer-glossary > details > summary").click();
  await page.getByRole("button", { name: "Show all (12)" }).click();
  const glossary = page.locator(".explainer-glossary");
  assert.equal(await backlinks(glossary).count(), SECTIONS);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), `Section ${LISTED}`);
  assert.equal(await page.getByRole("button", { name: /Show all/ }).count(), 0);
  await backlinks(glossary).last().click();
  assert.match(page.url(), /#ref-word-23$/);
  assert.equal(await page.locator(":target").isVisible(), true);
  await close();
});

test("so_does_the_popover", async () => {
  const { page, close } = await open("/many");
  await ready(page);
  await page.locator(".explainer-section a.explainer-term").first().click();
  const card = page.getByRole("dialog");
  // The one that the reader comes from is left out.
  assert.equal(await backlinks(card).count(), LISTED - 1);
  await card.getByRole("button", { name: "Show all (12)" }).click();
  assert.equal(await backlinks(card).count(), SECTIONS);
  await backlinks(card).last().click();
  assert.equal(await page.getByRole("dialog").count(), 0);
  assert.match(page.url(), /#ref-word-23$/);
  await close();
});

test("each_of_two_stories_lists_its_own", async () => {
  const { page, close } = await open("/prefixed");
  await ready(page);
  const drawn = page.locator("explainer-article").first();
  await drawn.locator(".explainer-sections").waitFor();
  await drawn.locator(".explainer-glossary > details > summary").click();
  await drawn.getByRole("button", { name: "Show all (12)" }).click();
  const hrefs = await backlinks(drawn).evaluateAll((links) => links.map(({ hash }) => hash));
  assert.equal(hrefs.at(-1), "#story-many-ref-word-23");
  const ids = await page.locator("[id]").evaluateAll((elements) => elements.map(({ id }) => id));
  assert.equal(new Set(ids).size, ids.length);
  await close();
});
