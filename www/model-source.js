// Where an <explainer-model> has its model from.

import { fetchText } from "./assets.js";
import { WidgetError } from "./errors.js";

/**
 * Returns the JSON in the page: what the prerendered HTML has, or a child.
 *
 * @param {Element} element
 */
const jsonIn = (element) =>
  element.getAttribute("json") ?? element.querySelector(':scope > script[type="application/json"]')?.textContent;

/**
 * Returns the model's JSON.
 *
 * @param {Element} element
 * @param {string | undefined} property What its property holds, which goes before all.
 */
export async function readModel(element, property) {
  if (property) return property;
  const src = element.getAttribute("src");
  if (src !== null) return fetchText(src, "model-unavailable");
  const json = jsonIn(element);
  if (json) return json;
  throw new WidgetError("model-missing", "no model here", "set model or src, or put its JSON inside");
}

/**
 * Returns the model's id, as far as it is known before the model is read.
 *
 * @param {Element} element
 * @param {string | undefined} property
 * @returns {string | undefined}
 */
export function modelId(element, property) {
  const id = element.getAttribute("model");
  if (id !== null) return id;
  try {
    return JSON.parse(property ?? jsonIn(element) ?? "{}").id;
  } catch {
    return undefined;
  }
}
