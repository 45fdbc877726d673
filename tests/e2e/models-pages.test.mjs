// Mini-models that come, move and leave: alone on a page, in numbers, and with the reader at them.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  alone,
  field,
  heard,
  KINDS,
  LINK,
  model,
  playing,
  scenario,
  sendJson,
  stage,
  standing,
} from "../support/models.mjs";
import { frames, wouldHaveHappened } from "../support/page.mjs";
import { leavesNothing, watchMemory } from "../support/leak.mjs";

const { open, site } = await stage();

test("ten_models_on_a_page_without_an_article_share_one_wasm", async () => {
  const ids = Object.keys(KINDS);
  site.pages["/ten"] = alone([...ids, ...ids].map((id) => standing(model(id))).join(""), { head: LINK });
  site.asked.length = 0;
  const { page, close } = await open("/ten", { count: 0, viewport: { width: 1280, height: 20000 } });
  await playing(page, 10);
  const count = (name) => site.asked.filter((path) => path.endsWith(name)).length;
  assert.deepEqual(
    [count("explainer_models.wasm"), count("explainer_article_bg.wasm"), count("explainer-article.js")],
    [1, 1, 0],
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

test("a_model_says_when_it_may_load", async () => {
  const far = '<div style="height: 6000px"></div>';
  const at = (loading) => standing(model("what-changed"), { attributes: `loading="${loading}"` });
  const wasm = () => site.asked.filter((path) => path.endsWith("explainer_models.wasm")).length;
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
  await it.page.goto(`${site.origin}/scenario#scenario_what-changed_show_new`);
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
      target.route("**/explainer_models.wasm", async (route) => {
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
