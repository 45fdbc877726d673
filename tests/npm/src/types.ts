// Compiled, never run: what a page's own code may and may not say. `@ts-expect-error` fails where
// the types let a mistake through.
import type { Package } from "custom-elements-manifest";
import manifest from "explainer-article/custom-elements.json";
import type { ExplainerArticleStory, ExplainerErrorDetail } from "explainer-article";
import { everyPart, bundled } from "./stories.js";

const stories: ExplainerArticleStory[] = [everyPart, bundled];
// A JSON module's words are plain strings; only their place is checked.
const described: Pick<Package, "schemaVersion"> & { modules: { path: string }[] } = manifest;

const element = document.createElement("explainer-article");
element.article = stories[0];
element.article = undefined;
// @ts-expect-error: a story has a headline.
element.article = { schemaVersion: 1, id: "x", lang: "en", sections: [{ id: "a", heading: "A", blocks: ["B"] }] };
// @ts-expect-error: a block of a known kind has its parts.
element.article = { ...bundled, sections: [{ id: "a", heading: "A", blocks: [{ kind: 1 }] }] };

element.addEventListener("explainer-term-open", ({ detail }) => detail.term.toUpperCase());
element.addEventListener("explainer-section-toggle", ({ detail }) => detail.open === true);
element.addEventListener("click", (event) => event.clientX);
// @ts-expect-error: a term is not a section.
element.addEventListener("explainer-term-open", ({ detail }) => detail.section);
addEventListener("explainer-ready", ({ detail }) => detail.sections + detail.terms);
document.addEventListener("explainer-summarize", ({ detail }) => detail.summarizing === false);

const tell = ({ code, mend, fatal, problems }: ExplainerErrorDetail) =>
  [code, mend, String(fatal), ...problems.map(({ path, severity }) => `${path}: ${severity}`)];
element.addEventListener("explainer-error", ({ detail }) => tell(detail));

export { described };
