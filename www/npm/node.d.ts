import type { ExplainerArticleStory } from "./story.js";

export type { ExplainerArticleStory };

/** Something wrong with a story, where it is, and how to correct it. */
export interface StoryProblem {
  /** Where in the JSON, as in `sections[2].blocks[0].term`. */
  path: string;
  /** Names the fault, for programs; docs/contracts/story.md lists them. */
  code: string;
  /** A story with a warning is written; one with an error is not. */
  severity: "error" | "warning";
  message: string;
  expected: string;
  help: string;
}

/** A story as an object, or as JSON text. */
export type Story = ExplainerArticleStory | string;

/** Terms that many stories share, and the mini-models that they show. */
export interface Glossary {
  terms: NonNullable<ExplainerArticleStory["terms"]>;
  models?: ExplainerArticleStory["models"];
}

/** What every function takes. */
export interface CheckOptions {
  /** An object, or its JSON text: a story gets the terms that it mentions and does not define. */
  glossary?: Glossary | string;
}

interface PrerenderCommon extends CheckOptions {
  /** Where a page finds the widget's files; `explainer/` unless it says otherwise. */
  assets?: string;
}

/** The element with the story in it. */
export interface FragmentOptions extends PrerenderCommon {
  page?: false;
  model?: undefined;
  /** Level of the headline in the page's outline; 1 unless it says otherwise. Sections are one below. */
  headingLevel?: 1 | 2 | 3 | 4 | 5;
  /** Begins every anchor of the story, for a page that has another story with the same ones. */
  prefix?: string;
  /** Whether the story's data for search engines are in it; `true` unless it says otherwise. */
  jsonLd?: boolean;
}

/** A whole page around the element. */
export interface PageOptions extends Omit<FragmentOptions, "page"> {
  page: boolean;
  /** `dist/manifest.json`, as an object or text: names the widget's files of one version by their hashes. */
  manifest?: object | string;
}

/** A whole page for frames of other pages: it tells its height, and search engines leave it out. */
export interface EmbedOptions extends Omit<PageOptions, "page"> {
  embed: boolean;
  /** Address of the story's own page, which search engines should show instead. */
  canonical?: string;
}

/** One of the story's mini-models alone, as an `<explainer-model>`. */
export interface ModelOptions extends PrerenderCommon {
  /** The model's id. */
  model: string;
}

/** How to write a story as HTML. */
export type PrerenderOptions = FragmentOptions | PageOptions | EmbedOptions | ModelOptions;

/** How to write a story for feeds, mails and wires. */
export interface SyndicateOptions extends CheckOptions {
  /** Plain text, HTML without classes, ids or scripts, or schema.org data; `text` unless it says otherwise. */
  format?: "text" | "html" | "json-ld";
}

/** What is wrong with a story. */
export interface Checked {
  /** In the order found; 100 at most. */
  problems: StoryProblem[];
  /** How many more there are. */
  unlisted: number;
}

/** A story as HTML. */
export interface Prerendered extends Checked {
  /** `null` where a problem is an error. */
  html: string | null;
}

/** A story as text, as minimal HTML or as data. */
export interface Syndicated extends Checked {
  /** `null` where a problem is an error. */
  text: string | null;
}

/**
 * Returns everything that is wrong with a story.
 *
 * @throws {TypeError} for what is no story at all, or an option that there is not.
 */
export function check(story: Story, options?: CheckOptions): Checked;

/**
 * Returns a story as HTML that can be read, opened, linked and printed without any script.
 *
 * @throws {TypeError} for what is no story at all, an option that there is not, or a model that the story has not.
 */
export function prerender(story: Story, options?: PrerenderOptions): Prerendered;

/**
 * Returns a story for feeds, mails and wires.
 *
 * @throws {TypeError} for what is no story at all, or an option that there is not.
 */
export function syndicate(story: Story, options?: SyndicateOptions): Syndicated;
