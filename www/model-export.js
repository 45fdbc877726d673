// The buttons by which an editor takes a model's chart or table away.

import { languageOf } from "./ancestors.js";

/** @typedef {"csv" | "png" | "svg"} Format */
/** @typedef {typeof import("./explainer-picture.js")} Exporter */

/**
 * Returns what a click in `shadow` asks for: the buttons say `copy-csv`, `save-png`, `save-svg`.
 *
 * @param {Event} event
 * @param {ShadowRoot | null} shadow
 */
export function formatOf(event, shadow) {
  const path = /** @type {HTMLElement[]} */ (event.composedPath());
  const button = path.find((node) => node.dataset?.explainerPlay);
  const [verb, format] = button?.dataset.explainerPlay?.split("-") ?? [];
  const isExport = verb === "save" || format === "csv";
  return isExport && button?.getRootNode() === shadow ? /** @type {Format} */ (format) : undefined;
}

/**
 * Copies a model's table as CSV, and tells whether the browser has done so.
 *
 * @param {ShadowRoot} shadow
 * @param {Promise<Exporter>} exporter
 * @param {(isCopied: boolean) => void} tellCopied
 */
export async function copyTable(shadow, exporter, tellCopied) {
  const type = "text/plain";
  const table = tableOf(shadow);
  const text = exporter.then(({ csv }) => new Blob([csv(table)], { type }));
  // Asked at once: once the import is awaited, Safari no longer counts this as the reader's doing.
  const copied = navigator.clipboard?.write([new ClipboardItem({ [type]: text })]);
  const isCopied = copied?.then(
    () => true,
    () => false,
  );
  tellCopied((await isCopied) ?? false);
  // Fails where the exporter could not be imported.
  await text;
}

/**
 * Saves a picture of a model as it is set.
 *
 * @param {ShadowRoot} shadow
 * @param {Promise<Exporter>} exporter
 * @param {string} name
 * @param {"png" | "svg"} format
 */
export async function savePicture(shadow, exporter, name, format) {
  const { picture, save } = await exporter;
  const words = (/** @type {string} */ selector) =>
    /** @type {HTMLElement | null} */ (shadow.querySelector(selector))?.innerText ?? "";
  const content = {
    drawing: /** @type {SVGSVGElement | null} */ (shadow.querySelector(".explainer-picture")),
    table: tableOf(shadow),
    title: words(".explainer-play-title"),
    settings: words(".explainer-readout"),
    source: words(".explainer-sources"),
    lang: languageOf(shadow.host),
    dir: getComputedStyle(shadow.host).direction,
  };
  save(await picture(content, format), `${name}.${format}`);
}

/** @param {ShadowRoot} shadow */
const tableOf = (shadow) => /** @type {HTMLTableElement} */ (shadow.querySelector("table"));
