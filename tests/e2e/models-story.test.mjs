// Mini-models in a story and in its definitions.
import assert from "node:assert/strict";
import { test } from "node:test";
import { alone, JOURNEYS, model, rested, scenario, sendJson, stage, story } from "../support/models.mjs";
import { measuring } from "../support/leak.mjs";
import { embed, ready } from "../support/page.mjs";

const { browser, open, site } = await stage();

// In a story.

test("models_of_a_story_play_under_a_strict_policy", async () => {
  const { page, close } = await open("/story-strict", { count: 0 });
  await ready(page);
  await page.getByRole("button", { name: "Expand all" }).click();
  for (const id of ["what-changed", "rofr", "deal-in-time", "agi-trigger"]) {
    const play = page.locator(`.explainer-section explainer-model[model=${id}]`);
    await play.scrollIntoViewIfNeeded();
    await play.locator(".explainer-readout").waitFor();
    await JOURNEYS[id].mouse(play);
    await rested(play);
    assert.equal(await scenario(play), JOURNEYS[id].scenario);
  }
  const play = page.locator(".explainer-section explainer-model[model=agi-trigger]");
  await play.locator(".explainer-play summary").last().click();
  const download = page.waitForEvent("download");
  await play.getByRole("button", { name: "Save as PNG" }).click();
  await download;
  const padding = await play
    .locator(".explainer-controls")
    .evaluate((controls) => getComputedStyle(controls).paddingTop);
  assert.notEqual(padding, "0px", "it is styled");
  await close();
});

test("models_of_a_story_play_however_its_json_is_spaced", async () => {
  const spaced = JSON.stringify(story).replace('"models":[', '"models" :\n [');
  assert.notEqual(spaced, JSON.stringify(story));
  site.pages["/spaced.json"] = sendJson(spaced);
  site.pages["/spaced"] = embed('<explainer-article src="/spaced.json"></explainer-article>');
  const { page, close } = await open("/spaced", { count: 0 });
  await ready(page);
  await page.getByRole("button", { name: "Expand all" }).click();
  const play = page.locator(".explainer-section explainer-model[model=agi-trigger]");
  await play.scrollIntoViewIfNeeded();
  await play.locator(".explainer-readout").waitFor();
  await close();
});

const opened = async (page, name) => {
  const mention = page
    .locator(".explainer-section a.explainer-term:visible, .explainer-standfirst a.explainer-term", { hasText: name })
    .first();
  await mention.click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  const play = dialog.locator("explainer-model");
  await play.locator(".explainer-readout").waitFor();
  return { mention, dialog, play };
};

test("the_model_of_a_definition_plays_in_its_popover", async () => {
  const { page, close } = await open("/story", { count: 0 });
  await ready(page);
  await page.getByRole("button", { name: "Expand all" }).click();
  const { dialog, play } = await opened(page, "Stargate");
  await play.getByRole("radio", { name: "Stargate’s first part" }).check();
  await rested(play);
  assert.equal(await scenario(play), "against=at-once");
  assert.equal(await dialog.isVisible(), true, "a press inside a model is inside the popover");
  await play.locator(".explainer-play summary").first().click();
  await play.locator(".explainer-play table").waitFor();
  await play.locator(".explainer-play summary").last().focus();
  assert.equal(await dialog.isVisible(), true, "so is focus");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal(await dialog.isVisible(), true);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await opened(page, "Stargate");
  // Beside the story.
  await page.mouse.click(4, 4);
  await dialog.waitFor({ state: "hidden" });
  await close();
});

test("a_model_plays_before_a_reader_scrolls_to_it_in_a_low_popover", async () => {
  const { page, close } = await open("/story", { count: 0, viewport: { width: 1280, height: 800 } });
  await ready(page);
  await page.evaluate(() => {
    const popover = document.querySelector(".explainer-popover");
    popover.style.setProperty("max-block-size", "9rem", "important");
  });
  await page.getByRole("button", { name: "Expand all" }).click();
  const { play } = await opened(page, "Stargate");
  const [below, above] = [
    await play.boundingBox(),
    await page.locator(".explainer-popover:popover-open").boundingBox(),
  ];
  assert.ok(below.y > above.y + above.height, "it is below what the popover shows");
  await close();
});

