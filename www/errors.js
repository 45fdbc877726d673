/** What keeps a story, a mini-model or its tools away; its own fields are the detail of `explainer-error`. */
export class WidgetError extends Error {
  fatal = true;
  problems = [];

  constructor(code, message, help) {
    super();
    // Assigned, and so enumerable: a message that Error sets is not.
    Object.assign(this, { code, message, help });
  }
}

/** The help for a file that cannot be fetched. */
export const CHECK_REACHABLE = "check that the page can reach it";
