// Mini-models in boxes of every width: narrow, hidden, closed, animated from nothing and printed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { alone, KINDS, LINK, model, readout, stage, standing } from "../support/models.mjs";

const { open, site } = await stage();
const IDS = Object.keys(KINDS);
const EAGER = { attributes: 'loading="eager"' };

/** Every kind in one box of the page. */
const boxed = (box) => `${box}${IDS.map((id) => standing(model(id), EAGER)).join("")}`;

/** Sets the width of a box and waits until every chart in it has the width that is right for it. */
const widen = (page, width) =>
  page.evaluate(async (pixels) => {
    document.querySelector("#box").style.width = `${pixels}px`;
    for (let frame = 0; frame < 4; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, width);

/** Returns of every model's chart its own width, that of its box and whether anything in it is no number. */
const charts = (page) =>
  page.locator("explainer-model").evaluateAll((models) =>
    models.flatMap(({ shadowRoot }) => {
      const chart = shadowRoot.querySelector(".explainer-picture");
      if (!chart) return [];
      const isBroken = /NaN|(width|height)="-/.test(chart.outerHTML);
      return [{ drawn: Number(chart.getAttribute("width")), shown: chart.getBoundingClientRect().width, isBroken }];
    }),
  );

/** Plays each model once and asserts that it says something new: its wasm lives. */
async function assertAtPlay(page) {
  for (const [place, id] of IDS.entries()) {
    const play = page.locator("explainer-model").nth(place);
    const before = await readout(play);
    await play.evaluate((element, kind) => {
      const find = (selector) => element.shadowRoot.querySelector(selector);
      if (kind === "decision") return find("button[value=part]").click();
      const input = find(
        kind === "threshold" || kind === "timeline" ? "input[type=range]" : "label:last-of-type > input[type=radio]",
      );
      if (input.type === "radio") return input.click();
      input.value = input.max;
      return input.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    }, KINDS[id]);
    await page.waitForFunction(
      ([index, old]) =>
        document.querySelectorAll("explainer-model")[index].shadowRoot.querySelector(".explainer-readout")
          .textContent !== old,
      [place, before],
    );
  }
}

test("models_at_play_whose_box_is_narrowed_to_nothing_and_widened_again_go_on", async () => {
  site.pages["/narrowed"] = alone(`${boxed('<div id="box" style="width: 640px">')}</div>`, { head: LINK });
  const { page, close } = await open("/narrowed", { count: IDS.length });
  for (const width of [60, 44, 43, 40, 31, 30, 20, 13, 6, 1, 0, 2, 33, 59, 75, 90, 160, 320, 640]) {
    await widen(page, width);
    for (const { drawn, shown, isBroken } of await charts(page)) {
      assert.equal(isBroken, false, `${width} px`);
      assert.ok(drawn >= 160, `${drawn} px drawn in a box of ${width}`);
      assert.ok(shown <= Math.max(width, 1), `${shown} px shown in a box of ${width}`);
    }
  }
  await assertAtPlay(page);
  await close();
});

for (const width of [0, 1, 30, 43, 60]) {
  test(`models_that_begin_in_a_box_of_${width}_pixels_play`, async () => {
    site.pages["/narrow"] = alone(`${boxed(`<div id="box" style="width: ${width}px">`)}</div>`, { head: LINK });
    const { page, close } = await open("/narrow", { count: IDS.length });
    assert.deepEqual(
      (await charts(page)).filter(({ isBroken }) => isBroken),
      [],
    );
    await assertAtPlay(page);
    await close();
  });
}

test("models_in_a_box_that_is_animated_from_no_width_play_at_its_full_width", async () => {
  const style =
    "<style>@keyframes grow { from { width: 0 } to { width: 640px } } #box { animation: grow 700ms linear both; overflow: hidden }</style>";
  site.pages["/animated"] = alone(`${boxed('<div id="box">')}</div>`, { head: LINK + style });
  const { page, close } = await open("/animated", { count: IDS.length });
  // Again and back, while all are at play.
  for (const frames of [
    [{ width: "640px" }, { width: "0" }],
    [{ width: "0" }, { width: "640px" }],
  ]) {
    await page.evaluate(
      (steps) => document.querySelector("#box").animate(steps, { duration: 500, fill: "forwards" }).finished,
      frames,
    );
  }
  await page.waitForFunction(() =>
    [...document.querySelectorAll("explainer-model")].every(({ shadowRoot }) => {
      const chart = shadowRoot.querySelector(".explainer-picture");
      return !chart || Number(chart.getAttribute("width")) > 600;
    }),
  );
  await assertAtPlay(page);
  await close();
});

const HIDDEN = {
  a_closed_details: ['<details id="box"><summary>More</summary>', "</details>", (box) => (box.open = true)],
  a_hidden_tab: ['<div id="box" role="tabpanel" hidden>', "</div>", (box) => (box.hidden = false)],
};
for (const [name, [begin, end, show]] of Object.entries(HIDDEN)) {
  test(`models_in_${name}_are_as_wide_as_their_box_once_it_is_shown`, async () => {
    site.pages["/hidden"] = alone(boxed(begin) + end, { head: LINK });
    const { page, close } = await open("/hidden", { count: IDS.length, viewport: { width: 500, height: 12000 } });
    await page.locator("#box").evaluate(show);
    await page.waitForFunction(() =>
      [...document.querySelectorAll("explainer-model")].every(({ shadowRoot }) => {
        const chart = shadowRoot.querySelector(".explainer-picture");
        return !chart || Math.abs(chart.getBoundingClientRect().width - chart.parentElement.clientWidth) < 1;
      }),
    );
    await assertAtPlay(page);
    await close();
  });
}

test("models_in_a_narrow_box_are_printed_and_play_on", async () => {
  site.pages["/printed"] = alone(`${boxed('<div id="box" style="width: 30px">')}</div>`, { head: LINK });
  const { page, close } = await open("/printed", { count: IDS.length });
  await page.emulateMedia({ media: "print" });
  const pdf = await page.pdf({ width: "2in", height: "4in" });
  assert.ok(pdf.length > 0);
  await page.emulateMedia({ media: "screen" });
  assert.deepEqual(
    (await charts(page)).filter(({ isBroken }) => isBroken),
    [],
  );
  await assertAtPlay(page);
  await close();
});

test("at_160_pixels_nothing_is_cut_off_and_no_label_is_over_its_value", async () => {
  site.pages["/sidebar"] = alone(`${boxed('<div id="box" style="width: 160px">')}</div>`, { head: LINK });
  const { page, close } = await open("/sidebar", { count: IDS.length, viewport: { width: 1280, height: 20000 } });
  const found = await page.locator("explainer-model").evaluateAll((models) =>
    models.map(({ shadowRoot, scrollWidth }) => {
      const text = (element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return range.getBoundingClientRect();
      };
      const settings = [...shadowRoot.querySelectorAll(".explainer-setting")];
      const isOver = settings.some((setting) => {
        const [label, value] = ["label > span", ".explainer-value"].map((part) => setting.querySelector(part));
        return text(label).right > value.getBoundingClientRect().left;
      });
      return { scrollWidth, isOver };
    }),
  );
  assert.deepEqual(
    found,
    IDS.map(() => ({ scrollWidth: 160, isOver: false })),
  );
  await close();
});
