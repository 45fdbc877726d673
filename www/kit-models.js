// Which files make up the widget with mini-models.

export const glue = ["explainer_models.js", () => import("./explainer_models.js")];
export const wasm = ["explainer_models_bg.wasm", new URL("./explainer_models_bg.wasm", import.meta.url)];
