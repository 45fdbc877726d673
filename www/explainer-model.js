// Defines <explainer-model>: a mini-model inside a story or alone on a page. Loads the wasm with the
// mini-models, and the module that exports charts and tables.

import { closestAcrossShadow, languageOf } from "./ancestors.js";
import { importAsset } from "./assets.js";
import { captureState, restoreState } from "./control-state.js";
import { reserveHeight, slotOf } from "./fallback.js";
import { instances } from "./instances.js";
import { LazyElement } from "./lazy-element.js";
import { copyTable, formatOf } from "./model-export.js";
import { modelId, readModel } from "./model-source.js";
import { modelsStyle, playerStyle } from "./model-style.js";
import { elements, reveal, takeScenario } from "./scenario.js";

/** @typedef {import("./widget.js").Widget} Widget */

/** Thrown for an error that the story around has reported. */
const ALREADY_REPORTED = Symbol("already reported");

/** @type {import("./instances.js").PartName[]} What plays a model. */
const PARTS = ["shared", "models"];

class ExplainerModel extends LazyElement {
  static observedAttributes = ["src"];

  /** @type {string | undefined} What the property holds, as JSON text. */
  #model;
  /** @type {import("./widget.js").Player | undefined} */
  #player;
  /** @type {HTMLElement | undefined} */
  #root;
  #generation = 0; // Counts the starts, and what ended them.
  /** @type {string | undefined} What to set when the model is rendered, and what the reader has set since. */
  #scenario;
  #mustReveal = false; // Whether the address asks for the model, which is not rendered yet.
  /** @type {(() => void) | undefined} Lets the next element render. */
  #finishRender;
  /** @type {import("./control-state.js").ControlState | undefined} Of the controls that were taken away. */
  #savedState;
  /** @type {ElementInternals | undefined} */
  #internals;
  /** @type {IntersectionObserver | undefined} Keeps the fallback's height until the reader looks elsewhere. */
  #heightObserver;
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

