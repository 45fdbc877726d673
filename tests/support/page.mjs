// Opens pages in a browser, notes what they say and throw, and waits for what is on them.
import assert from "node:assert/strict";

/** A page that embeds the widget and nothing else. */
export const embed = (inside, head = "") => `<!doctype html><html lang="en"><head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Test page</title>${head}
<script type="module" src="/explainer/explainer-article.js"></script></head>
<body><main>${inside}</main></body></html>`;

/** Notes on the page each `explainer-error` and what the page's policy forbids. Runs in the page. */
function listen() {
  window.heard = [];
  window.violations = [];
  addEventListener("explainer-error", ({ detail }) => window.heard.push(detail));
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    window.violations.push(`${violatedDirective} ${blockedURI}`),
  );
}

/**
 * Opens an address in a context of its own. `listener` and then `init` run in the page before its
 * scripts; `prepare` may route requests. Closing fails the test for what was `thrown` or `logged` as an
 * error, as far as `forbids` names it. `said` is all that was thrown or written to the console.
 *
 * @typedef {import("playwright-core").Page} Page
 * @typedef {import("playwright-core").BrowserContextOptions & {
 *   listener?: () => void,
 *   init?: string | (() => void) | (() => void)[],
 *   prepare?: (page: Page, context: import("playwright-core").BrowserContext) => unknown,
 *   forbids?: string[],
 * }} OpenOptions
 *
 * @param {import("playwright-core").Browser} browser
 * @param {string} address
 * @param {OpenOptions} [options]
 */
export async function openPage(
  browser,
  address,
  { listener = listen, init, prepare = () => {}, forbids = ["thrown", "logged"], ...options } = {},
) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const faults = { thrown: [], logged: [] };
  const said = [];
  page.on("pageerror", ({ stack }) => {
    faults.thrown.push(stack);
    said.push(stack);
  });
  page.on("console", (message) => {
    if (message.type() === "error") faults.logged.push(message.text());
    said.push(message.text());
  });
  await page.addInitScript(listener);
  for (const script of [init].flat()) if (script) await page.addInitScript(script);
  await prepare(page, context);
  await page.goto(address);
  const close = async () => {
    await context.close();
    assert.deepEqual(
      forbids.flatMap((kind) => faults[kind]),
      [],
    );
  };
  return { page, context, said, close };
}

/**
 * Opens a page with articles on it, and waits until they have their tools.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {string} address
 * @param {OpenOptions} [options]
 */
export async function open(browser, address, options) {
  const opened = await openPage(browser, address, options);
  await ready(opened.page);
  return opened;
}

/** Waits until every article on the page has its tools. */
export async function ready(page) {
  await page.waitForFunction(() => {
    const elements = [...document.querySelectorAll("explainer-article")];
    const hasTools = (element) => element.querySelector(".explainer-toolbar")?.shadowRoot?.querySelector("button");
    return elements.length > 0 && elements.every(hasTools);
  });
}

/** Waits for a number of frames: what is set is drawn with the next one, and focus moves two later. */
export const frames = (page, count = 4) =>
  page.evaluate(async (times) => {
    for (let frame = 0; frame < times; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, count);

/** Waits for what should not happen, such as a second error: no condition tells that it will not. */
export const wouldHaveHappened = (page, milliseconds = 300) => page.waitForTimeout(milliseconds);
