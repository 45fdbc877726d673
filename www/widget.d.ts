// The wasm as the custom elements see it: src/bin/explainer_article.rs.

export interface Widget {
  show(
    host: HTMLElement,
    sheet: CSSStyleSheet,
    story: string | undefined,
    level: number,
    hasElements: boolean,
    onRendered: (tools: Tools | undefined) => void,
  ): Promise<void>;
  attach(host: HTMLElement, sheet: CSSStyleSheet): Tools;
  play(
    host: HTMLElement,
    root: HTMLElement,
    json: string,
    scenario: string,
    lang: string,
    isRtl: boolean,
    onRendered: () => void,
  ): Promise<Player>;
}

/** The tools of a story. */
export interface Tools {
  begin(isNew: boolean): void;
  free(): void;
}

/** A mini-model with its controls. */
export interface Player {
  scenario: string;
  tellCopied(isCopied: boolean): void;
  free(): void;
}

/** Starts an instance: scripts/instance.js. */
export type Instantiate = (module: WebAssembly.Module, parts: Parts, onTrap: (error: unknown) => void) => Widget;

/** A part of the wasm that is loaded when it is needed: `story`, and for a story with elements `elements`, before
 * `show`, `models` before `play`, and `shared` before any. */
export type PartName = "shared" | "story" | "elements" | "models";

/** The parts that are there, compiled: each may be several modules. */
export type Parts = Record<PartName, WebAssembly.Module[]>;
