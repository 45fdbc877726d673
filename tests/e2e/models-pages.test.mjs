// Mini-models alone, in numbers, and where something is missing or breaks.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  alone,
  drag,
  field,
  heard,
  KINDS,
  LINK,
  model,
  playing,
  rested,
  rows,
  scenario,
  sendJson,
  stage,
  standing,
  story,
} from "../support/models.mjs";
import { wouldHaveHappened } from "../support/page.mjs";
import { breakable, breakNext } from "../support/hostile.mjs";
import { leavesNothing, watchMemory } from "../support/leak.mjs";
import { embed, frames, ready } from "../support/page.mjs";

const { open, site } = await stage();

// Alone, in numbers, and where something is missing.

test("ten_models_on_a_page_without_an_article_share_one_wasm", async () => {
  const ids = Object.keys(KINDS);
  site.pages["/ten"] = alone([...ids, ...ids].map((id) => standing(model(id))).join(""), { head: LINK });
  site.asked.length = 0;
  const { page, close } = await open("/ten", { count: 0, viewport: { width: 1280, height: 20000 } });
  await playing(page, 10);
  const count = (name) => site.asked.filter((path) => path.endsWith(name)).length;
  assert.deepEqual(
    [count("explainer_models_bg.wasm"), count("explainer_article_bg.wasm"), count("explainer-article.js")],
    [1, 0, 0],
  );
  await page.locator("explainer-model").nth(1).getByRole("checkbox").check();
  await page.locator("explainer-model").nth(6).getByRole("slider").first().focus();
  await page.keyboard.press("End");
  await frames(page);
  const scenarios = await page
    .locator("explainer-model")
    .evaluateAll((elements) => elements.map((element) => element.scenario));
  assert.deepEqual(scenarios, ["", "nullified=yes", "", "", "", "", "first-year=30", "", "", ""]);
  // Radio buttons of one name in ten models are ten groups.
  await page.locator("explainer-model").nth(3).getByRole("radio", { name: "ended" }).check();
  await page.locator("explainer-model").nth(8).getByRole("radio", { name: "new" }).check();
  await frames(page);
  assert.equal(await page.locator("explainer-model").nth(3).getByRole("radio", { name: "ended" }).isChecked(), true);
  await close();
});

test("a_model_comes_by_child_by_src_or_by_property", async () => {
  site.pages["/rofr.json"] = sendJson(model("rofr"));
  site.pages["/ways"] = alone(
    `${standing(model("what-changed"))}<explainer-model src="/rofr.json"></explainer-model><explainer-model id="third" loading="eager"></explainer-model>`,
    { head: LINK },
  );
  const { page, close } = await open("/ways", { count: 2, faults: true, viewport: { width: 1280, height: 5000 } });
  await page.waitForFunction(() => window.heard.errors.length > 0);
  assert.deepEqual(
    (await heard(page, "errors")).map(({ code, fatal }) => [code, fatal]),
    [["model-missing", true]],
  );
  await page.evaluate((given) => (document.querySelector("#third").model = given), model("stargate-size"));
  await playing(page, 3);
  const titles = await page.locator("explainer-model .explainer-play-title").allTextContents();
  assert.deepEqual(
    titles,
    ["what-changed", "rofr", "stargate-size"].map((id) => model(id).title),
  );
  const copy = await page.evaluate(() => document.querySelector("#third").model.id);
  assert.equal(copy, "stargate-size");
  // A later source takes the place of an earlier one.
  site.pages["/time.json"] = sendJson(model("deal-in-time"));
  await page.evaluate(() => document.querySelectorAll("explainer-model")[1].setAttribute("src", "/time.json"));
  await page.getByText(model("deal-in-time").title).first().waitFor();
  await close();
});

