// What the element does under a strict policy, under attack, after a trap, and in the long run.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { breakable, breakNext } from "../support/hostile.mjs";
import { leavesNothing, watchMemory } from "../support/leak.mjs";
import { embed, openPage, ready, wouldHaveHappened } from "../support/page.mjs";
import { launch, serve } from "../support/site.mjs";
import { plainStory } from "../support/tools.mjs";

const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
  "connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
const hostile = '"><img src=x onerror="window.hacked = 1"><script>window.hacked = 1</script>';
const ATTACK = {
  schemaVersion: 1,
  id: "attack",
  lang: "en",
  headline: hostile,
  standfirst: [hostile, { link: "javascript:window.hacked=1", text: "a link" }],
  byline: hostile,
  summary: [{ text: hostile, section: "lead" }],
  sections: [
    { id: "lead", kicker: hostile, heading: hostile, gist: hostile, blocks: [hostile, [{ term: "t", text: hostile }]] },
  ],
  terms: [
    {
      id: "t",
      label: hostile,
      short: "x",
      long: [hostile],
      sources: [{ title: hostile, url: "data:text/html,<script>1</script>" }],
    },
  ],
};
const ARTICLE = "<explainer-article demo></explainer-article>";

let site, browser;
before(async () => {
  const policy = (value) => ({ headers: { "content-security-policy": value } });
  site = await serve({
    "/strict": { body: embed(ARTICLE), ...policy(STRICT) },
    "/no-wasm": {
      body: embed("<explainer-article demo><p>Fallback</p></explainer-article>"),
      ...policy(STRICT.replace(" 'wasm-unsafe-eval'", "")),
    },
    "/attack": { body: embed('<explainer-article src="/attack.json"></explainer-article>'), ...policy(STRICT) },
    "/attack.json": { body: JSON.stringify(ATTACK), type: "application/json" },
    "/two": embed(ARTICLE + ARTICLE),
    "/fallback": embed("<explainer-article demo><p>Fallback</p></explainer-article>"),
    "/one.json": { body: JSON.stringify({ ...ATTACK, id: "one", headline: "One" }), type: "application/json" },
    "/plain.json": { body: await plainStory(), type: "application/json" },
    "/empty": embed(""),
  });
  browser = await launch();
});
after(async () => {
  await browser.close();
  site.close();
});

const open = (address, init) => openPage(browser, site.origin + address, { init, forbids: [] });

test("everything_works_under_a_strict_policy_with_trusted_types", async () => {
  const { page, close } = await open("/strict");
  await ready(page);
  await page.getByRole("button", { name: "Expand all" }).click();
  await page.getByRole("button", { name: "Summarize" }).click();
  await page.locator("a.explainer-term").first().click();
  await page.getByRole("dialog").waitFor();
  const shown = await page.locator(".explainer-card").evaluate((card) => getComputedStyle(card).paddingLeft);
  assert.notEqual(shown, "0px", "the islands are styled");
  assert.deepEqual(await page.evaluate(() => [window.violations, window.heard]), [[], []]);
  await close();
});

test("a_policy_without_wasm_leaves_the_fallback_and_says_what_to_do", async () => {
  const { page, close } = await open("/no-wasm");
  await page.waitForFunction(() => window.heard.length > 0);
  const [error] = await page.evaluate(() => window.heard);
  assert.deepEqual([error.code, error.fatal], ["wasm-blocked", true]);
  assert.match(error.help, /wasm-unsafe-eval/);
  assert.equal(await page.getByText("Fallback").isVisible(), true);
  await close();
});

test("nothing_in_a_story_becomes_markup_or_script", async () => {
  const { page, close } = await open("/attack");
  await ready(page);
  await page.locator(".explainer-section a.explainer-term").first().click();
  await page.getByRole("dialog").waitFor();
  const found = await page.evaluate(() => ({
    hacked: window.hacked,
    violations: window.violations,
    images: document.querySelectorAll("explainer-article img, explainer-article script").length,
    links: [...document.querySelectorAll("explainer-article a")].filter(
      (a) => !["http:", "https:"].includes(a.protocol),
    ).length,
    headline: document.querySelector("h1").textContent,
  }));
  assert.deepEqual(found, { hacked: undefined, violations: [], images: 0, links: 0, headline: hostile });
  await close();
});

async function breakTimes(page, times) {
  await ready(page);
  await page.evaluate(() => {
    window.texts = [...document.querySelectorAll(".explainer-body")].map((body) => body.textContent);
  });
  await breakNext(page, times);
  await page.locator(".explainer-section a.explainer-term").first().click();
  await page.waitForFunction(
    (count) => window.heard.filter(({ code }) => code === "trap").length === count,
    Math.min(times, 3),
  );
  await wouldHaveHappened(page);
  const same = await page.$$eval(".explainer-body", (bodies) =>
    bodies.every((body, place) => body.textContent === window.texts[place]),
  );
  assert.equal(same, true, "the text is untouched");
  const fold = page.locator(".explainer-section > details").nth(1);
  await fold.locator("> summary").click();
  assert.equal(await fold.evaluate(({ open }) => open), true);
}

