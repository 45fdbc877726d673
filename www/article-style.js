import { Style } from "./style.js";

const story = new Style("explainer.css", new URL("./explainer.css", import.meta.url), STYLE_INTEGRITY.story);
const tools = new Style(
  "explainer-tools.css",
  new URL("./explainer-tools.css", import.meta.url),
  STYLE_INTEGRITY.tools,
);

/** Styles the tools, in their shadow roots. */
export const toolsSheet = tools.sheet;

/**
 * Loads the style of the tools, and of the story where the page does not link it.
 *
 * @param {Element} element
 */
export const loadStyles = (element) => Promise.all([tools.load(element), story.adopt(element, "--_measure", element)]);