const BAD = {
  no_json: ["{", /^model/],
  an_unknown_kind: [{ ...model("rofr"), kind: "quiz" }, /kind/],
  a_faulty_part: [{ ...model("rofr"), rules: [{ label: "x", start: "nowhere", states: [] }] }, /rules/],
  a_wrong_type: [{ ...model("agi-trigger"), parameters: "many" }, /parameters/],
};
for (const [name, [what, path]] of Object.entries(BAD)) {
  test(`of_a_model_with_${name}_the_fallback_stays_and_one_error_says_how_to_mend_it`, async () => {
    site.pages["/bad"] = alone(standing(what, { fallback: "<p>Fallback</p>" }) + standing(model("what-changed")), {
      head: LINK,
    });
    const { page, play, close } = await open("/bad", { count: 0, faults: true });
    await page.waitForFunction(() => window.heard.errors.length > 0);
    await playing(page, 1);
    await wouldHaveHappened(page);
    const errors = await heard(page, "errors");
    assert.equal(errors.length, 1);
    const [{ fatal, help, problems, message }] = errors;
    assert.equal(fatal, true);
    assert.ok(message && help, "it says what and how");
    if (name !== "no_json") {
      assert.match(problems.map((problem) => problem.path).join(), path);
      assert.ok(problems.every((problem) => problem.help && problem.expected !== undefined));
    }
    assert.equal(await play.getByText("Fallback").isVisible(), true);
    assert.equal(await play.locator(".explainer-play").count(), 0);
    await close();
  });
}

for (const [name, source] of [
  ["that_is_not_there", "/nowhere.json"],
  ["on_another_machine", "http://127.0.0.1:1/model.json"],
]) {
  test(`of_a_src_${name}_the_fallback_stays_and_one_error_says_why`, async () => {
    site.pages["/404"] = alone(`<explainer-model src="${source}"><p>Fallback</p></explainer-model>`, { head: LINK });
    const { page, play, close } = await open("/404", { count: 0, faults: true });
    await page.waitForFunction(() => window.heard.errors.length > 0);
    await wouldHaveHappened(page);
    const errors = await heard(page, "errors");
    assert.deepEqual(
      errors.map(({ code, fatal }) => [code, fatal]),
      [["model-unavailable", true]],
    );
    assert.match(errors[0].message, new RegExp(source));
    assert.equal(await play.getByText("Fallback").isVisible(), true);
    // A good one may take its place.
    site.pages["/good.json"] = sendJson(model("rofr"));
    await play.evaluate((element) => element.setAttribute("src", "/good.json"));
    await playing(page, 1);
    await close();
  });
}

test("an_article_stands_with_one_bad_model", async () => {
  const changed = structuredClone(story);
  changed.models.find(({ id }) => id === "rofr").rules = [];
  site.pages["/one-bad.json"] = sendJson(changed);
  site.pages["/one-bad"] = embed('<explainer-article loading="eager" src="/one-bad.json"></explainer-article>');
  const { page, close } = await open("/one-bad", { count: 0, faults: true });
  await ready(page);
  await page.getByRole("button", { name: "Expand all" }).click();
  const bad = page.locator(".explainer-section .explainer-model", { hasText: model("rofr").fallback.slice(0, 40) });
  assert.equal(await bad.first().isVisible(), true, "its fallback stands");
  const good = page.locator(".explainer-section explainer-model[model=agi-trigger]");
  await good.scrollIntoViewIfNeeded();
  await good.getByRole("checkbox").check();
  const errors = await heard(page, "errors");
  assert.ok(errors.every(({ fatal }) => !fatal));
  assert.match(errors.flatMap(({ problems }) => problems.map((problem) => problem.path)).join(), /models\[\d\]/);
  await close();
});

for (const file of ["explainer_models_bg.wasm", "explainer_models.js", "explainer-models.css"]) {
  test(`without_${file.replace(/\W/g, "_")}_the_fallback_stands_and_the_page_hears_why`, async () => {
    const { page, play, close } = await open("/what-changed", {
      count: 0,
      faults: true,
      prepare: (target) => target.route(`**/${file}`, (route) => route.fulfill({ status: 404 })),
    });
    await page.waitForFunction(() => window.heard.errors.length > 0);
    const errors = await heard(page, "errors");
    assert.equal(errors.length, 1);
    assert.match(errors[0].code, /-unavailable$/);
    assert.ok(errors[0].help);
    assert.equal(await play.getByText("Fallback").isVisible(), true);
    await close();
  });
}

test("a_picture_that_does_not_come_leaves_the_model_at_play", async () => {
  const { page, play, close } = await open("/what-changed", {
    faults: true,
    prepare: (target) => target.route("**/explainer-picture.js", (route) => route.fulfill({ status: 404 })),
  });
  await play.getByText("Assumptions and sources").click();
  await play.getByRole("button", { name: "Save as SVG" }).click();
  await page.waitForFunction(() => window.heard.errors.length > 0);
  assert.deepEqual(
    (await heard(page, "errors")).map(({ code, fatal }) => [code, fatal]),
    [["picture-unavailable", false]],
  );
  await play.getByRole("radio", { name: "ended" }).check();
  await rested(play);
  assert.equal(await scenario(play), "show=ended");
  await close();
});

