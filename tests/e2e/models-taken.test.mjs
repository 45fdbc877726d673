// What a reader takes away from a mini-model: links that open a scenario, tables and pictures.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import {
  alone,
  field,
  heard,
  JOURNEYS,
  KINDS,
  LINK,
  model,
  playing,
  readout,
  rested,
  scenario,
  stage,
  standing,
} from "../support/models.mjs";
import { prerender, STORY } from "../support/tools.mjs";

const { open, site } = await stage();

// Scenarios: the address, the property, the event.

test("a_copied_link_opens_the_same_scenario_on_a_new_page", async () => {
  const { page, play, close } = await open("/agi-trigger");
  await field(play, "Growth each year").fill("40");
  await play.getByRole("radio", { name: "per year" }).check();
  await play.getByRole("button", { name: "Copy link to this scenario" }).click();
  await play.locator(".explainer-message:not(:empty)").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(link, `${site.origin}/agi-trigger#scenario_agi-trigger_growth_40_counting_per-period`);
  const said = await readout(play);
  const other = await page.context().newPage();
  await other.goto(link);
  await playing(other);
  const again = other.locator("explainer-model");
  assert.equal(await again.evaluate((element) => element.scenario), "growth=40&counting=per-period");
  assert.equal(await again.locator(".explainer-readout").textContent(), said);
  assert.equal(await again.getByRole("radio", { name: "per year" }).isChecked(), true);
  assert.equal(await again.locator(".explainer-message").textContent(), "", "nothing to tell");
  await close();
});

test("a_link_without_changes_names_the_model_only", async () => {
  const { page, play, close } = await open("/what-changed");
  await play.getByRole("button", { name: "Copy link to this scenario" }).click();
  await play.locator(".explainer-message:not(:empty)").waitFor();
  assert.equal(
    await page.evaluate(() => navigator.clipboard.readText()),
    `${site.origin}/what-changed#scenario_what-changed`,
  );
  await close();
});

/** @type {Record<string, [string, string, RegExp]>} What a link gives, what is set, what the reader sees. */
const NOTICES = {
  a_value_out_of_range: ["growth=9999", "growth=150", /nearest possible/],
  a_value_between_two_steps: ["growth=52", "", /nearest possible/],
  an_unknown_name: ["speed=3&growth=40", "growth=40", /could not be applied/],
  a_value_that_is_none: ["growth=NaN", "", /could not be applied/],
  no_pair_at_all: ["%%%", "", /could not be applied/],
  markup: ["growth=<img src=x onerror=alert(1)>", "", /could not be applied/],
};
for (const [name, [given, wanted, notice]] of Object.entries(NOTICES)) {
  test(`of_${name}_in_a_link_the_reader_sees_and_hears`, async () => {
    const { play, close } = await open(`/agi-trigger#scenario:agi-trigger?${given}`);
    assert.equal(await scenario(play), wanted);
    const message = play.locator(".explainer-message");
    assert.match(await message.textContent(), notice);
    assert.equal(await message.isVisible(), true);
    await play.locator(".explainer-status", { hasText: notice }).waitFor({ state: "attached" });
    // It goes with the next thing that the reader does.
    await play.getByRole("checkbox").check();
    await rested(play);
    assert.equal(await message.textContent(), "");
    await close();
  });
}

test("a_new_address_on_the_same_page_sets_the_model_again", async () => {
  const { page, play, close } = await open("/agi-trigger");
  await page.evaluate(() => (location.hash = "#scenario:agi-trigger?growth=40"));
  await rested(play);
  assert.equal(await scenario(play), "growth=40");
  await page.evaluate(() => (location.hash = "#scenario:other?growth=5"));
  await rested(play);
  assert.equal(await scenario(play), "growth=40", "another's scenario is not ours");
  await close();
});

test("of_two_elements_with_one_id_the_first_takes_the_address", async () => {
  site.pages["/twice"] = alone(standing(model("agi-trigger")) + standing(model("agi-trigger")), { head: LINK });
  const { page, close } = await open("/twice#scenario:agi-trigger?growth=40", {
    viewport: { width: 1280, height: 3000 },
    count: 2,
  });
  const all = () =>
    page.locator("explainer-model").evaluateAll((elements) => elements.map((element) => element.scenario));
  assert.deepEqual(await all(), ["growth=40", ""]);
  await page.evaluate(() => (location.hash = "#scenario:agi-trigger?growth=60"));
  await page.waitForFunction(() => document.querySelector("explainer-model").scenario === "growth=60");
  assert.deepEqual(await all(), ["growth=60", ""]);
  await close();
});

