// Images, tables, embeds, boxes and footnotes: prerendered and from JSON, with the tools and without.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { PNG } from "pngjs";
import { violations } from "../support/axe.mjs";
import { embed, openPage, ready } from "../support/page.mjs";
import { launch, serve } from "../support/site.mjs";
import { prerender } from "../support/tools.mjs";

const FILE = new URL("../fixtures/every-part.json", import.meta.url).pathname;
const JSON_TEXT = await readFile(FILE, "utf8");
/** Returns a picture of the shape that the story says a file has. */
function picture(address) {
  const { pathname } = new URL(address);
  const [, width = "60", height = "40"] = JSON_TEXT.match(`"${pathname}", "width": (\\d+), "height": (\\d+)`) ?? [];
  const shape = pathname.includes("lead") ? [160, 90] : [Number(width) / 10, Number(height) / 10];
  return PNG.sync.write(new PNG({ width: shape[0], height: shape[1], fill: true }));
}
const STRICT = {
  "content-security-policy":
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; " +
    "media-src 'self'; frame-src https://www.youtube-nocookie.com; require-trusted-types-for 'script'; trusted-types 'none'",
};
/** One image never comes. */
const LATE = 400;

const CASES = JSON.parse(await readFile(new URL("../fixtures/glossary.json", import.meta.url), "utf8"));
const MENTIONS = JSON.stringify({
  schemaVersion: 1,
  id: "mentions",
  lang: "en",
  headline: "Of ships",
  sections: [{ id: "lead", heading: "Lead", blocks: [["Of ", { term: "draught" }, "."]] }],
});
const SHARED = JSON.stringify({
  terms: [
    { id: "keel", label: "keel", short: "The lowest part of a ship." },
    { id: "draught", label: "draught", short: "How deep a ship lies in the water." },
  ],
});

let site, browser;
before(async () => {
  const page = (await prerender(FILE, "--page", "--assets", "/explainer")).replaceAll(
    "https://example.org/image.jpg",
    "/never.jpg",
  );
  site = await serve({
    "/story": { body: page, headers: STRICT },
    "/still": { body: page, headers: { "content-security-policy": "script-src 'none'" } },
    "/every-part.json": {
      body: JSON_TEXT.replaceAll("https://example.org/image.jpg", "/never.jpg"),
      type: "application/json",
    },
    "/no-memory": page.replace("<explainer-article>", "<explainer-article no-memory>"),
    "/mentions.json": { body: MENTIONS, type: "application/json" },
    "/stories/own.json": {
      body: JSON.stringify({ ...JSON.parse(MENTIONS), glossary: "../terms.json" }),
      type: "application/json",
    },
    "/own-glossary": embed('<explainer-article src="/stories/own.json" loading="eager"></explainer-article>'),
    "/terms.json": { body: SHARED, type: "application/json" },
    "/shared": embed(
      '<explainer-article src="/mentions.json" glossary="/terms.json" loading="eager"></explainer-article>',
    ),
    "/unshared": embed(
      '<explainer-article src="/mentions.json" glossary="/none.json" loading="eager"></explainer-article>',
    ),
    "/json": embed('<explainer-article src="/every-part.json" loading="eager"></explainer-article>'),
  });
  browser = await launch();
});
after(async () => {
  await browser.close();
  site.close();
});

const ASKED_ELSEWHERE = /^https:\/\/(?!127)/;

/** Opens a page whose images come late; notes what is asked of other sites. */
async function open(address, options = {}) {
  const asked = [];
  const prepare = async (page) => {
    await page.route(/\.(jpg|png|avif|mp4|mp3|vtt)$/, async (route) => {
      if (route.request().url().endsWith("/never.jpg")) return route.abort();
      await new Promise((resolve) => setTimeout(resolve, LATE));
      return route.fulfill({ body: picture(route.request().url()), contentType: "image/png" });
    });
    await page.route(ASKED_ELSEWHERE, (route) => {
      asked.push(route.request().url());
      return route.fulfill({ body: "<!doctype html><title>Elsewhere</title>", contentType: "text/html" });
    });
  };
  const opened = await openPage(browser, site.origin + address, { prepare, forbids: ["thrown"], ...options });
  return { ...opened, asked };
}

