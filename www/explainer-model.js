// Defines <explainer-model>: a mini-model inside a story or alone on a page. Brings the wasm that
// plays the models, and the pictures and tables that a reader asks for.

import { Fault, fetched } from "./fault.js";
import { bring, load as bringWidget, place, sheet } from "./loader.js";

const SCENARIO = "#scenario:";

/** Styles the models: in their shadow roots, and their fallbacks where the page does not. */
const style = new CSSStyleSheet();
const elements = new Set();
const hearers = new Set();
let styled;
let claimed; // The fragment that an element has taken as its scenario.

class ExplainerModel extends HTMLElement {
  static observedAttributes = ["src"];

  #model; // What the property holds, as JSON text.
  #player;
  #root;
  #turn = 0;
  #scenario; // What to set when the model is at play.
  #near = new IntersectionObserver(
    (entries) => entries.some((entry) => entry.isIntersecting) && this.start(),
    { rootMargin: "100% 0px" },
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
    this.#scenario = String(scenario);
    if (this.#player) this.#player.scenario = this.#scenario;
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
    this.addEventListener("click", this.#onClick);
    if (this.#player || this.#option("loading") === "never") return;
    if (this.#option("loading") === "eager" || this.#takeScenario()) this.start();
    else this.#near.observe(this);
  }

  disconnectedCallback() {
    // A move takes an element out and puts it in again before this runs.
    queueMicrotask(() => {
      if (this.isConnected) return;
      elements.delete(this);
      this.#near.disconnect();
      this.#turn += 1;
      this.#scenario = this.scenario;
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
    try {
      const text = await this.#read();
      const [widget] = await Promise.all([load(this.#owner(), restart), styled]);
      if (turn === this.#turn && this.isConnected) this.#play(widget, text);
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  /** Takes the controls away; the fallback shows again. */
  stop() {
    const player = this.#player;
    this.#player = undefined;
    player?.free();
    this.#root?.remove();
    this.#root = undefined;
    if (this.shadowRoot) this.#slot().hidden = false;
  }

  /** Starts again on a fresh instance, as the reader had set the model. */
  restart(scenario = this.#scenario) {
    if (!this.#turn) return;
    this.#scenario = scenario;
    this.stop();
    this.start();
  }

  /** Sets the model as the page's address says, where it names this model. */
  onAddress() {
    if (!this.#takeScenario()) return;
    if (this.#player) {
      this.#player.scenario = this.#scenario;
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

  #play(widget, text) {
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [sheet, style];
    this.#slot();
    const root = document.createElement("div");
    root.className = "explainer-island";
    shadow.append(root);
    this.#root = root;
    const isRtl = getComputedStyle(this).direction === "rtl";
    const onShown = () => {
      this.#slot().hidden = root.isConnected;
    };
    try {
      this.#player = widget.play(this, root, text, language(this), isRtl, onShown);
    } catch (error) {
      this.stop();
      throw error;
    }
    if (this.#scenario) this.#player.scenario = this.#scenario;
    if (claimed === this) this.#reveal();
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

  /** Returns whether the page's address names this model, and notes what it says. */
  #takeScenario() {
    const [id, scenario = ""] = address();
    if (!id || id !== this.#id() || (claimed && claimed !== this && claimed.isConnected)) return false;
    claimed = this;
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
    for (let outer = this.closest("details"); outer; outer = outer.parentElement.closest("details")) outer.open = true;
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
      const { csv, picture, save } = await bring(this.#owner(), "explainer-picture.js", own, "picture-unavailable");
      if (what === "csv") {
        const copied = navigator.clipboard?.writeText(csv(table)) ?? Promise.reject();
        this.#player.tellCopied(await copied.then(() => true, () => false));
        return;
      }
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

  #adoptStyle() {
    styled ??= fetched(
      place(this.#owner(), "explainer-models.css", new URL("./explainer-models.css", import.meta.url)),
      "style-unavailable",
      MODELS_STYLE_INTEGRITY,
    ).then(async (response) => style.replace(await response.text()));
    styled.catch(() => {
      styled = undefined;
    });
    // A page that links the style sheet has it already.
    const root = this.getRootNode();
    if (getComputedStyle(this).getPropertyValue("--_model-style") || root.adoptedStyleSheets.includes(style)) return;
    root.adoptedStyleSheets.push(style);
  }

  /** Returns the element whose attributes say where the files are: the story around, if there is one. */
  #owner() {
    return up(this, "explainer-article") ?? this;
  }

  #option(name) {
    return this.getAttribute(name) ?? this.#owner().getAttribute(name);
  }

  #fail(error, more) {
    const known = error?.mend ? error : (error?.detail ?? new Fault("widget", String(error), "report it").detail);
    const detail = { ...known, ...more };
    this.dispatchEvent(new CustomEvent("explainer-error", { bubbles: true, composed: true, detail }));
  }
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
  try {
    return decodeURIComponent(location.hash.slice(SCENARIO.length)).split("?");
  } catch {
    return [];
  }
}

/** Sets every model to play again on a fresh instance, as it stood when the last one ended. */
function restart() {
  queueMicrotask(() => {
    for (const element of elements) element.restart();
  });
}

/** Brings the widget with the mini-models; every `onTrap` hears what ends it. */
export function load(element, onTrap) {
  hearers.add(onTrap);
  return bringWidget(element, (...found) => {
    for (const hearer of hearers) hearer(...found);
  });
}

addEventListener("hashchange", () => {
  claimed = undefined;
  for (const element of elements) element.onAddress();
});

export { sheet };

// Another version on the page may have been first.
if (!customElements.get("explainer-model")) customElements.define("explainer-model", ExplainerModel);
