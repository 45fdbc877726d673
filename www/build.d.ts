// What the build puts in: scripts/build.mjs.

declare const STYLE_INTEGRITY: string;
declare const MODELS_STYLE_INTEGRITY: string;
declare const WASM_INTEGRITY: string;

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

declare module "*/explainer_models.js" {
  const instantiate: import("./widget.js").Instantiate;
  export default instantiate;
}
