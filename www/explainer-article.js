// Defines <explainer-article>: finds its story, loads the widget when the element comes near the
// window, and has the widget render the story or attach its tools.

import { loadStyles, toolsSheet } from "./article-style.js";
import { fetchText, importAsset } from "./assets.js";
import { EarlyControls } from "./early-controls.js";
import { WidgetError } from "./errors.js";
import { instances, nextTask } from "./instances.js";
import { LazyElement } from "./lazy-element.js";
import { attachShell, create } from "./shell.js";
import { hasSource, missingStory, readStory, storyScript, takenId } from "./story-source.js";
import { importPosts, loadStoryTools, withGlossary } from "./story-tools.js";

const BODY = ".explainer-body";
const SLOW_AFTER_MS = 10_000;
/** How long a page may take to set the story. */
const MISSING_AFTER_MS = 3000;
/** @type {import("./instances.js").PartName[]} What renders a story. */
const STORY_PARTS = ["shared", "story"];
/** @type {import("./instances.js").PartName[]} What renders a story with images, tables and the like. */
const ALL_PARTS = [...STORY_PARTS, "elements"];
/** What such a story has in its JSON, and no other: their kinds, and the fields that they alone have. */
const ELEMENTS =
  /"(kind"\s*:\s*"(verse|code|divider|image|gallery|video|audio|embed|table|related|pullquote|aside|qanda|views)"|(lead|posts|changes|method|references|footnote|cite)"\s*:)/;
const hasElements = (/** @type {string | undefined} */ story) => !!story && ELEMENTS.test(story);

const pageLanguage = document.documentElement.lang;

/** @typedef {import("./widget.js").Tools} Tools */
/** @typedef {import("./widget.js").Widget} Widget */
/** @typedef {import("./story-source.js").Source} Source */

class ExplainerArticle extends LazyElement {
  static observedAttributes = ["src", "heading-level", "article", "demo", "glossary"];

  /** @type {string | undefined} What the property holds, as JSON text. */
  #article;
  /** @type {Source | undefined} The source that changed last: it goes before the others. */
  #changed;
  /** @type {Tools | undefined} */
  #tools;
  #generation = 0; // Counts the stories that were begun; 0 before the start.
  #isStale = true;
  #isMissed = false; // Whether the page has been told that there is no story.
  #isNew = false; // A prerendered story that the page has not heard of.
  #notice = create("div", { role: "alert", hidden: true });
  #skeleton = create("div", { className: "skeleton", hidden: true });
  /** @type {string | undefined} What the script inside holds. */
  #json;
  #children = new MutationObserver(() => this.#onChildren());
  #language = new MutationObserver(() => this.#onPageLanguage());
  #early = new EarlyControls(this);

