// Defines <explainer-model>: a mini-model inside a story or alone on a page. Loads the wasm with the
// mini-models, and the module that exports charts and tables.

import { adoptStyle, assetUrl, fetchText, importAsset } from "./assets.js";
import { WidgetError } from "./errors.js";
import { createInstances } from "./instances.js";
import { LazyElement } from "./lazy-element.js";

/** Begins the fragment that names a model and its scenario. */
const SCENARIO = "#scenario:";
/** Thrown for an error that the story around has reported. */
const ALREADY_REPORTED = Symbol("already reported");
const CONTROLS = "a[href], button, input, summary";

/** The wasm with the mini-models, for the models and the stories of a page. */
export const instances = createInstances({
  glue: ["explainer_models.js", () => import("./explainer_models.js")],
  wasm: ["explainer_models_bg.wasm", new URL("./explainer_models_bg.wasm", import.meta.url)],
});
/** Styles the models: in their shadow roots, and their fallbacks where the page does not. */
const modelSheet = new CSSStyleSheet();
const elements = new Set();
let modelStyle;
let scenarioOwner; // The element that has taken the address's scenario.

class ExplainerModel extends LazyElement {
  static observedAttributes = ["src"];

  #model; // What the property holds, as JSON text.
  #player;
  #root;
  #generation = 0; // Counts the starts, and what ended them.
  #scenario; // What to set when the model is rendered, and what the reader has set since.
  #mustReveal = false; // Whether the address asks for the model, which is not rendered yet.
  #finishRender; // Lets the next element render.
  #savedState; // How the reader had the controls that were taken away.
  #internals;
  #heightObserver; // Keeps the fallback's height until the reader looks elsewhere.
  // Not `new Event`: MooTools replaces that name.
  #size = new ResizeObserver(() => this.#root?.dispatchEvent(new CustomEvent("resize")));

  /** The model, instead of `src` or a child. */
  get model() {
    return this.#model && JSON.parse(this.#model);
  }

  set model(model) {
    this.setJson(model, "model-not-json", (json) => {
      this.#model = json;
      this.onChange();
    });
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
    this.upgrade("model");
    this.upgrade("scenario");
    elements.add(this);
    this.#adoptStyle();
    const loading = this.#option("loading");
    if (this.#player || loading === "never") return;
    const isReadable = this.#owner() === this && this.querySelector(":scope > :not(script)");
    this.startWhen(loading, this.#takeScenario(), isReadable);
  }

  onRemoved() {
    elements.delete(this);
    this.#generation += 1;
    this.stop();
  }

  /** Renders the model with its controls; a later call overtakes an earlier one. */
  async start() {
    this.unobserve();
    if (this.#player) return;
    const generation = ++this.#generation;
    this.#setFailed("delete");
    try {
      await this.parsed();
      const json = await this.#read();
      await this.#adoptStyle();
      const render = (widget) => generation === this.#generation && this.#render(widget, json);
      await instances.enqueue(this, render);
    } catch (error) {
      if (generation === this.#generation && error !== ALREADY_REPORTED) this.fail(error);
    }
  }

  /** Takes the controls away; the fallback shows again. */
  stop() {
    const player = this.#player;
    this.#player = undefined;
    player?.free();
    this.#finishRender?.();
    this.#size.disconnect();
    this.#heightObserver?.disconnect();
    if (this.#root) {
      this.#savedState = captureState(this.#root, this.shadowRoot.activeElement) ?? this.#savedState;
    }
    this.#root?.remove();
    this.#root = undefined;
    if (this.shadowRoot) this.#slot().hidden = false;
  }

  /** Starts on a fresh instance after a trap, as the reader had set the model. */
  onRestart(isCulprit, gaveUp) {
    this.stop();
    // A model that traps while it is rendered would trap again, and cost the others their controls.
    if (isCulprit) this.#generation += 1;
    else if (!gaveUp) this.start();
  }

  /** Applies the page's address, where it names this model. */
  onAddress() {
    if (this.#option("loading") === "never" || !this.#takeScenario()) return;
    if (this.#player) {
      this.scenario = this.#scenario;
      this.#reveal();
    } else {
      this.start();
    }
  }

  /** Starts again: the source of the model has changed. */
  onChange() {
    if (!this.#generation || !this.isConnected) return;
    this.#scenario = undefined;
    this.stop();
    this.start();
  }

  async load() {
    const owner = this.#owner();
    try {
      return await super.load(instances, owner);
    } catch (error) {
      // The story around loads the same files, and reports those that do not come.
      throw owner === this ? error : ALREADY_REPORTED;
    }
  }

  #render(widget, json) {
    if (!this.isConnected) return;
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [instances.sheet, modelSheet];
    this.#slot();
    const root = document.createElement("div");
    root.className = "explainer-island";
    shadow.append(root);
    this.#root = root;
    const isRtl = getComputedStyle(this).direction === "rtl";
    return new Promise((resolve, reject) => {
      try {
        this.#finishRender = resolve;
        this.#player = widget.play(this, root, json, language(this), isRtl, () => {
          if (root === this.#root) this.#onRendered();
          resolve();
        });
        // Measured already; hidden until rendered so that fallback and model never show together.
        root.hidden = true;
        // Rendered with the first chart, not after it.
        if (this.#scenario) this.scenario = this.#scenario;
      } catch (error) {
        reject(error);
        this.stop();
      }
    });
  }

  #onRendered() {
    const slot = this.#slot();
    if (!slot.hidden) this.#replaceFallback(slot);
    if (this.#mustReveal) this.#reveal();
  }

  /** Shows the model in place of the fallback, with focus and open details as the reader had them. */
  #replaceFallback(slot) {
    const root = this.#root;
    const { height } = this.getBoundingClientRect();
    const { focus, open } = this.#savedState ?? captureState(this, this.getRootNode().activeElement) ?? {};
    this.#savedState = undefined;
    slot.hidden = true;
    root.hidden = false;
    root.querySelectorAll("details").forEach((details, index) => {
      details.open = !!open?.[index];
    });
    if (focus) {
      const again = [root.querySelectorAll(focus.name)[focus.index], root.querySelector(CONTROLS)];
      again.find((control) => {
        control?.focus({ preventScroll: true });
        return control && this.shadowRoot.activeElement === control;
      });
    }
    this.#reserveHeight(height);
    this.#size.observe(root);
  }

  /** Keeps the fallback's height while the element is in the window, so that nothing below moves. */
  #reserveHeight(height) {
    const root = this.#root;
    if (root.getBoundingClientRect().height >= height) return;
    root.style.minBlockSize = `${height}px`;
    this.#heightObserver = new IntersectionObserver(([{ isIntersecting }]) => {
      if (isIntersecting) return;
      root.style.minBlockSize = "";
      this.#heightObserver.disconnect();
    });
    this.#heightObserver.observe(this);
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
    if (src !== null) return fetchText(src, "model-unavailable");
    const json = this.#json();
    if (json) return json;
    throw new WidgetError("model-missing", "no model here", "set model or src, or put its JSON inside");
  }

  /** Returns the JSON in the page: what the prerendered HTML has, or a child. */
  #json() {
    const script = this.querySelector(':scope > script[type="application/json"]');
    return this.getAttribute("json") ?? script?.textContent;
  }