test("the_label_of_a_definition_stays_above_its_model_while_it_scrolls", async () => {
  const { page, close } = await open("/story", { count: 0, viewport: { width: 1280, height: 700 } });
  await ready(page);
  await page.getByRole("button", { name: "Expand all" }).click();
  await opened(page, "Stargate");
  for (const top of [150, 200, 250, 300, 350]) {
    const isAbove = await page.evaluate((top) => {
      const popover = document.querySelector(".explainer-popover");
      popover.scrollTop = top;
      const label = popover.shadowRoot.querySelector(".explainer-card-label");
      const { left, right, top: upper, bottom } = label.getBoundingClientRect();
      return [0.02, 0.1, 0.3].every((share) => {
        const at = popover.shadowRoot.elementFromPoint(left + share * (right - left), (upper + bottom) / 2);
        return label.parentElement.contains(at);
      });
    }, top);
    assert.ok(isAbove, `scrolled by ${top}`);
  }
  await close();
});

test("a_story_that_leaves_as_a_definition_with_a_model_opens_leaves_nothing_behind", async () => {
  site.pages["/story.json"] = sendJson(story);
  site.pages["/in-and-out"] = alone("", {
    head: '<script type="module" src="/explainer/explainer-article.js"></script>',
  });
  const { page, close } = await open("/in-and-out", { count: 0 });
  const heap = await measuring(page);
  const measure = async () => {
    // Timers of models that are gone hold them until they have run.
    await page.waitForTimeout(1000);
    return heap();
  };
  // Yew yields to the browser where a story took long to draw: what is then opened and gone at once
  // was never created.
  const rounds = (count) =>
    page.evaluate(async (times) => {
      for (let time = 0; time < times; time += 1) {
        const element = document.createElement("explainer-article");
        element.setAttribute("loading", "eager");
        element.setAttribute("src", "/story.json");
        const stands = new Promise((resolve) => {
          element.addEventListener("explainer-ready", resolve, { once: true });
        });
        document.querySelector("main").append(element);
        await stands;
        element.querySelector(".explainer-section a.explainer-term[href$=stargate]").click();
        const wait = [undefined, 0, 5, 10][time % 4];
        if (wait !== undefined) await new Promise((resolve) => setTimeout(resolve, wait));
        element.remove();
      }
    }, count);
  await rounds(20);
  const early = await measure();
  await rounds(180);
  const late = await measure();
  console.log("after 20:", early, "after 200:", late);
  assert.ok(late.nodes <= early.nodes + 50, `nodes: ${early.nodes}, then ${late.nodes}`);
  assert.ok(late.listeners <= early.listeners + 5, `listeners: ${early.listeners}, then ${late.listeners}`);
  await close();
});

test("tab_goes_from_the_mention_through_every_control_of_the_popover_and_back_out", async () => {
  const { page, close } = await open("/story", { count: 0 });
  await ready(page);
  await page.getByRole("button", { name: "Expand all" }).click();
  const { mention, dialog, play } = await opened(page, "Stargate");
  await mention.focus();
  const deepest = () =>
    page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at?.closest("label")?.textContent.trim() || at?.getAttribute("aria-label") || at?.textContent.trim();
    });
  const stops = [];
  for (let press = 0; press < 40; press += 1) {
    await page.keyboard.press("Tab");
    if (!(await dialog.isVisible())) break;
    stops.push(await deepest());
  }
  assert.equal(stops[0], "Close");
  for (const name of [
    "Profits in the AGI clause",
    "Copy link to this scenario",
    "Data as a table",
    "Assumptions and sources",
  ]) {
    assert.ok(stops.includes(name), `${name} is a stop among ${stops.join(", ")}`);
  }
  assert.equal(stops.includes("Copy table"), false, "what is folded away is none");
  assert.equal(stops.includes("Stargate’s first part"), false, "of radio buttons the chosen one only");
  // Backwards, from the first stop to the mention.
  await opened(page, "Stargate");
  await dialog.getByRole("button", { name: "Close" }).focus();
  await page.keyboard.press("Shift+Tab");
  assert.equal(
    await page.evaluate(() => document.activeElement.textContent.trim()),
    await mention.evaluate((link) => link.textContent.trim()),
  );
  assert.equal(await play.isVisible(), true);
  await close();
});

