// The controls of a prerendered story before its tools take their place: shown when the script is there, and
// what a reader presses meanwhile is kept.

const EARLY = ".explainer-early";

export class EarlyControls {
  #host;
  /** @type {HTMLElement[]} In the order in which they were pressed. */
  #pressed = [];

  /** @param {Element} host */
  constructor(host) {
    this.#host = host;
  }

  /** Shows the controls, or hides them where they would do nothing; what was pressed is forgotten then. */
  show(areShown = true) {
    const early = this.#host.querySelector(EARLY);
    if (early) early.ariaHidden = areShown ? null : "true";
    if (!areShown) this.#release();
  }

  /**
   * Keeps the control that was clicked; returns whether it is one of these.
   *
   * @param {Event} event
   */
  keep({ target }) {
    const control = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest(`${EARLY} button`));
    if (!control) return false;
    this.#pressed.push(control);
    control.ariaBusy = "true";
    return true;
  }

  /** Presses again what was kept, in order: the tools hear it now. */
  press() {
    for (const control of this.#release()) control.click();
  }

  #release() {
    const pressed = this.#pressed.splice(0);
    for (const control of pressed) control.ariaBusy = null;
    return pressed;
  }
}
