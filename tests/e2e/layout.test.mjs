// What the page measures, and what axe finds in every state.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { PNG } from "pngjs";
import { violations } from "../support/axe.mjs";
import { embed, open as openPage, ready } from "../support/page.mjs";
import { launch, serve } from "../support/site.mjs";
import { prerender, STORY } from "../support/tools.mjs";

const RTL = await readFile(new URL("../fixtures/right-to-left.json", import.meta.url), "utf8");
const EVERY_PART = (await readFile(new URL("../fixtures/every-part.json", import.meta.url), "utf8")).replace(
  /"(\/images\/|https:\/\/example\.org\/)[^"]*\.(jpg|png|avif)"/g,
  '"/image.png"',
);
const IMAGE = { body: PNG.sync.write(new PNG({ width: 6, height: 4, fill: true })), type: "image/png" };
const LONG = JSON.stringify({
  schemaVersion: 1,
  id: "long",
  lang: "en",
  headline: "Long",
  sections: Array.from({ length: 40 }, (_, place) => ({
    id: `s${place}`,
    heading: `Part ${place}`,
    blocks: ["Words."],
  })),
});
let site, browser;
before(async () => {
  // axe takes a page without a background for white, also in the dark.
  const canvas = "<style>html { background: canvas }</style></head>";
  const standing = (await prerender(STORY, "--page", "--assets", "/explainer")).replace("</head>", canvas);
  const inline = (story) =>
    `<explainer-article loading="eager"><script type="application/json">${story.replaceAll("<", "\\u003c")}</script></explainer-article>`;
  site = await serve({
    "/standing": standing,
    "/static": standing.replace("<explainer-article>", '<explainer-article loading="never">'),
    "/image.png": IMAGE,
    "/client": embed("<explainer-article demo></explainer-article>"),
    "/long": embed(inline(LONG)),
    "/rtl": embed(inline(RTL)).replace('lang="en"', 'lang="ar" dir="rtl"'),
    "/every-part": embed(inline(EVERY_PART)),
    "/black": embed(
      inline(EVERY_PART).replace("<explainer-article", '<explainer-article theme="dark"'),
      "<style>body { background: black; color: white }</style>",
    ),
    "/black-unsaid": embed(
      inline(EVERY_PART),
      "<style>body { background: black; color: white } :root { --explainer-accent: #8ec5ff; --explainer-surface: #1d2024; --explainer-surface-ink: #eceef0 }</style>",
    ),
  });
  browser = await launch();
});
after(async () => {
  await browser.close();
  site.close();
});

const open = (options, address = "/") => openPage(browser, site.origin + address, options);

/** Tells scripts that the browser knows `::details-content`, or that it does not. Runs in the page. */
const printable = `() => {
  const supports = CSS.supports.bind(CSS);
  CSS.supports = (...asked) => (asked[0].includes("details-content") ? knows : supports(...asked));
}`;

const expand = (page) => page.locator("[data-explainer-action=toggle-all]").click();
const states = {
  collapsed: async (page) => {
    await expand(page);
    await page.getByRole("button", { name: "Collapse all" }).click();
  },
  expanded: async (page) => {
    await expand(page);
    await page.locator(".explainer-glossary > details > summary").click();
  },
  summarized: (page) => page.getByRole("button", { name: "Summarize" }).click(),
  popover: (page) => page.locator(".explainer-section a.explainer-term").first().click(),
};
const media = {
  light: {},
  dark: { colorScheme: "dark" },
  phone: { viewport: { width: 320, height: 640 } },
};

for (const [state, reach] of Object.entries(states)) {
  for (const [name, options] of Object.entries(media)) {
    test(`axe_finds_nothing_${state}_${name}`, async () => {
      const { page, close } = await open(options);
      await reach(page);
      assert.deepEqual(await violations(page), []);
      await close();
    });
  }
}

for (const address of ["/rtl", "/every-part", "/black", "/black-unsaid"]) {
  test(`axe_finds_nothing_on${address.replace(/\W/g, "_")}`, async () => {
    const { page, close } = await open({}, address);
    await expand(page);
    await page.locator("[data-explainer-action=summarize]").click();
    assert.deepEqual(await violations(page), []);
    await page.locator("a.explainer-term").first().click();
    assert.deepEqual(await violations(page), []);
    await close();
  });
}

test("axe_would_find_a_fault_inside_the_tools", async () => {
  const { page, close } = await open();
  await page.evaluate(() => {
    const { shadowRoot } = document.querySelector(".explainer-toolbar");
    shadowRoot.querySelector("button").textContent = "";
  });
  assert.match((await violations(page)).join(), /button-name/);
  await close();
});