const sorted = (page) => page.locator(".explainer-data-table tbody tr > :first-child").allTextContents();

for (const address of ["/story", "/json"]) {
  const where = address === "/story" ? "prerendered" : "from_json";

  test(`a_table_${where}_is_sorted_by_its_numbers_and_by_its_words`, async () => {
    const { page, close } = await open(address);
    await ready(page);
    const ships = page.getByRole("button", { name: "Ships thousand" });
    await ships.click();
    assert.deepEqual(await sorted(page), ["West", "South, with beta", "North"]);
    await ships.press("Enter");
    assert.deepEqual(await sorted(page), ["North", "South, with beta", "West"]);
    const heading = page.getByRole("columnheader", { name: "Ships thousand" });
    assert.equal(await heading.getAttribute("aria-sort"), "descending");
    await page.getByRole("button", { name: "Open" }).click();
    assert.deepEqual((await sorted(page)).at(-1), "South, with beta", "the empty cell is last");
    assert.equal(await heading.getAttribute("aria-sort"), null);
    await close();
  });

  test(`an_image_${where}_is_shown_large_and_gives_the_focus_back`, async () => {
    const { page, close } = await open(address);
    await ready(page);
    const link = page.getByRole("link", { name: "Enlarge: A harbor at dawn" });
    await page.waitForFunction(() => document.querySelector(".explainer-sort"));
    await link.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "A harbor at dawn" });
    await dialog.waitFor();
    assert.equal(await dialog.getByRole("img").getAttribute("src"), `${site.origin}/images/lead.jpg`);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    assert.equal(await link.evaluate((element) => element === document.activeElement), true);
    assert.equal(await page.locator("dialog.explainer-large").count(), 0);
    await link.click();
    await page.getByRole("dialog", { name: "A harbor at dawn" }).getByRole("button", { name: "Close" }).click();
    await dialog.waitFor({ state: "hidden" });
    assert.equal(new URL(page.url()).pathname, address);
    await close();
  });

  test(`an_embed_${where}_asks_before_anything_is_loaded_and_remembers_the_wish`, async () => {
    const { page, asked, close } = await open(address);
    await ready(page);
    const load = page.getByRole("button", { name: "Show content from YouTube" });
    await load.waitFor();
    assert.deepEqual(asked, []);
    assert.equal(await page.getByRole("link", { name: "A film elsewhere" }).isVisible(), true);
    assert.equal(
      await page.getByRole("button", { name: /Show content/ }).count(),
      1,
      "a site that is not known has none",
    );
    await page.getByRole("checkbox", { name: "Always show content from YouTube" }).check();
    await load.click();
    await page.frameLocator("iframe[title='A film elsewhere']").locator("html").waitFor({ state: "attached" });
    assert.deepEqual(asked, ["https://www.youtube-nocookie.com/embed/abcdefghijk"]);
    assert.equal(await page.getByRole("link", { name: "A film elsewhere" }).isVisible(), true);
    await page.reload();
    await ready(page);
    await page.locator(".explainer-embed").first().scrollIntoViewIfNeeded();
    await page.locator("iframe[title='A film elsewhere']").waitFor();
    assert.equal(asked.length, 2);
    await close();
  });

  test(`nothing_moves_in_a_story_${where}_while_its_images_come_and_one_never_does`, async () => {
    const init = () => {
      window.shifts = [];
      new PerformanceObserver((list) =>
        window.shifts.push(
          ...list
            .getEntries()
            .map(
              ({ value, sources }) =>
                `${value} ${sources.map(({ node }) => node?.className ?? node?.parentElement?.className)}`,
            ),
        ),
      ).observe({
        type: "layout-shift",
        buffered: true,
      });
    };
    const { page, close } = await open(address, { init, viewport: { width: 360, height: 740 } });
    await ready(page);
    await page.waitForFunction(() => document.querySelector(".explainer-sort"));
    await page.waitForTimeout(LATE);
    const before = await page.evaluate(() => window.shifts.length);
    const steps = await page.evaluate(() => Math.ceil(document.body.scrollHeight / 500));
    for (let step = 0; step < steps; step += 1) {
      await page.mouse.wheel(0, 500);
      await page.waitForTimeout(120);
    }
    await page.waitForTimeout(2 * LATE);
    assert.deepEqual((await page.evaluate(() => window.shifts)).slice(before), []);
    if (address === "/story") assert.equal(before, 0, await page.evaluate(() => window.shifts.join("; ")));
    const missing = await page.locator('img[alt="A map of the coast"]').boundingBox();
    assert.ok(Math.abs(missing.width / missing.height - 1.5) < 0.02, "its box stays");
    await close();
  });
}

