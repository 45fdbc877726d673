// Defines <explainer-article>, brings the wasm when an element comes near the window, hands over,
// and starts afresh after a trap. Everything it fetches stands beside this file, or is the story.

const here = new URL(".", import.meta.url).href;
const GLUE = `${here}explainer_article.js`;
const MAX_LENGTH = 8 * 1024 * 1024; // Characters; the native tools allow as many bytes.
const MAX_RESTARTS = 2;

// The only words of the interface that must stand without wasm.
const UNAVAILABLE = {
  en: "This story cannot be shown right now",
  de: "Dieser Artikel kann gerade nicht gezeigt werden",
  fr: "Cet article ne peut pas être affiché pour le moment",
  es: "Este artículo no se puede mostrar en este momento",
  ar: "لا يمكن عرض هذا المقال الآن",
};

const SHELL = `
:host{display:block}
:host([hidden]),[hidden]{display:none}
.skeleton{--bar:light-dark(#e3e6e9,#34393f);box-sizing:border-box;margin-inline:auto;
max-inline-size:var(--explainer-measure,60ch);min-block-size:var(--explainer-skeleton-height,79em);
background:
linear-gradient(var(--bar),var(--bar)) 0 .5rem/92% 2rem,
linear-gradient(var(--bar),var(--bar)) 0 3.25rem/70% 2rem,
linear-gradient(var(--bar),var(--bar)) 0 6.75rem/100% 1rem,
linear-gradient(var(--bar),var(--bar)) 0 8.5rem/84% 1rem,
repeating-linear-gradient(var(--bar) 0 .75rem,transparent .75rem 2rem) 0 15rem/100% 10rem;
background-repeat:no-repeat}
@media (max-width:40rem){.skeleton{min-block-size:var(--explainer-skeleton-height,109em)}}
.notice{border:1px solid;border-radius:.375rem;font:1rem/1.5 system-ui,sans-serif;
margin-block-end:1rem;overflow-wrap:anywhere;padding:.75rem 1rem}
.notice p{margin:0;font-weight:600}`;

const shell = new CSSStyleSheet();
shell.replaceSync(SHELL);
const sheet = new CSSStyleSheet();
const elements = new Set();
let style, compiled, booting, current;
let restarts = 0;
// One story is drawn after the other: each must see the anchors of those before it.
let drawing = Promise.resolve();
let underway; // The element whose story is being drawn.

class Fault extends Error {
  constructor(code, message, mend) {
    super(message);
    this.detail = { code, message, mend, fatal: true, problems: [] };
  }
}

async function fetched(url, code) {
  const mend = `check that ${url} can be reached from this page`;
  const response = await fetch(url).catch((error) => {
    throw new Fault(code, `${url}: ${error.message}`, mend);
  });
  if (!response.ok) throw new Fault(code, `${url}: HTTP ${response.status}`, mend);
  return response;
}

async function compile() {
  const response = await fetched(`${here}explainer_article_bg.wasm`, "wasm-unavailable");
  const spare = response.clone();
  // Fails for a server that does not know the type application/wasm.
  return WebAssembly.compileStreaming(response).catch(async () =>
    WebAssembly.compile(await spare.arrayBuffer()),
  );
}

async function boot() {
  const glue = restarts ? `${GLUE}?${restarts}` : GLUE;
  style ??= fetched(`${here}explainer.css`, "style-unavailable")
    .then((response) => response.text())
    .then((text) => sheet.replace(text));
  compiled ??= compile();
  const [widget, module] = await Promise.all([import(glue), compiled, style]);
  widget.initSync({ module });
  const end = new AbortController();
  widget.start(end.signal);
  current = { widget, end, glue };
  return widget;
}

function load() {
  if (restarts > MAX_RESTARTS) {
    return Promise.reject(new Fault("trap", "the widget has stopped", "reload the page"));
  }
  booting ??= boot().catch((error) => {
    booting = style = compiled = undefined;
    throw error instanceof Fault
      ? error
      : new Fault("wasm-unavailable", String(error), "allow 'wasm-unsafe-eval' in the page's CSP");
  });
  return booting;
}

