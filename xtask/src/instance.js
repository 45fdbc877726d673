/**
 * Starts an instance of the widget from its compiled module, and returns its functions. `onTrap`
 * hears, once, what ended it. Each instance needs glue of its own, which keeps the instance in
 * variables: the build puts the body of wasm-bindgen's module where this says GLUE, and the names that
 * the shim uses where it says USED.
 */
export default function instance(module, onTrap) {
  const end = new AbortController();
  // Whatever an export throws ends the instance: Rust does not unwind. An error that wasm-bindgen
  // makes of a `Result` is thrown outside.
  const guard = (exports) =>
    Object.fromEntries(
      Object.entries(exports).map(([name, it]) => [name, typeof it === "function" ? guarded(it) : it]),
    );
  const guarded = (run) => (...values) => {
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
  // The page may have put something else in these names: MooTools does.
  const Window = Object.getPrototypeOf(window).constructor;
  const Document = Object.getPrototypeOf(HTMLDocument);
  const { initSync, start, USED } = GLUE;
  initSync({ module });
  start(end.signal);
  return { USED };
}
