// What a mini-model says while a reader plays, and when: to assistive technology, and in its table.
import assert from "node:assert/strict";
import { test } from "node:test";
import { crossing, drag, readout, rested, settled, stage } from "../support/models.mjs";

const { open } = await stage();

test("every_slider_says_its_value_with_its_unit", async () => {
  const { play, close } = await open("/agi-trigger");
  const said = () =>
    play.getByRole("slider").evaluateAll((sliders) => sliders.map((slider) => slider.getAttribute("aria-valuetext")));
  assert.deepEqual(await said(), ["$2 billion", "50%", "15 years"]);
  await drag(play.getByRole("slider", { name: "Growth each year" }), ["75"]);
  await rested(play);
  assert.deepEqual(await said(), ["$2 billion", "75%", "15 years"]);
  await close();
});

test("one_sentence_is_announced_after_the_last_change", async () => {
  const { page, play, close } = await open("/agi-trigger");
  const region = play.locator(".explainer-status");
  assert.equal(await region.getAttribute("role"), "status");
  await region.evaluate((element) => {
    window.said = [];
    new MutationObserver(() => window.said.push(element.textContent)).observe(element, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  const stops = Array.from({ length: 25 }, (_, place) => String(place * 5));
  await drag(play.getByRole("slider", { name: "Growth each year" }), stops);
  assert.deepEqual(await page.evaluate(() => window.said), [], "not while the hand moves");
  await settled(play);
  const said = await page.evaluate(() => window.said);
  assert.deepEqual(said, [await readout(play)]);
  assert.match(said[0], new RegExp(`reached in ${crossing({ growth: 120 })}`));
  await close();
});

test("the_closed_table_is_rendered_after_the_last_change_and_at_once_when_it_is_copied", async () => {
  const { page, play, close } = await open("/agi-trigger");
  const slider = play.getByRole("slider", { name: "Growth each year" });
  const crossed = () => play.locator(".explainer-crossed th").textContent();
  await slider.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await slider.boundingBox();
  const to = (share) => page.mouse.move(x + share * width, y + height / 2);
  await to(1 / 3);
  await page.mouse.down();
  await to(1);
  await play
    .getByText(`reached in ${crossing({ growth: 150 })}`)
    .first()
    .waitFor();
  assert.equal(await crossed(), String(crossing({})), "not while the hand moves");
  await settled(play);
  assert.equal(await crossed(), String(crossing({ growth: 150 })), "when it rests");
  await to(0);
  await rested(play);
  await page.mouse.up();
  await rested(play);
  assert.equal(await play.locator(".explainer-crossed").count(), 0, "when it lets go");
  // In one task, before anything is drawn.
  await slider.evaluate((input) => {
    input.value = "100";
    input.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    input.getRootNode().querySelector("[data-explainer-play=copy-table]").click();
  });
  await play.getByText("Table copied").first().waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^2026\t4\t6\r$/m);
  await close();
});

test("a_message_given_again_is_heard_again", async () => {
  const { page, play, close } = await open("/agi-trigger");
  await play.locator(".explainer-status").evaluate((element) => {
    window.said = [];
    new MutationObserver(() => window.said.push(element.textContent)).observe(element, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  const copy = play.getByRole("button", { name: "Copy link to this scenario" });
  for (let time = 0; time < 2; time += 1) {
    await copy.click();
    await page.waitForFunction((count) => window.said.filter(Boolean).length === count, time + 1);
  }
  const said = (await page.evaluate(() => window.said)).filter(Boolean);
  assert.equal(said.length, 2);
  assert.equal(said[0], said[1]);
  await close();
});

test("after_a_translator_no_old_sentence_stays_beside_new_numbers", async () => {
  const { page, play, close } = await open("/agi-trigger");
  // As a translator does: each text is replaced by elements with other words.
  await play.evaluate(({ shadowRoot }) => {
    const walker = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
    for (const text of texts) {
      if (text.parentElement.closest("svg, style")) continue;
      const outer = document.createElement("font");
      const inner = document.createElement("font");
      inner.textContent = `translated: ${text.data}`;
      outer.append(inner);
      text.replaceWith(outer);
    }
  });
  assert.match(await readout(play), /^translated: /);
  const slider = play.locator("input[type=range]").first();
  for (const value of ["4", "7"]) {
    await slider.fill(value);
    await rested(play);
    const sentence = await readout(play);
    assert.doesNotMatch(sentence, /translated/);
    assert.ok(sentence.length > 20);
    assert.equal(await play.locator(".explainer-value input").first().inputValue(), value);
    assert.equal(await play.locator(".explainer-readout").count(), 1);
  }
  assert.ok(page);
  await close();
});
