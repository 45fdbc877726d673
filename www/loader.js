// Brings the glue, the wasm and the style once per page, and a fresh instance after a trap.

import { Fault, fetched } from "./fault.js";

const MAX_RESTARTS = 2;

/** Styles the stories and, in their shadow roots, the tools. */
export const sheet = new CSSStyleSheet();

let restarts = 0;
let style, compiled, running;

/** Returns where a file is: `own` is beside this one, written so that bundlers see it. */
export function place(element, name, own) {
  const assets = element.getAttribute("assets");
  return assets === null ? own : new URL(name, new URL(assets, document.baseURI)).href;
}

/** Returns the widget's functions; of several elements the first says where the files are. */
export function load(element, onTrap) {
  if (hasStopped()) {
    return Promise.reject(new Fault("trap", "the tools have stopped", "reload the page"));
  }
  running ??= start(element, onTrap).catch((error) => {
    running = style = compiled = undefined;
    throw error;
  });
  return running;
}

/** Returns whether the widget trapped once too often. */
export function hasStopped() {
  return restarts > MAX_RESTARTS;
}

async function start(element, onTrap) {
  askForWasm();
  style ??= fetched(
    place(element, "explainer.css", new URL("./explainer.css", import.meta.url)),
    "style-unavailable",
    STYLE_INTEGRITY,
  ).then(async (response) => sheet.replace(await response.text()));
  compiled ??= compile(
    element.getAttribute("wasm-url") ??
      place(element, "explainer_article_bg.wasm", new URL("./explainer_article_bg.wasm", import.meta.url)),
  );
  const [{ default: instance }, module] = await Promise.all([glue(element), compiled, style]);
  const widget = instance(module, (error) => {
    running = undefined;
    restarts += 1;
    onTrap(error);
  });
  await pause();
  return widget;
}

/** Lets the page use the moment: what comes next is a task of its own. */
export const pause = () => new Promise((resolve) => setTimeout(resolve));

/** Asks before the wasm is downloaded in vain: the least module there is. */
function askForWasm() {
  try {
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch (error) {
    throw new Fault(
      "wasm-blocked",
      String(error),
      "allow 'wasm-unsafe-eval' in the CSP or set loading=\"never\"",
    );
  }
}

async function compile(url) {
  const response = await fetched(url, "wasm-unavailable", WASM_INTEGRITY);
  const spare = response.clone();
  // Fails for a server that does not know the type application/wasm.
  return WebAssembly.compileStreaming(response)
    .catch(async () => WebAssembly.compile(await spare.arrayBuffer()))
    .catch((error) => {
      throw new Fault("wasm-broken", `${url}: ${error.message}`, "upload it again");
    });
}

/** Imports a module of the widget's; `own` imports it from beside this one, in sight of bundlers. */
export function bring(element, name, own) {
  const url = place(element, name);
  return url ? import(url) : own();
}

function glue(element) {
  return bring(element, "explainer_article.js", () => import("./explainer_article.js")).catch((error) => {
    throw new Fault("glue-unavailable", error.message, "check that the page can reach it");
  });
}
