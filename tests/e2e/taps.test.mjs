// What a reader presses before the tools are there: it is seen, kept, and done once, in order.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openPage, ready, wouldHaveHappened } from "../support/page.mjs";
import { launch, serve } from "../support/site.mjs";
import { prerender, STORY } from "../support/tools.mjs";

// `TAPS=1000` tries as often as you like.
const TRIES = Number(process.env.TAPS ?? 30);
const LONGEST_WAIT = 400; // Milliseconds from the first control on the page to the press.
const SUMMARIZE = "summarize";
const TOGGLE_ALL = "toggle-all";

let site, browser;
before(async () => {
  const story = await prerender(STORY, "--page", "--assets", "/explainer");
  site = await serve({
    "/story": story,
    "/never": story.replace("<explainer-article>", '<explainer-article loading="never">'),
    "/interaction": story.replace("<explainer-article>", '<explainer-article loading="interaction">'),
  });
  browser = await launch();
});
after(async () => {
  await browser.close();
  site.close();
});

const open = (address, options) => openPage(browser, site.origin + address, { forbids: ["thrown"], ...options });

/** Holds the wasm back until `letGo` is called. */
function held() {
  let letGo;
  const gate = new Promise((resolve) => {
    letGo = resolve;
  });
  const prepare = (page) =>
    page.route("**/*.wasm", async (route) => {
      await gate;
      await route.continue();
    });
  return { prepare, letGo };
}

const control = (page, action) => page.locator(`.explainer-toolbar [data-explainer-action=${action}]:visible`);
const controls = (page) => page.locator(".explainer-toolbar button:visible");
const boxes = (page) =>
  controls(page).evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().toJSON()));
const state = (page) =>
  page.evaluate(() => ({
    isSummarizing: document.querySelector("explainer-article").hasAttribute("summarized"),
    open: [...document.querySelectorAll(".explainer-section > details")].map(({ open }) => open),
  }));

test("the_controls_are_there_before_the_tools_and_keep_their_place", async () => {
  for (const width of [360, 1280]) {
    const { prepare, letGo } = held();
    const { page, close } = await open("/story", { prepare, viewport: { width, height: 800 } });
    await controls(page).first().waitFor();
    const before = await boxes(page);
    assert.equal(before.length, 2);
    letGo();
    await ready(page);
    assert.deepEqual(await boxes(page), before);
    await close();
  }
});

for (const presses of [
  [SUMMARIZE],
  [SUMMARIZE, TOGGLE_ALL],
  [TOGGLE_ALL, SUMMARIZE],
  [SUMMARIZE, SUMMARIZE],
  [TOGGLE_ALL, TOGGLE_ALL, SUMMARIZE],
]) {
  test(`${presses.join("_then_")}_before_the_tools_is_as_with_them`, async () => {
    const { prepare, letGo } = held();
    const early = await open("/story", { prepare });
    for (const action of presses) await control(early.page, action).click();
    assert.equal(await control(early.page, presses[0]).getAttribute("aria-busy"), "true");
    letGo();
    await ready(early.page);
    const late = await open("/story");
    await ready(late.page);
    for (const action of presses) await control(late.page, action).click();
    assert.deepEqual(await state(early.page), await state(late.page));
    assert.equal(await early.page.locator("[aria-busy]").count(), 0);
    await early.close();
    await late.close();
  });
}

test("no_press_is_lost_whenever_it_comes", async () => {
  /** Presses Summarize once, some time after it is seen. Runs in the page. */
  const press = (longest) => {
    const find = () => {
      const toolbar = document.querySelector(".explainer-toolbar");
      return (toolbar?.shadowRoot ?? toolbar)?.querySelector("button");
    };
    const look = () => {
      if (!find()?.checkVisibility({ visibilityProperty: true })) {
        requestAnimationFrame(look);
        return;
      }
      setTimeout(() => {
        window.pressed = true;
        find().click();
      }, Math.random() * longest);
    };
    requestAnimationFrame(look);
  };
  const { page, close } = await open("/story");
  await page.addInitScript(press, LONGEST_WAIT);
  for (let count = 0; count < TRIES; count += 1) {
    await page.reload();
    await ready(page);
    await page.waitForFunction(() => window.pressed);
    await page.waitForFunction(() => document.querySelector("explainer-article").hasAttribute("summarized"));
  }
  await close();
});

test("the_focus_stays_where_it_was_when_the_tools_come", async () => {
  const { prepare, letGo } = held();
  const { page, close } = await open("/story", { prepare });
  await control(page, TOGGLE_ALL).focus();
  await page.keyboard.press("Enter");
  letGo();
  await ready(page);
  const focused = () => document.querySelector(".explainer-toolbar").shadowRoot.activeElement?.textContent;
  await page.waitForFunction(focused);
  assert.equal(await page.evaluate(focused), "Collapse all");
  await close();
});

test("a_press_starts_what_waits_for_the_reader", async () => {
  const { page, close } = await open("/interaction");
  await controls(page)
    .first()
    .evaluate((button) => button.click());
  await ready(page);
  assert.equal((await state(page)).isSummarizing, true);
  await close();
});

const DEAD = {
  no_script: ["/story", { javaScriptEnabled: false }],
  a_script_that_does_not_come: [
    "/story",
    { prepare: (page) => page.route("**/explainer-article.js", (route) => route.abort()) },
  ],
  a_wasm_that_does_not_come: ["/story", { prepare: (page) => page.route("**/*.wasm", (route) => route.abort()) }],
  loading_never: ["/never", {}],
};
for (const [name, [address, options]] of Object.entries(DEAD)) {
  test(`with_${name}_no_control_is_shown`, async () => {
    const { page, close } = await open(address, options);
    if (name === "a_wasm_that_does_not_come") await page.waitForFunction(() => window.heard.length > 0);
    await wouldHaveHappened(page);
    assert.equal(await controls(page).count(), 0);
    await close();
  });
}
