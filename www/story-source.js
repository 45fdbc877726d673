// Where an <explainer-article> has its story from, and what is wrong with how it got there.

import { assetUrl, fetchText } from "./assets.js";
import { WidgetError } from "./errors.js";

/** @typedef {"article" | "src" | "script" | "demo"} Source */

/**
 * Returns the element's JSON script.
 *
 * @param {Element} element
 */
export const storyScript = (element) => element.querySelector(':scope > script[type="application/json"]');

/**
 * Returns whether anybody has said which story.
 *
 * @param {Element} element
 * @param {string | undefined} property What its property holds, as JSON text.
 */
export const hasSource = (element, property) =>
  !!(property || element.getAttribute("src") || storyScript(element) || element.hasAttribute("demo"));

/**
 * Returns the story's JSON, where there is a source.
 *
 * @param {Element} element
 * @param {string | undefined} property What its property holds, as JSON text.
 * @param {Source} [changed] The source that changed last: it goes before the others.
 */
export async function readStory(element, property, changed = "article") {
  const get = (/** @type {string | URL} */ url) => fetchText(url, "story-unavailable");
  const src = element.getAttribute("src");
  const sources = {
    article: () => property,
    src: () => (src ? get(src) : undefined),
    script: () => storyScript(element)?.textContent,
    demo: () =>
      element.hasAttribute("demo") &&
      get(assetUrl(element, "microsoft-openai.json", new URL("./microsoft-openai.json", import.meta.url))),
  };
  for (const read of [sources[changed], ...Object.values(sources)]) {
    const text = await read();
    if (typeof text === "string") return text;
  }
}

/**
 * Returns the error about an element for which nobody has said which story.
 *
 * @param {Element} element
 */
export function missingStory(element) {
  // Some frameworks write a property that they do not know yet as an attribute.
  const text = element.getAttribute("article");
  return text === null
    ? new WidgetError("story-missing", "no story", "set src or the property article, or put its JSON inside")
    : new WidgetError("story-not-json", `article="${text}"`, "set the property article, not the attribute");
}

/**
 * Returns the error about an id of the element's story that something else on the page has, too, such as a
 * second story with the same sections or terms.
 *
 * @param {Element} element
 */
export function takenId(element) {
  const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
  const taken = [...element.querySelectorAll("[id]")].find((each) => root.getElementById(each.id) !== each);
  return taken && new WidgetError("ids-taken", `id="${taken.id}" is on the page twice`, "prerender it with --prefix");
}
