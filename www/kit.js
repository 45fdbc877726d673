// Which files make up the widget for stories without mini-models; kit-models.js has the others.

export const glue = ["explainer_article.js", () => import("./explainer_article.js")];
export const wasm = ["explainer_article_bg.wasm", new URL("./explainer_article_bg.wasm", import.meta.url)];
