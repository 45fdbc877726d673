// The story's mini-models, pages that show them with and without an article, and what a
// reader's hands do with them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after } from "node:test";
import { frames, openPage } from "./page.mjs";
import { launch, serve } from "./site.mjs";
import { prerender, STORY } from "./tools.mjs";

export const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
  "connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
/** What a page links so that the fallbacks are styled before any script. */
export const LINK = '<link rel="stylesheet" href="/explainer/explainer-models.css">';

export const story = JSON.parse(readFileSync(STORY, "utf8"));

/** Returns the story's model of that id, as an author may change it. */
export const model = (id) => structuredClone(story.models.find((each) => each.id === id));

/** The one of each kind, and a control of it that changes what it shows. */
export const KINDS = {
  rofr: "decision",
  "agi-trigger": "threshold",
  "deal-in-time": "timeline",
  "what-changed": "comparison",
  "stargate-size": "participants",
};

const json = (what) => (typeof what === "string" ? what : JSON.stringify(what)).replaceAll("<", "\\u003c");

/** Returns an element with its JSON inside. */
export const standing = (what, { attributes = "", fallback = "<p>Fallback</p>" } = {}) =>
  `<explainer-model ${attributes}><script type="application/json">${json(what)}</script>${fallback}</explainer-model>`;

/** A page with models and no article. */
export const alone = (
  inside,
  { head = "", lang = "en", dir = "ltr" } = {},
) => `<!doctype html><html lang="${lang}" dir="${dir}"><head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Test page</title>${head}
<script type="module" src="/explainer/explainer-model.js"></script></head>
<body><main><h1>Test page</h1>${inside}</main></body></html>`;

/** Notes on the page what it hears, and what its policy forbids. */
function listen() {
  window.heard = { errors: [], changes: [], ready: [], violations: [] };
  addEventListener("explainer-error", ({ detail }) => window.heard.errors.push(detail));
  addEventListener("explainer-model-change", ({ detail }) => window.heard.changes.push(detail));
  addEventListener("explainer-model-ready", ({ detail }) => window.heard.ready.push(detail));
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    window.heard.violations.push(`${violatedDirective} ${blockedURI}`),
  );
}

/** Waits until every model on the page is at play. */
export async function playing(page, count = 1) {
  await page.waitForFunction(
    (least) => {
      const models = [...document.querySelectorAll("explainer-model")];
      const isShown = ({ shadowRoot }) =>
        shadowRoot?.querySelector("slot")?.hidden && shadowRoot.querySelector("figure");
      return models.filter(isShown).length >= least;
    },
    count,
    { timeout: 15000 },
  );
}

/** Returns the table of a model as rows of what its cells say; `value` takes what they say to machines. */
export const rows = (play, value = false) =>
  play
    .locator("table")
    .first()
    .evaluate(
      (table, asValue) =>
        [...table.rows].map((row) =>
          [...row.cells].map((cell) => (asValue && cell.querySelector("data")?.value) || cell.textContent.trim()),
        ),
      value,
    );

export const sendJson = (body) => ({
  body: typeof body === "string" ? body : JSON.stringify(body),
  type: "application/json",
});

/**
 * Starts a site with the story, the story under a strict policy, and a page for each model by its id, and
 * a browser; both end with the test file. `open` opens a page and waits until `count` models play;
 * closing it fails the test for anything thrown, logged or told, unless `faults` says that there is
 * some, and for whatever the page's policy forbids.
 */
export async function stage() {
  const page = await prerender(STORY, "--page", "--assets", "/explainer");
  const site = await serve({
    "/story": page,
    "/story-strict": { body: page, headers: { "content-security-policy": STRICT } },
    "/empty": alone(""),
  });
  for (const id of Object.keys(KINDS)) site.pages[`/${id}`] = alone(standing(model(id)), { head: LINK });
  const browser = await launch();
  after(async () => {
    await browser.close();
    site.close();
  });
  /**
   * @param {string} address
   * @param {import("./page.mjs").OpenOptions & { faults?: boolean, count?: number }} [options]
   */
  async function open(address, { init, prepare = () => {}, faults = false, count, ...options } = {}) {
    const { page: opened, close: leave } = await openPage(browser, site.origin + address, {
      permissions: ["clipboard-read", "clipboard-write"],
      ...options,
      listener: listen,
      init,
      forbids: faults ? [] : ["thrown", "logged"],
      prepare: (target, context) => {
        context.setDefaultTimeout(10000);
        return prepare(target, context);
      },
    });
    if (count !== 0) await playing(opened, count);
    const close = async () => {
      const { errors, violations } = await opened.evaluate(() => window.heard);
      await leave();
      if (!faults) assert.deepEqual(errors, []);
      assert.deepEqual(violations, []);
    };
    return { page: opened, play: opened.locator("explainer-model").first(), close };
  }
  return { site, browser, open };
}

