/**
 * What a page hears by `explainer-error`, as it is declared for publishers.
 *
 * @typedef {import("./npm/explainer-article.js").ExplainerErrorCode} ErrorCode
 * @typedef {import("./npm/explainer-article.js").ExplainerErrorDetail} ErrorDetail
 */

/** What keeps a story, a mini-model or its tools away. */
export class WidgetError extends Error {
  /**
   * @param {ErrorCode | undefined} code
   * @param {string} message
   * @param {string} [help] That for a file which cannot be fetched, unless another is given.
   */
  constructor(code, message, help = "check that the page can reach it") {
    super();
    // Assigned, and so enumerable for `explainer-error`: a message that Error sets is not.
    Object.assign(this, { code, message, help });
  }
}
