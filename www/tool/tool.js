// The tool for any engine that has WebAssembly: `explainer-article/tool`. It reads no file and asks for none: the
// caller brings the wasm.

import createGlue from "explainer:tool";

/**
 * Returns the tool; `source` is its wasm, compiled, as bytes, or as what `fetch` gives.
 *
 * @type {typeof import("../npm/tool.js").load}
 */
export async function load(source) {
  return loadSync(await compile(await source));
}

/**
 * Returns the tool from its compiled wasm.
 *
 * @param {WebAssembly.Module} module
 */
export function loadSync(module) {
  /** @type {ReturnType<typeof start> | undefined} */
  let glue;
  /** @type {(name: string, ...values: unknown[]) => any} */
  const call = (name, ...values) => {
    try {
      glue ??= start(module);
      return glue[name](...values);
    } catch (error) {
      // Rust does not unwind: whatever is thrown has ended the instance. The next call starts a fresh one.
      glue = undefined;
      throw new Error(`the tool failed: ${error.message}`, { cause: error });
    }
  };
  /** @type {(name: string) => (story: unknown, options?: object) => any} */
  const asking = (name) => (story, options) => {
    const answer = JSON.parse(call(name, storyText(story), optionsText(options)));
    if ("error" in answer) throw new TypeError(answer.error);
    return answer;
  };
  return {
    check: asking("check"),
    prerender: asking("prerender"),
    syndicate: asking("syndicate"),
    /**
     * Runs a command line and returns the exit code. For cli.js alone.
     *
     * @param {string[]} words
     * @param {object} system
     */
    run: (words, system) => /** @type {number} */ (call("run", words, system)),
  };
}

/** @param {WebAssembly.Module} module */
function start(module) {
  const glue = createGlue({ WebAssembly });
  glue.initSync({ module });
  return glue;
}

/** @param {WebAssembly.Module | BufferSource | Response} source */
async function compile(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (typeof Response === "undefined" || !(source instanceof Response)) {
    return WebAssembly.compile(/** @type {BufferSource} */ (source));
  }
  if (!source.ok) throw new Error(`the tool's wasm cannot be had: ${source.status} at ${source.url}`);
  // The other way needs the type.
  return WebAssembly.compile(await source.arrayBuffer());
}

/** @param {unknown} story */
function storyText(story) {
  if (typeof story === "string") return story;
  if (story === null || typeof story !== "object") throw new TypeError("the story is neither an object nor JSON text");
  return JSON.stringify(story);
}

/** @param {object} [options] */
function optionsText(options = {}) {
  const objects = Object.entries(options).map(([name, value]) => [name, parsed(name, value)]);
  return JSON.stringify(Object.fromEntries(objects));
}

/**
 * Some options are objects, or their JSON text.
 *
 * @param {string} name
 * @param {unknown} value
 */
function parsed(name, value) {
  if (typeof value !== "string" || (name !== "glossary" && name !== "manifest")) return value;
  try {
    return JSON.parse(value);
  } catch (error) {
    throw new TypeError(`${name}: ${error.message}`, { cause: error });
  }
}
