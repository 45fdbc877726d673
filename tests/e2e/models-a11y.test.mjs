// What axe, assistive technology, print and the page's layout get of mini-models.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { violations } from "../support/axe.mjs";
import {
  alone,
  field,
  JOURNEYS,
  KINDS,
  LINK,
  model,
  rested,
  scenario,
  settled,
  stage,
  standing,
} from "../support/models.mjs";
import { frames, ready } from "../support/page.mjs";

const { open, site } = await stage();
const IDS = Object.keys(KINDS);

const ARABIC = {
  threshold: {
    ...model("agi-trigger"),
    id: "ar-threshold",
    title: "متى يُفعَّل البند؟",
    fallback: "يسري البند عندما تبلغ الأرباح 100 مليار دولار.",
    note: "المصدر لا يقول إن كانت الأرباح سنوية أم مجموعة.",
    measure: "الأرباح",
  },
  timeline: {
    ...model("deal-in-time"),
    id: "ar-timeline",
    title: "ما الذي يسري وحتى متى؟",
    fallback: "تبقى العناصر سارية حتى عام 2030.",
  },
};
ARABIC.threshold.parameters[0].label = "الربح في السنة الأولى";
ARABIC.threshold.parameters[1].label = "النمو كل سنة";
ARABIC.threshold.parameters[2].label = "عدد السنوات";
ARABIC.threshold.threshold.label = "حد 100 مليار دولار";
for (const entry of ARABIC.timeline.entries) entry.label = entry.label.replace(/^/, "بند: ");
site.pages["/arabic"] = alone(standing(ARABIC.threshold) + standing(ARABIC.timeline), {
  head: LINK,
  lang: "ar",
  dir: "rtl",
});
site.pages["/all"] = alone(IDS.map((id) => standing(model(id))).join(""), {
  // axe takes a page without a background for white, also in the dark.
  head: `${LINK}<style>html { background: canvas; color: canvastext; color-scheme: light dark }</style>`,
});

/** @type {Record<string, import("../support/page.mjs").OpenOptions>} */
const MEDIA = {
  light: {},
  dark: { colorScheme: "dark" },
  at_320_px: { viewport: { width: 320, height: 4000 } },
  in_forced_colours: { forcedColors: "active" },
};

/** @param {import("../support/page.mjs").OpenOptions & { faults?: boolean }} [options] */
const openAll = async (options = {}) => {
  const viewport = { width: 1280, height: 6000 };
  const it = await open("/all", { viewport, ...options, count: 0 });
  for (const play of await it.page.locator("explainer-model").all()) {
    await play.scrollIntoViewIfNeeded();
    await play.locator(".explainer-readout").waitFor();
  }
  return it;
};

for (const [name, options] of Object.entries(MEDIA)) {
  test(`axe_finds_nothing_in_any_kind_${name}`, async () => {
    const { page, close } = await openAll(options);
    assert.deepEqual(await violations(page), []);
    for (const summary of await page.locator(".explainer-play summary").all()) await summary.click();
    for (const [place, id] of IDS.entries()) await JOURNEYS[id].mouse(page.locator("explainer-model").nth(place));
    for (const play of await page.locator("explainer-model").all()) await settled(play);
    assert.deepEqual(await violations(page), [], "with every fold open, and played");
    await close();
  });
  test(`axe_finds_nothing_in_any_fallback_${name}`, async () => {
    const { page, close } = await open("/story", {
      ...options,
      count: 0,
      javaScriptEnabled: true,
      prepare: (target) => target.route("**/explainer-model.js", (route) => route.fulfill({ status: 404 })),
      faults: true,
    });
    await page.addStyleTag({ content: "html { background: canvas }" });
    await page.evaluate(() => document.querySelectorAll("details").forEach((fold) => (fold.open = true)));
    assert.ok((await page.locator(".explainer-still").count()) >= 5);
    const found = await violations(page);
    assert.deepEqual(
      found.filter((each) => /explainer-(still|model|drawing|more|basis|table)/.test(each)),
      [],
    );
    await close();
  });
}

test("axe_would_find_a_control_without_a_name", async () => {
  const { page, play, close } = await open("/agi-trigger");
  await play
    .locator(".explainer-setting-label span")
    .first()
    .evaluate((span) => span.remove());
  assert.match((await violations(page)).join(), /label/);
  await close();
});

