// Visits pages with an article or a mini-model on them, which must work and have nothing to complain of.
import assert from "node:assert/strict";
import { open } from "./page.mjs";

/** Logs what the elements report and what the page's policy forbids. Runs in the page. */
function report() {
  addEventListener("explainer-error", ({ detail }) => console.error(detail.code, detail.message));
  addEventListener("securitypolicyviolation", (event) => console.error(event.violatedDirective, event.blockedURI));
}

/**
 * Opens a page and uses a tool; fails for anything it throws, logs or reports.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {string} address
 * @param {(page: import("./page.mjs").Page) => unknown} [act]
 */
export async function works(browser, address, act = () => {}) {
  const { page, close } = await open(browser, address, { init: report });
  await page.locator(".explainer-section a.explainer-term").first().click();
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await act(page);
  await close();
}

/**
 * Opens a page with a mini-model on it and waits until it plays; fails for anything it throws, logs or
 * reports.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {string} address
 * @param {(page: import("./page.mjs").Page) => unknown} [act]
 */
export async function plays(browser, address, act = () => {}) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.stack));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && faults.push(message.text()));
  await page.addInitScript(report);
  await page.goto(address);
  await page.locator("explainer-model").first().waitFor({ state: "attached" });
  await page.evaluate(() => document.querySelectorAll("details").forEach((fold) => (fold.open = true)));
  await page.locator("explainer-model").first().scrollIntoViewIfNeeded();
  await page.locator("explainer-model .explainer-play").first().waitFor();
  await act(page);
  await context.close();
  assert.deepEqual(faults, []);
}
