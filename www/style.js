// The widget's style sheets: in shadow roots, and in a page that does not link them.

import { assetUrl, fetchText } from "./assets.js";

/** A style sheet that is fetched once, when it is needed. */
export class Style {
  sheet = new CSSStyleSheet();
  /** @type {Promise<unknown> | undefined} */
  #loaded;
  #file;

  /**
   * @param {string} name Its name where the page says where the files are.
   * @param {URL} own Its URL else.
   * @param {string | undefined} integrity
   */
  constructor(name, own, integrity) {
    this.#file = { name, own, integrity };
  }

  /**
   * Fetches it.
   *
   * @param {Element} owner Its attributes say where the files are.
   */
  async load(owner) {
    const { name, own, integrity } = this.#file;
    try {
      await (this.#loaded ??= fetchText(assetUrl(owner, name, own), "style-unavailable", { integrity }).then((text) =>
        this.sheet.replace(text),
      ));
    } catch (error) {
      this.#loaded = undefined;
      throw error;
    }
  }

  /**
   * Gives it to the page, unless that links it: the sheet sets the custom property `marker`.
   *
   * @param {Element} element
   * @param {string} marker
   * @param {Element} owner
   */
  async adopt(element, marker, owner) {
    const { adoptedStyleSheets } = /** @type {Document | ShadowRoot} */ (element.getRootNode());
    if (adoptedStyleSheets.includes(this.sheet)) return this.load(owner);
    if (getComputedStyle(element).getPropertyValue(marker)) return;
    adoptedStyleSheets.push(this.sheet);
    return this.load(owner);
  }
}