test("models_drawn_by_the_browser_play_like_those_that_came_as_html", async () => {
  site.pages["/drawn"] = embed("<explainer-article demo loading=eager></explainer-article>");
  const { page, close } = await open("/drawn", { count: 0 });
  await ready(page);
  await page.getByRole("button", { name: "Expand all" }).click();
  const play = page.locator(".explainer-section explainer-model[model=what-changed]");
  await play.getByRole("radio", { name: "ended" }).check();
  await rested(play);
  assert.equal(await scenario(play), "show=ended");
  await close();
});

test("a_story_with_models_and_one_without_share_a_page", async () => {
  const plain = structuredClone(story);
  Object.assign(plain, { id: "plain", models: undefined, headline: "Without models" });
  for (const section of plain.sections) section.blocks = section.blocks.filter(({ kind }) => kind !== "model");
  for (const term of plain.terms) delete term.model;
  site.pages["/plain.json"] = sendJson(plain);
  site.pages["/both"] = embed(
    '<explainer-article loading="eager" src="/plain.json"></explainer-article><explainer-article demo loading="eager"></explainer-article>',
  );
  const { page, close } = await open("/both", { count: 0 });
  await ready(page);
  for (const place of [0, 1]) {
    const article = page.locator("explainer-article").nth(place);
    await article.getByRole("button", { name: "Expand all" }).click();
    await article.locator(".explainer-section a.explainer-term").first().click();
    await article.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
  }
  assert.equal(await page.locator("explainer-article").first().locator("explainer-model").count(), 0);
  const play = page
    .locator("explainer-article")
    .nth(1)
    .locator(".explainer-section explainer-model[model=agi-trigger]");
  await play.getByRole("checkbox").check();
  await rested(play);
  assert.equal(await scenario(play), "nullified=yes");
  await close();
});

test("a_page_without_models_asks_for_none_of_their_files", async () => {
  const plain = {
    schemaVersion: 1,
    id: "plain",
    lang: "en",
    headline: "Plain",
    sections: [{ id: "a", heading: "A", blocks: ["Words."] }],
  };
  site.pages["/plain-alone"] = embed(
    `<explainer-article loading="eager"><script type="application/json">${JSON.stringify(plain)}</script></explainer-article>`,
  );
  site.asked.length = 0;
  const { page, close } = await open("/plain-alone", { count: 0 });
  await ready(page);
  assert.deepEqual(
    site.asked.filter((path) => /model/.test(path)),
    [],
  );
  await close();
});

test("without_script_a_story_shows_its_models_as_drawing_and_table", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${site.origin}/story`);
  const closed = page.locator(".explainer-section > details:not([open]) > summary");
  while (await closed.count()) await closed.first().click();
  for (const id of ["what-changed", "rofr", "deal-in-time", "agi-trigger"]) {
    const still = page.locator(`.explainer-section explainer-model[model=${id}]`);
    assert.equal(await still.getByText(model(id).fallback.slice(0, 50)).isVisible(), true);
    if (id !== "what-changed") {
      assert.ok((await still.locator(".explainer-drawing").boundingBox()).height > 100);
      await still.locator("details > summary").click();
    }
    assert.ok((await still.locator("table").boundingBox()).height > 50);
    const room = await still
      .locator(".explainer-still")
      .evaluate((figure) => parseFloat(getComputedStyle(figure).paddingBottom));
    assert.ok(room < 16, `no room is kept for controls that do not come: ${room}`);
  }
  await context.close();
});
