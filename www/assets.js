// Where the widget's files are, and how they are fetched.

import { WidgetError } from "./errors.js";

/**
 * Returns the URL of one of the widget's files: in the folder of the element's `assets` attribute, else
 * `own`, which is beside this script and written so that bundlers see it.
 *
 * @template {URL | undefined} Own
 * @param {Element} element
 * @param {string} name
 * @param {Own} [own]
 * @returns {string | Own}
 */
export function assetUrl(element, name, own) {
  const assets = element.getAttribute("assets");
  if (assets !== null) return new URL(name, new URL(assets, document.baseURI)).href;
  return /** @type {Own} */ (own);
}

/**
 * Fetches `url`; throws a WidgetError with `code` if that fails.
 *
 * @param {string | URL} url
 * @param {import("./errors.js").ErrorCode} code
 * @param {RequestInit} [options]
 */
export async function fetchOk(url, code, options) {
  const response = await fetch(url, options).catch((error) => {
    throw new WidgetError(code, `${url}: ${error.message}`);
  });
  if (!response.ok) throw new WidgetError(code, `${url}: HTTP ${response.status}`);
  return response;
}

/**
 * Fetches a text in UTF-8; as `fetchOk`.
 *
 * @param {Parameters<typeof fetchOk>} file
 */
export async function fetchText(...file) {
  const [url, code] = file;
  const text = await (await fetchOk(...file)).text();
  // What UTF-16 begins with when it is read as UTF-8.
  if (/^.?\0|^\ufffd{2}/.test(text)) throw new WidgetError(code, `${url}: UTF-16`, "save it as UTF-8");
  return text;
}

/**
 * Imports one of the widget's modules; `own` imports it from beside this script, in sight of bundlers.
 *
 * @template Module
 * @param {Element} element
 * @param {string} name
 * @param {() => Promise<Module>} own
 * @param {import("./errors.js").ErrorCode} [code]
 * @returns {Promise<Module>}
 */
export function importAsset(element, name, own, code) {
  const url = /** @type {string | undefined} */ (assetUrl(element, name));
  // eslint-disable-next-line no-unsanitized/method -- The page says where its own files are.
  return (url ? import(url) : own()).catch((error) => {
    throw new WidgetError(code, error.message);
  });
}
