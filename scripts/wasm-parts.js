// Links the parts of the wasm that `xtask/src/wasm.rs` splits off the main part. Takes the place of the
// module that wasm_split writes for that, which would fetch the parts by itself: without a hash, and once
// for all instances of a page.

// wasm-bindgen's module of the main part.
import { initSync } from "explainer:main";

/** @type {Set<import("../www/widget.js").PartName>} */
const linked = new Set();

/** @param {import("../www/widget.js").PartName[]} names */
function load(...names) {
  return (/** @type {number} */ callback, /** @type {number} */ data) => {
    const main = initSync();
    for (const name of names) {
      if (linked.has(name)) continue;
      for (const module of parts[name]) new WebAssembly.Instance(module, { __wasm_split: main });
      linked.add(name);
    }
    main.__indirect_function_table.get(callback)(data, 1);
  };
}

export const __wasm_split_load_story = load("shared", "story");
export const __wasm_split_load_elements = load("shared", "story", "elements");
export const __wasm_split_load_models = load("shared", "models");