export const heard = (page, what) => page.evaluate((name) => window.heard[name], what);
export const readout = (play) => play.locator(".explainer-readout").textContent();
export const status = (play) => play.locator(".explainer-status").textContent();
export const scenario = (play) => play.evaluate((element) => element.scenario);
export const drawing = (play) => play.locator(".explainer-drawing").innerHTML();
/** Waits until what the reader set is drawn. */
export const rested = (play) => frames(play.page());
/** Waits until the model has said what its readout shows, which it does when the hand rests. */
export const settled = async (play) => {
  const shown = await play.evaluateHandle((element) => element.shadowRoot);
  await play.page().waitForFunction((root) => {
    const text = (selector) => root.querySelector(selector).textContent;
    // A decision's readout leaves out what stands above it.
    return !!text(".explainer-status") && text(".explainer-status").endsWith(text(".explainer-readout"));
  }, shown);
};
/** Tabs to a control, as a reader without a mouse does. */
export async function tabTo(page, selector) {
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press("Tab");
    const isThere = await page.evaluate((wanted) => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at?.matches(wanted);
    }, selector);
    if (isThere) return;
  }
  assert.fail(`Tab does not reach ${selector}`);
}
/** Sets a slider as a drag does: many `input`s, one `change`. */
export const drag = (slider, values) =>
  slider.evaluate(async (input, stops) => {
    for (const stop of stops) {
      input.value = stop;
      input.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }, values);

/** The year in which profits reach 100, counted by hand. */
export function crossing({ start = 2, growth = 50, years = 15, each = false }) {
  let [amount, total] = [start, 0];
  for (let year = 2025; year < 2025 + years; year += 1) {
    total += amount;
    if ((each ? amount : total) >= 100) return year;
    amount *= 1 + growth / 100;
  }
  return undefined;
}

/** How a model is played with each hand, and what it then says. */
export const JOURNEYS = {
  rofr: {
    mouse: async (play) => play.getByRole("button", { name: "Host only a part" }).click(),
    keyboard: async (page) => {
      await tabTo(page, "button[value=all]");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
    },
    scenario: "path=part",
    says: [/The rest waits: no other provider may be asked/],
  },
  "agi-trigger": {
    mouse: async (play) => {
      const slider = play.getByRole("slider", { name: "Growth each year" });
      await slider.scrollIntoViewIfNeeded();
      const { x, y, width, height } = await slider.boundingBox();
      await slider.page().mouse.click(x + width - 3, y + height / 2);
    },
    keyboard: async (page) => {
      await tabTo(page, "input[type=range][data-explainer-setting=growth]");
      await page.keyboard.press("End");
    },
    scenario: "growth=150",
    says: [
      new RegExp(
        `the \\$100 billion line is reached in ${crossing({ growth: 150 })}, 4 years earlier than by default\\.`,
      ),
    ],
  },
  "deal-in-time": {
    mouse: async (play) => {
      const slider = play.getByRole("slider");
      await slider.scrollIntoViewIfNeeded();
      const { x, y, width, height } = await slider.boundingBox();
      await slider.page().mouse.click(x + width - 3, y + height / 2);
    },
    keyboard: async (page) => {
      await tabTo(page, "input[type=range]");
      await page.keyboard.press("End");
    },
    scenario: "month=2030-12",
    says: [/^In December 2030 three things run: /, /APIs only on Azure/],
  },
  "what-changed": {
    mouse: async (play) => play.getByRole("radio", { name: "Stays for now" }).click(),
    keyboard: async (page) => {
      await tabTo(page, "input[type=radio]");
      await page.keyboard.press("ArrowUp");
    },
    scenario: "show=may-change",
    says: [/^Stays for now: The AGI clause\.$/],
  },
  "stargate-size": {
    mouse: async (play) => play.locator("label", { hasText: "Microsoft’s AI data centers, fiscal 2025" }).click(),
    keyboard: async (page) => {
      await tabTo(page, "input[type=radio]");
      await page.keyboard.press("ArrowUp");
    },
    scenario: "against=azure",
    says: [/6\.25/, /fiscal 2025/],
  },
};

/** The field for an exact number. */
export const field = (play, name) => play.getByRole("spinbutton", { name });
