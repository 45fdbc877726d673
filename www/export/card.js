// The whole picture: from top to bottom title, drawing, what the reader has set, source.

import { backgroundOf, parseColor } from "./color.js";
import { drawingBlock } from "./drawing.js";
import { plainText } from "./plain-text.js";
import { createSvg, stack } from "./svg.js";
import { paragraph } from "./text.js";

const WIDTH = 1200;
const MIN_HEIGHT = 630;
const MARGIN = 64;
const INNER_WIDTH = WIDTH - 2 * MARGIN;

/** @typedef {import("./text.js").TextStyle} TextStyle */

/**
 * What a picture shows.
 *
 * @typedef {object} CardContent
 * @property {Element} drawing
 * @property {string} title
 * @property {string} settings What the reader has set, in a sentence.
 * @property {string} source
 * @property {string} lang
 * @property {string} dir
 */

/**
 * Returns a picture as an SVG tree.
 *
 * @param {CardContent} content
 */
export function createCard({ drawing, title, settings, source, lang, dir }) {
  const { color, fontFamily } = getComputedStyle(drawing);
  const direction = dir === "rtl" ? "rtl" : "ltr";
  /** @type {Omit<TextStyle, "font-size">} */
  const style = { fill: parseColor(color).color, "font-family": fontFamily, direction };
  /** @type {(words: string, more: Partial<TextStyle> & { "font-size": number }) => import("./svg.js").Block} */
  const text = (words, more) => paragraph(words, { ...style, ...more }, MARGIN, INNER_WIDTH);
  const blocks = [
    text(title, { "font-size": 44, "font-weight": 700 }),
    { gap: 36, ...drawingBlock(drawing, MARGIN, INNER_WIDTH) },
    { gap: 36, ...text(settings, { "font-size": 26 }) },
    { gap: 16, ...text(source, { "font-size": 20, "fill-opacity": 0.75 }) },
  ].filter(({ height }) => height);
  const { height: needed, draw } = stack([{ ...blocks[0], gap: 0 }, ...blocks.slice(1)]);
  const height = Math.ceil(Math.max(MIN_HEIGHT, needed + 2 * MARGIN));
  const card = createSvg(
    "svg",
    { width: WIDTH, height, viewBox: `0 0 ${WIDTH} ${height}`, direction },
    createSvg("title", {}, plainText(title)),
    createSvg("desc", {}, plainText(settings)),
    createSvg("rect", { x: 0, y: 0, width: WIDTH, height, fill: backgroundOf(drawing) }),
    ...draw((height - needed) / 2),
  );
  card.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:lang", plainText(lang));
  return card;
}
