// The widget on real hosts: the text is theirs, the tools are the same everywhere, nobody throws.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { HOSTS, around, files, neutral } from "../support/hosts.mjs";
import { open as openPage } from "../support/page.mjs";
import { launch, serve } from "../support/site.mjs";
import { prerender, STORY } from "../support/tools.mjs";

const DESK = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };
// No pixel may differ. Chromium itself draws the edge of a curve up to 2 of 255 levels apart, from
// run to run; less than 3 levels of grey is no difference.
const SAME = { threshold: 0.01, includeAA: true };

let site, browser, stories;
before(async () => {
  stories = {
    prerendered: await prerender(STORY),
    drawn: "<explainer-article demo></explainer-article>",
  };
  site = await serve(await files());
  browser = await launch();
});
after(async () => {
  await browser.close();
  site.close();
});

/** Opens a host's page once its library has run; closing fails for anything thrown by anyone. */
async function open(html) {
  site.pages["/host"] = html;
  const { page, close } = await openPage(browser, `${site.origin}/host`, {
    viewport: DESK,
    reducedMotion: "reduce",
    init: () => {
      window.heard = [];
      addEventListener("explainer-error", ({ detail }) => window.heard.push(detail));
    },
  });
  return {
    page,
    close: async () => {
      const heard = await page.evaluate(() => window.heard);
      await close();
      assert.deepEqual(heard, []);
    },
  };
}

async function openHost(name, form) {
  const opened = await open(around(HOSTS[name], stories[form]));
  await opened.page.waitForSelector("body[data-ran]", { state: "attached" });
  return opened;
}

const typography = (page, selector) =>
  page.locator(selector).evaluateAll((texts) => {
    const styles = texts.map((text) => {
      const { fontFamily, fontSize, color } = getComputedStyle(text);
      return JSON.stringify({ fontFamily, fontSize, color });
    });
    return [...new Set(styles)].map((style) => JSON.parse(style));
  });

/**
 * Pins the tools to where edges and letters meet whole pixels, as on any other page, and keeps the
 * text from showing beside them: its height and place follow the host.
 */
const PINS = `
  .explainer-toolbar, .explainer-section:first-child .explainer-disclosure-row {
    background: white !important; inset: 1rem auto auto 1rem !important; position: fixed !important; width: 20rem !important; z-index: 9;
  }
  .explainer-section:first-child .explainer-disclosure-row { inset-block-start: 8rem !important }
  .explainer-popover { inset: 1rem auto auto 0 !important; position: fixed !important }
  .explainer-popover::backdrop { background: white }`;

async function photograph(page, selector, part = (box) => box) {
  const box = await page.locator(selector).first().boundingBox();
  return PNG.sync.read(await page.screenshot({ clip: part(box), animations: "disabled" }));
}

const FOLD = [".explainer-disclosure-row", ({ x, y, width }) => ({ x: x + width - 32, y, width: 32, height: 48 })];
const DEFINITION = [
  ".explainer-popover",
  ({ y, width, height }) => ({ x: 0, y: y - 8, width: width + 20, height: Math.round(height) + 16 }),
];

const summarize = (page) => page.getByRole("button", { name: /Summarize|Show full story/ });
const term = (page) => page.locator(".explainer-section a.explainer-term").first();

async function adopt(page, rules, place = ":root") {
  await page.evaluate(
    ([selector, text]) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      (document.querySelector(selector).shadowRoot ?? document).adoptedStyleSheets.push(sheet);
    },
    [place, rules],
  );
}

/** Photographs every tool, at rest and in use. */
async function portraits(page) {
  // Nothing is under the pointer there.
  const letGo = () => page.mouse.move(0, page.viewportSize().height - 1);
  await letGo();
  const toolbar = await photograph(page, ".explainer-toolbar");
  const fold = await photograph(page, ...FOLD);
  await term(page).press("Enter");
  const definition = await photograph(page, ...DEFINITION);
  await page.keyboard.press("Escape");
  await summarize(page).click();
  await letGo();
  const pressed = await photograph(page, ".explainer-toolbar");
  await summarize(page).click();
  return { toolbar, fold, definition, pressed };
}

async function portraitsOnBoth(page) {
  await adopt(page, PINS);
  const all = {};
  for (const [name, viewport] of Object.entries({ DESK, PHONE })) {
    await page.setViewportSize(viewport);
    for (const [tool, picture] of Object.entries(await portraits(page))) all[`${tool} ${name}`] = picture;
  }
  return all;
}

/** Returns how many pixels differ, by tool; every pixel where the size differs. */
function differences(those, these) {
  const count = (a, b) =>
    a.width === b.width && a.height === b.height
      ? pixelmatch(a.data, b.data, undefined, a.width, a.height, SAME)
      : Math.max(a.width * a.height, b.width * b.height);
  return Object.fromEntries(Object.keys(those).map((tool) => [tool, count(those[tool], these[tool])]));
}

