// Defines <explainer-model>: a mini-model inside a story or alone on a page. Brings the wasm that
// plays the models, and the pictures and tables that a reader asks for.

import { Fault, fetched } from "./fault.js";
import { bring, load as bringWidget, place, sheet, stopped } from "./loader.js";

const SCENARIO = "#scenario:";
/** Stands for an error that the page has heard of. */
const TOLD = Symbol("told");
const CONTROLS = "a[href], button, input, summary";

/** Styles the models: in their shadow roots, and their fallbacks where the page does not. */
const style = new CSSStyleSheet();
const elements = new Set();
const hearers = new Set();
let styled;
let claimed; // The element that has taken the address's scenario.
// One model is drawn after the other: of those that trap meanwhile, it is known which one does.
let drawing = Promise.resolve();
let underway; // The element whose model is being drawn.
let trap; // What ended the last instance.

class ExplainerModel extends HTMLElement {
  static observedAttributes = ["src"];

  #model; // What the property holds, as JSON text.
  #player;
  #root;
  #turn = 0;
  #scenario; // What to set when the model is at play, and what the reader has set since.
  #mustReveal = false; // Whether the address asks for the model, which is not there yet.
  #release; // Lets the next model be drawn.
  #before; // How the reader had the controls that were taken away.
  #internals;
  #held; // Keeps the room that the fallback took until the reader looks elsewhere.
  // MooTools puts something else in the name Event.
  #size = new ResizeObserver(() => this.#root?.dispatchEvent(new CustomEvent("resize")));
  #near = new IntersectionObserver(
    (entries) => entries.some((entry) => entry.isIntersecting) && this.start(),
    // A definition's popover and a page's own boxes scroll, too.
    { rootMargin: "100% 0px", scrollMargin: "100% 0px" },
  );

  /** The model, instead of `src` or a child. */
  get model() {
    return this.#model && JSON.parse(this.#model);
  }

  set model(model) {
    try {
      this.#model = model == null ? undefined : JSON.stringify(model).trim();
    } catch (error) {
      this.#fail(new Fault("model-not-json", error.message, "set a plain object"));
      return;
    }
    this.#again();
  }

  /** What differs from the defaults, as in an address: `growth=40&start=5`. */
  get scenario() {
    return this.#player?.scenario ?? this.#scenario ?? "";
  }

  set scenario(scenario) {
    this.#scenario = String(scenario ?? "");
    if (!this.#player) return;
    this.#player.scenario = this.#scenario;
    // As far as it was possible.
    this.#scenario = this.#player.scenario;
  }

  constructor() {
    super();
    this.addEventListener("click", this.#onClick);
    this.addEventListener("explainer-model-change", ({ target, detail }) => {
      if (target === this) this.#scenario = detail.scenario;
    });
  }

  connectedCallback() {
    for (const name of ["model", "scenario"]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    elements.add(this);
    this.#adoptStyle();
    const loading = this.#option("loading");
    if (this.#player || loading === "never") return;
    if (loading === "eager" || this.#takeScenario()) {
      this.start();
    } else if (loading === "interaction" && this.#owner() === this && this.querySelector(":scope > :not(script)")) {
      for (const sign of ["pointerover", "focusin"]) {
        this.addEventListener(sign, () => this.start(), { once: true });
      }
    } else {
      this.#near.observe(this);
    }
  }

  disconnectedCallback() {
    // A move takes an element out and puts it in again before this runs.
    queueMicrotask(() => {
      if (this.isConnected) return;
      elements.delete(this);
      this.#near.disconnect();
      this.#turn += 1;
      this.stop();
    });
  }

  attributeChangedCallback(name, before, after) {
    if (before !== after) this.#again();
  }

  /** Sets the model to play; a later call overtakes an earlier one. */
  async start() {
    this.#near.disconnect();
    if (this.#player) return;
    const turn = ++this.#turn;
    this.#state("delete");
    try {
      await this.#parsed();
      const text = await this.#read();
      await Promise.all([this.#load(), this.#adoptStyle()]);
      // Loaded again: a trap may have ended the first one meanwhile.
      const drawn = drawing.then(() => this.#load()).then((widget) => turn === this.#turn && this.#play(widget, text));
      drawing = drawn.catch(() => {});
      await drawn;
    } catch (error) {
      // What a trap cost was told and mended.
      if (turn === this.#turn && error !== trap && error !== TOLD) this.#fail(error);
    }
  }

  /** Takes the controls away; the fallback shows again. */
  stop() {
    const player = this.#player;
    this.#player = undefined;
    player?.free();
    this.#release?.();
    this.#size.disconnect();
    this.#held?.disconnect();
    if (this.#root) this.#before = asReaderHas(this.#root, this.shadowRoot.activeElement) ?? this.#before;
    this.#root?.remove();
    this.#root = undefined;
    if (this.shadowRoot) this.#slot().hidden = false;
  }

  /** Starts every model again on a fresh instance, as the reader had set it. */
  static restart(error, isOver) {
    drawing = Promise.resolve();
    const culprit = underway;
    underway = undefined;
    // A story on the page tells it of a trap, but not whose model it was.
    const first = [...elements].find((element) => element.#turn);
    if (culprit || hearers.size === 1) (culprit ?? first)?.#fail(stopped(error), { fatal: !!culprit });
    for (const element of elements) {
      const wasAsked = element.#turn > 0;
      element.stop();
      // A model that traps while it is drawn would trap again, and cost the others their controls.
      if (element === culprit) element.#turn += 1;
      else if (wasAsked && !isOver) element.start();
    }
  }

  /** Sets the model as the page's address says, where it names this model. */
  onAddress() {
    if (this.#option("loading") === "never" || !this.#takeScenario()) return;
    if (this.#player) {
      this.scenario = this.#scenario;
      this.#reveal();
    } else {
      this.start();
    }
  }

  #again() {
    if (!this.#turn || !this.isConnected) return;
    this.#scenario = undefined;
    this.stop();
    this.start();
  }

  /** Waits for children that the parser may still bring. */
  async #parsed() {
    if (document.readyState !== "loading") return;
    await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
  }

  async #load() {
    const owner = this.#owner();
    try {
      return await load(owner, onTrap);
    } catch (error) {
      // The story around brings the same files, and tells the page where they do not come.
      throw owner === this ? error : TOLD;
    }
  }

  #play(widget, text) {
    if (!this.isConnected) return;
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [sheet, style];
    this.#slot();
    const root = document.createElement("div");
    root.className = "explainer-island";
    shadow.append(root);
    this.#root = root;
    const isRtl = getComputedStyle(this).direction === "rtl";
    underway = this;
    return new Promise((resolve, reject) => {
      try {
        this.#release = resolve;
        this.#player = widget.play(this, root, text, language(this), isRtl, () => {
          if (root === this.#root) this.#onShown();
          resolve();
        });
        // Measured by now; fallback and model never show at once.
        root.hidden = true;
        // Drawn with the first picture, not after it.
        if (this.#scenario) this.scenario = this.#scenario;
      } catch (error) {
        reject(error);
        this.stop();
      }
    }).finally(() => {
      if (underway === this) underway = undefined;
    });
  }

  #onShown() {
    const slot = this.#slot();
    if (!slot.hidden) this.#takeOver(slot);
    if (this.#mustReveal) this.#reveal();
  }

  /** Puts the model in the fallback's place, with focus and folds as the reader had them. */
  #takeOver(slot) {
    const root = this.#root;
    const { height } = this.getBoundingClientRect();
    const { focus, folds } = this.#before ?? asReaderHas(this, this.getRootNode().activeElement) ?? {};
    this.#before = undefined;
    slot.hidden = true;
    root.hidden = false;
    root.querySelectorAll("details").forEach((fold, place) => {
      fold.open = !!folds?.[place];
    });
    if (focus) {
      const again = [root.querySelectorAll(focus.name)[focus.place], root.querySelector(CONTROLS)];
      again.find((control) => {
        control?.focus({ preventScroll: true });
        return control && this.shadowRoot.activeElement === control;
      });
    }
    this.#holdRoom(height);
    this.#size.observe(root);
  }

  /** Keeps the room that the fallback took while it is in sight, so that nothing below moves. */
  #holdRoom(height) {
    const root = this.#root;
    if (root.getBoundingClientRect().height >= height) return;
    root.style.minBlockSize = `${height}px`;
    this.#held = new IntersectionObserver(([{ isIntersecting }]) => {
      if (isIntersecting) return;
      root.style.minBlockSize = "";
      this.#held.disconnect();
    });
    this.#held.observe(this);
  }

  /** Returns the slot that shows the fallback. */
  #slot() {
    const known = this.shadowRoot.querySelector("slot");
    if (known) return known;
    const slot = document.createElement("slot");
    this.shadowRoot.append(slot);
    return slot;
  }

  /** Returns the model's JSON. */
  async #read() {
    if (this.#model) return this.#model;
    const src = this.getAttribute("src");
    if (src !== null) return (await fetched(src, "model-unavailable")).text();
    const json = this.#json();
    if (json) return json;
    throw new Fault("model-missing", "no model here", "set model or src, or put its JSON inside");
  }

  /** Returns the JSON that stands in the page: what the story's HTML has, or a child. */
  #json() {
    const script = this.querySelector(':scope > script[type="application/json"]');
    return this.getAttribute("json") ?? script?.textContent;
  }

  /** Returns whether the page's address names this model, which no other plays, and notes what it says. */
  #takeScenario() {
    const [id, scenario] = address();
    if (!id || id !== this.#id() || claimed === this || claimed?.isConnected) return false;
    claimed = this;
    this.#mustReveal = true;
    this.#scenario = scenario;
    return true;
  }

  #id() {
    const id = this.getAttribute("model");
    if (id !== null) return id;
    try {
      return JSON.parse(this.#model ?? this.#json() ?? "{}").id;
    } catch {
      return undefined;
    }
  }

  /** Opens every fold around the model and scrolls to it. */
  #reveal() {
    this.#mustReveal = false;
    for (let outer = this.closest("details"); outer; outer = outer.parentElement?.closest("details")) outer.open = true;
    this.scrollIntoView();
  }

  #onClick = async (event) => {
    const control = event.composedPath().find((node) => node.dataset?.explainerPlay);
    const [verb, what] = control?.dataset.explainerPlay.split("-") ?? [];
    const isOurs = verb === "save" || what === "csv";
    if (!isOurs || control.getRootNode() !== this.shadowRoot) return;
    const find = (selector) => this.shadowRoot.querySelector(selector);
    const words = (selector) => find(selector)?.textContent.trim() ?? "";
    const table = find("table");
    try {
      const own = () => import("./explainer-picture.js");
      const exporter = bring(this.#owner(), "explainer-picture.js", own, "picture-unavailable");
      if (what === "csv") {
        const type = "text/plain";
        const text = exporter.then(({ csv }) => new Blob([csv(table)], { type }));
        // Asked at once: once the import is awaited, Safari no longer counts this as the reader's doing.
        const copied = navigator.clipboard?.write([new ClipboardItem({ [type]: text })]);
        this.#player.tellCopied(!!copied && (await copied.then(() => true, () => false)));
        await text;
        return;
      }
      const { picture, save } = await exporter;
      const shown = {
        drawing: find(".explainer-picture"),
        table,
        title: words(".explainer-play-title"),
        settings: words(".explainer-readout"),
        source: words(".explainer-sources"),
        lang: language(this),
        dir: getComputedStyle(this).direction,
      };
      save(await picture(shown, what), `${this.#id() ?? "model"}.${what}`);
    } catch (error) {
      this.#fail(error, { fatal: false });
    }
  };

  /** Brings the style, and gives it to a page that does not link it. */
  #adoptStyle() {
    styled ??= fetched(
      place(this.#owner(), "explainer-models.css", new URL("./explainer-models.css", import.meta.url)),
      "style-unavailable",
      MODELS_STYLE_INTEGRITY,
    ).then(async (response) => style.replace(await response.text()));
    styled.catch(() => {
      styled = undefined;
    });
    const root = this.getRootNode();
    const isLinked = getComputedStyle(this).getPropertyValue("--_model-style");
    if (!isLinked && !root.adoptedStyleSheets.includes(style)) root.adoptedStyleSheets.push(style);
    return styled;
  }

  /** Returns the element whose attributes say where the files are: the story around, if there is one. */
  #owner() {
    return up(this, "explainer-article") ?? this;
  }

  /** Says in style whether the fallback stands for good. */
  #state(change) {
    try {
      (this.#internals ??= this.attachInternals()).states[change]("failed");
    } catch {
      // A browser without such states, or a polyfill, leaves some room free.
    }
  }

  #option(name) {
    return this.getAttribute(name) ?? this.#owner().getAttribute(name);
  }

  #fail(error, more) {
    const known = error?.help ? error : (error?.detail ?? new Fault("widget", String(error), "report it").detail);
    const detail = { ...known, ...more };
    if (detail.fatal) this.#state("add");
    this.dispatchEvent(new CustomEvent("explainer-error", { bubbles: true, composed: true, detail }));
  }
}

