// A reader's way through the demo page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { frames, open as openPage } from "../support/page.mjs";
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

const open = (options, address = "/") => openPage(browser, site.origin + address, options);
const openSections = (page) => page.$$eval(".explainer-section > details", (folds) => folds.map((fold) => fold.open));
const section = (page, id) => page.locator(".explainer-section", { has: page.locator(`#${id}`) });

test("the_page_shows_the_story_with_its_lead_open", async () => {
  const { page, close } = await open();
  assert.match(await page.getByRole("heading", { level: 1 }).textContent(), /^Microsoft gives up/);
  assert.deepEqual(await openSections(page), [true, false, false, false, false]);
  await page.getByText("Microsoft does not walk away empty-handed").waitFor();
  assert.equal(await page.locator(".explainer-origin").getByText("January 22, 2025 at 12:36 PM").isVisible(), true);
  await close();
});

test("a_closed_section_shows_its_gist_and_an_open_one_its_text", async () => {
  const { page, close } = await open();
  const shortage = section(page, "compute-shortage");
  const gist = shortage.locator(".explainer-gist");
  const text = shortage.getByText("point of contention");
  assert.deepEqual([await gist.isVisible(), await text.isVisible()], [true, false]);
  await shortage.getByRole("heading").click({ force: true });
  assert.deepEqual([await gist.isVisible(), await text.isVisible()], [false, true]);
  await close();
});

test("an_address_with_a_section_opens_it_and_shows_its_heading", async () => {
  const { page, close } = await open({}, "/#agi-clause");
  assert.deepEqual(await openSections(page), [true, false, false, false, true]);
  const top = await section(page, "agi-clause")
    .getByRole("heading")
    .evaluate((heading) => heading.getBoundingClientRect().top);
  assert.ok(top >= 0 && top < 450, `heading at ${top}`);
  await close();
});

test("a_link_to_a_section_opens_it_without_script_of_ours", async () => {
  const { page, close } = await open();
  await page.evaluate(() => {
    location.hash = "whats-next";
  });
  await page.waitForFunction(() => document.querySelector("#whats-next").closest("details").open);
  await close();
});

test("a_text_fragment_opens_the_section_that_holds_the_text", async () => {
  const { page, close } = await open();
  await page.evaluate(() => {
    const link = document.createElement("a");
    link.href = "#:~:text=point%20of%20contention";
    link.textContent = "jump";
    link.id = "jump";
    document.body.prepend(link);
  });
  await page.locator("#jump").click();
  await page.waitForFunction(() => document.querySelector("#compute-shortage").closest("details").open);
  await close();
});

test("summarize_shows_the_points_and_gives_back_the_exact_state", async () => {
  const { page, close } = await open();
  await section(page, "whats-next").getByRole("heading").click({ force: true });
  const before = await openSections(page);
  const height = () => page.locator(".explainer-body").evaluate((body) => body.offsetHeight);
  const whole = await height();
  await page.getByRole("button", { name: "Summarize" }).click();
  assert.deepEqual(await openSections(page), [false, false, false, false, false]);
  assert.equal(await page.locator(".explainer-point:visible").count(), 5);
  const points = await page.locator(".explainer-point-section").evaluateAll((links) => links.map(({ hash }) => hash));
  const sections = await page.locator(".explainer-section").count();
  assert.equal(
    await page.locator(".explainer-gist:visible").count(),
    sections - new Set(points).size,
    "those that no point names",
  );
  assert.ok((await height()) < whole, "the page becomes shorter");
  await page.getByRole("button", { name: "Show full story" }).click();
  assert.deepEqual(await openSections(page), before);
  assert.equal(await page.locator(".explainer-point:visible").count(), 0);
  await close();
});