test("the_scenario_property_is_taken_before_the_element_is_defined_and_after", async () => {
  site.pages["/early"] = alone("").replace("<h1>", '<explainer-model loading="eager"></explainer-model><h1>');
  const { page, play, close } = await open("/early", {
    init: () => {
      addEventListener("readystatechange", () => {}, true);
      document.addEventListener(
        "readystatechange",
        () => {
          const element = document.querySelector("explainer-model");
          window.wasDefined = !!customElements.get("explainer-model");
          element.model = window.early;
          element.scenario = "growth=40&nullified=yes";
        },
        { once: true },
      );
    },
    prepare: (target) => target.addInitScript(`window.early = ${JSON.stringify(model("agi-trigger"))}`),
  });
  assert.equal(await page.evaluate(() => window.wasDefined), false);
  assert.equal(await scenario(play), "growth=40&nullified=yes");
  assert.equal(await play.getByRole("checkbox").isChecked(), true);
  for (const text of ["growth=5", "", "first-year=2.5&years=30"]) {
    await play.evaluate((element, wanted) => (element.scenario = wanted), text);
    assert.equal(await scenario(play), text);
  }
  await play.evaluate((element) => (element.scenario = "growth=9999"));
  assert.equal(await scenario(play), "growth=150", "as far as it is possible");
  await play.evaluate((element) => (element.scenario = null));
  assert.equal(await scenario(play), "");
  await close();
});

test("a_change_is_told_to_the_page_around_with_model_scenario_and_sentence", async () => {
  const { page, play, close } = await open("/agi-trigger");
  await page.evaluate(() =>
    document.addEventListener("explainer-model-change", (event) => {
      const { bubbles, composed, cancelable, target } = event;
      window.seen = { bubbles, composed, cancelable, isHost: target === document.querySelector("explainer-model") };
    }),
  );
  await field(play, "Growth each year").fill("40");
  await rested(play);
  const [change] = (await heard(page, "changes")).slice(-1);
  assert.deepEqual(change, { model: "agi-trigger", scenario: "growth=40", sentence: await readout(play) });
  assert.deepEqual(await page.evaluate(() => window.seen), {
    bubbles: true,
    composed: true,
    cancelable: false,
    isHost: true,
  });
  assert.deepEqual(await heard(page, "ready"), [{ model: "agi-trigger", title: model("agi-trigger").title }]);
  await close();
});

test("a_scenario_link_opens_the_folds_around_its_model_and_shows_it_at_its_width", async () => {
  const { page, close } = await open("/story#scenario:what-changed?show=ended", { count: 1 });
  const play = page.locator("explainer-model[model=what-changed]");
  await page.waitForFunction(
    () => document.querySelector("explainer-model[model=what-changed]").scenario === "show=ended",
  );
  await play.locator(".explainer-readout").waitFor();
  await page.evaluate(() => (location.hash = "#scenario:agi-trigger?growth=40"));
  const other = page.locator(".explainer-section explainer-model[model=agi-trigger]");
  await other.locator(".explainer-readout").waitFor();
  await page.waitForFunction(() => {
    const model = document.querySelector(".explainer-section explainer-model[model=agi-trigger]");
    const { top } = model.getBoundingClientRect();
    return model.scenario === "growth=40" && top > -5 && top < 450;
  });
  const { width } = await other.evaluate((element) => element.getBoundingClientRect().toJSON());
  const drawn = await other
    .locator(".explainer-play .explainer-picture")
    .evaluate((picture) => picture.getBoundingClientRect().width);
  assert.ok(drawn > Math.min(width, 1000) - 10, `the drawing is ${drawn} px of ${width}`);
  await close();
});