test("a_model_says_when_it_may_load", async () => {
  const far = '<div style="height: 6000px"></div>';
  const at = (loading) => standing(model("what-changed"), { attributes: `loading="${loading}"` });
  const wasm = () => site.asked.filter((path) => path.endsWith("explainer_models_bg.wasm")).length;
  const when = async (page, loading, inside) => {
    site.pages[page] = alone(inside, { head: LINK });
    site.asked.length = 0;
    return open(page, { count: 0 });
  };
  let it = await when("/never", "never", at("never"));
  await wouldHaveHappened(it.page, 500);
  assert.equal(wasm(), 0);
  await it.close();
  it = await when("/visible", "visible", far + at("visible"));
  await wouldHaveHappened(it.page, 500);
  assert.equal(wasm(), 0);
  await it.page.evaluate(() => scrollTo(0, 4800));
  await playing(it.page);
  await it.close();
  it = await when("/eager", "eager", far + at("eager"));
  await playing(it.page);
  await it.close();
  it = await when("/interaction", "interaction", at("interaction"));
  await wouldHaveHappened(it.page, 500);
  assert.equal(wasm(), 0);
  await it.play.getByText("Fallback").hover();
  await playing(it.page);
  await it.close();
  it = await when("/scenario", "interaction", far + at("interaction"));
  await it.page.goto(`${site.origin}/scenario#scenario:what-changed?show=new`);
  await it.page.reload();
  await playing(it.page);
  assert.equal(await scenario(it.play), "show=new");
  await it.close();
});

test("the_reader_keeps_focus_and_open_folds_when_the_controls_come", async () => {
  const fallback =
    '<figure class="explainer-model explainer-still"><p>Words</p><details class="explainer-more"><summary>All</summary>x</details></figure>';
  site.pages["/focus"] = alone(standing(model("rofr"), { fallback }), { head: LINK });
  let letGo;
  const gate = new Promise((resolve) => {
    letGo = resolve;
  });
  const { page, play, close } = await open("/focus", {
    count: 0,
    prepare: (target) =>
      target.route("**/explainer_models_bg.wasm", async (route) => {
        await gate;
        await route.continue();
      }),
  });
  await play.locator("summary").focus();
  await page.keyboard.press("Enter");
  letGo();
  await playing(page);
  const now = await play.evaluate(({ shadowRoot }) => ({
    focused: shadowRoot.activeElement?.textContent,
    open: [...shadowRoot.querySelectorAll("details")].map(({ open }) => open),
  }));
  assert.deepEqual(now, { focused: "All outcomes", open: [true, false] });
  await close();
});

test("a_move_keeps_the_model_as_it_is_and_leaving_gives_the_fallback_back", async () => {
  const { page, play, close } = await open("/agi-trigger");
  await field(play, "Growth each year").fill("40");
  await page.evaluate(() => {
    const element = document.querySelector("explainer-model");
    window.figure = element.shadowRoot.querySelector("figure");
    document.querySelector("h1").before(element);
  });
  await frames(page);
  assert.equal(await play.evaluate(({ shadowRoot }) => shadowRoot.querySelector("figure") === window.figure), true);
  assert.equal(await scenario(play), "growth=40");
  const gone = await page.evaluate(async () => {
    const element = document.querySelector("explainer-model");
    element.remove();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const left = [
      element.shadowRoot.querySelector("figure"),
      element.shadowRoot.querySelector("slot").hidden,
      element.scenario,
    ];
    document.querySelector("main").append(element);
    return left;
  });
  assert.deepEqual(gone, [null, false, "growth=40"]);
  await playing(page);
  assert.equal(await scenario(play), "growth=40");
  await close();
});

