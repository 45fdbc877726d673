import type { ExplainerModelEventMap } from "./explainer-model.js";
import type { ExplainerArticleStory } from "./story.js";

export type { ExplainerArticleStory };
export type * from "./explainer-model.js";

/** Something wrong with a story or a mini-model, where it is, and how to fix it. */
export interface ExplainerProblem {
  /** Where in the JSON, as in `sections[2].blocks[0].term`. */
  path: string;
  /** Names the fault, for programs. */
  code: string;
  /** A warning costs the reader nothing. */
  severity: "error" | "warning";
  message: string;
  expected: string;
  help: string;
}

/** Detail of `explainer-ready`: a story is shown and has its tools. */
export interface ExplainerReadyDetail {
  id: string;
  headline: string;
  lang: string;
  /** Number of sections. */
  sections: number;
  /** Number of terms in the glossary. */
  terms: number;
  problems: ExplainerProblem[];
}

/** Detail of `explainer-section-toggle`: the reader or the page opened or closed a section. */
export interface ExplainerSectionToggleDetail {
  /** The section's id in the story. */
  section: string;
  open: boolean;
}

/** Detail of `explainer-term-open`: a definition was opened. */
export interface ExplainerTermOpenDetail {
  /** The term's id in the story. */
  term: string;
  /** Its label, in the words of the page. */
  label: string;
}

/** Detail of `explainer-summarize`: the summary was shown, or the story again. */
export interface ExplainerSummarizeDetail {
  summarizing: boolean;
}

/** Codes of `explainer-error`; those of a mini-model bubble through the story around it. */
export type ExplainerErrorCode =
  | "glue-unavailable"
  | "heading-level-unknown"
  | "model-missing"
  | "model-not-json"
  | "model-problems"
  | "model-unavailable"
  | "model-unreadable"
  | "elements-unavailable"
  | "glossary-unavailable"
  | "models-unavailable"
  | "picture-unavailable"
  | "popover-missing"
  | "slow"
  | "ids-taken"
  | "story-missing"
  | "story-not-json"
  | "story-problems"
  | "story-unavailable"
  | "story-unreadable"
  | "style-unavailable"
  | "trap"
  | "wasm-blocked"
  | "wasm-broken"
  | "wasm-unavailable"
  | "widget";

/** Detail of `explainer-error`. */
export interface ExplainerErrorDetail {
  code: ExplainerErrorCode;
  message: string;
  /** What to do about it. */
  help: string;
  /** Whether there is no story to read; of a mini-model, whether it cannot be played. */
  fatal: boolean;
  /** What is wrong with the story or the model, where that is the error. */
  problems: ExplainerProblem[];
}

/**
 * The events of `<explainer-article>`, and those of the mini-models in it; all bubble and cross
 * shadow roots.
 */
export interface ExplainerArticleEventMap extends ExplainerModelEventMap {
  "explainer-ready": CustomEvent<ExplainerReadyDetail>;
  "explainer-section-toggle": CustomEvent<ExplainerSectionToggleDetail>;
  "explainer-term-open": CustomEvent<ExplainerTermOpenDetail>;
  "explainer-summarize": CustomEvent<ExplainerSummarizeDetail>;
  "explainer-error": CustomEvent<ExplainerErrorDetail>;
}

/** The attributes of `<explainer-article>`. */
export interface ExplainerArticleAttributes {
  /** Address of the story's JSON. */
  src?: string;
  /** Address of terms that many stories share; a story that comes as JSON gets those that it mentions. */
  glossary?: string;
  /** Notes nothing on the reader's device, and marks no section as changed since the last visit. */
  "no-memory"?: boolean | "";
  /** Level of the headline in the page's outline; 1 unless it says otherwise. */
  "heading-level"?: 1 | 2 | 3 | 4 | 5 | "1" | "2" | "3" | "4" | "5";
  /** Shows the story that comes with the widget, where there is no other. */
  demo?: boolean | "";
  /** When to fetch the wasm; `visible` unless it says otherwise. */
  loading?: "visible" | "eager" | "interaction" | "never";
  /** The page's colour scheme, where its style does not say it. */
  theme?: "light" | "dark";
  /** Shows the editor what is wrong with the story. */
  problems?: boolean | "";
  /** Address of the folder that the widget's files come from. */
  assets?: string;
  /** Address of the wasm. */
  "wasm-url"?: string;
}

/** `<explainer-article>`. */
export interface ExplainerArticleElement extends HTMLElement {
  /** The story as a plain object; reading it gives a copy. */
  article: ExplainerArticleStory | undefined;
  /**
   * Fetches the story at `src` again and offers the posts that are new in it behind a button; nothing moves before
   * the reader presses it. Resolves to their number; rejects where the story cannot be fetched.
   */
  refresh(): Promise<number>;
  addEventListener<K extends keyof ExplainerArticleEventMap>(
    type: K,
    listener: (this: ExplainerArticleElement, event: ExplainerArticleEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: ExplainerArticleElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof ExplainerArticleEventMap>(
    type: K,
    listener: (this: ExplainerArticleElement, event: ExplainerArticleEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: ExplainerArticleElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "explainer-article": ExplainerArticleElement;
  }
  interface DocumentEventMap extends ExplainerArticleEventMap {}
  interface WindowEventMap extends ExplainerArticleEventMap {}
}