test("a_point_of_the_summary_jumps_to_its_section_and_opens_it", async () => {
  const { page, close } = await open();
  await page.getByRole("button", { name: "Summarize" }).click();
  await page.locator("a.explainer-point-section").nth(2).click();
  assert.deepEqual(await openSections(page), [false, false, true, false, false]);
  assert.match(page.url(), /#compute-shortage$/);
  await close();
});

test("the_keyboard_reaches_everything_and_a_definition_follows_its_mention", async () => {
  const { page, close } = await open();
  const focus = () =>
    page.evaluate(() => {
      let element = document.activeElement;
      while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element.getAttribute("aria-label") ?? element.textContent.trim();
    });
  const mention = page.locator(".explainer-standfirst a.explainer-term");
  await mention.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "right of first refusal" });
  await dialog.waitFor();
  assert.equal(await focus(), "right of first refusal");
  const said = page.locator(".explainer-toolbar").getByRole("status");
  assert.match(await said.textContent(), /^A promise that you will be asked first/);
  await page.keyboard.press("Tab");
  assert.equal(await focus(), "Close");
  await page.keyboard.press("Tab");
  assert.equal(await focus(), "cloud capacity");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "cloud capacity" }).waitFor();
  assert.equal(await focus(), "Back to “right of first refusal”");
  await page.keyboard.press("Enter");
  await dialog.waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  assert.equal(await focus(), "right of first refusal");
  await page.keyboard.press("Tab");
  assert.equal(await focus(), "Summarize");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.deepEqual(await openSections(page), [true, true, true, true, true]);
  await close();
});

test("a_definition_closes_when_focus_goes_on_past_it", async () => {
  const { page, close } = await open();
  const mention = page.locator(".explainer-standfirst a.explainer-term");
  await mention.focus();
  await page.keyboard.press("Enter");
  const popover = page.locator(".explainer-popover");
  const links = await popover.locator(".explainer-card-body > * a[href]:visible, .explainer-close").count();
  let stops = -1;
  while (await popover.isVisible()) {
    await page.keyboard.press("Tab");
    stops += 1;
    assert.ok(stops < 60, "there is a way out");
  }
  assert.ok(stops >= links, `${stops} stops for ${links} links`);
  const focused = await page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.textContent.trim());
  assert.equal(focused, "Summarize");
  await close();
});

test("a_definition_is_beside_its_mention_and_inside_the_window", async () => {
  const { page, close } = await open();
  for (const place of [0, 1, 2, 5]) {
    const mention = page.locator("a.explainer-term:visible").nth(place);
    await mention.click();
    const popover = page.locator(".explainer-popover");
    await popover.waitFor();
    const [a, b] = [await mention.boundingBox(), await popover.boundingBox()];
    const apart = Math.max(b.y - (a.y + a.height), a.y - (b.y + b.height));
    assert.ok(apart >= 0 && apart < 24, `mention ${place}: ${apart} px apart`);
    assert.ok(b.x >= 0 && b.x + b.width <= 1280, `mention ${place}: from ${b.x}`);
    await page.keyboard.press("Escape");
  }
  await close();
});

test("a_definition_scrolls_with_its_mention", async () => {
  const { page, close } = await open();
  const mention = page.locator(".explainer-section a.explainer-term:visible").nth(1);
  await mention.click();
  const apart = () =>
    page.evaluate(() => {
      const at = document.querySelector("[aria-expanded=true]").getBoundingClientRect();
      const own = document.querySelector(".explainer-popover").getBoundingClientRect();
      return Math.round(Math.max(own.top - at.bottom, at.top - own.bottom));
    });
  const before = await apart();
  assert.ok(before >= 0 && before < 24, `${before} px apart`);
  const scrolled = await page.evaluate(() => scrollY);
  await page.mouse.wheel(0, 120);
  await page.waitForFunction((from) => scrollY > from + 50, scrolled);
  assert.equal(await apart(), before);
  await close();
});

test("a_definition_follows_its_mention_in_a_box_that_scrolls", async () => {
  const { page, close } = await open();
  await page.evaluate(() => {
    document.querySelector("main").style.cssText = "block-size: 700px; overflow: auto";
  });
  const mention = page.locator(".explainer-section a.explainer-term:visible").nth(1);
  await mention.click();
  await mention.hover();
  await page.mouse.wheel(0, 60);
  await page.waitForFunction(() => {
    const at = document.querySelector("[aria-expanded=true]").getBoundingClientRect();
    const own = document.querySelector(".explainer-popover").getBoundingClientRect();
    const apart = Math.max(own.top - at.bottom, at.top - own.bottom);
    return document.querySelector("main").scrollTop > 20 && apart >= 0 && apart < 24;
  });
  await close();
});

