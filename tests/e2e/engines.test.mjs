// The main journeys in three engines: without script, under a strict policy, and with the tools.
import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { By, Key } from "selenium-webdriver";
import { extractText } from "unpdf";
import { ENGINES } from "../support/engines.mjs";
import { serve } from "../support/site.mjs";
import { prerender, STORY } from "../support/tools.mjs";

const NO_SCRIPT = { "content-security-policy": "script-src 'none'" };
const STRICT = {
  "content-security-policy":
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; " +
    "require-trusted-types-for 'script'; trusted-types 'none'",
};
/** The key by which each kind of control changes its model. */
const KEYS = /** @type {const} */ ({
  ".explainer-choice": Key.ENTER,
  "input[type=range]": Key.ARROW_RIGHT,
  "input[type=radio]": Key.ARROW_DOWN,
});

/** A story of 14 sections, each longer than the window. */
const LONG = JSON.stringify({
  schemaVersion: 1,
  id: "long",
  lang: "en",
  headline: "Long",
  sections: Array.from({ length: 14 }, (_, at) => ({
    id: `part-${at + 1}`,
    heading: `Part ${at + 1}`,
    open: true,
    blocks: Array.from(
      { length: 20 },
      () => "Words that fill a line or two of the story, and then a few more of them.",
    ),
  })),
});

let site;
before(async () => {
  const longStory = join(await mkdtemp(join(tmpdir(), "explainer-")), "long.json");
  await writeFile(longStory, LONG);
  const page = await prerender(STORY, "--page", "--assets", "/explainer");
  site = await serve({
    "/story": { body: page, headers: STRICT },
    "/still": { body: page, headers: NO_SCRIPT },
    "/long": { body: await prerender(longStory, "--page", "--assets", "/explainer"), headers: STRICT },
  });
});
after(() => site.close());

for (const [name, start] of Object.entries(ENGINES)) {
  test(name, { timeout: 180_000 }, async (t) => {
    const { driver, end } = await start();
    try {
      await journeys(t, driver);
    } finally {
      await end();
    }
  });
}

/** Returns the places, in CSS px, where a press beside or on a heading would not reach its disclosure, and those above it where it would. */
function rowMissed(section) {
  section.scrollIntoView({ block: "center" });
  const summary = section.querySelector("summary");
  const { left, width, top, bottom } = section.querySelector(".explainer-disclosure-row").getBoundingClientRect();
  const missed = [];
  for (const x of [left + 4, left + width / 2, left + width - 8]) {
    for (let y = top + 2; y < bottom - 1; y += 5)
      if (document.elementFromPoint(x, y) !== summary) missed.push({ x, y });
    if (document.elementFromPoint(x, top - 12) === summary) missed.push({ x, y: top - 12 });
  }
  return missed;
}

/**
 * @param {import("node:test").TestContext} t
 * @param {import("selenium-webdriver").WebDriver} driver
 */
