// One wasm for all elements of a page: its parts, its instance, the order in which the elements render,
// and a fresh instance after a trap.

import { assetUrl, fetchOk, importAsset } from "./assets.js";
import { WidgetError } from "./errors.js";

const MAX_RESTARTS = 2;

/** The main part, and those that are loaded when they are needed. Written so that bundlers see the files. */
const WASM = {
  main: file("explainer_article_bg.wasm", new URL("./explainer_article_bg.wasm", import.meta.url)),
  shared: file("explainer_shared.wasm", new URL("./explainer_shared.wasm", import.meta.url)),
  story: file("explainer_story.wasm", new URL("./explainer_story.wasm", import.meta.url)),
  elements: file("explainer_elements.wasm", new URL("./explainer_elements.wasm", import.meta.url)),
  models: file("explainer_models.wasm", new URL("./explainer_models.wasm", import.meta.url)),
};

/**
 * @param {string} name Where the page says where the files are.
 * @param {URL} own Else.
 */
function file(name, own) {
  return { name, own };
}

/** Lets the browser handle input and paint: what comes next is a task of its own. */
export const nextTask = () => new Promise((resolve) => setTimeout(resolve));

/**
 * Returns a module and those that it carries: what more than one part uses.
 *
 * @param {WebAssembly.Module} module
 */
async function withChunks(module) {
  const chunks = WebAssembly.Module.customSections(module, "chunk").map((bytes) => WebAssembly.compile(bytes));
  return [module, ...(await Promise.all(chunks))];
}

/** @typedef {import("./widget.js").Widget} Widget */
/** @typedef {import("./widget.js").PartName} PartName */

/**
 * An element that uses an instance. `onRestart` is called when a fresh instance can be loaded after a trap,
 * or none any more.
 *
 * @typedef {HTMLElement & {
 *   load(...parts: PartName[]): Promise<Widget>,
 *   fail(error: unknown, more?: object): void,
 *   onRestart(isCulprit: boolean, gaveUp: boolean): void,
 * }} InstanceUser
 */

/** Returns what keeps the instances of the wasm, one at a time. */
function createInstances() {
  /** @type {Set<InstanceUser>} */
  const elements = new Set();
  let restarts = 0;
  /** @type {Promise<unknown>} */
  let queue = Promise.resolve();
  /** @type {Partial<Record<keyof typeof WASM, Promise<WebAssembly.Module>>>} */
  const modules = {};
  const parts = /** @type {import("./widget.js").Parts} */ ({});
  /** @type {Promise<Widget> | undefined} */
  let running;
  /** @type {InstanceUser | undefined} The element that is being rendered. */
  let rendering;
  /** @type {unknown} What ended the last instance. */
  let trap;

  /** @param {Element} owner */
  async function start(owner) {
    checkPolicy();
    const [{ default: instantiate }, main] = await Promise.all([
      importAsset(owner, "explainer_article.js", () => import("./explainer_article.js"), "glue-unavailable"),
      compile(owner, "main"),
    ]);
    const widget = instantiate(main, parts, onTrap);
    await nextTask();
    return widget;
  }

  /**
   * Compiles a part, once.
   *
   * @param {Element} owner
   * @param {keyof typeof WASM} name
   */
  async function compile(owner, name) {
    try {
      return await (modules[name] ??= fetchModule(wasmUrl(owner, name), WASM_INTEGRITY[name]));
    } catch (error) {
      delete modules[name];
      throw error;
    }
  }

  /** @param {unknown} error */
  function onTrap(error) {
    const culprit = rendering;
    const gaveUp = ++restarts > MAX_RESTARTS;
    trap = error;
    running = rendering = undefined;
    queue = Promise.resolve();
    // Once the frames of the old instance have left the stack.
    queueMicrotask(() => {
      const [first] = elements;
      (culprit ?? first)?.fail(trapError(error), { fatal: !!culprit });
      for (const element of elements) element.onRestart(element === culprit, gaveUp);
    });
  }

  return {
    /**
     * Returns the widget's functions for `element` when the main part and `names` are there; the first
     * `owner` says where the files are.
     *
     * @param {InstanceUser} element
     * @param {Element} owner
     * @param {PartName[]} names
     */
    async load(element, owner, names) {
      // An element that has left meanwhile would be kept for ever.
      if (element.isConnected) elements.add(element);
      if (restarts > MAX_RESTARTS) throw trapError(trap);
      running ??= start(owner).catch((error) => {
        running = undefined;
        throw error;
      });
      const loadPart = async (/** @type {PartName} */ name) => {
        parts[name] ??= await withChunks(await compile(owner, name));
      };
      const [widget] = await Promise.all([running, ...names.map(loadPart)]);
      return widget;
    },

    /**
     * Forgets an element that has left the page.
     *
     * @param {InstanceUser} element
     */
    forget: (element) => elements.delete(element),

    /**
     * Returns whether `error` ended the last instance; every element has been told.
     *
     * @param {unknown} error
     */
    isTrap: (error) => error === trap,

    /**
     * Renders one element after the other: each sees the anchors of those before it, and of a trap it is
     * known whose it was. `render` is called with the widget's functions when it is this element's turn.
     *
     * @param {InstanceUser} element
     * @param {PartName[]} names The parts that it needs.
     * @param {(widget: Widget) => unknown} render
     */
    async enqueue(element, names, render) {
      await element.load(...names);
      const done = queue
        // Loaded again: a trap may have ended that instance meanwhile.
        .then(() => element.load(...names))
        .then((widget) => {
          rendering = element;
          return render(widget);
        })
        .finally(() => {
          if (rendering === element) rendering = undefined;
        });
      queue = done.catch(() => {});
      return done;
    },
  };
}

/** @param {unknown} cause */
const trapError = (cause) => new WidgetError("trap", String(cause), "reload the page");

/** Compiles the smallest module there is, before the wasm is downloaded in vain. */
function checkPolicy() {
  try {
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch (error) {
    throw new WidgetError(
      "wasm-blocked",
      String(error),
      "allow 'wasm-unsafe-eval' in the CSP or set loading=\"never\"",
    );
  }
}

/**
 * Returns the URL of a part: what the attribute `wasm-url` says of the main part, and beside it.
 *
 * @param {Element} owner
 * @param {keyof typeof WASM} part
 */
function wasmUrl(owner, part) {
  const { name, own } = WASM[part];
  const main = owner.getAttribute("wasm-url");
  if (main === null) return assetUrl(owner, name, own);
  return part === "main" ? main : new URL(name, new URL(main, document.baseURI));
}

/**
 * @param {string | URL} url
 * @param {string} [integrity]
 */
async function fetchModule(url, integrity) {
  const response = await fetchOk(url, "wasm-unavailable", { integrity });
  // Streaming fails for a server that does not know the type application/wasm.
  return WebAssembly.compileStreaming(response.clone())
    .catch(async () => WebAssembly.compile(await response.arrayBuffer()))
    .catch((error) => {
      throw new WidgetError("wasm-broken", `${url}: ${error.message}`, "upload it again");
    });
}

/**
 * Those of the page. The scripts of both custom elements hold this module; the scripts of one build share
 * what the first of them made.
 */
export const instances = shared(Symbol.for(`explainer-article ${WASM_INTEGRITY.main}`));

/** @param {symbol} key */
function shared(key) {
  const page = /** @type {Record<symbol, ReturnType<typeof createInstances>>} */ (globalThis);
  return (page[key] ??= createInstances());
}
