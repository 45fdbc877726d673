// Where a definition opens, in three engines: wholly in the window, at its mention, with its label and Close.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ENGINES } from "../support/engines.mjs";
import { serve } from "../support/site.mjs";

const SIZES = [
  { width: 800, height: 900 },
  { width: 1200, height: 560 },
  { width: 460, height: 760 },
];
/** Mentions tried in each size of each story, and where in the window each then stands: from the top, in parts of it. */
const TRIED = 10;
const PLACES = [0.12, 0.3, 0.5, 0.72, 0.93];

let site;
before(async () => {
  site = await serve();
});
after(() => site.close());

/**
 * Opens the definitions of `count` mentions spread over the story, each at the next place in the window. Returns what
 * is wrong with them. Runs in the page.
 */
async function faultsOfDefinitions(count, places, done) {
  const frame = () => new Promise((resolve) => setTimeout(resolve, 60));
  const popover = document.querySelector(".explainer-popover");
  for (const details of document.querySelectorAll(".explainer-section > details")) details.open = true;
  const all = [...document.querySelectorAll(".explainer-section a.explainer-term")];
  const mentions = all.filter((mention) => mention.checkVisibility());
  const faults = [];
  for (let tried = 0; tried < count; tried += 1) {
    const mention = mentions[Math.floor((tried * mentions.length) / count)];
    const place = places[tried % places.length];
    const say = (what) => faults.push(`${mention.textContent} at ${place} of ${innerWidth}x${innerHeight}: ${what}`);
    mention.scrollIntoView({ block: "start", behavior: "instant" });
    await frame();
    scrollBy({ top: -place * innerHeight + 16, behavior: "instant" });
    await frame();
    mention.click();
    await frame();
    await frame();
    if (!popover.matches(":popover-open")) {
      say("it does not open");
      continue;
    }
    const own = popover.getBoundingClientRect();
    const at = mention.getBoundingClientRect();
    const isSheet = Math.abs(own.width - document.documentElement.clientWidth) < 2;
    const within = ({ top, bottom, left, right }) =>
      top >= -2 && bottom <= innerHeight + 2 && left >= -2 && right <= innerWidth + 2;
    if (!within(own)) say(`the card is at ${[own.top, own.bottom, own.left, own.right].map(Math.round)}`);
    if (!within(at)) say(`the mention is at ${[at.top, at.bottom].map(Math.round)}`);
    const distance = Math.max(own.top - at.bottom, at.top - own.bottom);
    if (distance < -1)
      say(
        `the card at ${[own.top, own.bottom].map(Math.round)} lies over its mention at ${[at.top, at.bottom].map(Math.round)}`,
      );
    if (!isSheet && distance > 60) say(`the card is ${Math.round(distance)} px from its mention`);
    for (const part of [".explainer-card-label", ".explainer-close"]) {
      const rect = popover.shadowRoot.querySelector(part)?.getBoundingClientRect();
      if (!rect?.width || !within(rect)) say(`${part} cannot be seen`);
    }
    popover.shadowRoot.querySelector(".explainer-close").click();
    await frame();
  }
  done(faults);
}

for (const [name, start] of Object.entries(ENGINES)) {
  test(`a_definition_is_wholly_in_the_window_${name}`, { timeout: 240_000 }, async (t) => {
    const { driver, end } = await start();
    try {
      await driver.manage().setTimeouts({ script: 60_000 });
      for (const address of ["/leap-second.html", "/high-seas.html"]) {
        for (const size of SIZES) {
          await t.test(`${address.slice(1, -5)}_${size.width}`, async () => {
            await driver.manage().window().setRect(size);
            await driver.get(site.origin + address);
            await driver.wait(
              () => driver.executeScript(() => !!document.querySelector(".explainer-toolbar")?.shadowRoot),
              20_000,
            );
            await driver.executeScript(() => new Promise((resolve) => setTimeout(resolve, 500)));
            const faults = await driver.executeAsyncScript(faultsOfDefinitions, TRIED, PLACES);
            assert.deepEqual(faults, []);
          });
        }
      }
      await t.test("an_open_one_becomes_a_sheet_in_a_narrower_window", async () => {
        await driver.manage().window().setRect(SIZES[0]);
        await driver.executeScript(() => document.querySelector(".explainer-section a.explainer-term").click());
        const box = () =>
          driver.executeScript(() => {
            const { left, right, bottom } = document.querySelector(".explainer-popover").getBoundingClientRect();
            return [left, document.documentElement.clientWidth - right, innerHeight - bottom].map(Math.round);
          });
        await driver.wait(async () => (await box())[0] > 20, 5000);
        await driver.manage().window().setRect(SIZES[2]);
        await driver.wait(async () => (await box()).every((gap) => gap === 0), 5000).catch(() => {});
        assert.deepEqual(await box(), [0, 0, 0]);
      });
    } finally {
      await end();
    }
  });
}