function parse(text) {
  if (text.length > MAX_LENGTH) {
    throw new Fault("story-too-long", `the story is ${text.length} characters long`, "split it");
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Fault("story-not-json", error.message, "check commas, quotes and brackets there");
  }
}

// A trap is an error thrown from inside the instance at work now. Its stack may be cut short before
// it comes to the glue; where the glue is in it, it must be the one in use.
function isTrap(error) {
  if (!current || error instanceof Fault) return false;
  // In some browsers the stack begins with the message, and that may name a file of ours.
  const places = String(error?.stack).replace(String(error), "");
  const [top, ...below] = places.match(/https?:\/\/[^\s)]+/g) ?? [];
  const glue = below.find((place) => place.startsWith(GLUE));
  return top?.startsWith(`${here}explainer_article`) && (!glue || glue.startsWith(`${current.glue}:`));
}

function create(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

class ExplainerArticle extends HTMLElement {
  static observedAttributes = ["src", "heading-level"];

  #article; // What the property holds, as JSON text.
  #changed; // The source that changed last: it goes before the others.
  #tools;
  #turn = 0;
  #isStale = true;
  #notice = create("div", { className: "notice", hidden: true });
  #skeleton = create("div", { className: "skeleton", hidden: true });
  #near = new IntersectionObserver(
    (entries) => entries.some((entry) => entry.isIntersecting) && this.#start(),
    { rootMargin: "100% 0px" },
  );
  #children = new MutationObserver((records) => this.#onChildren(records));

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [shell];
    const story = create("slot", { name: "article" });
    story.append(create("slot"));
    this.#notice.setAttribute("role", "alert");
    shadow.append(this.#notice, story, this.#skeleton);
    this.addEventListener("explainer-error", (event) => {
      if (event.target === this) this.#report(event.detail);
    });
  }

  get article() {
    return this.#article === undefined ? undefined : JSON.parse(this.#article);
  }

  set article(story) {
    try {
      this.#article = story == null ? undefined : JSON.stringify(story);
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
    if (this.#stands()) this.#adoptStyle();
    if (this.#turn && !this.#isStale) {
      if (!this.#tools) this.#attach();
      return;
    }
    const loading = this.getAttribute("loading");
    if (loading === "eager") {
      this.#start();
    } else if (loading === "interaction" && this.#stands()) {
      for (const sign of ["pointerover", "touchstart", "focusin"]) {
        this.addEventListener(sign, () => this.#start(), { once: true, passive: true });
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

  /** Leaves a trapped instance behind and sets every element to work on a fresh one. */
  static restart(error) {
    current.end.abort();
    current = booting = undefined;
    drawing = Promise.resolve();
    restarts += 1;
    const goesOn = restarts <= MAX_RESTARTS;
    const culprit = underway;
    underway = undefined;
    const mend = goesOn ? "the tools were started again" : "reload the page; the text still reads";
    const [first] = elements;
    (culprit ?? first)?.#tell(
      { code: "trap", message: String(error), mend, fatal: !!culprit, problems: [] },
    );
    for (const element of elements) {
      // Not freed: that would call into the instance that trapped.
      element.#tools?.__destroy_into_raw();
      element.#tools = undefined;
      // A story that traps while it is drawn would trap again, and cost the others their tools.
      if (element === culprit) element.#turn += 1;
      else if (element.ariaBusy) element.#begin();
      if (goesOn && !element.ariaBusy && element.#stands()) element.#attach();
    }
  }

  #onChange(source) {
    // A story that came as HTML gives way only to another story of the page's, never to ours.
    if (this.#standsAsHtml() && !this.#hasSource()) return;
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

  #stands() {
    return this.querySelector(":scope > .explainer-body") !== null;
  }

  #standsAsHtml() {
    return this.querySelector(":scope > .explainer-body:not([slot])") !== null;
  }

  #hasSource() {
    return this.#article !== undefined || this.hasAttribute("src") || this.#script() !== null;
  }

  #script() {
    return this.querySelector(':scope > script[type="application/json"]');
  }

  #hasFallback() {
    return [...this.childNodes].some(
      (node) => node.localName !== "script" && (node.localName || node.data?.trim()),
    );
  }

  async #read() {
    const sources = {
      article: () => this.#article,
      src: async () => {
        const src = this.getAttribute("src");
        if (src === null) return undefined;
        return (await fetched(new URL(src, document.baseURI), "story-unavailable")).text();
      },
      script: () => this.#script()?.textContent,
      bundled: async () =>
        (await fetched(`${here}stories/microsoft-openai.json`, "story-unavailable")).text(),
    };
    for (const source of [this.#changed, "article", "src", "script", "bundled"]) {
      const text = await sources[source]?.();
      if (text !== undefined) return parse(text);
    }
  }

  /** Begins with what the page brought: a story that stands as HTML needs only its tools. */
  async #start() {
    this.#near.disconnect();
    await this.#parsed();
    if ((this.#turn && !this.#isStale) || !this.isConnected) return;
    if (this.#turn || !this.#stands() || this.#article !== undefined) return this.#begin();
    this.#turn = 1;
    this.#isStale = false;
    await this.#attach(true);
  }

  /** Reads the story and shows it; a later call overtakes an earlier one. */
  async #begin() {
    const turn = ++this.#turn;
    this.#isStale = false;
    this.ariaBusy = "true";
    this.#skeleton.hidden = this.#stands() || this.#hasFallback();
    try {
      const [story] = await Promise.all([this.#read(), load()]);
      // Loaded again: a trap may have ended the first one meanwhile.
      const drawn = drawing.then(load).then((widget) => turn === this.#turn && this.#draw(widget, story));
      drawing = drawn.catch(() => {});
      await drawn;
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  /** Waits for children that the parser may still bring; without them another story would show. */
  async #parsed() {
    const isGiven = this.hasAttribute("src") || this.#article !== undefined;
    if (document.readyState !== "loading" || isGiven) return;
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
    underway = undefined;
    this.#detach();
    this.#tools = tools;
    this.#skeleton.hidden = this.#notice.hidden = true;
    this.ariaBusy = null;
    if (!this.isConnected) this.#detach();
  }

  /** Sets the tools to work on a story that stands here; shows it where none does. */
  async #attach(isNew = false) {
    if (!this.#stands()) return this.#begin();
    try {
      const widget = await load();
      if (!this.isConnected || this.#tools) return;
      this.#adoptStyle();
      this.#tools = widget.attach(this, sheet, isNew);
    } catch (error) {
      // The story stands and reads; only its tools are missing.
      this.#fail(error, { fatal: false });
    }
  }

  #detach() {
    const tools = this.#tools;
    this.#tools = undefined;
    tools?.free();
  }

  #adoptStyle() {
    const { adoptedStyleSheets } = this.getRootNode();
    if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
  }

  #fail(error, more) {
    if (isTrap(error)) return ExplainerArticle.restart(error);
    const known = error?.detail ?? (error?.code ? error : undefined);
    this.#tell({ ...(known ?? new Fault("widget", String(error), "report it").detail), ...more });
  }

  #tell(detail) {
    this.dispatchEvent(new CustomEvent("explainer-error", { bubbles: true, composed: true, detail }));
  }

  #report({ fatal, code, message, mend, problems }) {
    if (fatal) {
      this.#skeleton.hidden = true;
      this.ariaBusy = null;
    } else if (!this.hasAttribute("problems")) {
      return;
    }
    const lang = this.closest("[lang]")?.lang.split("-")[0];
    const lines = [`${code}: ${message}; ${mend}`].concat(
      problems.map((problem) => `${problem.path}: ${problem.message}; expected ${problem.expected}; ${problem.mend}`),
    );
    const list = create("ul");
    list.append(...lines.map((textContent) => create("li", { textContent })));
    const more = create("details", { open: this.hasAttribute("problems") });
    more.append(create("summary", { textContent: code }), list);
    const words = create("p", { textContent: UNAVAILABLE[lang] ?? UNAVAILABLE.en });
    this.#notice.replaceChildren(...(fatal ? [words, more] : [more]));
    this.#notice.hidden = false;
  }
}

function onError(event) {
  const error = event.error ?? event.reason;
  if (current && isTrap(error)) ExplainerArticle.restart(error);
}

if (!customElements.get("explainer-article")) {
  addEventListener("error", onError);
  addEventListener("unhandledrejection", onError);
  customElements.define("explainer-article", ExplainerArticle);
}