  constructor() {
    super();
    this.addEventListener("click", (event) => {
      if (!this.#tools && this.#early.keep(event)) this.start();
    });
    this.addEventListener("explainer-error", (event) => {
      const { detail } = /** @type {CustomEvent} */ (event);
      // Of a model in a definition, too.
      const [origin] = /** @type {Element[]} */ (event.composedPath());
      if (origin === this) this.#report(detail);
      // Its fallback stands; the story is untouched.
      else this.#report({ ...detail, fatal: false, message: `${origin.getAttribute("model")}: ${detail.message}` });
    });
  }

  get article() {
    return this.#article && JSON.parse(this.#article);
  }

  set article(story) {
    this.setJson(story, "story-not-json", (json) => {
      this.#article = json;
      this.onChange("article");
    });
  }

  /**
   * Fetches the story at `src` again and offers the posts that are new in it: they wait behind a button, and nothing
   * moves before the reader presses it. Returns how many there are. Fails as `fetch` does.
   */
  async refresh() {
    const [src, body] = [this.getAttribute("src"), this.querySelector(BODY)];
    if (!src || !body) return 0;
    const story = await fetchText(src, "story-unavailable", { cache: "no-cache" });
    const { offerPosts } = await importPosts(this);
    return offerPosts(body, story, () => this.#begin(story));
  }

  connectedCallback() {
    // It comes onto the page again there.
    if (this.adoptOrphan(BODY)) return;
    this.upgrade("article");
    this.#watchChildren();
    this.#language.observe(document.documentElement, { attributeFilter: ["lang"] });
    if (this.#tools) loadStyles(this).catch(() => {});
    if (!this.#hasStory()) this.#attachShadow();
    // Attributes present at upgrade describe the prerendered story; they are no change.
    else if (!this.#generation) this.#changed = undefined;
    if (!this.#isStale) {
      this.#attach();
      return;
    }
    const loading = this.getAttribute("loading");
    if (loading === "never") return;
    this.#early.show();
    this.#showSkeleton();
    // A link to a scenario asks for a model that the story may hold, however far below.
    this.startWhen(loading, /^#scenario[_:]/.test(location.hash), this.#hasStory());
  }

  /** Shows the skeleton where there is nothing to read yet. */
  #showSkeleton() {
    this.#skeleton.hidden = this.#hasContent();
  }

  /** A translator changes the page's language: the words of the tools follow it, and go back. */
  #onPageLanguage() {
    const { lang } = document.documentElement;
    if (lang === pageLanguage) this.removeAttribute("data-explainer-lang");
    else this.setAttribute("data-explainer-lang", lang);
    if (!this.#tools) return;
    this.#detach();
    this.#attach();
  }

  onRemoved() {
    this.#children.disconnect();
    this.#language.disconnect();
    this.#detach();
  }

  /**
   * Attaches the tools of a fresh instance after a trap.
   *
   * @param {boolean} isCulprit
   * @param {boolean} gaveUp
   */
  onRestart(isCulprit, gaveUp) {
    this.#detach();
    // A story that traps while it is rendered would trap again, and cost the others their tools.
    if (isCulprit) this.#generation += 1;
    if (this.ariaBusy) this.#begin();
    else if (!gaveUp && this.#hasStory()) this.#attach();
  }

  /** Late: attaching a shadow root lays a prerendered story out again. */
  #attachShadow() {
    attachShell(this, this.#notice, this.#skeleton);
  }

  /**
   * Notes that a source of the story, or the heading level, has changed.
   *
   * @param {string} source A source, "heading-level" or "glossary".
   */
  onChange(source) {
    // A prerendered story is replaced only by one that the page supplies.
    if (this.#hasStory(":not([slot])") && !hasSource(this, this.#article)) return;
    if (source !== "heading-level" && source !== "glossary") this.#changed = /** @type {Source} */ (source);
    this.#isStale = true;
    if (this.isConnected && this.#generation) this.#begin();
  }

  /** Watches the JSON inside the element; the parser, or a page, may bring it later. */
  #watchChildren() {
    const script = storyScript(this);
    this.#children.observe(this, { childList: true });
    if (script) this.#children.observe(script, { childList: true, characterData: true, subtree: true });
    this.#json = script?.textContent;
  }

  #onChildren() {
    const before = this.#json;
    this.#watchChildren();
    if (this.#json !== before) this.onChange("script");
    // It was begun without a story, and the page brings one as HTML.
    if (this.#isStale && this.#generation && this.#hasStory()) {
      this.#generation = 0;
      this.start();
    }
  }

  #hasStory(as = "") {
    return !!this.#child(BODY + as);
  }

  /** @param {string} selector */
  #child(selector) {
    return this.querySelector(`:scope > ${selector}`);
  }

  /** Returns whether there is something to read: a story, or what is shown in place of one. */
  #hasContent() {
    const isText = (/** @type {Node} */ node) => node instanceof Text && node.data.trim();
    return !!this.#child(":not(script)") || [...this.childNodes].some(isText);
  }

  /** Starts with what is on the page: a prerendered story needs only its tools. */
  async start() {
    this.unobserve();
    // Without the children that the parser may still bring, another story would show.
    if (!this.hasAttribute("src") && !this.#article) await this.parsed();
    if (this.adoptOrphan(BODY)) return;
    this.#early.show();
    this.#showSkeleton();
    if (!this.#isStale || !this.isConnected) return;
    if (this.#generation || !this.#hasStory() || this.#article || this.#changed) return this.#begin();
    this.#generation = 1;
    this.#isStale = false;
    this.#isNew = true;
    await this.#attach();
  }

  /**
   * Reads the story and renders it; a later call overtakes an earlier one.
   *
   * @param {string} [fetched] The story, where it is there already.
   */
  async #begin(fetched) {
    const generation = ++this.#generation;
    if (!hasSource(this, this.#article)) {
      this.ariaBusy = null;
      setTimeout(() => generation === this.#generation && !this.#hasStory() && this.#miss(), MISSING_AFTER_MS);
      return;
    }
    this.#isStale = false;
    this.ariaBusy = "true";
    this.#attachShadow();
    this.#showSkeleton();
    try {
      // The wasm is on its way while the story is.
      this.load(...STORY_PARTS).catch(() => {});
      const story = await withGlossary(this, fetched ?? (await readStory(this, this.#article, this.#changed)));
      const render = (/** @type {Widget} */ widget) => generation === this.#generation && this.#render(widget, story);
      const parts = hasElements(story) ? ALL_PARTS : STORY_PARTS;
      await instances.enqueue(this, parts, render);
    } catch (error) {
      if (generation === this.#generation) this.fail(error);
    }
  }

  /** Tells the page, once, that nobody has said which story. */
  #miss() {
    if (this.#isMissed || !this.isConnected) return;
    this.#isMissed = true;
    this.fail(missingStory(this));
  }

  /**
   * @param {Widget} widget
   * @param {string} [story]
   */
  #render(widget, story) {
    if (!this.isConnected) {
      this.#isStale = true;
      return;
    }
    const level = Number(this.getAttribute("heading-level") ?? 1);
    return new Promise((/** @type {(value?: unknown) => void} */ resolve, reject) => {
      const onRendered = (/** @type {Tools | undefined} */ tools) => resolve(this.#onRendered(tools));
      widget.show(this, toolsSheet, story, level, hasElements(story), onRendered).catch(reject);
    });
  }

  /** @param {Tools} [tools] */
  #onRendered(tools) {
    this.#detach();
    this.#tools = tools;
    this.#skeleton.hidden = this.#notice.hidden = true;
    this.#notice.replaceChildren();
    this.#isNew = false;
    this.ariaBusy = null;
    if (!this.isConnected) return this.#detach();
    loadStoryTools(this, this.querySelector(BODY));
  }

  /** Attaches the tools to the story in the page; renders the story if there is none. */
  async #attach() {
    try {
      loadStoryTools(this, this.querySelector(BODY));
      const widget = await this.load();
      if (!this.#hasStory()) return this.#begin();
      if (!this.isConnected || this.#tools) return;
      const tools = (this.#tools = widget.attach(this, toolsSheet));
      this.#early.press();
      await nextTask();
      if (tools !== this.#tools) return;
      // Another story may be on its way.
      tools.begin(this.#isNew && !this.ariaBusy);
      const taken = this.#isNew && takenId(this);
      if (taken) this.fail(taken, { fatal: false });
      this.#isNew = false;
    } catch (error) {
      // The story is there and reads; only its tools are missing. A trap has been reported.
      this.#early.show(false);
      if (!instances.isTrap(error)) this.fail(error, { fatal: false });
    }
  }

  /**
   * Loads the widget; tells the page when that takes long, and goes on.
   *
   * @param {import("./instances.js").PartName[]} parts
   */
  async load(...parts) {
    const timer = setTimeout(() => {
      this.fail(new WidgetError("slow", "still loading", "compress the files"), { fatal: false });
    }, SLOW_AFTER_MS);
    try {
      const [widget] = await Promise.all([this.loadParts(parts), loadStyles(this)]);
      return widget;
    } finally {
      clearTimeout(timer);
    }
  }

  #detach() {
    const tools = this.#tools;
    this.#tools = undefined;
    tools?.free();
  }

  /** @param {import("./errors.js").ErrorDetail} detail */
  async #report(detail) {
    if (detail.fatal) {
      this.#skeleton.hidden = true;
      this.ariaBusy = null;
    } else if (!this.hasAttribute("problems")) {
      return;
    }
    const generation = this.#generation;
    const notice = await importAsset(this, "explainer-notice.js", () => import("./explainer-notice.js")).catch(
      () => {},
    );
    if (generation !== this.#generation) return;
    this.#attachShadow();
    if (notice) notice.say(this.#notice, this, detail);
    else this.#notice.append(detail.message);
    this.#notice.hidden = false;
  }
}

// Another version on the page may have been first.
if (!customElements.get("explainer-article")) {
  customElements.define("explainer-article", ExplainerArticle);
}
