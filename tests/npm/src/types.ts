// Compiled, never run: what a page's own code may and may not say. `@ts-expect-error` fails where
// the types let a mistake through.
import type { Package } from "custom-elements-manifest";
import manifest from "explainer-article/custom-elements.json";
import type { ExplainerArticleStory, ExplainerErrorDetail } from "explainer-article";
import type { ExplainerMiniModel, ExplainerModelElement } from "explainer-article/model";
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

const tell = ({ code, help, fatal, problems }: ExplainerErrorDetail) => [
  code,
  help,
  String(fatal),
  ...problems.map(({ path, severity }) => `${path}: ${severity}`),
];
element.addEventListener("explainer-error", ({ detail }) => tell(detail));

const model: ExplainerModelElement = document.createElement("explainer-model");
const decision: ExplainerMiniModel = {
  id: "gate",
  kind: "decision",
  title: "The gate",
  fallback: "The gate opens or stays shut.",
  rules: [{ label: "Now", start: "shut", states: [{ id: "shut", label: "Shut", text: "It is shut.", outcome: true }] }],
};
model.model = decision;
model.model = bundled.models?.[0];
model.scenario = "path=open";
// @ts-expect-error: a model has a title.
model.model = { id: "gate", kind: "decision", fallback: "The gate opens." };
model.addEventListener("explainer-model-change", ({ detail }) => detail.scenario + detail.sentence);
model.addEventListener("explainer-error", ({ detail }) => tell(detail));
// @ts-expect-error: no sentence before the reader has changed anything.
model.addEventListener("explainer-model-ready", ({ detail }) => detail.sentence);
// A model's events bubble through the story around it.
element.addEventListener("explainer-model-change", ({ detail }) => detail.model);
addEventListener("explainer-model-ready", ({ detail }) => detail.title);

export { described };
