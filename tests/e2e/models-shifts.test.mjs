// How little of a page moves when mini-models come to it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { KINDS, playing, stage } from "../support/models.mjs";
import { frames, ready, wouldHaveHappened } from "../support/page.mjs";

const { open } = await stage();
const IDS = Object.keys(KINDS);

/** Notes every layout shift that follows no press of the reader's. */
function watchShifts() {
  window.shifts = [];
  const watch = new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shifts.push(value);
  });
  watch.observe({ type: "layout-shift", buffered: true });
  addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(".explainer-body details:not(.explainer-more)").forEach((fold) => (fold.open = true));
  });
}

/** Returns how much moves where a model comes late to a reader who waits at it. */
async function shiftAt(id, width) {
  let letGo;
  const gate = new Promise((resolve) => {
    letGo = resolve;
  });
  const { page, close } = await open("/story", {
    count: 0,
    init: watchShifts,
    viewport: { width, height: 800 },
    prepare: (target) =>
      target.route("**/explainer_models.wasm", async (route) => {
        await gate;
        await route.continue();
      }),
  });
  const play = page.locator(`explainer-model[model=${id}]`).first();
  await play.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await frames(page);
  await page.evaluate(() => (window.shifts.length = 0));
  letGo();
  await play.locator(".explainer-readout").waitFor();
  // Shifts are told some time after the frame they happen in.
  await wouldHaveHappened(page);
  const shifts = await page.evaluate(() => window.shifts);
  await close();
  return shifts.reduce((all, one) => all + one, 0);
}

for (const width of [360, 1280]) {
  test(`a_model_that_comes_where_the_reader_is_moves_nothing_at_${width}_px`, async () => {
    for (const id of IDS) {
      const shift = await shiftAt(id, width);
      // Where the page ends, the browser cannot hold the reader's place (stargate-size: 0.09 to 0.11).
      assert.ok(shift <= (id === "stargate-size" ? 0.15 : 0.05), `${id}: ${shift}`);
    }
  });
  test(`reading_from_top_to_bottom_moves_nothing_at_${width}_px`, async () => {
    const { page, close } = await open("/story", { count: 0, init: watchShifts, viewport: { width, height: 800 } });
    await ready(page);
    const end = await page.evaluate(() => document.documentElement.scrollHeight);
    for (let y = 0; y < end; y += 200) {
      await page.mouse.wheel(0, 200);
      await frames(page, 2);
    }
    await playing(page, 5);
    const shift = (await page.evaluate(() => window.shifts)).reduce((all, one) => all + one, 0);
    assert.ok(shift <= 0.05, `${shift}`);
    await close();
  });
}
