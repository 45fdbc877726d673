// The buttons by which an editor takes a model's chart or table away.

/** @typedef {"table" | "csv" | "png" | "svg"} Format */
/** @typedef {typeof import("./explainer-picture.js")} Exporter */

/**
 * Returns what a click in `shadow` asks for: the buttons say `copy-table`, `save-csv`, `save-png`, `save-svg`.
 *
 * @param {Event} event
 * @param {ShadowRoot | null} shadow
 */
export function formatOf(event, shadow) {
  const path = /** @type {HTMLElement[]} */ (event.composedPath());
  const button = path.find((node) => node.dataset?.explainerPlay);
  const [verb, format] = button?.dataset.explainerPlay?.split("-") ?? [];
  const isExport = verb === "save" || format === "table";
  return isExport && button?.getRootNode() === shadow ? /** @type {Format} */ (format) : undefined;
}

/** What is put on the clipboard: columns for spreadsheets, and for what knows no tables. */
const CLIPBOARD_TYPES = /** @type {const} */ (["text/html", "text/plain"]);

/**
 * Copies a model's table, and tells whether the browser has done so.
 *
 * @param {ShadowRoot} shadow
 * @param {Promise<Exporter>} exporter
 * @param {(isCopied: boolean) => void} tellCopied
 */
export async function copyTable(shadow, exporter, tellCopied) {
  const texts = exporter.then(({ tableTexts }) => tableTexts(shadow));
  const blobs = CLIPBOARD_TYPES.map((type) => [type, texts.then((all) => new Blob([all[type]], { type }))]);
  // Asked at once: once the import is awaited, Safari no longer counts this as the reader's doing.
  const copied = navigator.clipboard?.write([new ClipboardItem(Object.fromEntries(blobs))]);
  const isCopied = copied?.then(
    () => true,
    () => false,
  );
  tellCopied((await isCopied) ?? false);
  // Fails where the exporter could not be imported.
  await texts;
}
