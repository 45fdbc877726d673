import type { check, prerender, syndicate } from "./node.js";

export type * from "./node.js";

/** The functions of `explainer-article/node`. */
export interface Tool {
  check: typeof check;
  prerender: typeof prerender;
  syndicate: typeof syndicate;
}

/** `explainer_tool.wasm`: compiled, as bytes, or as what `fetch` gives. */
export type ToolSource = WebAssembly.Module | BufferSource | Response;

/**
 * Returns the tool, for a worker or a browser.
 *
 * @throws {Error} where the wasm cannot be fetched or compiled.
 */
export function load(source: ToolSource | Promise<ToolSource>): Promise<Tool>;

/** Returns the tool from its compiled wasm. */
export function loadSync(module: WebAssembly.Module): Tool;
