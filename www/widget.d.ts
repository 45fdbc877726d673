// The wasm as the custom elements see it: src/lib.rs, crates/player.

export interface Widget {
  show(
    host: HTMLElement,
    sheet: CSSStyleSheet,
    story: string | undefined,
    level: number,
    onRendered: (tools: Tools | undefined) => void,
  ): void;
  attach(host: HTMLElement, sheet: CSSStyleSheet): Tools;
  /** Only the wasm with the mini-models has this. */
  play(
    host: HTMLElement,
    root: HTMLElement,
    json: string,
    lang: string,
    isRtl: boolean,
    onRendered: () => void,
  ): Player;
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
export type Instantiate = (module: WebAssembly.Module, onTrap: (error: unknown) => void) => Widget;
