/**
 * What a page hears by `explainer-error`.
 *
 * @typedef {object} ErrorDetail
 * @property {string} code
 * @property {string} message
 * @property {string} help
 * @property {boolean} fatal
 * @property {{ path: string, message: string, expected: string, help: string }[]} problems
 */

/** What keeps a story, a mini-model or its tools away. */
export class WidgetError extends Error {
  /**
   * @param {string | undefined} code
   * @param {string} message
   * @param {string} help
   */
  constructor(code, message, help) {
    super();
    // Assigned, and so enumerable for `explainer-error`: a message that Error sets is not.
    Object.assign(this, { code, message, help });
  }
}

/** The help for a file that cannot be fetched. */
export const CHECK_REACHABLE = "check that the page can reach it";
