/**
 * Returns the nearest element around `element` that matches, also outside its shadow root.
 *
 * @param {Element} element
 * @param {string} selector
 * @returns {Element | undefined}
 */
export function closestAcrossShadow(element, selector) {
  /** @type {Element | undefined} */
  let at = element;
  while (at) {
    const found = at.closest(selector);
    if (found) return found;
    at = /** @type {ShadowRoot} */ (at.getRootNode()).host;
  }
  return undefined;
}

/** @param {Element} element */
export const languageOf = (element) => closestAcrossShadow(element, "[lang]")?.getAttribute("lang") || "en";
