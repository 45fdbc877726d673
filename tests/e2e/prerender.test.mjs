// A page whose story `explainer prerender` wrote: without script, and with the widget on top.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open as openPage, ready, wouldHaveHappened } from "../support/page.mjs";
import { launch, serve } from "../support/site.mjs";
import { prerender, STORY } from "../support/tools.mjs";

let site, browser;
before(async () => {
  const page = await prerender(STORY, "--page", "--assets", "/explainer");
  site = await serve({
    "/story": page,
    "/patient": page.replace("<explainer-article>", '<explainer-article loading="interaction">'),
  });
  browser = await launch();
});
after(async () => {
  await browser.close();
  site.close();
});

async function withoutScript(address) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.origin + address);
  return { page, close: () => context.close() };
}

test("without_script_the_story_reads_folds_and_summarizes", async () => {
  const { page, close } = await withoutScript("/story");
  assert.equal(await page.getByText("Microsoft does not walk away empty-handed").isVisible(), true);
  const text = page.getByText("point of contention");
  assert.equal(await text.isVisible(), false);
  await page.getByRole("heading", { name: "Why OpenAI needed more room" }).click({ force: true });
  assert.equal(await text.isVisible(), true);
  assert.equal(await page.locator(".explainer-point:visible").count(), 5);
  await close();
});

test("without_script_an_address_opens_its_section", async () => {
  const { page, close } = await withoutScript("/story#agi-clause");
  assert.equal(await page.getByText("The line may not survive").isVisible(), true);
  await close();
});

test("without_script_a_term_leads_to_its_definition_and_back", async () => {
  const { page, close } = await withoutScript("/story");
  const mention = page.locator(".explainer-section a.explainer-term", { hasText: "Stargate" }).first();
  await mention.scrollIntoViewIfNeeded();
  const before = await mention.boundingBox();
  await mention.click();
  const definition = page.locator("#term-stargate");
  assert.equal(await definition.locator(".explainer-short").isVisible(), true);
  const { y, height } = await definition.boundingBox();
  const window = page.viewportSize();
  assert.ok(y >= window.height * 0.35 - 1 && y + height <= window.height + 1, `a sheet at ${y}`);
  assert.deepEqual(await mention.boundingBox(), before, "the reader stays at the mention");
  await definition.getByRole("link", { name: "What has changed between Microsoft and OpenAI?" }).click();
  assert.match(page.url(), /#ref-stargate-1$/);
  assert.equal(await page.locator("#ref-stargate-1").isVisible(), true);
  await close();
});

test("the_tools_come_to_the_text_that_is_there_and_leave_it_alone", async () => {
  const { page, close } = await openPage(browser, `${site.origin}/story`, {
    init: () => {
      window.heard = [];
      addEventListener("explainer-ready", ({ detail }) => window.heard.push(detail));
      addEventListener("DOMContentLoaded", () => {
        window.body = document.querySelector(".explainer-body");
        // A reader is quicker than the wasm.
        window.body.querySelectorAll(".explainer-section > details")[2].open = true;
        // All but the toolbar, whose place the tools take.
        window.textOf = (body) =>
          [...body.children].filter((part) => !part.matches(".explainer-toolbar")).map((part) => part.textContent);
        window.text = window.textOf(window.body).join();
      });
    },
  });
  const state = await page.evaluate(() => ({
    same: window.body === document.querySelector(".explainer-body"),
    text: window.textOf(window.body).join() === window.text,
    open: [...document.querySelectorAll(".explainer-section > details")].map((fold) => fold.open),
    asked: performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".json")).length,
  }));
  assert.deepEqual(state, { same: true, text: true, open: [true, false, true, false, false], asked: 0 });
  assert.deepEqual(await page.evaluate(() => window.heard), [
    {
      id: "microsoft-openai-2025-01",
      headline: "Microsoft gives up its exclusive hold on OpenAI’s computing, and keeps first call",
      lang: "en",
      sections: 5,
      terms: 15,
      problems: [],
    },
  ]);
  await page.locator(".explainer-section a.explainer-term").first().click();
  await page.getByRole("dialog", { name: "exclusivity" }).waitFor();
  await close();
});