  /** Returns whether the page's address names this model and no other has taken it; keeps its scenario. */
  #takeScenario() {
    const [id, scenario] = address();
    if (!id || id !== this.#id() || scenarioOwner === this || scenarioOwner?.isConnected) return false;
    scenarioOwner = this;
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

  /** Opens every `<details>` around the model and scrolls to it. */
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
    const words = (selector) => find(selector)?.innerText ?? "";
    const table = find("table");
    try {
      const own = () => import("./explainer-picture.js");
      const exporter = importAsset(this.#owner(), "explainer-picture.js", own, "picture-unavailable");
      if (what === "csv") {
        const type = "text/plain";
        const text = exporter.then(({ csv }) => new Blob([csv(table)], { type }));
        // Asked at once: once the import is awaited, Safari no longer counts this as the reader's doing.
        const copied = navigator.clipboard?.write([new ClipboardItem({ [type]: text })]);
        this.#player.tellCopied(
          !!copied &&
            (await copied.then(
              () => true,
              () => false,
            )),
        );
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
      this.fail(error, { fatal: false });
    }
  };

  /** Loads the style, and gives it to a page that does not link it. */
  #adoptStyle() {
    modelStyle ??= fetchText(
      assetUrl(this.#owner(), "explainer-models.css", new URL("./explainer-models.css", import.meta.url)),
      "style-unavailable",
      MODELS_STYLE_INTEGRITY,
    ).then((text) => modelSheet.replace(text));
    modelStyle.catch(() => {
      modelStyle = undefined;
    });
    adoptStyle(this, modelSheet, "--_model-style");
    return modelStyle;
  }

  /** Returns the element whose attributes say where the files are: the story around, if there is one. */
  #owner() {
    return closestAcrossShadow(this, "explainer-article") ?? this;
  }

  /** Sets (`add`) or removes (`delete`) the state `:state(failed)`: the fallback stays. */
  #setFailed(change) {
    try {
      (this.#internals ??= this.attachInternals()).states[change]("failed");
    } catch {
      // CustomStateSet is missing: the reserved room stays.
    }
  }

  #option(name) {
    return this.getAttribute(name) ?? this.#owner().getAttribute(name);
  }

  fail(error, more) {
    const { fatal } = super.fail(error, more);
    if (fatal) this.#setFailed("add");
  }
}

/** Returns which control has the focus and which details are open; nothing where there is neither. */
function captureState(scope, focused) {
  const control = [...scope.querySelectorAll(CONTROLS)].find((each) => each === focused);
  const focus = control && {
    name: control.localName,
    index: [...scope.querySelectorAll(control.localName)].indexOf(control),
  };
  const open = [...scope.querySelectorAll("details")].map((details) => details.open);
  return focus || open.includes(true) ? { focus, open } : undefined;
}

/** Returns the nearest element around `node` that matches, also outside its shadow root. */
function closestAcrossShadow(node, selector) {
  for (let at = node; at; at = at.getRootNode().host) {
    const found = at.closest(selector);
    if (found) return found;
  }
  return undefined;
}

function language(element) {
  return closestAcrossShadow(element, "[lang]")?.lang || "en";
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

function onAddress() {
  for (const element of elements) element.onAddress();
}

addEventListener("hashchange", () => {
  scenarioOwner = undefined;
  onAddress();
});
// Until then the parser may not have brought a model's JSON, which names it.
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", onAddress, { once: true });

// Another version on the page may have been first.
if (!customElements.get("explainer-model")) customElements.define("explainer-model", ExplainerModel);
