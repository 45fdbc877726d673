import { Style } from "./style.js";

/** Styles a model without its controls, in the page. */
export const modelsStyle = new Style(
  "explainer-models.css",
  new URL("./explainer-models.css", import.meta.url),
  STYLE_INTEGRITY.models,
);

/** Styles a model with its controls, in its shadow root. */
export const playerStyle = new Style(
  "explainer-player.css",
  new URL("./explainer-player.css", import.meta.url),
  STYLE_INTEGRITY.player,
);
