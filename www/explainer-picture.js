// Makes what an editor takes away from a model: its table as CSV, its chart as SVG or PNG.
// Loaded when an editor asks for one.

import { languageOf } from "./ancestors.js";
import { createCard } from "./export/card.js";
import { csv, htmlTable, tabSeparated } from "./export/csv.js";
import { paintPng } from "./export/png.js";

export { csv };

/**
 * Returns a model's table by the types of the clipboard.
 *
 * @param {ShadowRoot} model
 */
export function tableTexts(model) {
  const [table, lang] = [tableOf(model), languageOf(model.host)];
  return { "text/html": htmlTable(table, lang), "text/plain": tabSeparated(table, lang) };
}

/**
 * Saves a model's table as CSV.
 *
 * @param {ShadowRoot} model
 * @param {string} name
 */
export function saveTable(model, name) {
  const text = csv(tableOf(model), languageOf(model.host));
  // Spreadsheets take a text without the mark for one of the system's old encoding.
  save(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }), `${name}.csv`);
}

/**
 * Saves a picture of a model as it is set.
 *
 * @param {ShadowRoot} model
 * @param {string} name
 * @param {"png" | "svg"} type
 */
export async function savePicture(model, name, type) {
  const words = (/** @type {string} */ selector) =>
    /** @type {HTMLElement | null} */ (model.querySelector(selector))?.innerText ?? "";
  const content = {
    drawing: /** @type {Element} */ (model.querySelector(".explainer-drawing")),
    title: words(".explainer-play-title"),
    settings: [".explainer-situation", ".explainer-readout"].map(words).join(" ").trim(),
    source: words(".explainer-sources"),
    lang: languageOf(model.host),
    dir: getComputedStyle(model.host).direction,
  };
  save(await picture(content, type), `${name}.${type}`);
}

/** @param {ShadowRoot} model */
const tableOf = (model) => /** @type {HTMLTableElement} */ (model.querySelector("table"));

/**
 * Returns a picture, 1,200 pixels wide; a PNG has twice the pixels of an SVG. It shows the drawing
 * in the colours and the font that it has on the page, where it must be laid out.
 *
 * @param {import("./export/card.js").CardContent} content
 * @param {"png" | "svg"} type
 * @returns {Promise<Blob>}
 */
export async function picture(content, type) {
  const { fontFamily } = getComputedStyle(content.drawing);
  // The page may not have used the font in bold yet. Fails where there is no such font.
  await document.fonts.load(`700 1em ${fontFamily}`, content.title || " ").catch(() => {});
  const card = createCard(content);
  if (type === "png") return paintPng(card);
  return new Blob([new XMLSerializer().serializeToString(card)], { type: "image/svg+xml;charset=utf-8" });
}

/**
 * Has the browser save a file.
 *
 * @param {Blob} blob
 * @param {string} name
 */
export function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser may still be reading it.
  setTimeout(() => URL.revokeObjectURL(link.href), 30_000);
}