for (const viewport of [
  { width: 740, height: 360 },
  { width: 1280, height: 560 },
  { width: 700, height: 800 },
]) {
  test(`a_definition_stays_inside_a_window_of_${viewport.width}_by_${viewport.height}`, async () => {
    const { page, close } = await open({ viewport });
    await page.getByRole("button", { name: "Expand all" }).click();
    const mentions = page.locator(".explainer-section a.explainer-term");
    for (let place = 0; place < (await mentions.count()); place += 3) {
      await mentions.nth(place).click();
      await frames(page);
      const { x, y, width, height } = await page.locator(".explainer-popover").boundingBox();
      const inside = x >= 0 && y >= 0 && x + width <= viewport.width && y + height <= viewport.height;
      assert.ok(inside, `mention ${place}: ${x},${y} ${width}×${height}`);
      await page.keyboard.press("Escape");
    }
    await close();
  });
}

test("a_definition_opened_twice_is_said_twice", async () => {
  const { page, close } = await open();
  await page.evaluate(() => {
    window.said = [];
    const status = document.querySelector(".explainer-toolbar").shadowRoot.querySelector("[role=status]");
    new MutationObserver(() => status.textContent && window.said.push(status.textContent)).observe(status, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  const mention = page.locator(".explainer-standfirst a.explainer-term");
  for (let time = 0; time < 2; time += 1) {
    await mention.click();
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  }
  assert.equal(await page.evaluate(() => window.said.length), 2);
  await close();
});

test("a_definition_that_the_page_hides_is_closed", async () => {
  const { page, close } = await open();
  const mention = page.locator(".explainer-section a.explainer-term").first();
  const expanded = (value) =>
    page.waitForFunction(
      (v) => document.querySelector(".explainer-section a.explainer-term").ariaExpanded === v,
      value,
    );
  await mention.click();
  await page.evaluate(() => document.querySelector(".explainer-popover").hidePopover());
  await expanded("false");
  await mention.click();
  await expanded("true");
  await page.evaluate(() => {
    document.querySelector(".explainer-section > details").open = false;
  });
  await expanded("false");
  assert.equal(await page.locator(".explainer-popover").isVisible(), false);
  await close();
});

test("on_a_phone_the_definition_is_a_sheet_at_the_bottom", async () => {
  const { page, close } = await open({ viewport: { width: 360, height: 740 }, hasTouch: true });
  const mention = page.locator(".explainer-section a.explainer-term").nth(2);
  await mention.tap();
  const box = await page.locator(".explainer-popover").boundingBox();
  assert.deepEqual([box.x, box.width, Math.round(box.y + box.height)], [0, 360, 740]);
  assert.ok(box.height <= 740 * 0.65 + 1);
  const { y, height } = await mention.boundingBox();
  assert.ok(y >= 0 && y + height <= box.y, "the mention is still to be seen");
  await page.getByRole("button", { name: "Close" }).tap();
  assert.equal(await page.locator(".explainer-popover").isVisible(), false);
  await close();
});

test("in_this_story_leads_to_the_other_mention_and_closes_the_definition", async () => {
  const { page, close } = await open();
  await page.locator(".explainer-section a.explainer-term", { hasText: "Stargate" }).first().click();
  await page.locator(".explainer-card a[role=doc-backlink]").first().click();
  assert.equal(await page.locator(".explainer-popover").isVisible(), false);
  assert.match(page.url(), /#ref-stargate-\d$/);
  const target = page.locator(new URL(page.url()).hash);
  assert.equal(await target.isVisible(), true);
  await close();
});

test("copying_a_section_link_puts_its_address_into_the_clipboard", async () => {
  const { page, close } = await open({ permissions: ["clipboard-read", "clipboard-write"] });
  const link = page.getByRole("link", { name: "Copy link to “Why OpenAI needed more room”" });
  await link.focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("[data-explainer-said]"));
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, `${site.origin}/#compute-shortage`);
  await close();
});

test("print_shows_every_section_and_the_definitions_and_no_controls", async () => {
  const { page, close } = await open();
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.getByText("point of contention").isVisible(), true);
  const glossary = page.locator("#term-stargate .explainer-short");
  assert.ok((await glossary.boundingBox()).height > 0);
  assert.equal(await page.locator(".explainer-toolbar").isVisible(), false);
  await close();
});
