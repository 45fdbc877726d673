// The whole picture: from top to bottom title, chart or table, what the reader has set, source.

import { chart } from "./chart.js";
import { backgroundOf, parseColor } from "./color.js";
import { plainText } from "./plain-text.js";
import { createSvg, stack } from "./svg.js";
import { tableBlock } from "./table.js";
import { paragraph } from "./text.js";

const WIDTH = 1200;
const MIN_HEIGHT = 630;
const MARGIN = 64;
const INNER_WIDTH = WIDTH - 2 * MARGIN;

/** @typedef {import("./text.js").TextStyle} TextStyle */

/**
 * What a picture shows: `drawing`, or without one `table`.
 *
 * @typedef {object} CardContent
 * @property {SVGSVGElement | null} drawing
 * @property {HTMLTableElement} table
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
export function createCard({ drawing, table, title, settings, source, lang, dir }) {
  const subject = drawing ?? table;
  const { color, fontFamily } = getComputedStyle(subject);
  const direction = dir === "rtl" ? "rtl" : "ltr";
  /** @type {Omit<TextStyle, "font-size">} */
  const style = { fill: parseColor(color).color, "font-family": fontFamily, direction };
  /** @type {(words: string, more: Partial<TextStyle> & { "font-size": number }) => import("./svg.js").Block} */
  const text = (words, more) => paragraph(words, { ...style, ...more }, MARGIN, INNER_WIDTH);
  const body = drawing ? chart(drawing, MARGIN, INNER_WIDTH) : tableBlock(table, style, MARGIN, INNER_WIDTH);
  const blocks = [
    text(title, { "font-size": 44, "font-weight": 700 }),
    { gap: 36, ...body },
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
    createSvg("rect", { x: 0, y: 0, width: WIDTH, height, fill: backgroundOf(subject) }),
    ...draw((height - needed) / 2),
  );
  card.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:lang", plainText(lang));
  return card;
}