for (const [name, options] of Object.entries({
  "320_px": { viewport: { width: 320, height: 640 } },
  "360_px": { viewport: { width: 360, height: 740 } },
  "1280_px": {},
})) {
  test(`nothing_scrolls_sideways_at_${name}`, async () => {
    const { page, close } = await open(options);
    await states.expanded(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${wide} px too wide`);
    await close();
  });
}

test("nothing_scrolls_sideways_with_text_at_200_percent", async () => {
  const { page, close } = await open({ viewport: { width: 360, height: 740 } });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  await states.expanded(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${wide} px too wide`);
  await close();
});

test("a_full_line_holds_60_to_75_characters", async () => {
  const { page, close } = await open();
  await expand(page);
  const longest = await page.$$eval(".explainer-section p", (paragraphs) => {
    const lines = [];
    for (const paragraph of paragraphs) {
      const range = document.createRange();
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      let [line, top] = [0, undefined];
      const ofParagraph = [];
      while (walker.nextNode()) {
        for (let at = 0; at < walker.currentNode.length; at += 1) {
          range.setStart(walker.currentNode, at);
          range.setEnd(walker.currentNode, at + 1);
          const { bottom } = range.getBoundingClientRect();
          if (top !== undefined && bottom - top > 8) {
            ofParagraph.push(line);
            line = 0;
          }
          top = bottom;
          line += 1;
        }
      }
      lines.push(...ofParagraph);
    }
    return lines;
  });
  const mean = longest.reduce((sum, length) => sum + length, 0) / longest.length;
  assert.ok(mean >= 60 && mean <= 75, `${mean} characters in ${longest.length} lines`);
  await close();
});

test("every_control_is_at_least_24_px_wide_and_high", async () => {
  const { page, close } = await open({ viewport: { width: 360, height: 740 }, hasTouch: true });
  await page.locator(".explainer-section a.explainer-term").first().tap();
  const small = await page.evaluate(() => {
    const roots = [document, ...[...document.querySelectorAll("*")].map((e) => e.shadowRoot).filter(Boolean)];
    const controls = roots.flatMap((root) => [
      ...root.querySelectorAll("explainer-article summary, .explainer-permalink, button"),
    ]);
    return controls
      .filter((control) => control.checkVisibility())
      .map((control) => control.getBoundingClientRect())
      .filter(({ width, height }) => width < 24 || height < 24).length;
  });
  assert.equal(small, 0);
  await close();
});

for (const [name, viewport] of Object.entries({
  phone: { width: 360, height: 740 },
  desktop: { width: 1280, height: 900 },
})) {
  test(`the_skeleton_is_about_as_high_as_the_story_on_a_${name}`, async () => {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    let release;
    const held = new Promise((resolve) => {
      release = resolve;
    });
    await page.route("**/*.wasm", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${site.origin}/client`);
    await page.waitForFunction(() => customElements.get("explainer-article"));
    const height = () => page.locator("explainer-article").evaluate((e) => e.offsetHeight);
    const skeleton = await height();
    assert.equal(await page.locator("explainer-article").getAttribute("aria-busy"), "true");
    release();
    await ready(page);
    const story = await height();
    assert.ok(Math.abs(skeleton - story) < story * 0.1, `${skeleton} px before, ${story} px after`);
    assert.equal(await page.locator("explainer-article").getAttribute("aria-busy"), null);
    await context.close();
  });
}

test("the_accessibility_tree_says_what_the_page_shows", async () => {
  const { page, close } = await open();
  const tree = await page.locator("explainer-article").ariaSnapshot();
  for (const part of [
    '- heading "Microsoft gives up its exclusive hold on OpenAI’s computing, and keeps first call" [level=1]',
    '- group "Story tools":',
    '- button "Summarize"',
    '- heading "What has changed between Microsoft and OpenAI?" [level=2]',
    '- heading "Terms in this story" [level=2]',
  ]) {
    assert.ok(tree.includes(part), `no ${part} in:\n${tree}`);
  }
  await close();
});

for (const [name, options] of Object.entries(media)) {
  test(`axe_finds_nothing_on_a_prerendered_page_${name}`, async () => {
    const { page, close } = await open(options, "/standing");
    assert.deepEqual(await violations(page), []);
    await expand(page);
    assert.deepEqual(await violations(page), []);
    await close();
    const context = await browser.newContext(options);
    const plain = await context.newPage();
    await plain.goto(`${site.origin}/static`);
    await plain.locator("a.explainer-term:visible").first().click();
    assert.deepEqual(await violations(plain), []);
    await context.close();
  });
}

test("a_very_long_story_is_reached_and_printed_whole", async () => {
  const { page, close } = await open({}, "/long");
  const last = page.locator(".explainer-section").last();
  const skips = () => last.evaluate((section) => getComputedStyle(section).contentVisibility);
  assert.equal(await skips(), "auto");
  await page.evaluate(() => (location.hash = "#s39"));
  await page.getByText("Part 39").waitFor();
  await page.waitForFunction(() => {
    const fold = document.querySelector("#s39").closest("details");
    return fold.open && fold.getBoundingClientRect().top < innerHeight;
  });
  await page.emulateMedia({ media: "print" });
  assert.equal(await skips(), "visible");
  await close();
});

for (const [name, knows] of Object.entries({ shows: true, cannot_show: false })) {
  test(`a_print_is_whole_where_a_style_sheet_${name}_closed_sections`, async () => {
    const { page, close } = await open({ init: `const knows = ${knows}; (${printable})()` }, "/standing");
    const states = () => page.$$eval(".explainer-disclosure > details", (all) => all.map(({ open }) => open));
    const before = await states();
    assert.ok(before.includes(false));
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.deepEqual(
      await states(),
      before.map((open) => open || !knows),
    );
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.deepEqual(await states(), before);
    await close();
  });
}

test("the_words_of_the_tools_follow_a_translator_there_and_back", async () => {
  const { page, close } = await open("/standing");
  const said = (words) => page.getByRole("button", { name: words }).waitFor();
  await page.getByRole("button", { name: "Summarize" }).click();
  await page.evaluate(() => (document.documentElement.lang = "de"));
  await said("Ganzen Artikel zeigen");
  await page.locator(".explainer-standfirst a.explainer-term").click();
  await page.getByRole("button", { name: "Schließen" }).waitFor();
  await page.evaluate(() => (document.documentElement.lang = "en"));
  await said("Show full story");
  await page.locator(".explainer-standfirst a.explainer-term").click();
  await page.getByRole("button", { name: "Close" }).click();
  await close();
});
