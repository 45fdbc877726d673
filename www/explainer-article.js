// Defines <explainer-article>: finds its story, brings the widget when the element comes near the
// window, hands over, and starts afresh after a trap.

import { Fault, fetched } from "./fault.js";
import { bring, load as loadSmall, pause, place, sheet as smallSheet, stopped } from "./loader.js";

const PATIENCE = 1e4; // Milliseconds until the page hears that the files are slow.

/** Styles the host's own shadow root until the story stands. */
const shell = new CSSStyleSheet();
shell.replaceSync(`
:host{display:block}
:host([hidden]),[hidden]{display:none}
.skeleton{margin:auto;opacity:.12;
max-inline-size:var(--explainer-measure,60ch);
min-block-size:var(--explainer-skeleton-height,max(79em,147em - 171vw));
background:repeating-linear-gradient(currentColor 0 1rem,#0000 0 2rem) 0/100% 15rem no-repeat}`);

const elements = new Set();
// One story is drawn after the other: each must see the anchors of those before it.
let drawing = Promise.resolve();
let underway; // The element whose story is being drawn.
let trap, isOver; // What ended the last instance, and whether there will be no other.
// explainer-model.js has its own, which bring the mini-models, too.
let load = loadSmall;
let sheet = smallSheet;

function create(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

/** Returns whether a story has mini-models, which need the larger wasm. */
function hasModels(story) {
  try {
    return JSON.parse(story).models?.length > 0;
  } catch {
    // The widget says what is wrong with the text.
    return false;
  }
}

class ExplainerArticle extends HTMLElement {
  static observedAttributes = ["src", "heading-level"];

  #article; // What the property holds, as JSON text.
  #changed; // The source that changed last: it goes before the others.
  #tools;
  #turn = 0;
  #isStale = true;
  #isNew = false; // A story that stands and that the page has not heard of.
  #notice = create("div", { role: "alert", hidden: true });
  #skeleton = create("div", { className: "skeleton", hidden: true });
  #near = new IntersectionObserver(
    (entries) => entries.some((entry) => entry.isIntersecting) && this.#start(),
    { rootMargin: "100% 0px" },
  );
  #children = new MutationObserver((records) => this.#onChildren(records));

  constructor() {
    super();
    this.addEventListener("explainer-error", (event) => {
      if (event.target === this) this.#report(event.detail);
    });
  }

  get article() {
    return this.#article && JSON.parse(this.#article);
  }

  set article(story) {
    try {
      // A function has no JSON at all.
      this.#article = story == null ? undefined : JSON.stringify(story).trim();
    } catch (error) {
      this.#fail(new Fault("story-not-json", error.message, "set a plain object"));
      return;
    }
    this.#onChange("article");
  }

  connectedCallback() {
    if (Object.hasOwn(this, "article")) {
      const { article } = this;
      delete this.article;
      this.article = article;
    }
    elements.add(this);
    this.#watchChildren();
    if (this.#tools) this.#adoptStyle();
    if (!this.#stands()) this.#openShell();
    // What its attributes say at first is the story that stands.
    else if (!this.#turn) this.#changed = undefined;
    if (this.#turn && !this.#isStale) {
      if (!this.#tools) this.#attach();
      return;
    }
    const loading = this.getAttribute("loading");
    if (loading === "never") return;
    // A link to a scenario asks for a model that the story may hold, however far below.
    if (loading === "eager" || /#scenario:/.test(location)) {
      this.#start();
    } else if (loading === "interaction" && this.#stands()) {
      for (const sign of ["pointerover", "focusin"]) {
        this.addEventListener(sign, () => this.#start(), { once: true });
      }
    } else {
      this.#skeleton.hidden = this.#stands() || this.#hasFallback();
      this.#near.observe(this);
    }
  }

  disconnectedCallback() {
    // A move takes an element out and puts it in again before this runs.
    queueMicrotask(() => {
      if (this.isConnected) return;
      elements.delete(this);
      this.#near.disconnect();
      this.#children.disconnect();
      this.#detach();
    });
  }

  attributeChangedCallback(name, before, after) {
    if (before !== after) this.#onChange(name);
  }

  /** Notes what ended the instance at once; the rest waits until its frames have left the stack. */
  static #onTrap(...found) {
    [trap, isOver] = found;
    queueMicrotask(ExplainerArticle.#restart);
  }

  /** Sets every element at work to work on a fresh instance. */
  static #restart() {
    drawing = Promise.resolve();
    const culprit = underway;
    underway = undefined;
    const [first] = elements;
    (culprit ?? first)?.#fail(stopped(trap), { fatal: !!culprit });
    for (const element of elements) {
      element.#detach();
      // A story that traps while it is drawn would trap again, and cost the others their tools.
      if (element === culprit) element.#turn += 1;
      else if (element.ariaBusy) element.#begin();
      if (element.#turn && !isOver && !element.ariaBusy && element.#stands()) element.#attach();
    }
  }

  /** Opens the shadow root, late: with one, the browser lays a story that stands out again. */
  #openShell() {
    if (this.shadowRoot) return;
    const shadow = this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [shell];
    const story = create("slot", { name: "article" });
    story.append(create("slot"));
    shadow.append(this.#notice, story, this.#skeleton);
  }

  #onChange(source) {
    // A story that came as HTML gives way only to another story of the page's, never to ours.
    if (this.#stands(":not([slot])") && !this.#hasSource()) return;
    if (source !== "heading-level") this.#changed = source;
    this.#isStale = true;
    if (this.isConnected && this.#turn) this.#begin();
  }

  #watchChildren() {
    this.#children.observe(this, { childList: true });
    const script = this.#script();
    if (script) this.#children.observe(script, { childList: true, characterData: true, subtree: true });
  }

  #onChildren(records) {
    const touches = ({ target, addedNodes, removedNodes }) =>
      target !== this ||
      [...addedNodes, ...removedNodes].some(({ type }) => type === "application/json");
    if (records.some(touches)) {
      this.#watchChildren();
      this.#onChange("script");
    }
  }

  #stands(as = "") {
    return !!this.#child(`.explainer-body${as}`);
  }

  #child(selector) {
    return this.querySelector(`:scope > ${selector}`);
  }

  #hasSource() {
    return this.#article || this.hasAttribute("src") || this.#script();
  }

  #script() {
    return this.#child('script[type="application/json"]');
  }

  #hasFallback() {
    return [...this.childNodes].some(
      // A comment has no local name.
      ({ nodeType, data, localName = "script" }) => (nodeType === 3 ? data.trim() : localName !== "script"),
    );
  }

  /** Returns the story's JSON. */
  async #read() {
    const get = async (url) => (await fetched(url, "story-unavailable")).text();
    const src = this.getAttribute("src");
    const sources = {
      article: () => this.#article,
      src: () => (src === null ? undefined : get(src)),
      script: () => this.#script()?.textContent,
      bundled: () => get(place(this, "microsoft-openai.json", new URL("./microsoft-openai.json", import.meta.url))),
    };
    for (const source of [this.#changed, ...Object.keys(sources)]) {
      const text = await sources[source]?.();
      if (text !== undefined) return text;
    }
  }

  /** Begins with what the page brought: a story that stands as HTML needs only its tools. */
  async #start() {
    this.#near.disconnect();
    await this.#parsed();
    if (this.#stands()) this.#skeleton.hidden = true;
    if ((this.#turn && !this.#isStale) || !this.isConnected) return;
    if (this.#turn || !this.#stands() || this.#article || this.#changed) return this.#begin();
    this.#turn = 1;
    this.#isStale = false;
    this.#isNew = true;
    await this.#attach();
  }

  /** Reads the story and shows it; a later call overtakes an earlier one. */
  async #begin() {
    const turn = ++this.#turn;
    this.#isStale = false;
    this.ariaBusy = "true";
    this.#openShell();
    this.#skeleton.hidden = this.#stands() || this.#hasFallback();
    try {
      const story = await this.#read();
      if (hasModels(story)) await this.#bringModels();
      await this.#load();
      // Loaded again: a trap may have ended the first one meanwhile.
      const drawn = drawing.then(() => this.#load()).then((widget) => turn === this.#turn && this.#draw(widget, story));
      drawing = drawn.catch(() => {});
      await drawn;
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  /** Waits for children that the parser may still bring; without them another story would show. */
  async #parsed() {
    if (document.readyState !== "loading" || this.hasAttribute("src") || this.#article) return;
    await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
  }

  #draw(widget, story) {
    if (!this.isConnected) {
      this.#isStale = true;
      return;
    }
    this.#adoptStyle();
    const level = Number(this.getAttribute("heading-level") ?? 1);
    underway = this;
    return new Promise((resolve) => {
      widget.show(this, sheet, story, level, (tools) => resolve(this.#onShown(tools)));
    }).finally(() => {
      if (underway === this) underway = undefined;
    });
  }

  #onShown(tools) {
    this.#detach();
    this.#tools = tools;
    this.#skeleton.hidden = this.#notice.hidden = true;
    this.#isNew = false;
    this.ariaBusy = null;
    if (!this.isConnected) this.#detach();
  }

  /** Sets the tools to work on a story that stands here; shows it where none does. */
  async #attach() {
    try {
      if (this.querySelector("explainer-model")) await this.#bringModels();
      const widget = await this.#load();
      if (!this.#stands()) return this.#begin();
      if (!this.isConnected || this.#tools) return;
      this.#adoptStyle();
      const tools = (this.#tools = widget.attach(this, sheet));
      await pause();
      if (tools !== this.#tools) return;
      tools.begin(this.#isNew);
      this.#isNew = false;
    } catch (error) {
      // The story stands and reads; only its tools are missing.
      this.#fail(error, { fatal: false });
    }
  }

  /** Brings what the mini-models need; without it each stands as its fallback. */
  async #bringModels() {
    const own = () => import("./explainer-model.js");
    try {
      ({ load, sheet } = await bring(this, "explainer-model.js", own, "models-unavailable"));
    } catch (error) {
      this.#fail(error, { fatal: false });
    }
  }

  /** Brings the widget; tells the page when that takes long, and goes on. */
  async #load() {
    const slow = new Fault("slow", "still loading", "compress the files");
    const timer = setTimeout(() => this.#fail(slow, { fatal: false }), PATIENCE);
    try {
      return await load(this, ExplainerArticle.#onTrap);
    } finally {
      clearTimeout(timer);
    }
  }

  #detach() {
    const tools = this.#tools;
    this.#tools = undefined;
    tools?.free();
  }

  #adoptStyle() {
    // A page that links the style sheet has it already.
    if (getComputedStyle(this).getPropertyValue("--_measure")) return;
    this.getRootNode().adoptedStyleSheets.push(sheet);
  }

  #fail(error, more) {
    // What a trap cost was told and mended.
    if (error === trap) return;
    const known = error?.help ? error : (error?.detail ?? new Fault("widget", String(error), "report it").detail);
    const detail = { ...known, ...more };
    this.dispatchEvent(new CustomEvent("explainer-error", { bubbles: true, composed: true, detail }));
  }

  async #report(detail) {
    if (detail.fatal) {
      this.#skeleton.hidden = true;
      this.ariaBusy = null;
    } else if (!this.hasAttribute("problems")) {
      return;
    }
    const turn = this.#turn;
    const { say } = await bring(this, "explainer-notice.js", () => import("./explainer-notice.js")).catch(() => ({}));
    if (turn !== this.#turn) return;
    this.#openShell();
    this.#notice.textContent = detail.message;
    say?.(this.#notice, this, detail);
    this.#notice.hidden = false;
  }
}

// Another version on the page may have been first.
if (!customElements.get("explainer-article")) {
  customElements.define("explainer-article", ExplainerArticle);
}
