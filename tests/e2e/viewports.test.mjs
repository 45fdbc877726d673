// The window a reader has: enlarged, low, very narrow, forced to be dark, touched and pointed at.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { PNG } from "pngjs";
import { open as openPage } from "../support/page.mjs";
import { launch, serve } from "../support/site.mjs";
import { prerender, STORY } from "../support/tools.mjs";

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const ON_ITS_SIDE = { viewport: { width: 844, height: 390 }, hasTouch: true, isMobile: true };
/** A window of 1280 x 1024 at 400 %. */
const ENLARGED = { viewport: { width: 320, height: 256 } };

let site, browser;
before(async () => {
  site = await serve({ "/story": await prerender(STORY, "--page", "--assets", "/explainer") });
  browser = await launch();
});
after(async () => {
  await browser.close();
  site.close();
});

const open = (options) => openPage(browser, `${site.origin}/story`, options);
/** The mention of a term whose definition is long and has a model. */
const mention = (page) =>
  page.locator('.explainer-section details[open] a[href="#term-right-of-first-refusal"]').first();
const definition = (page) => page.locator(".explainer-popover");
/** Returns where an element is, in CSS px of what the reader sees of the page, and how large that is. */
const seen = (locator) =>
  locator.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const view = visualViewport;
    return {
      left: left - view.offsetLeft,
      top: top - view.offsetTop,
      right: left + width - view.offsetLeft,
      bottom: top + height - view.offsetTop,
      view: { width: view.width, height: view.height, scale: view.scale },
    };
  });
/** Enlarges the page with two fingers. */
const pinch = async (page, scale) => {
  const client = await page.context().newCDPSession(page);
  await client.send("Emulation.setPageScaleFactor", { pageScaleFactor: scale });
  await page.waitForFunction((factor) => visualViewport.scale === factor, scale);
};

test("a_definition_comes_to_where_the_reader_has_enlarged_the_page", async () => {
  const { page, close } = await open(PHONE);
  await mention(page).scrollIntoViewIfNeeded();
  await pinch(page, 1.5);
  await mention(page).evaluate((element) => {
    element.scrollIntoView({ block: "start" });
    element.click();
  });
  await definition(page).waitFor();
  await page.waitForTimeout(300);
  const box = await seen(definition(page));
  assert.equal(box.view.scale, 1.5);
  assert.ok(box.left >= -1 && box.right <= box.view.width + 1, JSON.stringify(box));
  assert.ok(box.top >= -1 && box.bottom <= box.view.height + 1, JSON.stringify(box));
  // No enlargement: the whole width again.
  await pinch(page, 1);
  await page.waitForFunction(
    () => document.querySelector(".explainer-popover").getBoundingClientRect().width === innerWidth,
  );
  await close();
});

for (const [name, options] of Object.entries({ a_phone_on_its_side: ON_ITS_SIDE, a_page_at_400_percent: ENLARGED })) {
  test(`on_${name}_a_definition_and_its_model_can_be_read_and_left`, async () => {
    const { page, close } = await open(options);
    await mention(page).click();
    const sheet = definition(page);
    await sheet.waitFor();
    await sheet.locator("explainer-model").scrollIntoViewIfNeeded();
    await page.waitForFunction(() =>
      [...document.querySelector(".explainer-popover").shadowRoot.querySelectorAll("explainer-model")].every((model) =>
        model.shadowRoot?.querySelector(".explainer-play"),
      ),
    );
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `the page is ${wide} px too wide`);
    const box = await seen(sheet);
    assert.ok(box.bottom - box.top >= 160, `the definition is ${box.bottom - box.top} px high`);
    assert.ok(box.top >= 24 && box.bottom <= box.view.height + 1, JSON.stringify(box));
    const { scrolls, sideways } = await page.evaluate(() => {
      const popover = document.querySelector(".explainer-popover");
      return {
        scrolls: popover.scrollHeight > popover.clientHeight,
        sideways: popover.scrollWidth - popover.clientWidth,
      };
    });
    assert.equal(scrolls, true);
    assert.ok(sideways <= 0, `the definition is ${sideways} px too wide`);
    const model = sheet.locator("explainer-model");
    await model.locator("button").first().click();
    const leave = sheet.getByRole("button", { name: "Close" });
    await leave.click();
    await sheet.waitFor({ state: "hidden" });
    await close();
  });
}

test("where_the_browser_forces_darkness_text_and_drawings_are_light_on_dark", async () => {
  const { page, close } = await open({ viewport: { width: 720, height: 900 } });
  await page.getByRole("button", { name: "Expand all" }).click();
  const client = await page.context().newCDPSession(page);
  await client.send("Emulation.setAutoDarkModeOverride", { enabled: true });
  for (const part of [".explainer-section details[open] p", "explainer-model:visible"]) {
    const element = page.locator(part).first();
    await element.scrollIntoViewIfNeeded();
    const { data } = PNG.sync.read(await element.screenshot());
    const light = lightness(data);
    assert.ok(light.most < 70, `${part}: its ground has the lightness ${light.most}`);
    assert.ok(light.greatest > 160, `${part}: its lightest sign has ${light.greatest}`);
  }
  await close();
});

/** Returns the lightness that most pixels have, and the greatest, 0 to 255. */
function lightness(pixels) {
  const counts = new Array(256).fill(0);
  for (let at = 0; at < pixels.length; at += 4)
    counts[Math.round(0.2126 * pixels[at] + 0.7152 * pixels[at + 1] + 0.0722 * pixels[at + 2])] += 1;
  return { most: counts.indexOf(Math.max(...counts)), greatest: counts.findLastIndex((count) => count > 20) };
}

test("with_a_mouse_and_a_touch_screen_the_link_to_a_section_is_seen_without_hovering", async () => {
  // A mouse (4) and a finger (2), both of them; the first hovers (2).
  const laptop = await launch(
    "--blink-settings=availablePointerTypes=6,primaryPointerType=4,availableHoverTypes=3,primaryHoverType=2",
  );
  const { page, close } = await openPage(laptop, `${site.origin}/story`);
  const { both, opacity } = await page.$eval(".explainer-permalink", (link) => ({
    both: matchMedia("(hover: hover) and (any-pointer: coarse)").matches,
    opacity: getComputedStyle(link).opacity,
  }));
  assert.deepEqual({ both, opacity }, { both: true, opacity: "1" });
  await close();
  await laptop.close();
});

test("a_touch_and_then_a_mouse_open_the_same_term_once", async () => {
  const { page, close } = await open({ hasTouch: true });
  await mention(page).tap();
  await definition(page).waitFor();
  await mention(page).click();
  await definition(page).waitFor({ state: "hidden" });
  await mention(page).click();
  await definition(page).waitFor();
  await page.locator(".explainer-headline").tap();
  await definition(page).waitFor({ state: "hidden" });
  await close();
});
