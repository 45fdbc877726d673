import type { ExplainerErrorDetail } from "./explainer-article.js";
import type { MiniModel } from "./story.js";

/** A mini-model as a plain object, as in a story's `models`. */
export type ExplainerMiniModel = MiniModel;

/** Detail of `explainer-model-ready`: a mini-model can be played. */
export interface ExplainerModelReadyDetail {
  /** The model's id. */
  model: string;
  title: string;
}

/** Detail of `explainer-model-change`: the reader has set a mini-model differently. */
export interface ExplainerModelChangeDetail {
  /** The model's id. */
  model: string;
  /** What differs from the defaults, as in an address: `growth=40&nullified=yes`. */
  scenario: string;
  /** What the model now says, in the language around it. */
  sentence: string;
}

/** The events of `<explainer-model>`; all bubble and cross shadow roots. */
export interface ExplainerModelEventMap {
  "explainer-model-ready": CustomEvent<ExplainerModelReadyDetail>;
  "explainer-model-change": CustomEvent<ExplainerModelChangeDetail>;
  "explainer-error": CustomEvent<ExplainerErrorDetail>;
}

/** The attributes of `<explainer-model>`; those of a story around it go for `assets` and `wasm-url`. */
export interface ExplainerModelAttributes {
  /** The model's id, by which a link to a scenario finds it before its JSON is there. */
  model?: string;
  /** Address of the model's JSON. */
  src?: string;
  /** The model's JSON, as `explainer prerender` writes it. */
  json?: string;
  /** When to fetch the wasm; as the story around says, or `visible`, unless it says otherwise. */
  loading?: "visible" | "eager" | "never";
  /** Address of the folder that the widget's files come from. */
  assets?: string;
  /** Address of the wasm. */
  "wasm-url"?: string;
}

/** `<explainer-model>`. */
export interface ExplainerModelElement extends HTMLElement {
  /** The model as a plain object; reading it gives a copy of what was set here. */
  model: ExplainerMiniModel | undefined;
  /** What differs from the defaults, as in an address: `growth=40&nullified=yes`. */
  scenario: string;
  addEventListener<K extends keyof ExplainerModelEventMap>(
    type: K,
    listener: (this: ExplainerModelElement, event: ExplainerModelEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: ExplainerModelElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof ExplainerModelEventMap>(
    type: K,
    listener: (this: ExplainerModelElement, event: ExplainerModelEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: ExplainerModelElement, event: HTMLElementEventMap[K]) => unknown,
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
    "explainer-model": ExplainerModelElement;
  }
  interface DocumentEventMap extends ExplainerModelEventMap {}
  interface WindowEventMap extends ExplainerModelEventMap {}
}