test("axe_finds_nothing_in_arabic_nor_in_a_popover_with_a_model", async () => {
  const arabic = await open("/arabic", { viewport: { width: 1280, height: 4000 }, count: 2 });
  assert.deepEqual(await violations(arabic.page), []);
  await arabic.close();
  const { page, close } = await open("/story", { count: 0 });
  await ready(page);
  await page.getByRole("button", { name: "Expand all" }).click();
  await page.locator(".explainer-section a.explainer-term:visible", { hasText: "Stargate" }).first().click();
  const play = page.getByRole("dialog").locator("explainer-model");
  await play.locator(".explainer-readout").waitFor();
  for (const summary of await play.locator(".explainer-play summary").all()) await summary.click();
  assert.deepEqual(await violations(page), []);
  await close();
});

// What a screen reader is given. UPDATE_SNAPSHOTS=1 writes them anew.

const SNAPSHOTS = new URL("./snapshots/", import.meta.url);
for (const id of IDS) {
  test(`the_accessibility_tree_of_a_${KINDS[id]}_is_as_kept`, async () => {
    const { play, close } = await open(`/${id}`, {
      // The timeline marks today.
      prepare: (page) => page.clock.setFixedTime(Date.UTC(2025, 0, 22, 12)),
    });
    const first = await play.ariaSnapshot();
    await JOURNEYS[id].mouse(play);
    await settled(play);
    const tree = `# As it comes\n${first}\n\n# Played\n${await play.ariaSnapshot()}\n`;
    const file = new URL(`model-${KINDS[id]}.yaml`, SNAPSHOTS);
    if (process.env.UPDATE_SNAPSHOTS || !existsSync(file)) {
      mkdirSync(SNAPSHOTS, { recursive: true });
      writeFileSync(file, tree);
      assert.ok(process.env.UPDATE_SNAPSHOTS, `${file.pathname} was missing; look at it and keep it`);
    }
    assert.equal(tree, readFileSync(file, "utf8"));
    await close();
  });
}

// Layout.

