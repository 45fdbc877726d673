// Text in a picture: neither SVG nor canvas breaks lines.

import { createContext } from "./canvas.js";
import { plainText } from "./plain-text.js";
import { createSvg } from "./svg.js";

const LINE_HEIGHT = 1.3;

/**
 * The attributes of a text.
 *
 * @typedef {{
 *   fill: string,
 *   "fill-opacity"?: number,
 *   "font-family": string,
 *   "font-size": number,
 *   "font-weight"?: number | string,
 *   direction: "ltr" | "rtl",
 * }} TextStyle
 */

const context = createContext(1, 1);

/**
 * Returns a canvas's font.
 *
 * @param {string | number} weight
 * @param {string | number} size
 * @param {string} family
 */
export const fontOf = (weight, size, family) => `${weight} ${size}px ${family}`;

/**
 * Returns the width of a text in one line.
 *
 * @param {string} text
 * @param {TextStyle} style
 */
export function widthOf(text, style) {
  context.font = fontOf(style["font-weight"] ?? 400, style["font-size"], style["font-family"]);
  return context.measureText(text).width;
}

/**
 * Returns text in as many lines as it needs, between `x` and `x + width`.
 *
 * @param {string} text
 * @param {TextStyle} style
 * @param {number} x
 * @param {number} width
 * @returns {import("./svg.js").Block}
 */
export function paragraph(text, style, x, width) {
  const lines = wrap(plainText(text), style, width);
  const size = style["font-size"];
  const start = style.direction === "rtl" ? x + width : x;
  const baseline = (/** @type {number} */ index) => size * (1 + LINE_HEIGHT * index);
  return {
    height: lines.length * size * LINE_HEIGHT,
    draw: (y) => lines.map((line, index) => createSvg("text", { x: start, y: y + baseline(index), ...style }, line)),
  };
}

/**
 * Returns the lines that text takes; a word too long for one is broken.
 *
 * @param {string} text
 * @param {TextStyle} style
 * @param {number} width
 */
function wrap(text, style, width) {
  const fits = (/** @type {string} */ line) => widthOf(line, style) <= width;
  /** @type {string[]} */
  const lines = [];
  let line = "";
  const endLine = () => {
    if (line) lines.push(line);
    line = "";
  };
  for (const word of text.split(" ")) {
    const longer = line ? `${line} ${word}` : word;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    endLine();
    for (const letter of word) {
      if (!fits(line + letter)) endLine();
      line += letter;
    }
  }
  endLine();
  return lines;
}