  /** @param {string | null | undefined} scenario */
  set scenario(scenario) {
    this.#scenario = String(scenario ?? "");
    if (!this.#player) return;
    this.#player.scenario = this.#scenario;
    // As far as it was possible.
    this.#scenario = this.#player.scenario;
  }

  constructor() {
    super();
    this.addEventListener("click", (event) => this.#onClick(event));
    this.addEventListener("explainer-model-change", (event) => {
      if (event.target === this) this.#scenario = /** @type {CustomEvent} */ (event).detail.scenario;
    });
  }

  connectedCallback() {
    // It comes onto the page again there.
    if (this.adoptOrphan(".explainer-still")) return;
    this.upgrade("model");
    this.upgrade("scenario");
    elements.add(this);
    // Of a page that was saved with its shadow roots.
    if (!this.#generation) this.shadowRoot?.replaceChildren();
    // The fallback's; it stands without.
    modelsStyle.adopt(this, "--_model-style", this.#owner()).catch(() => {});
    const loading = this.#option("loading");
    if (this.#player || loading === "never") return;
    const isReadable = this.#owner() === this && !!this.querySelector(":scope > :not(script)");
    const isAskedFor = this.#takeScenario() || this.#owner().hasAttribute("problems");
    this.startWhen(loading, isAskedFor, isReadable);
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
      // The wasm is on its way while the model is.
      this.load(...PARTS).catch(() => {});
      const json = await readModel(this, this.#model);
      const render = (/** @type {Widget} */ widget) => generation === this.#generation && this.#render(widget, json);
      await instances.enqueue(this, PARTS, render);
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
    const shadow = this.shadowRoot;
    if (!shadow) return;
    if (this.#root) this.#savedState = captureState(this.#root, shadow.activeElement) ?? this.#savedState;
    this.#root?.remove();
    this.#root = undefined;
    slotOf(shadow).hidden = false;
  }

  /**
   * Starts on a fresh instance after a trap, as the reader had set the model.
   *
   * @param {boolean} isCulprit
   * @param {boolean} gaveUp
   */
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

  /** @param {import("./instances.js").PartName[]} parts */
  async load(...parts) {
    const owner = this.#owner();
    try {
      const [widget] = await Promise.all([this.loadParts(parts, owner), playerStyle.load(owner)]);
      return widget;
    } catch (error) {
      // The story around loads the same files, and reports those that do not come.
      throw owner === this ? error : ALREADY_REPORTED;
    }
  }

  /**
   * @param {Widget} widget
   * @param {string} json
   */
  #render(widget, json) {
    if (!this.isConnected) return;
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [playerStyle.sheet];
    const slot = slotOf(shadow);
    const root = document.createElement("div");
    root.className = "explainer-island";
    shadow.append(root);
    this.#root = root;
    const isRtl = getComputedStyle(this).direction === "rtl";
    const scenario = this.#scenario ?? "";
    return new Promise((/** @type {(value?: unknown) => void} */ resolve, reject) => {
      this.#finishRender = resolve;
      const onRendered = () => {
        if (root === this.#root && !slot.hidden) this.#replaceFallback(root, slot);
        resolve();
      };
      widget.play(this, root, json, scenario, languageOf(this), isRtl, onRendered).then(
        (player) => this.#onPlayer(player, root, scenario),
        (error) => {
          reject(error);
          if (root === this.#root) this.stop();
        },
      );
    });
  }

  /**
   * Keeps the player, unless the model has been stopped meanwhile.
   *
   * @param {import("./widget.js").Player} player
   * @param {HTMLElement} root
   * @param {string} scenario What it was begun with.
   */
  #onPlayer(player, root, scenario) {
    if (root !== this.#root) {
      player.free();
      return;
    }
    this.#player = player;
    // The page may have set another when it heard that the model is ready.
    if ((this.#scenario ?? "") !== scenario) this.scenario = this.#scenario;
    // As far as it was possible.
    else this.#scenario = player.scenario;
  }

  /**
   * Shows the model in place of the fallback, with focus and open details as the reader had them.
   *
   * @param {HTMLElement} root
   * @param {HTMLSlotElement} slot
   */
  #replaceFallback(root, slot) {
    const { height } = this.getBoundingClientRect();
    const { activeElement } = /** @type {Document | ShadowRoot} */ (this.getRootNode());
    const state = this.#savedState ?? captureState(this, activeElement);
    this.#savedState = undefined;
    slot.hidden = true;
    root.hidden = false;
    restoreState(root, state);
    this.#heightObserver = reserveHeight(this, root, height);
    this.#size.observe(root);
    if (this.#mustReveal) this.#reveal();
  }

  /** Returns whether the page's address names this model and no other has taken it; keeps its scenario. */
  #takeScenario() {
    const scenario = takeScenario(this, () => this.#id());
    if (scenario === undefined) return false;
    this.#mustReveal = true;
    this.#scenario = scenario;
    return true;
  }

  #id() {
    return modelId(this, this.#model);
  }

  #reveal() {
    this.#mustReveal = false;
    reveal(this);
  }

  /** @param {Event} event */
  async #onClick(event) {
    const shadow = this.shadowRoot;
    const format = formatOf(event, shadow);
    if (!shadow || !format) return;
    const own = () => import("./explainer-picture.js");
    const exporter = importAsset(this.#owner(), "explainer-picture.js", own, "picture-unavailable");
    try {
      const name = this.#id() ?? "model";
      if (format === "table") await copyTable(shadow, exporter, (isCopied) => this.#player?.tellCopied(isCopied));
      else if (format === "csv") (await exporter).saveTable(shadow, name);
      else await (await exporter).savePicture(shadow, name, format);
    } catch (error) {
      this.fail(error, { fatal: false });
    }
  }

  /** Returns the element whose attributes say where the files are: the story around, if there is one. */
  #owner() {
    return closestAcrossShadow(this, "explainer-article") ?? this;
  }

  /**
   * Sets (`add`) or removes (`delete`) the state `:state(failed)`: the fallback stays.
   *
   * @param {"add" | "delete"} change
   */
  #setFailed(change) {
    try {
      (this.#internals ??= this.attachInternals()).states[change]("failed");
    } catch {
      // CustomStateSet is missing: the reserved room stays.
    }
  }

  /** @param {string} name */
  #option(name) {
    return this.getAttribute(name) ?? this.#owner().getAttribute(name);
  }

  /** @type {LazyElement["fail"]} */
  fail(error, more) {
    const detail = super.fail(error, more);
    if (detail.fatal) this.#setFailed("add");
    return detail;
  }
}

// Another version on the page may have been first.
if (!customElements.get("explainer-model")) customElements.define("explainer-model", ExplainerModel);
