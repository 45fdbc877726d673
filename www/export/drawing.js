// A model's drawing as it is on the page: its words where the browser has laid them out, the boxes around
// them, and the shapes of its SVG, with all that they take from the page's style.

import { createContext } from "./canvas.js";
import { parseColor } from "./color.js";
import { plainText } from "./plain-text.js";
import { createSvg } from "./svg.js";
import { fontOf } from "./text.js";

/** Width that a drawing is laid out in, in CSS pixels at the usual font size. */
const LAYOUT_WIDTH = "40rem";

/** The shapes of crates/view, and the attributes that say where they are. */
const SHAPES = /** @type {const} */ ({
  circle: ["cx", "cy", "r"],
  line: ["x1", "y1", "x2", "y2"],
  path: ["d"],
  rect: ["x", "y", "width", "height"],
  text: ["x", "y", "text-anchor"],
});
/** SVG's initial values; omitted from the output. */
const INITIAL = {
  opacity: "1",
  "stroke-width": "1",
  "stroke-dasharray": "none",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  "paint-order": "normal",
};
const TEXT_STYLE = ["font-family", "font-size", "font-weight", "direction"];

const context = createContext(1, 1);

/** @typedef {{ left: number, top: number }} Origin The drawing's corner on the page. */

/**
 * Returns a drawing as wide as there is room.
 *
 * @param {Element} drawing
 * @param {number} x
 * @param {number} room
 * @returns {import("./svg.js").Block}
 */
export function drawingBlock(drawing, x, room) {
  const holder = document.createElement("div");
  // Not in the page's flow, and as wide as in every other picture.
  Object.assign(holder.style, { position: "fixed", insetBlockStart: "0", inlineSize: LAYOUT_WIDTH, opacity: "0" });
  const copy = /** @type {Element} */ (drawing.cloneNode(true));
  for (const control of copy.querySelectorAll("input")) control.remove();
  holder.append(copy);
  drawing.parentNode?.insertBefore(holder, drawing);
  const box = copy.getBoundingClientRect();
  const scale = room / (box.width || 1);
  const shapes = copyElement(copy, box);
  holder.remove();
  return {
    height: box.height * scale,
    draw: (y) => [createSvg("g", { transform: `translate(${x} ${y}) scale(${scale})` }, ...shapes)],
  };
}

/**
 * @param {Element} element
 * @param {Origin} origin
 * @returns {SVGElement[]}
 */
function copyElement(element, origin) {
  const style = getComputedStyle(element);
  if (style.display === "none" || style.clipPath !== "none") return [];
  if (element instanceof SVGSVGElement) return [...element.children].flatMap((shape) => copyShape(shape, origin));
  const children = [...element.childNodes].flatMap((node) => {
    if (node instanceof Element) return copyElement(node, origin);
    return node instanceof Text ? copyText(node, style, origin) : [];
  });
  return [...copyBox(element, style, origin), ...children];
}

/**
 * Returns the background and the borders of an element.
 *
 * @param {Element} element
 * @param {CSSStyleDeclaration} style
 * @param {Origin} origin
 */
function copyBox(element, style, origin) {
  const { left, top, right, bottom, width, height } = boxOf(element.getBoundingClientRect(), origin);
  const radius = Math.min(parseFloat(style.borderTopLeftRadius) || 0, height / 2);
  const fill = parseColor(style.backgroundColor);
  /** @type {SVGElement[]} */
  const boxes = [];
  if (fill.alpha)
    boxes.push(createSvg("rect", { x: left, y: top, width, height, rx: radius, ...painted("fill", fill) }));
  const sides = /** @type {const} */ (["Top", "Right", "Bottom", "Left"]).map((side) => ({
    width: parseFloat(style[`border${side}Width`]),
    line: style[`border${side}Style`],
    color: style[`border${side}Color`],
  }));
  const visible = sides.filter((side) => side.width && side.line !== "none" && parseColor(side.color).alpha);
  if (!visible.length) return boxes;
  const stroke = (/** @type {typeof sides[0]} */ side) => ({
    ...painted("stroke", parseColor(side.color)),
    "stroke-width": side.width,
    "stroke-dasharray": side.line === "dashed" ? `${side.width * 3}` : undefined,
  });
  const [first] = sides;
  if (sides.every(({ width, color }) => width === first.width && color === first.color)) {
    const half = first.width / 2;
    const inner = { x: left + half, y: top + half, width: width - first.width, height: height - first.width };
    boxes.push(createSvg("rect", { ...inner, rx: radius, fill: "none", ...stroke(first) }));
    return boxes;
  }
  sides.forEach((side, index) => {
    if (!visible.includes(side)) return;
    const half = side.width / 2;
    const [x1, y1, x2, y2] = [
      [left, top + half, right, top + half],
      [right - half, top, right - half, bottom],
      [left, bottom - half, right, bottom - half],
      [left + half, top, left + half, bottom],
    ][index];
    boxes.push(createSvg("line", { x1, y1, x2, y2, ...stroke(side) }));
  });
  return boxes;
}

