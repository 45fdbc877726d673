// One wasm for all elements of a page: its files, its instance, the order in which the elements render,
// and a fresh instance after a trap.

import { assetUrl, fetchOk, fetchText, importAsset } from "./assets.js";
import { WidgetError } from "./errors.js";

const MAX_RESTARTS = 2;

/** Lets the browser handle input and paint: what comes next is a task of its own. */
export const nextTask = () => new Promise((resolve) => setTimeout(resolve));

/** @typedef {import("./widget.js").Widget} Widget */

/**
 * An element that uses an instance. `onRestart` is called when a fresh instance can be loaded after a trap,
 * or none any more.
 *
 * @typedef {HTMLElement & {
 *   load(): Promise<Widget>,
 *   fail(error: unknown, more?: object): void,
 *   onRestart(isCulprit: boolean, gaveUp: boolean): void,
 * }} InstanceUser
 */

/**
 * Returns what keeps the instances of one wasm, one at a time; `glue` and `wasm` are the arguments of
 * `importAsset` and `assetUrl` for its files.
 *
 * @param {object} files
 * @param {[string, () => Promise<{ default: import("./widget.js").Instantiate }>]} files.glue
 * @param {[string, URL]} files.wasm
 */
export function createInstances({ glue, wasm }) {
  const sheet = new CSSStyleSheet();
  /** @type {Set<InstanceUser>} */
  const elements = new Set();
  let restarts = 0;
  /** @type {Promise<unknown>} */
  let queue = Promise.resolve();
  /** @type {Promise<unknown> | undefined} */
  let style;
  /** @type {Promise<WebAssembly.Module> | undefined} */
  let module;
  /** @type {Promise<Widget> | undefined} */
  let running;
  /** @type {InstanceUser | undefined} The element that is being rendered. */
  let rendering;
  /** @type {unknown} What ended the last instance. */
  let trap;

  /** @param {Element} owner */
  async function start(owner) {
    checkPolicy();
    style ??= fetchText(
      assetUrl(owner, "explainer.css", new URL("./explainer.css", import.meta.url)),
      "style-unavailable",
      STYLE_INTEGRITY,
    ).then((text) => sheet.replace(text));
    module ??= compile(owner.getAttribute("wasm-url") ?? assetUrl(owner, ...wasm));
    const [{ default: instantiate }, compiled] = await Promise.all([
      importAsset(owner, ...glue, "glue-unavailable"),
      module,
      style,
    ]);
    const widget = instantiate(compiled, onTrap);
    await nextTask();
    return widget;
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
    /** Styles the stories and, in their shadow roots, the tools. */
    sheet,

    /**
     * Returns the widget's functions for `element`; the first `owner` says where the files are.
     *
     * @param {InstanceUser} element
     * @param {Element} owner
     */
    async load(element, owner) {
      // An element that has left meanwhile would be kept for ever.
      if (element.isConnected) elements.add(element);
      if (restarts > MAX_RESTARTS) throw trapError(trap);
      running ??= start(owner).catch((error) => {
        running = style = module = undefined;
        throw error;
      });
      return running;
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
     * @param {(widget: Widget) => unknown} render
     */
    async enqueue(element, render) {
      await element.load();
      const done = queue
        // Loaded again: a trap may have ended that instance meanwhile.
        .then(() => element.load())
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

/** @param {string | URL} url */
async function compile(url) {
  const response = await fetchOk(url, "wasm-unavailable", WASM_INTEGRITY);
  // Streaming fails for a server that does not know the type application/wasm.
  return WebAssembly.compileStreaming(response.clone())
    .catch(async () => WebAssembly.compile(await response.arrayBuffer()))
    .catch((error) => {
      throw new WidgetError("wasm-broken", `${url}: ${error.message}`, "upload it again");
    });
}