/** Returns which control has the focus and which folds are open; nothing where none is and none are. */
function asReaderHas(scope, focused) {
  const control = [...scope.querySelectorAll(CONTROLS)].find((each) => each === focused);
  const focus = control && { name: control.localName, place: [...scope.querySelectorAll(control.localName)].indexOf(control) };
  const folds = [...scope.querySelectorAll("details")].map(({ open }) => open);
  return focus || folds.includes(true) ? { focus, folds } : undefined;
}

/** Returns the nearest element around `node` that matches, also outside its shadow root. */
function up(node, selector) {
  for (let at = node; at; at = at.getRootNode().host) {
    const found = at.closest(selector);
    if (found) return found;
  }
  return undefined;
}

function language(element) {
  return up(element, "[lang]")?.lang || "en";
}

/** Returns the model that the page's address names, and its scenario. */
function address() {
  if (!location.hash.startsWith(SCENARIO)) return [];
  const [id, ...scenario] = location.hash.slice(SCENARIO.length).split("?").map(decoded);
  return [id, scenario.join("?")];
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    // The model says that it did not understand this.
    return text;
  }
}

/** Notes what ended the instance at once; the rest waits until its frames have left the stack. */
function onTrap(...found) {
  [trap] = found;
  queueMicrotask(() => ExplainerModel.restart(...found));
}

/** Brings the widget with the mini-models; every `onTrap` hears what ends it. */
export function load(element, onTrap) {
  hearers.add(onTrap);
  return bringWidget(element, (...found) => {
    for (const hearer of hearers) hearer(...found);
  });
}

function onAddress() {
  for (const element of elements) element.onAddress();
}

addEventListener("hashchange", () => {
  claimed = undefined;
  onAddress();
});
// Until then the parser may not have brought a model's JSON, which names it.
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", onAddress, { once: true });

export { sheet };

// Another version on the page may have been first.
if (!customElements.get("explainer-model")) customElements.define("explainer-model", ExplainerModel);
