// Mini-models of which something is missing or wrong, and pages that break them.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  alone,
  drag,
  field,
  heard,
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
import { breakable, breakNext } from "../support/hostile.mjs";
import { embed, frames, ready, wouldHaveHappened } from "../support/page.mjs";

const { open, site } = await stage();

// What is missing or wrong.

const BAD = {
  no_json: ["{", /^model/],
  an_unknown_kind: [{ ...model("rofr"), kind: "quiz" }, /kind/],
  a_faulty_part: [{ ...model("rofr"), rules: [{ label: "x", start: "nowhere", states: [] }] }, /rules/],
  a_wrong_type: [{ ...model("agi-trigger"), parameters: "many" }, /parameters/],
};
for (const [name, [what, path]] of Object.entries(BAD)) {
  test(`of_a_model_with_${name}_the_fallback_stays_and_one_error_says_what_to_do`, async () => {
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

test("an_article_is_shown_with_one_bad_model", async () => {
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
  // The model's own: the story is untouched.
  assert.ok(errors.length > 0);
  for (const { code, problems } of errors) {
    assert.deepEqual([code, problems.map(({ path }) => path)], ["model-unreadable", ["model.rules"]]);
  }
  await close();
});

for (const file of ["explainer_models.wasm", "explainer_shared.wasm", "explainer_article.js", "explainer-player.css"]) {
  test(`without_${file.replace(/\W/g, "_")}_the_fallback_is_shown_and_the_page_hears_why`, async () => {
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

test("after_the_third_trap_the_fallbacks_are_shown", async () => {
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
