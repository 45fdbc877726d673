// The tools that only some stories need, each fetched when a story on the page has what it is for. A story reads
// without them: one that cannot be fetched is told to the page, and nothing else happens.

import { fetchText, importAsset } from "./assets.js";
import { WidgetError } from "./errors.js";

/** @typedef {import("./lazy-element.js").LazyElement} LazyElement */

/** What explainer-elements.js has tools for. */
const WITH_TOOLS =
  ".explainer-enlarge, .explainer-data-table, .explainer-embed, .explainer-section-updated, [data-explainer-parts]";
/** A story that names a file of shared terms. */
const NAMES_GLOSSARY = /"glossary"\s*:\s*"/;

/**
 * Loads what the story in `element` needs.
 *
 * @param {LazyElement} element
 * @param {Element | null} body
 */
export function loadStoryTools(element, body) {
  const remembers = !element.hasAttribute("no-memory");
  if (!body) return;
  if (body.querySelector("explainer-model")) loadModels(element);
  if (body.querySelector(WITH_TOOLS)) {
    attempt(element, async () => (await importElements(element)).attach(body, remembers));
  }
  if (body.querySelector(".explainer-feed")) {
    attempt(element, async () => (await importPosts(element)).attachFeed(body));
  }
}

/**
 * Defines the element of the mini-models; without it each is shown by its fallback.
 *
 * @param {LazyElement} element
 */
const loadModels = (element) =>
  attempt(element, () =>
    importAsset(element, "explainer-model.js", () => import("./explainer-model.js"), "models-unavailable"),
  );

/** @param {LazyElement} element */
const importElements = (element) =>
  importAsset(element, "explainer-elements.js", () => import("./explainer-elements.js"), "elements-unavailable");

/** @param {LazyElement} element */
export const importPosts = (element) =>
  importAsset(element, "explainer-posts.js", () => import("./explainer-posts.js"), "elements-unavailable");

/**
 * @param {LazyElement} element
 * @param {() => Promise<unknown>} load
 */
async function attempt(element, load) {
  try {
    await load();
  } catch (error) {
    element.fail(error, { fatal: false });
  }
}

/**
 * Returns a story with the terms that it mentions of its shared glossary: the one that the element names, or else
 * the one that the story names.
 *
 * @param {LazyElement} element
 * @param {string} [story] JSON text.
 */
export async function withGlossary(element, story) {
  const named = element.getAttribute("glossary");
  if (!story || !(named || NAMES_GLOSSARY.test(story))) return story;
  let url = named;
  try {
    const { addTerms, glossaryOf } = await importAsset(
      element,
      "explainer-glossary.js",
      () => import("./explainer-glossary.js"),
      "glossary-unavailable",
    );
    // An address in a story begins where the story is.
    const base = new URL(element.getAttribute("src") ?? "", document.baseURI);
    url ??= glossaryOf(story, base);
    return url ? addTerms(story, await fetchText(url, "glossary-unavailable")) : story;
  } catch (error) {
    // The story says itself which terms it then lacks.
    element.fail(new WidgetError("glossary-unavailable", `${url}: ${/** @type {Error} */ (error).message}`), {
      fatal: false,
    });
    return story;
  }
}
