// How a reader plays with a mini-model of each kind, and types numbers.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  crossing,
  drag,
  drawing,
  field,
  JOURNEYS,
  KINDS,
  model,
  readout,
  rested,
  rows,
  scenario,
  settled,
  stage,
  story,
  tabTo,
} from "../support/models.mjs";

const { open } = await stage();

// Every kind, by mouse and by keyboard.

for (const [id, { mouse, keyboard, scenario: wanted, says }] of Object.entries(JOURNEYS)) {
  for (const [hand, set] of Object.entries({ mouse, keyboard })) {
    test(`a_${KINDS[id]}_is_played_with_the_${hand}_and_reset`, async () => {
      const { page, play, close } = await open(`/${id}`);
      const [said, drawn] = [await readout(play), await drawing(play)];
      assert.equal(await scenario(play), "");
      await set(hand === "mouse" ? play : page);
      await rested(play);
      assert.equal(await scenario(play), wanted);
      for (const words of says) assert.match(await readout(play), words);
      assert.notEqual(await drawing(play), drawn, "the drawing changes");
      if (hand === "mouse") {
        await play.getByRole("button", { name: "Reset" }).click();
      } else {
        await tabTo(page, "[data-explainer-play=reset]");
        await page.keyboard.press("Enter");
      }
      await rested(play);
      assert.deepEqual([await scenario(play), await readout(play), await drawing(play)], ["", said, drawn]);
      const controls = await play
        .locator("[data-explainer-setting]")
        .evaluateAll((inputs) =>
          inputs.every(({ type, value, checked, dataset }) =>
            ["radio", "checkbox"].includes(type)
              ? checked === (dataset.explainerValue === "yes")
              : value === dataset.explainerValue,
          ),
        );
      assert.equal(controls, true, "the controls show the defaults, too");
      await close();
    });
  }
}

test("a_path_is_walked_to_an_outcome_and_back_and_focus_stays_with_the_choices", async () => {
  const { page, play, close } = await open("/rofr");
  const focused = () => play.evaluate(({ shadowRoot }) => shadowRoot.activeElement?.textContent);
  await play.getByRole("button", { name: "Decline" }).focus();
  await page.keyboard.press("Enter");
  await rested(play);
  assert.equal(await focused(), "Ask a rival cloud");
  await page.keyboard.press("Enter");
  await rested(play);
  assert.equal(await scenario(play), "path=decline.rival");
  assert.equal(await play.locator(".explainer-situation").textContent(), "The work runs at a rival cloud.");
  assert.match(await readout(play), /Before: Microsoft only – The work waits/);
  assert.equal(await focused(), "Back");
  await page.keyboard.press("Enter");
  await rested(play);
  assert.equal(await scenario(play), "path=decline");
  assert.equal(await play.getByRole("button", { name: "Build capacity" }).isVisible(), true);
  await close();
});

test("every_walk_by_hand_ends_as_the_table_of_outcomes_says", async () => {
  const { play, close } = await open("/rofr");
  const outcomes = (await rows(play)).slice(1);
  assert.equal(outcomes.length, 1 + 2 + 2 + 2);
  for (const [choices, now, before] of outcomes) {
    for (const choice of choices.split(" → ")) {
      await play.getByRole("button", { name: choice }).click();
      await rested(play);
    }
    assert.equal(await play.locator(".explainer-situation").textContent(), now);
    assert.equal(await readout(play), `Before: Microsoft only – ${before}`);
    await play.getByRole("button", { name: "Reset" }).click();
    await rested(play);
  }
  await close();
});

test("a_threshold_says_the_year_that_is_counted_by_hand", async () => {
  const { play, close } = await open("/agi-trigger");
  for (const settings of [
    { growth: 40 },
    { growth: 0 },
    { start: 30 },
    { growth: 35, years: 30 },
    { growth: 45, each: true },
  ]) {
    const { start, growth, years, each } = settings;
    const pairs = { "first-year": start, growth, years, counting: each ? "per-period" : undefined };
    const text = Object.entries(pairs).filter(([, value]) => value !== undefined);
    await play.evaluate((element, wanted) => (element.scenario = wanted), text.map((pair) => pair.join("=")).join("&"));
    await rested(play);
    const year = crossing(settings);
    const said = await readout(play);
    assert.match(
      said,
      year ? new RegExp(`is reached in ${year}[,.]`) : /is not reached by 2039\./,
      JSON.stringify(settings),
    );
  }
  await close();
});

test("the_table_holds_exactly_the_drawn_years_and_marks_the_crossing", async () => {
  const { play, close } = await open("/agi-trigger");
  await drag(play.getByRole("slider", { name: "Growth each year" }), ["40"]);
  await rested(play);
  const [head, ...years] = await rows(play, true);
  assert.deepEqual(head, ["Year", "In that year", "Total so far"]);
  assert.equal(years.length, 15);
  let [amount, total] = [2, 0];
  for (const [place, [year, own, added]] of years.entries()) {
    total += amount;
    assert.equal(Number(year), 2025 + place);
    assert.ok(
      Math.abs(own - amount) < 1e-4 * amount + 1e-5 && Math.abs(added - total) < 1e-4 * total,
      `${year}: ${own}, ${added}`,
    );
    amount *= 1.4;
  }
  const marked = await play.locator(".explainer-crossed th").allTextContents();
  assert.deepEqual(marked, ["2034"]);
  // The threshold on the axis, the year, and its amount: 2 * (1.4^10 - 1) / 0.4 = 139.6.
  const labels = await play.locator("text.explainer-crossing").allTextContents();
  assert.deepEqual(labels, ["100", "2034", "$139.6 billion"]);
  // A column for each year, which an arrow tops where it goes beyond the plot.
  const columns = await play
    .locator("path.explainer-columns")
    .evaluateAll((all) => all.map((path) => path.getAttribute("d")));
  assert.ok(!/NaN|Infinity/.test(columns.join("")));
  assert.equal(columns[0].match(/Z/g).length, 9);
  assert.ok(columns[1].match(/Z/g).length > 6);
  await close();
});