/** Does what page translators do: every text goes into an element of theirs, with other words. */
function translate() {
  const texts = [];
  const walker = document.createTreeWalker(document.querySelector("explainer-article"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    if (!text.data.trim() || text.parentNode.localName === "script") continue;
    const font = document.createElement("font");
    text.replaceWith(font);
    font.append(`⟦${text.data}⟧`);
  }
  document.querySelector(".explainer-section-body").prepend(document.createElement("div"));
}

for (const [moment, address] of [
  ["before", "/story"],
  ["after", "/story"],
  ["after", "/"],
]) {
  test(`translated_${moment}_start_up_everything_works_at_${address.slice(1) || "the_demo"}`, async () => {
    const init = `const translate = ${translate}; ${moment === "before" ? "addEventListener('DOMContentLoaded', translate);" : ""}`;
    const { page, close } = await openPage(browser, site.origin + address, { init });
    if (moment === "after") await page.evaluate(translate);
    await page.locator(".explainer-section a.explainer-term").first().click();
    await page
      .getByRole("dialog")
      .getByText("⟦A promise to deal with one partner only, and with nobody else.⟧")
      .waitFor();
    await page.getByRole("dialog").locator("a.explainer-term").first().click();
    await page.getByRole("dialog", { name: "⟦right of first refusal⟧" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Summarize" }).click();
    await page.getByRole("button", { name: "Show full story" }).click();
    await page.getByRole("button", { name: "Expand all" }).click();
    assert.equal(await page.locator(".explainer-section > details:not([open])").count(), 0);
    await close();
  });
}

test("with_loading_interaction_nothing_is_fetched_before_the_reader_points_at_the_story", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${site.origin}/patient`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await wouldHaveHappened(page);
  assert.deepEqual(
    asked.filter((path) => /wasm|explainer_article/.test(path)),
    [],
  );
  await page.locator("a.explainer-term").first().hover();
  await ready(page);
  await page.locator("a.explainer-term").first().click();
  await page.getByRole("dialog", { name: "right of first refusal" }).waitFor();
  assert.equal(asked.filter((path) => path.endsWith("explainer_article_bg.wasm")).length, 1);
  await context.close();
});

test("prerendered_and_drawn_in_the_browser_the_story_is_the_same", async () => {
  // What the tools add to the text, and the slot that a drawn story stands in.
  const added = ["slot", "aria-haspopup", "aria-expanded"];
  const markup = (page) =>
    page.evaluate((names) => {
      const body = document.querySelector(".explainer-body").cloneNode(true);
      body.normalize();
      const write = (node) => {
        if (node.nodeType !== Node.ELEMENT_NODE) return node.data;
        const attributes = [...node.attributes]
          .filter(({ name }) => !names.includes(name))
          .map(({ name, value }) => `${name}=${name === "open" ? "" : value}`)
          .sort();
        // Drawn in the browser, a model shows words until it is played.
        const inside = node.localName === "explainer-model" ? [] : [...node.childNodes];
        return [node.localName, attributes, inside.map(write)];
      };
      return write(body);
    }, added);
  const prerendered = await openPage(browser, `${site.origin}/story`);
  const drawn = await openPage(browser, `${site.origin}/`);
  assert.deepEqual(await markup(prerendered.page), await markup(drawn.page));
  await prerendered.close();
  await drawn.close();
});

test("a_story_that_came_as_html_never_gives_way_to_the_bundled_one", async () => {
  const { page, close } = await openPage(browser, `${site.origin}/story`);
  await page.evaluate(() => {
    const element = document.querySelector("explainer-article");
    window.body = element.querySelector(".explainer-body");
    element.setAttribute("heading-level", "2");
    element.article = undefined;
    element.querySelector("script").remove();
    element.append(Object.assign(document.createElement("script"), { type: "application/ld+json" }));
  });
  await wouldHaveHappened(page);
  assert.equal(await page.evaluate(() => window.body.isConnected), true);
  await page.getByRole("button", { name: "Expand all" }).click();
  await close();
});

test("a_story_set_later_takes_the_place_of_the_one_that_came_as_html", async () => {
  const { page, close } = await openPage(browser, `${site.origin}/story`);
  await page.evaluate(() => {
    document.querySelector("explainer-article").article = {
      schemaVersion: 1,
      id: "new",
      lang: "en",
      headline: "New",
      sections: [{ id: "only", heading: "Only", blocks: ["Words."] }],
    };
  });
  await page.getByRole("heading", { name: "New" }).waitFor();
  assert.equal(await page.locator(".explainer-body").count(), 1);
  await close();
});
