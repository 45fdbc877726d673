// Which control of a model has the focus, and which of its details are open: kept while the fallback or
// a fresh instance takes the model's place.

const CONTROLS = "a[href], button, input, summary";

/**
 * @typedef {object} ControlState
 * @property {{ name: string, index: number } | undefined} focus The focused one of the elements with this name.
 * @property {boolean[]} open
 */

/**
 * Returns the state of the controls in `scope`; nothing where none has the focus and no details are open.
 *
 * @param {ParentNode} scope
 * @param {Element | null} focused
 * @returns {ControlState | undefined}
 */
export function captureState(scope, focused) {
  const control = [...scope.querySelectorAll(CONTROLS)].find((each) => each === focused);
  const focus = control && {
    name: control.localName,
    index: [...scope.querySelectorAll(control.localName)].indexOf(control),
  };
  const open = [...scope.querySelectorAll("details")].map((details) => details.open);
  return focus || open.includes(true) ? { focus, open } : undefined;
}

/**
 * Gives controls the state of others; without the same control, the first has the focus.
 *
 * @param {HTMLElement} scope
 * @param {ControlState} [state]
 */
export function restoreState(scope, { focus, open } = { focus: undefined, open: [] }) {
  scope.querySelectorAll("details").forEach((details, index) => {
    details.open = !!open[index];
  });
  if (!focus) return;
  const root = /** @type {ShadowRoot} */ (scope.getRootNode());
  const same = /** @type {HTMLElement | undefined} */ (scope.querySelectorAll(focus.name)[focus.index]);
  const first = /** @type {HTMLElement | null} */ (scope.querySelector(CONTROLS));
  [same, first].find((control) => {
    control?.focus({ preventScroll: true });
    return control && root.activeElement === control;
  });
}