test("a_scenario_link_reaches_a_model_far_below_on_a_page_that_names_the_story_only", async () => {
  const element = await prerender(STORY);
  site.pages["/far"] = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test page</title>
<script type="module" src="/explainer/explainer-article.js"></script>
<main><div style="block-size: 9000px"></div>${element}</main></html>`;
  const { page, close } = await open("/far#scenario:what-changed?show=ended");
  const play = page.locator("explainer-model[model=what-changed]").first();
  await play.locator(".explainer-readout").waitFor();
  assert.equal(await scenario(play), "show=ended");
  await page.waitForFunction(() => {
    const { top } = document.querySelector("explainer-model[model=what-changed]").getBoundingClientRect();
    return top > -5 && top < innerHeight;
  });
  await close();
});

test("the_drawing_follows_the_width_that_it_has", async () => {
  const { page, play, close } = await open("/agi-trigger");
  const width = () =>
    play.locator(".explainer-picture").evaluate((picture) => Number(picture.getAttribute("viewBox").split(" ")[2]));
  assert.equal(await width(), 1000);
  await page.addStyleTag({ content: "main { max-width: 400px }" });
  await play.locator(".explainer-picture[viewBox*=' 400 ']").waitFor();
  await page.setViewportSize({ width: 320, height: 640 });
  await page.waitForFunction(() => {
    const { shadowRoot } = document.querySelector("explainer-model");
    return Number(shadowRoot.querySelector(".explainer-picture").getAttribute("viewBox").split(" ")[2]) <= 320;
  });
  await close();
});

// What an editor takes away.

for (const id of Object.keys(KINDS)) {
  test(`the_table_of_a_${KINDS[id]}_is_copied_for_spreadsheets`, async () => {
    const { page, play, close } = await open(`/${id}`);
    await play.getByText("Assumptions and sources").click();
    await play.getByRole("button", { name: "Copy table" }).click();
    await play.getByText("Table copied").first().waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    const copied = text
      .trimEnd()
      .split("\r\n")
      .map((line) => line.split("\t"));
    const asHtml = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const html = await (await item.getType("text/html")).text();
      const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
      return [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent));
    });
    const download = page.waitForEvent("download");
    await play.getByRole("button", { name: "Save as CSV" }).click();
    const file = await download;
    assert.equal(file.suggestedFilename(), `${id}.csv`);
    const saved = await readFile(await file.path(), "utf8");
    assert.equal(saved.charCodeAt(0), 0xfeff);
    assert.equal(saved.split("\r\n").length - 1, copied.length);
    const own = await play
      .locator("table")
      .first()
      .evaluate((table) =>
        [...table.rows].map((row) =>
          [...row.cells].map(
            (cell) =>
              cell.querySelector("data")?.value ??
              cell.querySelector("time")?.dateTime ??
              cell.textContent.trim().replace(/\s+/g, " "),
          ),
        ),
      );
    assert.deepEqual(copied, own);
    assert.deepEqual(asHtml, own);
    assert.ok(copied.length > 2);
    await close();
  });
  test(`a_${KINDS[id]}_is_saved_as_svg_and_png_as_it_is_set`, async () => {
    const { page, play, close } = await open(`/${id}`);
    await JOURNEYS[id].mouse(play);
    await rested(play);
    const said = await readout(play);
    await play.getByText("Assumptions and sources").click();
    for (const type of ["SVG", "PNG"]) {
      const download = page.waitForEvent("download");
      await play.getByRole("button", { name: `Save as ${type}` }).click();
      const file = await download;
      assert.equal(file.suggestedFilename(), `${id}.${type.toLowerCase()}`);
      const bytes = await readFile(await file.path());
      if (type === "PNG") {
        assert.equal(bytes.readUInt32BE(16), 2400);
        continue;
      }
      const words = bytes
        .toString()
        .replace(/<[^>]*>/g, " ")
        .replace(/\s+/g, " ");
      const has = (text) => text.split(/\s+/).every((word) => words.includes(word.replaceAll("&", "&amp;")));
      assert.ok(has(model(id).title), "the title is in the picture");
      assert.ok(has(said), "and what is set");
      assert.ok(has(model(id).sources[0].title), "and the source");
      assert.match(words, /Sources?: /, "and a space after each of its lines");
    }
    await close();
  });
}

test("a_table_is_copied_while_the_press_still_counts", async () => {
  let release;
  const asked = new Promise((resolve) => (release = resolve));
  const { page, play, close } = await open("/what-changed", {
    init: () => {
      for (const name of ["write", "writeText"]) {
        const own = Clipboard.prototype[name];
        Clipboard.prototype[name] = function (...given) {
          window.isAsked = true;
          return own.apply(this, given);
        };
      }
    },
    prepare: (target) => target.route("**/explainer-picture.js", (route) => asked.then(() => route.continue())),
  });
  await play.getByText("Assumptions and sources").click();
  await play.getByRole("button", { name: "Copy table" }).click();
  // Before the module that writes the table is there.
  await page.waitForFunction(() => window.isAsked);
  release();
  await play.getByText("Table copied").first().waitFor();
  await close();
});
