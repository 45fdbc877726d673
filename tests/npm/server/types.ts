// Compiled, never run, without the types of a browser: what a server's own code may and may not say.
import { check, prerender, syndicate } from "explainer-article/node";
import type { ExplainerArticleStory, Glossary, StoryProblem } from "explainer-article/node";

declare const story: ExplainerArticleStory;
const glossary: Glossary = { terms: [{ id: "toll", label: "toll", short: "A charge." }] };

const { html, problems, unlisted } = prerender(story, { headingLevel: 2, prefix: "week", jsonLd: false, glossary });
const told: string[] = problems.map(({ path, severity, help }: StoryProblem) => `${path}: ${severity}: ${help}`);
const count: number = told.length + unlisted;
// @ts-expect-error: a story with errors has no HTML.
html.length;
const page: string | null = prerender("{}", { page: true, assets: "/explainer/", manifest: "{}" }).html;
const model: string | null = prerender(story, { model: "gate" }).html;
const text: string | null = syndicate(story, { format: "json-ld" }).text;
check(story, { glossary: '{ "terms": [] }' }).problems.at(0)?.code.toUpperCase();
// @ts-expect-error: a story has a headline.
check({ schemaVersion: 1, id: "x", lang: "en", sections: [{ id: "a", heading: "A", blocks: ["B"] }] });
// @ts-expect-error: no such level.
prerender(story, { headingLevel: 6 });
// @ts-expect-error: a model alone has no headline.
prerender(story, { model: "gate", headingLevel: 2 });
// @ts-expect-error: only a page names files.
prerender(story, { manifest: {} });
// @ts-expect-error: no such format.
syndicate(story, { format: "rss" });

export { count, model, page, text };