/**
 * Returns the lines that the browser broke a text into.
 *
 * @param {Text} node
 * @param {CSSStyleDeclaration} style
 * @param {Origin} origin
 */
function copyText(node, style, origin) {
  context.font = fontOf(style.fontWeight, parseFloat(style.fontSize), style.fontFamily);
  const ascent = context.measureText("x").fontBoundingBoxAscent;
  return linesOf(node).map(({ text, box }) => {
    const { left, right, top } = boxOf(box, origin);
    const attributes = {
      x: style.direction === "rtl" ? right : left,
      y: top + ascent,
      ...painted("fill", parseColor(style.color)),
      ...textStyle(style),
    };
    return createSvg("text", attributes, plainText(text));
  });
}

/** @param {Text} node */
function linesOf(node) {
  /** @type {{ text: string, box: { left: number, top: number, right: number, bottom: number } }[]} */
  const lines = [];
  const range = document.createRange();
  const add = (/** @type {number} */ from, /** @type {number} */ to, /** @type {boolean} */ isWhole) => {
    range.setStart(node, from);
    range.setEnd(node, to);
    const boxes = [...range.getClientRects()];
    if (isWhole && boxes.length > 1) {
      // Broken within the word.
      for (let at = from; at < to; at += 1) add(at, at + 1, false);
      return;
    }
    const [box] = boxes;
    if (!box) return;
    const line = lines.at(-1);
    if (line && Math.abs(line.box.top - box.top) < box.height / 2) {
      line.text += (isWhole ? " " : "") + node.data.slice(from, to);
      line.box.left = Math.min(line.box.left, box.left);
      line.box.right = Math.max(line.box.right, box.right);
    } else {
      const { left, top, right, bottom } = box;
      lines.push({ text: node.data.slice(from, to), box: { left, top, right, bottom } });
    }
  };
  for (const { index, 0: word } of node.data.matchAll(/[^ \n\r\t]+/g)) add(index, index + word.length, true);
  return lines;
}

/**
 * @param {Element} shape
 * @param {Origin} origin
 * @returns {SVGElement[]}
 */
function copyShape(shape, origin) {
  if (!(shape instanceof SVGGraphicsElement && shape.localName in SHAPES)) return [];
  const name = /** @type {keyof typeof SHAPES} */ (shape.localName);
  const style = getComputedStyle(shape);
  const matrix = shape.getScreenCTM();
  if (style.display === "none" || !matrix) return [];
  const { a, b, c, d, e, f } = matrix;
  /** @type {import("./svg.js").Attributes} */
  const attributes = { ...paint("fill", style), ...paint("stroke", style) };
  attributes.transform = `matrix(${[a, b, c, d, e - origin.left, f - origin.top].map(rounded).join(" ")})`;
  for (const key of SHAPES[name]) attributes[key] = lengthOf(shape, key);
  for (const [key, initial] of Object.entries(INITIAL)) {
    const value = withoutPx(style.getPropertyValue(key));
    if (value !== initial) attributes[key] = value;
  }
  if (name !== "text") return [createSvg(name, attributes)];
  return [createSvg(name, { ...attributes, ...textStyle(style) }, plainText(shape.textContent))];
}

/**
 * Returns an attribute; a length in the shape's own units, whatever it is written in.
 *
 * @param {Element} shape
 * @param {string} key
 */
function lengthOf(shape, key) {
  const length = /** @type {any} */ (shape)[key]?.baseVal;
  // A text has a list of them.
  return length?.value ?? length?.[0]?.value ?? shape.getAttribute(key) ?? undefined;
}

/**
 * @param {{ left: number, top: number, right: number, bottom: number }} box
 * @param {Origin} origin
 */
function boxOf(box, origin) {
  const [left, right] = [box.left - origin.left, box.right - origin.left];
  const [top, bottom] = [box.top - origin.top, box.bottom - origin.top];
  return { left, right, top, bottom, width: right - left, height: bottom - top };
}

/** @param {CSSStyleDeclaration} style */
const textStyle = (style) => Object.fromEntries(TEXT_STYLE.map((key) => [key, withoutPx(style.getPropertyValue(key))]));

/**
 * Returns the attributes of a fill or a stroke.
 *
 * @param {"fill" | "stroke"} kind
 * @param {CSSStyleDeclaration} style
 */
function paint(kind, style) {
  const { color, alpha } = parseColor(style[kind]);
  if (color === "none" || (kind === "stroke" && parseFloat(style.strokeWidth) === 0)) return { [kind]: "none" };
  return painted(kind, { color, alpha: alpha * Number(style[`${kind}Opacity`]) });
}

/**
 * @param {"fill" | "stroke"} kind
 * @param {{ color: string, alpha: number }} paint
 */
const painted = (kind, { color, alpha }) => ({ [kind]: color, [`${kind}-opacity`]: alpha === 1 ? undefined : alpha });

/** @param {number} value */
const rounded = (value) => Math.round(value * 1e4) / 1e4;

/** @param {string} value */
const withoutPx = (value) => value.replace(/(?<=\d)px/g, "");