test("500_times_in_and_out_leave_no_nodes_and_no_memory_behind", async () => {
  const { page, close } = await open("/empty", {
    count: 0,
    init: watchMemory,
  });
  const rounds = (times) =>
    page.evaluate(
      async ([count, given]) => {
        for (let time = 0; time < count; time += 1) {
          const element = document.createElement("explainer-model");
          element.setAttribute("loading", "eager");
          element.model = given;
          const stands = new Promise((resolve) => {
            element.addEventListener("explainer-model-ready", resolve, { once: true });
          });
          document.querySelector("main").append(element);
          await stands;
          await new Promise(requestAnimationFrame);
          element.scenario = "growth=40";
          await new Promise(requestAnimationFrame);
          element.remove();
        }
      },
      [times, model("agi-trigger")],
    );
  // A page of 64 KiB more, where two models were there at once.
  await leavesNothing(page, rounds, { bytes: 65536 });
  await page.evaluate(() => (window.heard = { errors: [], violations: [] }));
  await close();
});

// Traps: a page that breaks a DOM method, for every node or for some.

test("after_a_trap_every_model_plays_on_as_the_reader_had_set_it", async () => {
  site.pages["/traps"] = alone(standing(model("agi-trigger")) + standing(model("what-changed")), { head: LINK });
  const { page, close } = await open("/traps", {
    init: breakable,
    faults: true,
    count: 2,
    viewport: { width: 1280, height: 3000 },
  });
  const [one, other] = [page.locator("explainer-model").first(), page.locator("explainer-model").last()];
  await field(one, "Growth each year").fill("40");
  await other.getByRole("radio", { name: "new" }).check();
  await one.getByText("Data as a table").click();
  await rested(one);
  // The next row that is drawn breaks, once.
  await breakNext(page);
  await one.getByRole("slider", { name: "Years looked at" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => window.heard.errors.length > 0);
  await wouldHaveHappened(page, 500);
  await playing(page, 2);
  const errors = await heard(page, "errors");
  assert.deepEqual(
    errors.map(({ code, fatal }) => [code, fatal]),
    [["trap", false]],
  );
  assert.deepEqual([await scenario(one), await scenario(other)], ["growth=40&years=16", "show=new"]);
  assert.equal(await field(one, "Growth each year").inputValue(), "40");
  assert.equal((await rows(one)).length, 17);
  const kept = await one.evaluate(({ shadowRoot }) => [
    shadowRoot.activeElement?.dataset.explainerSetting,
    shadowRoot.querySelector("details").open,
  ]);
  assert.deepEqual(kept, ["years", true], "focus and folds, too");
  await page.keyboard.press("ArrowRight");
  await rested(one);
  assert.equal(await scenario(one), "growth=40&years=17");
  assert.equal(await page.locator("explainer-model figure").count(), 2, "one set of controls each");
  await close();
});

test("a_model_that_traps_whenever_it_is_drawn_costs_no_other_its_controls", async () => {
  site.pages["/culprit"] = alone(
    standing(model("rofr")) + standing(model("agi-trigger")) + standing(model("what-changed")),
    { head: LINK },
  );
  const { page, close } = await open("/culprit", {
    init: [breakable, () => (window.breaks = (node) => node.getRootNode().host?.textContent.includes("agi-trigger"))],
    faults: true,
    count: 2,
    viewport: { width: 1280, height: 3000 },
  });
  await wouldHaveHappened(page, 500);
  const errors = await heard(page, "errors");
  assert.deepEqual(
    errors.map(({ code, fatal }) => [code, fatal]),
    [["trap", true]],
  );
  const fallbacks = await page.getByText("Fallback").evaluateAll((all) => all.map((each) => each.checkVisibility()));
  assert.deepEqual(fallbacks, [false, true, false]);
  await page.locator("explainer-model").last().getByRole("radio", { name: "ended" }).check();
  await frames(page);
  assert.equal(await scenario(page.locator("explainer-model").last()), "show=ended");
  await close();
});

test("after_the_third_trap_the_fallbacks_stand", async () => {
  const { page, play, close } = await open("/agi-trigger", { init: breakable, faults: true });
  for (let trap = 1; trap <= 3; trap += 1) {
    await breakNext(page);
    await drag(play.getByRole("slider", { name: "Years looked at" }), [String(15 + trap)]);
    await page.waitForFunction((count) => window.heard.errors.length === count, trap);
    await wouldHaveHappened(page, 400);
  }
  assert.equal(await play.getByText("Fallback").isVisible(), true);
  assert.equal(await scenario(play), "years=18");
  await close();
});
