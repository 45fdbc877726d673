// What the build puts in: scripts/build.mjs.

declare const STYLE_INTEGRITY: Partial<Record<"story" | "tools" | "models" | "player", string>>;
declare const WASM_INTEGRITY: Partial<Record<"main" | import("./widget.js").PartName, string>>;

/** wasm-bindgen's module, with a function around it. */
declare module "explainer:glue" {
  export default function createGlue(globals: object): import("./widget.js").Widget & {
    initSync(options: { module: WebAssembly.Module }): void;
    start(signal: AbortSignal): void;
  };
}

declare module "*/explainer_article.js" {
  const instantiate: import("./widget.js").Instantiate;
  export default instantiate;
}

/** wasm-bindgen's module itself. */
declare module "explainer:main" {
  export function initSync(): WebAssembly.Exports & { __indirect_function_table: WebAssembly.Table };
}

/** What `explainer:glue` is called with: for scripts/wasm-parts.js. */
declare const parts: import("./widget.js").Parts;

/** wasm-bindgen's module of crates/node, with a function around it. */
declare module "explainer:tool" {
  export default function createGlue(globals: object): Record<string, (...values: unknown[]) => unknown> & {
    initSync(options: { module: WebAssembly.Module }): void;
  };
}
