// Colours as every program reads them.

import { createContext } from "./canvas.js";

const context = createContext(1, 1);

/**
 * Returns a CSS colour, in any notation, as `#rrggbb` and its alpha; "none" for what paints nothing.
 *
 * @param {string} value
 */
export function parseColor(value) {
  if (!CSS.supports("color", value)) return { color: "none", alpha: 0 };
  // The browser knows every notation.
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = value;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
  if (!alpha) return { color: "none", alpha: 0 };
  const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, "0"));
  return { color: `#${hex.join("")}`, alpha: Math.round((alpha / 255) * 100) / 100 };
}

/**
 * Returns the nearest opaque background behind an element, out of shadow roots too.
 *
 * @param {Element} element
 */
export function backgroundOf(element) {
  for (let at = element; at; at = parentOf(at)) {
    const { color, alpha } = parseColor(getComputedStyle(at).backgroundColor);
    if (alpha === 1) return color;
  }
  // The browser's own depends on the page's colour scheme.
  const probe = document.createElement("i");
  probe.style.background = "Canvas";
  document.documentElement.append(probe);
  const { color } = parseColor(getComputedStyle(probe).backgroundColor);
  probe.remove();
  return color;
}

/** @param {Element} element */
const parentOf = (element) =>
  element.assignedSlot ?? element.parentElement ?? /** @type {ShadowRoot} */ (element.getRootNode()).host;