for (const width of [320, 360, 1280]) {
  test(`nothing_scrolls_sideways_at_${width}_px_also_with_text_at_200_percent`, async () => {
    const { page, close } = await openAll({ viewport: { width, height: 6000 } });
    for (const summary of await page.locator(".explainer-play summary").all()) await summary.click();
    for (const size of ["100%", "200%"]) {
      await page.evaluate((value) => (document.documentElement.style.fontSize = value), size);
      await frames(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${wide} px too wide at ${size}`);
    }
    await close();
  });
}

test("every_control_is_large_enough_for_a_finger", async () => {
  const { page, close } = await openAll({ viewport: { width: 360, height: 6000 } });
  const small = await page.$$eval("explainer-model", (models) =>
    models.flatMap(({ shadowRoot }) =>
      [
        ...shadowRoot.querySelectorAll(
          "button, summary, input[type=range], input[type=number], label:has(input:is([type=radio], [type=checkbox]))",
        ),
      ]
        .filter((control) => control.checkVisibility())
        .map((control) => [control.textContent.trim() || control.type, control.getBoundingClientRect()])
        .filter(([, { width, height }]) => width < 24 || height < 32)
        .map(([name, { width, height }]) => `${name}: ${width} by ${height}`),
    ),
  );
  assert.deepEqual(small, []);
  await close();
});

test("in_a_right_to_left_page_drawing_and_controls_are_mirrored", async () => {
  const { page, play, close } = await open("/arabic", { viewport: { width: 800, height: 4000 }, count: 2 });
  assert.equal(
    await play.evaluate((element) => getComputedStyle(element.shadowRoot.querySelector("figure")).direction),
    "rtl",
  );
  const years = await play.locator(".explainer-play .explainer-tick").evaluateAll((ticks) =>
    ticks
      .filter(({ textContent }) => /^20\d\d$/.test(textContent))
      .map((tick) => [Number(tick.textContent), Number(tick.getAttribute("x"))])
      .sort(([one], [other]) => one - other),
  );
  assert.ok(years.length > 1);
  for (let place = 1; place < years.length; place += 1)
    assert.ok(years[place][1] < years[place - 1][1], "later years stand further left");
  const bars = await page
    .locator("explainer-model")
    .nth(1)
    .locator(".explainer-play line.explainer-bar")
    .evaluateAll((all) => all.map((bar) => [bar.x1.baseVal.value, bar.x2.baseVal.value]));
  assert.ok(bars.length > 0 && bars.every(([begin, end]) => begin > end), "spans begin at the right");
  const growth = field(play, "النمو كل سنة");
  const [number, slider] = [
    await growth.boundingBox(),
    await play.getByRole("slider", { name: "النمو كل سنة" }).boundingBox(),
  ];
  assert.ok(number.x + number.width < slider.x + slider.width / 2, "the field is at the left, above its slider");
  assert.ok(number.y + number.height <= slider.y + 1);
  await play.getByRole("slider", { name: "النمو كل سنة" }).focus();
  await page.keyboard.press("ArrowLeft");
  await rested(play);
  assert.equal(await scenario(play), "growth=55", "the left arrow goes on");
  assert.match(await play.locator(".explainer-readout").textContent(), /[\u0600-\u06ff]/);
  await close();
});

test("print_shows_the_models_as_the_reader_set_them_without_controls", async () => {
  const { page, close } = await openAll({ viewport: { width: 800, height: 6000 } });
  for (const [place, id] of IDS.entries()) await JOURNEYS[id].mouse(page.locator("explainer-model").nth(place));
  await frames(page);
  await page.emulateMedia({ media: "print" });
  const tables = page.locator("explainer-model .explainer-more table");
  assert.ok((await tables.count()) > 2);
  for (const table of await tables.all()) assert.equal(await table.isVisible(), false, "closed, not printed");
  await page.evaluate(() => {
    for (const { shadowRoot } of document.querySelectorAll("explainer-model"))
      for (const details of shadowRoot?.querySelectorAll("details") ?? []) details.open = true;
  });
  for (const [place, id] of IDS.entries()) {
    const play = page.locator("explainer-model").nth(place);
    assert.match(await play.locator(".explainer-readout").innerText(), JOURNEYS[id].says[0]);
    assert.ok((await play.locator(".explainer-drawing").boundingBox()).height > 50);
    const shown = await play
      // A number is printed where it is.
      .locator("button, input:not([type=number])")
      .evaluateAll((all) => all.filter((control) => control.checkVisibility()).length);
    assert.equal(shown, 0, `${id} prints no buttons`);
    const others = await play
      .locator(".explainer-option")
      .evaluateAll((all) => all.filter((option) => option.checkVisibility()).length);
    assert.ok(others <= 1, "of several options the chosen one is printed");
    assert.ok((await play.locator("table").first().boundingBox()).height > 20, "the table is printed");
  }
  const threshold = page.locator("explainer-model").nth(1);
  assert.equal(await threshold.getByText("These numbers are your assumptions, not a forecast.").isVisible(), true);
  assert.equal(
    await threshold.getByText("Suppose the clause is struck out").first().isVisible(),
    false,
    "what is not supposed is not printed",
  );
  await close();
});

test("forced_colours_and_reduced_motion_hide_nothing", async () => {
  const { page, close } = await openAll({ forcedColors: "active", reducedMotion: "reduce" });
  const strokes = await page
    .locator("explainer-model")
    .nth(1)
    .locator(".explainer-play")
    .locator(".explainer-picture :is(.explainer-reached, .explainer-limit, .explainer-mark)")
    .evaluateAll((shapes) =>
      shapes.map((shape) => {
        const { stroke, fill, opacity } = getComputedStyle(shape);
        return [shape.getAttribute("class"), stroke, fill, opacity].join(" ");
      }),
    );
  assert.equal(strokes.length, 3);
  assert.ok(
    strokes.every((said) => !/rgba\(0, 0, 0, 0\)|none none/.test(said)),
    strokes.join("; "),
  );
  const animated = await page.$$eval(
    "explainer-model",
    (models) => models.flatMap((each) => each.shadowRoot.getAnimations()).length,
  );
  assert.equal(animated, 0);
  for (const play of await page.locator("explainer-model").all()) {
    const hidden = await play
      .locator(".explainer-controls input, .explainer-controls button")
      .evaluateAll((all) => all.filter((control) => !control.checkVisibility()).length);
    assert.equal(hidden, 0);
  }
  await close();
});