async function journeys(t, driver) {
  const open = async (address) => {
    await driver.get("about:blank");
    await driver.get(site.origin + address);
  };
  const css = (selector) => driver.findElement(By.css(selector));
  /** Finds an element through shadow roots: each selector is in that of the one before. */
  const inside = (...path) =>
    driver.wait(
      () =>
        driver.executeScript((path) => {
          let scope = document;
          for (const selector of path.slice(0, -1)) {
            scope = scope.querySelector(selector)?.shadowRoot;
            if (!scope) return null;
          }
          return scope.querySelector(path.at(-1));
        }, path),
      20_000,
      path.join(" "),
    );
  const action = (name) => inside(".explainer-toolbar", `[data-explainer-action=${name}]`);
  const dialog = (...path) => inside(".explainer-popover", ...path);
  const words = (element) => driver.executeScript((node) => node.textContent, element);
  const isShown = (element) => driver.executeScript((node) => node.getClientRects().length > 0, element);

  await t.test("without_script_the_story_reads_and_every_section_folds", async () => {
    await open("/still");
    assert.equal((await driver.findElements(By.css("explainer-article:not(:defined)"))).length, 1, "no script ran");
    assert.equal(await (await css(".explainer-headline")).isDisplayed(), true);
    const sections = await driver.findElements(By.css(".explainer-section > details"));
    assert.ok(sections.length > 3);
    for (const section of sections) {
      const before = await section.getAttribute("open");
      await section.findElement(By.css("summary")).click();
      const body = await section.findElement(By.css(".explainer-section-body"));
      assert.equal(await body.isDisplayed(), before === null, await section.getText());
    }
  });

  for (const [name, address] of Object.entries({ without_script: "/still", with_the_tools: "/story" })) {
    await t.test(`${name}_the_whole_row_of_a_heading_is_its_disclosure`, async () => {
      await open(address);
      const sections = await driver.findElements(By.css(".explainer-disclosure"));
      assert.ok(sections.length > 4, "the sections and the glossary");
      for (const section of sections) {
        const [heading, summary, details] = await Promise.all(
          ["h2", "summary", "details"].map((tag) => section.findElement(By.css(tag))),
        );
        const said = await words(heading);
        assert.equal(await summary.getAccessibleName(), said);
        assert.equal((await summary.findElements(By.css("h2"))).length, 0);
        const missed = await driver.executeScript(rowMissed, section);
        assert.deepEqual(missed, [], said);
        const before = await details.getAttribute("open");
        await driver.actions().move({ origin: heading }).click().perform();
        assert.notEqual(await details.getAttribute("open"), before, said);
      }
    });
  }

  await t.test("without_script_an_address_opens_its_section", async () => {
    await open("/still#agi-clause");
    const section = await css("#agi-clause");
    const body = await section.findElement(
      By.xpath("ancestor::details//*[contains(@class, 'explainer-section-body')]"),
    );
    assert.equal(await body.isDisplayed(), true);
  });

  for (const number of [13, 14])
    await t.test(`a_cold_link_to_section_${number}_of_14_shows_its_heading`, async () => {
      await open(`/long#part-${number}`);
      await action("summarize");
      const heading = await css(`#explainer-heading-part-${number}`);
      const top = () => driver.executeScript((node) => node.getBoundingClientRect().top, heading);
      await driver.wait(async () => Math.abs((await top()) - 28) < 60, 5_000).catch(() => {});
      const found = await top();
      assert.ok(found > 0 && found < 90, `the heading is at ${found}`);
    });

  for (const [name, address] of Object.entries({ without_script: "/still", with_the_tools: "/story" }))
    await t.test(`${name}_a_print_has_every_word_of_every_section`, async (print) => {
      await open(address);
      if (address === "/story") await action("summarize");
      const pdf = await driver.printPage().catch((error) => error);
      if (pdf instanceof Error && /unknown command|not implemented|did not match/i.test(pdf.message))
        return print.skip("this driver cannot print");
      const { text } = await extractText(new Uint8Array(Buffer.from(pdf, "base64")), { mergePages: true });
      const letters = (words) => words.replace(/\s|\u00ad/g, "");
      const printed = letters(text);
      for (const paragraph of await driver.findElements(By.css(".explainer-section-body > p, .explainer-definition"))) {
        const sentence = letters(await words(paragraph)).slice(0, 40);
        assert.ok(printed.includes(sentence), sentence);
      }
    });

  await t.test("without_script_a_term_leads_to_its_definition_and_back", async () => {
    await open("/still");
    await (await css(".explainer-section details[open] a.explainer-term")).click();
    assert.match(await driver.getCurrentUrl(), /#term-/);
    const definition = await css(":target");
    assert.equal(await definition.findElement(By.css(".explainer-short")).isDisplayed(), true);
    const { y, height } = await definition.getRect();
    assert.ok(y >= 0 && height > 50, `${height} pixels at ${y}`);
    await definition.findElement(By.css("a[role=doc-backlink]")).click();
    assert.match(await driver.getCurrentUrl(), /#ref-/);
  });

  await t.test("a_definition_opens_leads_to_another_and_back", async () => {
    await open("/story");
    await (await action("toggle-all")).click();
    const shown = async () => (await dialog("[role=dialog]")).getAttribute("aria-label");
    const shows = (label) => driver.wait(async () => (await shown()) === label, 5000, `shows ${label}`);
    const mention = await css(".explainer-section a.explainer-term[href='#term-api-exclusivity']");
    await mention.click();
    await shows("API exclusivity");
    const inner = await dialog("a.explainer-term");
    const label = await words(inner);
    await inner.click();
    await driver.wait(async () => (await shown()) !== "API exclusivity", 5000, `leads to ${label}`);
    await (await dialog("[data-explainer-action=back]")).click();
    await shows("API exclusivity");
    await driver.actions().sendKeys(Key.ESCAPE).perform();
    await driver.wait(async () => !(await isShown(await dialog("[role=dialog]"))), 5000);
    assert.equal(await mention.getAttribute("aria-expanded"), "false");
  });

  await t.test("styles_that_carry_meaning_are_applied", async () => {
    await open("/story");
    await action("summarize");
    const styles = await driver.executeScript(() => {
      const of = (selector, part) => getComputedStyle(document.querySelector(selector), part);
      const term = of("details[open] a.explainer-term");
      return {
        line: term.textDecorationLine,
        style: term.textDecorationStyle,
        hasThickness: parseFloat(term.textDecorationThickness) > 0,
        sign: /\+/.test(of("details[open] a.explainer-term", "::after").content),
        kicker: of(".explainer-kicker").textTransform,
        gist: of(".explainer-section:has(> details[open]) .explainer-gist").display,
      };
    });
    assert.deepEqual(styles, {
      line: "underline",
      style: "dotted",
      hasThickness: true,
      sign: true,
      kicker: "uppercase",
      gist: "none",
    });
  });

  await t.test("summarize_shows_the_points_and_expand_all_opens_every_section", async () => {
    await open("/story");
    await (await action("summarize")).click();
    await driver.wait(async () =>
      (await css("explainer-article")).getAttribute("summarized").then((it) => it !== null),
    );
    assert.equal(await (await css(".explainer-points")).isDisplayed(), true);
    assert.equal((await driver.findElements(By.css(".explainer-section > details[open]"))).length, 0);
    await (await action("summarize")).click();
    await (await action("toggle-all")).click();
    assert.equal((await driver.findElements(By.css(".explainer-section > details:not([open])"))).length, 0);
  });

  await t.test("a_model_of_each_kind_is_set_by_keyboard", async () => {
    await open("/story");
    await (await action("toggle-all")).click();
    const models = await driver.findElements(By.css(".explainer-section explainer-model"));
    const kinds = new Set();
    for (const model of models) {
      await driver.executeScript((node) => node.scrollIntoView({ block: "center" }), model);
      const [selector, control] = await driver.wait(async () => {
        for (const selector of Object.keys(KEYS)) {
          const found = await driver.executeScript(
            (node, selector) => {
              const all = [...(node.shadowRoot?.querySelectorAll(selector) ?? [])];
              return all.find(({ checked }) => checked) ?? all[0] ?? null;
            },
            model,
            selector,
          );
          if (found) return [selector, found];
        }
        return undefined;
      }, 20_000);
      const scenario = () => driver.executeScript((node) => node.scenario, model);
      assert.equal(await scenario(), "");
      await driver.executeScript((node) => node.focus(), control);
      await control.sendKeys(KEYS[selector]);
      await driver.wait(async () => (await scenario()) !== "", 5000, `${selector} sets nothing`);
      kinds.add(JSON.parse(await model.getAttribute("json")).kind);
    }
    assert.ok(kinds.size >= 4, [...kinds].join());
  });
}
