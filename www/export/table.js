// A model's table as a picture: what a model without a chart has.

import { plainText } from "./plain-text.js";
import { createSvg, stack, sum } from "./svg.js";
import { paragraph, widthOf } from "./text.js";

const PADDING = 14;
const COLUMN_GAP = 32;
const FONT_SIZES = [24, 20, 16];

/** @typedef {import("./text.js").TextStyle} TextStyle */

/**
 * A table's columns, in a size of text.
 *
 * @typedef {object} Columns
 * @property {TextStyle} style
 * @property {number[]} widths
 * @property {boolean} isTight Whether words have to be broken.
 */

/**
 * Returns a table in the largest size that has room for its words.
 *
 * @param {HTMLTableElement} table
 * @param {Omit<TextStyle, "font-size">} style
 * @param {number} x
 * @param {number} width
 */
export function tableBlock(table, style, x, width) {
  const rows = [...table.rows];
  const sizes = FONT_SIZES.map((size) => columnsOf(rows, { ...style, "font-size": size }, width));
  const columns = sizes.find(({ isTight }) => !isTight) ?? sizes[sizes.length - 1];
  return stack(rows.map((row) => rowBlock(row, columns, x, width)));
}

/**
 * Returns columns as wide as their words ask for.
 *
 * @param {HTMLTableRowElement[]} rows
 * @param {TextStyle} style
 * @param {number} width
 * @returns {Columns}
 */
function columnsOf(rows, style, width) {
  const count = Math.max(1, ...rows.map((row) => row.cells.length));
  const room = width - COLUMN_GAP * (count - 1);
  // What the longest word and the longest text of each column take.
  const min = Array(count).fill(1);
  const max = Array(count).fill(1);
  for (const row of rows) {
    [...row.cells].forEach((cell, index) => {
      const text = plainText(cell.textContent);
      const cellStyle = styleOf(cell, style);
      // However long a word or a text is, the other columns need room too.
      const widths = (/** @type {string[]} */ words) =>
        words.map((word) => Math.min(widthOf(word, cellStyle) + 1, room * 0.6));
      min[index] = Math.max(min[index], ...widths(text.split(" ")));
      max[index] = Math.max(max[index], ...widths([text]));
    });
  }
  return { style, widths: share(min, max, room), isTight: sum(min) > room };
}

/**
 * Shares the room among columns, as tables do in CSS.
 *
 * @param {number[]} min
 * @param {number[]} max
 * @param {number} room
 */
function share(min, max, room) {
  const [least, most] = [sum(min), sum(max)];
  if (most <= room) return max.map((width) => width + (room - most) / max.length);
  if (least >= room) return min.map((width) => (width * room) / least);
  return min.map((width, index) => width + ((max[index] - width) * (room - least)) / (most - least));
}

/**
 * Returns one row of the table with the rule below it.
 *
 * @param {HTMLTableRowElement} row
 * @param {Columns} columns
 * @param {number} x
 * @param {number} width
 * @returns {import("./svg.js").Block}
 */
function rowBlock(row, { style, widths }, x, width) {
  const cells = [...row.cells].map((cell, index) => {
    const before = sum(widths.slice(0, index)) + COLUMN_GAP * index;
    const left = style.direction === "rtl" ? x + width - before - widths[index] : x + before;
    return paragraph(cell.textContent, styleOf(cell, style), left, widths[index]);
  });
  const height = Math.max(...cells.map((cell) => cell.height)) + 2 * PADDING;
  const isHead = row.parentElement?.localName === "thead";
  const rule = { stroke: style.fill, "stroke-width": isHead ? 2 : 1, "stroke-opacity": isHead ? 1 : 0.3 };
  return {
    height,
    draw: (y) => [
      ...cells.flatMap((cell) => cell.draw(y + PADDING)),
      createSvg("line", { x1: x, x2: x + width, y1: y + height, y2: y + height, ...rule }),
    ],
  };
}

/**
 * Returns the style of a cell's text.
 *
 * @param {HTMLTableCellElement} cell
 * @param {TextStyle} style
 */
const styleOf = (cell, style) => ({ ...style, "font-weight": getComputedStyle(cell).fontWeight });