for (const address of ["/story", "/json"])
  test(`a_footnote_opens_where_its_sign_is_${address === "/story" ? "prerendered" : "from_json"}`, async () => {
    const { page, close } = await open(address);
    await ready(page);
    const sign = page.locator(".explainer-noteref > a").first();
    await sign.focus();
    await page.keyboard.press("Enter");
    const note = page.getByRole("dialog", { name: "Note 1" });
    await note.waitFor();
    await note.getByText("A footnote with a link").waitFor();
    assert.equal(await sign.getAttribute("aria-expanded"), "true");
    await page.keyboard.press("Escape");
    await note.waitFor({ state: "hidden" });
    assert.equal(await sign.evaluate((element) => element === document.activeElement), true);
    assert.equal(new URL(page.url()).hash, "");
    await close();
  });

test("a_sentence_names_its_source_where_it_stands", async () => {
  const { page, close } = await open("/story");
  await ready(page);
  await page.locator(".explainer-noteref > a", { hasText: "3" }).click();
  const note = page.getByRole("dialog", { name: "Note 3" });
  const link = note.getByRole("link", { name: "A report" });
  assert.equal(await link.getAttribute("href"), "https://example.org/report");
  await note.getByText("An office").waitFor();
  await close();
});

test("a_correction_stands_at_the_section_that_it_mends_too", async () => {
  const { page, close } = await open("/story");
  await ready(page);
  const section = page.locator(".explainer-section", { hasText: "A section without kicker" });
  const correction = section.getByRole("complementary");
  assert.equal(await correction.isVisible(), false);
  await section.locator("summary").click();
  assert.match((await correction.textContent()) ?? "", /^Corrections.*2025: An earlier version left out beta\.$/);
  await correction.getByRole("link", { name: "Corrections" }).click();
  assert.equal(new URL(page.url()).hash, "#explainer-corrections");
  await close();
});

test("listening_marks_the_section_that_is_spoken", async () => {
  const { page, close } = await open("/json");
  await ready(page);
  await page.waitForFunction(() => document.querySelector(".explainer-sort"));
  const spoken = () => page.locator(".explainer-heading[aria-current]").allTextContents();
  /** Plays from there, as far as the tools can tell: the file of the test is no recording. */
  const play = (seconds) =>
    page.locator("audio").evaluate((audio, at) => {
      Object.defineProperty(audio, "currentTime", { value: at, configurable: true });
      audio.dispatchEvent(new Event("timeupdate"));
    }, seconds);
  assert.deepEqual(await spoken(), []);
  await play(10);
  assert.deepEqual(await spoken(), ["Lead"]);
  await play(90);
  assert.deepEqual(await spoken(), ["More"]);
  await page.locator("audio").evaluate((audio) => {
    Object.defineProperty(audio, "ended", { value: true });
    audio.dispatchEvent(new Event("ended"));
  });
  assert.deepEqual(await spoken(), []);
  await close();
});

test("terms_that_stories_share_come_as_the_native_tool_adds_them", async () => {
  const { page, close } = await open("/story");
  for (const { name, story, glossary, becomes } of CASES) {
    const added = await page.evaluate(
      async ([text, shared]) => {
        // @ts-expect-error The address is one of the page.
        const { addTerms } = await import("/explainer/explainer-glossary.js");
        return addTerms(text, shared);
      },
      [JSON.stringify(story), JSON.stringify(glossary)],
    );
    assert.deepEqual(JSON.parse(added), becomes, name);
  }
  await close();
});

