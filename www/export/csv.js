// A model's table for spreadsheets: their numbers are written as those of the reader's language.

import { plainText } from "./plain-text.js";

/**
 * Returns a table as RFC 4180 text; between fields a semicolon where the language has the comma in its numbers, as
 * spreadsheets of that language have it.
 *
 * @param {HTMLTableElement} table
 * @param {string} [lang]
 */
export function csv(table, lang = "en") {
  const separator = decimalOf(lang) === "," ? ";" : ",";
  const special = new RegExp(`["${separator}\t\r\n]|^ | $`);
  const quoted = (/** @type {string} */ value) => (special.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return lines(table, lang, (values) => values.map(quoted).join(separator));
}

/**
 * Returns a table with a tab between fields.
 *
 * @param {HTMLTableElement} table
 * @param {string} lang
 */
export const tabSeparated = (table, lang) =>
  lines(table, lang, (values) => values.map((value) => value.replaceAll(/\s/g, " ")).join("\t"));

/**
 * Returns a table as HTML.
 *
 * @param {HTMLTableElement} table
 * @param {string} lang
 */
export function htmlTable(table, lang) {
  const copy = document.createElement("table");
  for (const row of table.rows) {
    const line = copy.insertRow();
    for (const cell of row.cells) {
      const field = document.createElement(cell.localName);
      field.textContent = withoutFormula(valueOf(cell, lang));
      line.append(field);
    }
  }
  return copy.outerHTML;
}

/**
 * @param {HTMLTableElement} table
 * @param {string} lang
 * @param {(values: string[]) => string} write
 */
function lines(table, lang, write) {
  const values = [...table.rows].map((row) => [...row.cells].map((cell) => withoutFormula(valueOf(cell, lang))));
  return values.map((line) => `${write(line)}\r\n`).join("");
}

/**
 * Returns what a cell says to machines, or else to readers.
 *
 * @param {HTMLTableCellElement} cell
 * @param {string} lang
 */
function valueOf(cell, lang) {
  const number = cell.querySelector("data")?.value.replace(/^(-?\d+)\.(\d+)$/, `$1${decimalOf(lang)}$2`);
  return number ?? cell.querySelector("time")?.dateTime ?? plainText(cell.textContent);
}

/**
 * Returns what a language has between a number and its fraction.
 *
 * @param {string} lang
 */
function decimalOf(lang) {
  try {
    // Digits are Western everywhere; see crates/i18n.
    const parts = new Intl.NumberFormat(lang, { numberingSystem: "latn" }).formatToParts(1.5);
    return parts.find(({ type }) => type === "decimal")?.value ?? ".";
  } catch {
    // The page's `lang` is no language tag.
    return ".";
  }
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
