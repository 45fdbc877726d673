import { adoptStyle, assetUrl, fetchText } from "./assets.js";

/** Styles the models: in their shadow roots, and their fallbacks where the page does not. */
export const modelSheet = new CSSStyleSheet();
/** @type {Promise<unknown> | undefined} */
let loaded;

/**
 * Loads the style, and gives it to a page that does not link it.
 *
 * @param {Element} element
 * @param {Element} owner Says where the files are.
 */
export function adoptModelStyle(element, owner) {
  loaded ??= fetchText(
    assetUrl(owner, "explainer-models.css", new URL("./explainer-models.css", import.meta.url)),
    "style-unavailable",
    MODELS_STYLE_INTEGRITY,
  ).then((text) => modelSheet.replace(text));
  loaded.catch(() => {
    loaded = undefined;
  });
  adoptStyle(element, modelSheet, "--_model-style");
  return loaded;
}