test("a_story_from_json_takes_terms_from_the_glossary_of_its_element", async () => {
  const { page, close } = await open("/shared");
  await ready(page);
  await page.locator("a.explainer-term").click();
  await page.getByRole("dialog").getByText("How deep a ship lies in the water.").waitFor();
  assert.equal(await page.locator(".explainer-definition").count(), 1);
  await page.goto(`${site.origin}/unshared`);
  await page.waitForFunction(() => window.heard.some(({ code }) => code === "glossary-unavailable"));
  await page.getByText("Of draught.").waitFor();
  await close();
});

test("a_story_names_its_glossary_itself", async () => {
  const { page, close } = await open("/own-glossary");
  await ready(page);
  await page.locator("a.explainer-term").click();
  await page.getByRole("dialog").getByText("How deep a ship lies in the water.").waitFor();
  await close();
});

test("a_reader_who_comes_back_sees_which_sections_have_changed", async () => {
  const { page, close } = await open("/story");
  const marks = page.locator(".explainer-changed");
  await page.waitForFunction(() => localStorage.getItem("explainer-seen-every-part"));
  assert.equal(await marks.count(), 0, "not at the first visit");
  await page.evaluate(() => localStorage.setItem("explainer-seen-every-part", "2025-03-01T00:00:00Z"));
  await page.reload();
  await marks.waitFor({ state: "attached" });
  assert.deepEqual(await marks.allTextContents(), ["Changed since your last visit"]);
  await page.reload();
  await ready(page);
  await page.waitForFunction(() => document.querySelector(".explainer-sort"));
  assert.equal(await marks.count(), 0, "seen now");
  await page.goto(`${site.origin}/no-memory`);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await ready(page);
  await page.waitForFunction(() => document.querySelector(".explainer-sort"));
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await close();
});

test("without_script_everything_is_there_and_answers", async () => {
  const { page, asked, close } = await open("/still");
  assert.equal(
    await page.getByRole("link", { name: "Enlarge: A harbor at dawn" }).getAttribute("href"),
    "/images/lead.jpg",
  );
  assert.equal(await page.getByRole("button", { name: /YouTube/ }).count(), 0);
  assert.equal(await page.getByText("The film shows the harbor.").isVisible(), true);
  const answer = page.getByText("Because of alpha");
  assert.equal(await answer.isVisible(), false);
  await page.goto(`${site.origin}/still#explainer-question-why`);
  assert.equal(await answer.isVisible(), true);
  await page.locator(".explainer-noteref a").first().click();
  const note = page.locator(".explainer-note:target");
  assert.match(await note.textContent(), /^Note 1 A footnote with a link/);
  assert.equal(await note.evaluate((element) => getComputedStyle(element).position), "fixed");
  await note.locator("[role=doc-backlink]").click();
  assert.equal(new URL(page.url()).hash, "#explainer-noteref-1");
  assert.deepEqual(asked, []);
  await close();
});

for (const [name, options] of Object.entries({
  light: {},
  dark: { colorScheme: "dark" },
  phone: { viewport: { width: 320, height: 640 } },
  forced_colours: { forcedColors: "active" },
})) {
  test(`axe_finds_nothing_in_every_element_${name}`, async () => {
    const { page, close } = await open("/json", options);
    await ready(page);
    await page.getByRole("button", { name: "Expand all" }).click();
    await page.evaluate(() =>
      document.querySelectorAll(".explainer-body details").forEach((each) => (each.open = true)),
    );
    assert.deepEqual(await violations(page), []);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${wide} px too wide`);
    await page.waitForFunction(() => document.querySelector(".explainer-sort"));
    await page.getByRole("link", { name: "Enlarge: A map of the coast" }).click();
    assert.deepEqual(await violations(page), []);
    await close();
  });
}
