// A model's chart as it is on the page, with all that it takes from the page's style.

import { parseColor } from "./color.js";
import { plainText } from "./plain-text.js";
import { createSvg } from "./svg.js";

const MAX_HEIGHT = 900;

/** What a chart is made of (crates/view/src/models/svg.rs), and the attributes that say where it is. */
const SHAPES = /** @type {const} */ ({
  circle: ["cx", "cy", "r"],
  line: ["x1", "y1", "x2", "y2"],
  path: ["d", "transform"],
  rect: ["x", "y", "width", "height"],
  text: ["x", "y", "text-anchor"],
});
/** SVG's initial values; omitted from the output. */
const INITIAL = {
  opacity: "1",
  "stroke-width": "1",
  "stroke-dasharray": "none",
  "stroke-linejoin": "miter",
  "paint-order": "normal",
};
const TEXT_STYLE = ["font-family", "font-size", "font-weight", "direction"];

/**
 * Returns a chart as large as there is room, in the middle of the picture.
 *
 * @param {SVGSVGElement} drawing
 * @param {number} x
 * @param {number} room
 * @returns {import("./svg.js").Block}
 */
export function chart(drawing, x, room) {
  const { width, height } = drawing.viewBox.baseVal;
  const scale = Math.min(room / width, MAX_HEIGHT / height);
  const left = x + (room - width * scale) / 2;
  const shapes = [...drawing.children].filter(({ localName }) => localName in SHAPES).map(copyShape);
  return {
    height: height * scale,
    draw: (y) => [createSvg("g", { transform: `translate(${left} ${y}) scale(${scale})` }, ...shapes)],
  };
}

/** @param {Element} shape */
function copyShape(shape) {
  const name = /** @type {keyof typeof SHAPES} */ (shape.localName);
  const style = getComputedStyle(shape);
  /** @type {import("./svg.js").Attributes} */
  const attributes = { ...paint("fill", style), ...paint("stroke", style) };
  for (const key of SHAPES[name]) attributes[key] = shape.getAttribute(key) ?? undefined;
  for (const [key, initial] of Object.entries(INITIAL)) {
    const value = withoutPx(style.getPropertyValue(key));
    if (value !== initial) attributes[key] = value;
  }
  if (name !== "text") return createSvg(name, attributes);
  for (const key of TEXT_STYLE) attributes[key] = withoutPx(style.getPropertyValue(key));
  return createSvg(name, attributes, plainText(shape.textContent));
}

/**
 * Returns the attributes of a fill or a stroke.
 *
 * @param {"fill" | "stroke"} kind
 * @param {CSSStyleDeclaration} style
 */
function paint(kind, style) {
  const { color, alpha } = parseColor(style[kind]);
  if (color === "none" || (kind === "stroke" && parseFloat(style.strokeWidth) === 0)) return { [kind]: "none" };
  const opacity = alpha * Number(style[`${kind}Opacity`]);
  return { [kind]: color, [`${kind}-opacity`]: opacity === 1 ? undefined : opacity };
}

/** @param {string} value */
const withoutPx = (value) => value.replace(/(?<=\d)px/g, "");
