// A page whose address names a definition: a sheet that can be closed without script, the popover with it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openPage, ready } from "../support/page.mjs";
import { launch, serve } from "../support/site.mjs";

let site, browser;
before(async () => {
  site = await serve();
  browser = await launch();
});
after(async () => {
  await browser.close();
  site.close();
});

const TERM = "/#term-api-exclusivity";

test("without_script_the_sheet_has_a_close_that_moves_nothing", async () => {
  const { page, close } = await openPage(browser, site.origin + TERM, {
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  const definition = page.locator("#term-api-exclusivity");
  const isSheet = () => definition.evaluate((element) => getComputedStyle(element).position === "fixed");
  assert.equal(await isSheet(), true);
  const closing = definition.getByRole("link", { name: "Close" });
  const { x, y, width, height } = await closing.boundingBox();
  assert.ok(x >= 0 && x + width <= 360 && y >= 0 && y + height <= 740 && width >= 24 && height >= 24, "in the window");
  const before = await page.evaluate(() => scrollY);
  await closing.click();
  assert.equal(await isSheet(), false);
  assert.equal(await page.evaluate(() => scrollY), before);
  await close();
});

test("with_script_the_definition_opens_at_its_first_mention", async () => {
  const { page, close } = await openPage(browser, site.origin + TERM, { forbids: ["thrown"] });
  await ready(page);
  const dialog = page.getByRole("dialog", { name: "API exclusivity" });
  await dialog.waitFor();
  assert.equal(await page.locator(".explainer-definition:target").count(), 0);
  const mention = page.locator("a.explainer-term[aria-expanded=true]");
  assert.equal(await mention.getAttribute("href"), "#term-api-exclusivity");
  assert.equal(await mention.isVisible(), true);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  // A link of the page's own, later.
  await page.evaluate(() => (location.hash = "#term-api-exclusivity"));
  await dialog.waitFor();
  await close();
});

test("a_long_label_leaves_close_on_the_screen", async () => {
  const { page, close } = await openPage(browser, `${site.origin}/`, { viewport: { width: 360, height: 740 } });
  await ready(page);
  const word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
  await page.evaluate((text) => {
    for (const label of document.querySelectorAll(".explainer-label")) label.textContent = text;
  }, word);
  await page.locator(".explainer-standfirst a.explainer-term").click();
  const { x, width } = await page.getByRole("dialog").getByRole("button", { name: "Close" }).boundingBox();
  assert.ok(x >= 0 && x + width <= 360, `Close is at ${x}`);
  await close();
});

test("only_the_first_mention_in_a_section_has_the_sign", async () => {
  const { page, close } = await openPage(browser, `${site.origin}/leap-second.html`);
  await ready(page);
  const faults = await page.evaluate(() => {
    const wrong = [];
    for (const section of document.querySelectorAll(".explainer-section")) {
      const seen = new Set();
      for (const mention of section.querySelectorAll(".explainer-section-body a.explainer-term")) {
        const term = mention.getAttribute("href");
        const hasSign = getComputedStyle(mention, "::after").content !== "none";
        if (hasSign === seen.has(term)) wrong.push(`${section.querySelector("h2")?.textContent}: ${term}`);
        seen.add(term);
      }
    }
    return wrong;
  });
  assert.deepEqual(faults, []);
  await close();
});