const neutralPortraits = new Map();
/** The tools on a page without a library. By design they take text size and colour from the page, nothing else. */
async function expectedPortraits(style) {
  const key = JSON.stringify(style);
  if (!neutralPortraits.has(key)) {
    const { page, close } = await open(neutral(style));
    neutralPortraits.set(key, await portraitsOnBoth(page));
    await close();
  }
  return neutralPortraits.get(key);
}

const isOpen = (fold) => fold.evaluate(({ open }) => open);

async function checkSummarize(page) {
  const summary = page.locator(".explainer-summary");
  const text = page.getByText("Microsoft does not walk away empty-handed");
  for (const label of ["Summarize", "Show full story", "Summarize"]) {
    assert.equal((await summarize(page).textContent())?.trim(), label);
    assert.equal(await summary.isVisible(), label !== "Summarize", "the summary");
    assert.equal(await text.isVisible(), label === "Summarize", "the story");
    await summarize(page).click();
  }
  await summarize(page).click();
}

async function checkFolds(page) {
  const folds = page.locator(".explainer-section > details");
  await page.getByRole("heading", { name: "Why OpenAI needed more room" }).click({ force: true });
  assert.equal(await isOpen(folds.nth(2)), true);
  await page.getByRole("heading", { name: "Why OpenAI needed more room" }).click({ force: true });
  assert.equal(await isOpen(folds.nth(2)), false);
  await page.getByRole("button", { name: "Expand all" }).click();
  assert.equal(await page.locator(".explainer-section > details:not([open])").count(), 0);
  const boxes = await page.$$eval(".explainer-section-body > p", (paragraphs) =>
    paragraphs.map((paragraph) => paragraph.getBoundingClientRect().toJSON()),
  );
  for (const [place, { top }] of boxes.slice(1).entries()) {
    assert.ok(top >= boxes[place].bottom + 8, `paragraph ${place + 2} stands apart from the one before`);
  }
  await page.getByRole("button", { name: "Collapse all" }).click();
  assert.equal(await page.locator(".explainer-section > details[open]").count(), 0);
  await folds.first().locator("> summary").click();
}

async function checkDefinition(page) {
  const dialog = page.getByRole("dialog", { name: "exclusivity" });
  const ways = [() => term(page).click(), () => term(page).press("Enter")];
  for (const ask of ways) {
    await ask();
    await dialog.waitFor();
    const [card, mention] = [await page.locator(".explainer-popover").boundingBox(), await term(page).boundingBox()];
    const gap = Math.max(card.y - (mention.y + mention.height), mention.y - (card.y + card.height));
    assert.ok(gap > 4 && gap < 16, `the definition stands ${gap} px from its mention`);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
  }
}

for (const [name, { sets }] of Object.entries(HOSTS)) {
  for (const form of ["prerendered", "drawn"]) {
    test(`on_${name}_with_a_${form}_story`, async (facts) => {
      const { page, close } = await openHost(name, form);
      const [own] = await typography(page, ".own");
      await facts.test("the_text_follows_the_host", async () => {
        assert.deepEqual({ ...own, ...sets }, own, "the host's own text");
        assert.deepEqual(await typography(page, ".explainer-section-body > p"), [own]);
        const [headline] = await typography(page, ".explainer-headline");
        assert.deepEqual({ ...headline, fontSize: own.fontSize }, own, "nor is the headline a masthead");
        assert.equal(await page.locator("explainer-article > script:visible").count(), 0);
      });
      await facts.test("the_tools_work", async () => {
        await checkSummarize(page);
        await checkFolds(page);
        await checkDefinition(page);
      });
      await facts.test("the_tools_look_the_same", async () => {
        const found = differences(await portraitsOnBoth(page), await expectedPortraits(own));
        assert.deepEqual(
          Object.entries(found).filter(([, pixels]) => pixels > 0),
          [],
        );
      });
      await facts.test("nobody_throws", close);
    });
  }
}

const CHANGES = {
  a_pixel_of_size: [".explainer-toolbar", ".explainer-tool { padding-inline: calc(1.125rem + 1px) }", "toolbar DESK"],
  a_shade_of_colour: [".explainer-toolbar", ".explainer-tool { border-color: #636363 }", "toolbar DESK"],
  a_tenth_of_a_pixel_of_tracking: [
    ".explainer-popover",
    ".explainer-card-label { letter-spacing: 0.1px }",
    "definition PHONE",
  ],
  a_pixel_of_the_fold_sign: [":root", ".explainer-disclosure-row::after { margin-block-start: 1px }", "fold DESK"],
};
for (const [change, [place, rule, tool]] of Object.entries(CHANGES)) {
  test(`${change}_would_be_seen`, async () => {
    const style = { fontFamily: "Georgia, serif", fontSize: "18px", color: "rgb(34, 34, 34)" };
    const { page, close } = await open(neutral(style));
    // The definition's shadow root comes with the first one.
    await term(page).press("Enter");
    await page.keyboard.press("Escape");
    await adopt(page, rule, place);
    const found = differences(await portraitsOnBoth(page), await expectedPortraits(style));
    assert.ok(found[tool] > 0);
    await close();
  });
}