test("with_the_clause_struck_out_there_is_no_line_and_no_year", async () => {
  const { play, close } = await open("/agi-trigger");
  await play.getByRole("checkbox", { name: "Suppose the clause is struck out" }).check();
  await rested(play);
  assert.match(await readout(play), /There is no line left to cross/);
  assert.equal(await play.locator(".explainer-limit, .explainer-mark, .explainer-crossed").count(), 0);
  assert.equal(await scenario(play), "nullified=yes");
  assert.equal(await play.getByText("These numbers are your assumptions, not a forecast.").isVisible(), true);
  await close();
});

test("a_comparison_shows_the_rows_of_the_chosen_state_only", async () => {
  const { play, close } = await open("/what-changed");
  const labels = (state) =>
    story.models
      .find(({ id }) => id === "what-changed")
      .rows.filter((row) => !state || row.state === state)
      .map(({ label }) => label);
  const heads = async () => (await rows(play)).slice(1).map(([label]) => label);
  assert.deepEqual(await heads(), labels());
  for (const state of ["ended", "new", "stays", "may-change"]) {
    await play.locator(`input[value=${state}]`).check();
    await rested(play);
    assert.deepEqual(await heads(), labels(state));
    for (const label of labels(state)) assert.ok((await readout(play)).includes(label), `${label} is said`);
  }
  await close();
});

test("bars_are_to_scale_and_the_one_compared_with_is_marked", async () => {
  const { play, close } = await open("/stargate-size");
  const widths = await play
    .locator("rect.explainer-amount")
    .evaluateAll((bars) => bars.map((bar) => bar.width.baseVal.value));
  const values = model("stargate-size").amounts.map(({ value }) => value);
  widths.forEach((width, place) =>
    assert.ok(Math.abs(width / widths[0] - values[place] / values[0]) < 0.01, `${widths}`),
  );
  assert.match(
    await readout(play),
    /^Stargate \(\$500 billion\) is 5 times as much as Profits in the AGI clause \(\$100 billion\)\.$/,
  );
  const compared = () =>
    play
      .locator("rect.explainer-amount")
      .evaluateAll((bars) => bars.findIndex((bar) => bar.matches(".explainer-compared *")));
  assert.equal(await compared(), 1);
  await play.getByRole("radio", { name: "Stargate’s first part" }).check();
  await rested(play);
  assert.equal(await compared(), 2);
  await close();
});

test("the_list_marks_what_runs_in_the_month_looked_at", async () => {
  const { page, play, close } = await open("/deal-in-time");
  const marked = () => play.locator("[aria-current=date] strong").allTextContents();
  await play.getByRole("slider").focus();
  await page.keyboard.press("End");
  await rested(play);
  assert.deepEqual((await marked()).sort(), [
    "APIs only on Azure",
    "Access to intellectual property",
    "Revenue sharing",
  ]);
  await page.keyboard.press("Home");
  await rested(play);
  assert.equal((await marked()).length, 7);
  await close();
});

// Numbers that are typed.

test("what_a_reader_types_is_not_written_over", async () => {
  const { page, play, close } = await open("/agi-trigger");
  const growth = field(play, "Growth each year");
  await growth.fill("");
  await growth.focus();
  const typed = [];
  for (const digit of "105") {
    await page.keyboard.press(digit);
    await rested(play);
    // Of "1", which is between two steps of the scale, nothing is said.
    if (digit !== "1") await settled(play);
    typed.push(await growth.inputValue());
  }
  assert.deepEqual(typed, ["1", "10", "105"]);
  assert.equal(await scenario(play), "growth=105");
  assert.equal(await play.getByRole("slider", { name: "Growth each year" }).inputValue(), "105");
  await close();
});

test("a_message_that_comes_late_does_not_write_over_another_field", async () => {
  const { page, play, close } = await open("/agi-trigger");
  await drag(play.getByRole("slider", { name: "Profit in the first year" }), ["10"]);
  const growth = field(play, "Growth each year");
  await growth.fill("");
  await page.keyboard.press("7");
  await rested(play);
  await settled(play);
  assert.equal(await growth.inputValue(), "7");
  await close();
});

for (const [typed, becomes] of [
  ["999", "150"],
  ["-5", "0"],
  ["52", "50"],
  ["", "50"],
]) {
  test(`a_number_typed_as_${typed.replace("-", "minus_") || "nothing"}_becomes_${becomes}_when_it_is_done`, async () => {
    const { page, play, close } = await open("/agi-trigger");
    const growth = field(play, "Growth each year");
    await growth.fill(typed);
    await rested(play);
    assert.equal(await growth.inputValue(), typed, "not while it is typed");
    assert.equal(await scenario(play), "", "nor does it count yet");
    await page.keyboard.press("Tab");
    await rested(play);
    assert.equal(await growth.inputValue(), becomes);
    assert.equal(await scenario(play), becomes === "50" ? "" : `growth=${becomes}`);
    await close();
  });
}
