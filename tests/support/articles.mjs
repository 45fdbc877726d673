// Short stories, pages that embed them, and what the pages hear.
import { after } from "node:test";
import { embed, openPage, ready } from "./page.mjs";
import { launch, serve } from "./site.mjs";

/** Returns a story with one section and one term, and what `more` says. */
export const story = (headline, more = {}) => ({
  schemaVersion: 1,
  id: "test",
  lang: "en",
  headline,
  sections: [{ id: "only", heading: "Only", blocks: [["Words on ", { term: "alpha" }, "."]] }],
  terms: [{ id: "alpha", label: "alpha", short: "The first letter.", long: ["The first."] }],
  ...more,
});

export const sendStory = (body) => ({ body: JSON.stringify(body), type: "application/json" });

/** Notes each event of the element's by its name. Runs in the page. */
function listener() {
  window.heard = [];
  for (const name of ["ready", "error", "section-toggle", "term-open", "summarize"]) {
    addEventListener(`explainer-${name}`, ({ detail }) => window.heard.push({ name, ...detail }));
  }
}

/**
 * Starts a site with two stories, the pages `/src` with the first and `/two` with both, and other `pages`,
 * and a browser; both end with the test file. `open` opens a page and, unless `waits` is false, waits for
 * the tools; closing it fails the test for anything thrown.
 */
export async function stage(pages) {
  const site = await serve({
    "/src": embed('<explainer-article src="/one.json"></explainer-article>'),
    "/two": embed(
      '<explainer-article src="/one.json"></explainer-article><explainer-article src="/two.json"></explainer-article>',
    ),
    "/one.json": sendStory(story("One")),
    "/two.json": sendStory(
      // Another section, the same term: what the two stories share must not clash either.
      story("Two", {
        id: "other",
        summary: [{ text: "A point.", section: "second" }],
        sections: [{ id: "second", heading: "Second", blocks: [["More on ", { term: "alpha" }, "."]] }],
      }),
    ),
    ...pages,
  });
  const browser = await launch();
  after(async () => {
    await browser.close();
    site.close();
  });
  async function open(address, { waits = true } = {}) {
    const viewport = { width: 1280, height: 720 };
    const opened = await openPage(browser, site.origin + address, { listener, viewport, forbids: ["thrown"] });
    if (waits) await ready(opened.page);
    return opened;
  }
  return { site, browser, open };
}

export const headlineIs = (page, expected) =>
  page.waitForFunction((headline) => document.querySelector(".explainer-headline")?.textContent === headline, expected);
export const heard = (page, name) => page.evaluate((n) => window.heard.filter((e) => e.name === n), name);
