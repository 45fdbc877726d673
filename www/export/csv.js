import { plainText } from "./plain-text.js";

/**
 * Returns a table as RFC 4180 text.
 *
 * @param {HTMLTableElement} table
 */
export function csv(table) {
  const lines = [...table.rows].map((row) => [...row.cells].map(field).join(","));
  return lines.map((line) => `${line}\r\n`).join("");
}

/** @param {HTMLTableCellElement} cell */
function field(cell) {
  const value = withoutFormula(valueOf(cell));
  return /[",\t\r\n]|^ | $/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/**
 * Returns what a cell says to machines, or else to readers.
 *
 * @param {HTMLTableCellElement} cell
 */
function valueOf(cell) {
  const data = cell.querySelector("data")?.value ?? cell.querySelector("time")?.dateTime;
  return data ?? plainText(cell.textContent);
}

/**
 * Keeps spreadsheets from taking text for a formula; a number is none.
 *
 * @param {string} text
 */
function withoutFormula(text) {
  const mayBeFormula = /^[=+\-@＝＋－＠\t\r]/.test(text);
  const isNumber = /^[-+]?[\p{Nd}.,\xa0\u202f]*\p{Nd}%?$/u.test(text);
  return mayBeFormula && !isNumber ? `'${text}` : text;
}
