// Starts as many instances of the widget's wasm as a page needs, one after the other.
//
// wasm-bindgen's glue is a module, and keeps its one instance in variables of the module. A page
// that goes on after a trap needs a second instance, so the build makes the glue a function (see
// `glue` in build.mjs): each call returns fresh glue. docs/size.md says what else was tried.

import createGlue from "explainer:glue";

// The first of a page takes 14 ms, and a story has dates. This runs while the wasm is on its way; later
// it would be in the task that renders. Prerendered stories have their dates.
if (!document.querySelector(".explainer-body")) new Intl.DateTimeFormat();

/**
 * Starts an instance from the compiled main part and returns its functions; `parts` gets the other parts,
 * compiled, before they are needed. `onTrap` hears, once, what ended the instance.
 *
 * @param {WebAssembly.Module} module
 * @param {import("../www/widget.js").Parts} parts
 * @param {(error: unknown) => void} onTrap
 */
export default function instance(module, parts, onTrap) {
  const end = new AbortController();

  // Whatever an export throws ends the instance: Rust does not unwind. An error that wasm-bindgen
  // makes of a `Result` is thrown outside.
  /** @param {Function} run */
  const guarded =
    (run) =>
    (/** @type {unknown[]} */ ...values) => {
      // The glue may look for two values in what it gets.
      if (end.signal.aborted) return [];
      try {
        return run(...values);
      } catch (error) {
        if (!end.signal.aborted) {
          end.abort();
          onTrap(error);
        }
        throw error;
      }
    };

  /** What the glue knows as `WebAssembly.Instance`: the real one, with guarded exports. */
  class Instance {
    /**
     * @param {WebAssembly.Module} module
     * @param {WebAssembly.Imports} imports
     */
    constructor(module, imports) {
      const { exports } = new WebAssembly.Instance(module, imports);
      const guardedExports = Object.entries(exports).map(([name, value]) => [
        name,
        typeof value === "function" ? guarded(value) : value,
      ]);
      this.exports = Object.fromEntries(guardedExports);
    }
  }

  const { initSync, start, ...widget } = createGlue({
    WebAssembly: { Instance, Module: WebAssembly.Module },
    // The page may have put something else in these names: MooTools does.
    Window: Object.getPrototypeOf(window).constructor,
    Document: Object.getPrototypeOf(HTMLDocument),
    parts,
  });
  initSync({ module });
  start(end.signal);
  return widget;
}