test("after_a_trap_the_text_stays_and_every_element_gets_its_tools_back", async () => {
  const { page, close } = await open("/two", breakable);
  await breakTimes(page, 1);
  // The instance that trapped hears nothing any more; the fresh one does.
  for (const element of [0, 1]) {
    const host = page.locator("explainer-article").nth(element);
    await host.locator(".explainer-section a.explainer-term").first().click();
    await host.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await host.getByRole("button", { name: /Expand all/ }).click();
    assert.equal(await host.locator(".explainer-section > details:not([open])").count(), 0);
  }
  assert.equal(await page.evaluate(() => window.heard.length), 1);
  await close();
});

test("after_the_third_trap_the_text_is_still_shown", async () => {
  const { page, close } = await open("/two", breakable);
  await breakTimes(page, 1000);
  const heard = await page.evaluate(() => window.heard);
  assert.equal(heard.length, 3);
  assert.match(heard[2].help, /reload the page/);
  await close();
});

test("a_story_that_traps_while_it_is_drawn_costs_no_other_element_its_tools", async () => {
  const { page, close } = await open("/two", () => {
    const insertBefore = Node.prototype.insertBefore;
    Node.prototype.insertBefore = function (...nodes) {
      if (window.breaksDrawing && !this.isConnected) throw new Error("broken by the page");
      return insertBefore.apply(this, nodes);
    };
  });
  await ready(page);
  await page.evaluate(() => {
    window.breaksDrawing = true;
    document.querySelector("explainer-article").setAttribute("src", "/one.json");
  });
  await page.waitForFunction(() => window.heard.length > 0);
  const [error] = await page.evaluate(() => window.heard);
  assert.deepEqual([error.code, error.fatal], ["trap", true]);
  const other = page.locator("explainer-article").nth(1);
  await wouldHaveHappened(page);
  await other.locator(".explainer-section a.explainer-term").first().click();
  await other.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  // Nor the story that stood in its own place.
  await page.locator("explainer-article").first().getByRole("button", { name: "Expand all" }).click();
  await page.evaluate(() => {
    window.breaksDrawing = false;
    document.querySelector("explainer-article").setAttribute("src", "/attack.json");
  });
  await page.getByRole("heading", { name: hostile }).first().waitFor();
  assert.equal(await page.evaluate(() => window.heard.filter(({ code }) => code === "trap").length), 1);
  await close();
});

for (const file of [
  "explainer_story.wasm",
  "explainer_shared.wasm",
  "explainer_article.js",
  "explainer.css",
  "microsoft-openai.json",
]) {
  test(`without_${file.replace(/\W/g, "_")}_the_fallback_is_shown_and_the_page_hears_why`, async () => {
    const { page, close } = await open("/empty");
    await page.route(`**/${file}`, (route) => route.fulfill({ status: 404 }));
    await page.goto(`${site.origin}/fallback`);
    await page.waitForFunction(() => window.heard.length > 0);
    const [error] = await page.evaluate(() => window.heard);
    assert.match(error.code, /-unavailable$/);
    assert.ok(error.fatal && error.help);
    assert.equal(await page.getByText("Fallback").isVisible(), true);
    assert.equal(await page.locator("explainer-article").getAttribute("aria-busy"), null);
    await page.unroute(`**/${file}`);
    await page.evaluate(() => document.querySelector("explainer-article").setAttribute("src", "/attack.json"));
    await ready(page);
    await close();
  });
}

const HOSTILE_STYLES = {
  popovers_hidden: "[popover] { display: none }",
  empty_boxes_hidden: "div:empty, span:empty { display: none }",
  everything_unset: "* { all: unset }",
  details_flex: "details { display: flex } summary { display: flex }",
  links_bare: "a { text-decoration: none; color: inherit } ul, ol { list-style: none } p { max-width: 10em }",
  tools_odd: "button { display: none !important } div { font: 40px fantasy }",
};
for (const [name, style] of Object.entries(HOSTILE_STYLES)) {
  test(`on_a_page_with_${name}_the_story_reads_and_the_tools_work`, async () => {
    site.pages["/hostile"] = embed(ARTICLE, `<style>${style}</style>`);
    const { page, close } = await open("/hostile");
    await ready(page);
    await page.getByRole("button", { name: "Expand all" }).click();
    const [first, second] = await page.$$eval(".explainer-section-body p", (paragraphs) =>
      paragraphs.slice(0, 2).map((paragraph) => paragraph.getBoundingClientRect().toJSON()),
    );
    assert.ok(second.top >= first.bottom, "paragraphs stand below one another");
    assert.ok(first.width > 400, `a paragraph is ${first.width} px wide`);
    const heading = await page.locator(".explainer-heading").first().boundingBox();
    assert.ok(heading.y + heading.height <= first.top, "the heading stands above its text");
    await page.locator(".explainer-section a.explainer-term").first().click();
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    assert.ok((await dialog.boundingBox()).height > 100);
    await close();
  });
}

test("500_times_in_and_out_leave_nothing_behind", async () => {
  const { page, close } = await open("/empty", watchMemory);
  const rounds = (count) =>
    page.evaluate(async (times) => {
      for (let time = 0; time < times; time += 1) {
        const element = document.createElement("explainer-article");
        element.setAttribute("loading", "eager");
        element.setAttribute("src", "/plain.json");
        const stands = new Promise((resolve) => {
          element.addEventListener("explainer-ready", resolve, { once: true });
        });
        document.querySelector("main").append(element);
        await stands;
        element.querySelector(".explainer-section a.explainer-term").click();
        element.querySelectorAll("details")[1].open = true;
        await new Promise(requestAnimationFrame);
        element.remove();
      }
    }, count);
  await leavesNothing(page, rounds);
  await close();
});
