// Brings the glue, the wasm and the style once per page, and a fresh instance after a trap.

import { Fault, REACH, fetched } from "./fault.js";
import { glue, wasm } from "#kit";

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

/**
 * Returns the widget's functions; of several elements the first says where the files are. `onTrap`
 * hears what ended an instance, and whether that was the last one.
 */
export function load(element, onTrap) {
  if (restarts > MAX_RESTARTS) return Promise.reject(stopped("too often"));
  running ??= start(element, onTrap).catch((error) => {
    running = style = compiled = undefined;
    throw error;
  });
  return running;
}

/** Says that an instance has stopped. */
export function stopped(cause) {
  return new Fault("trap", String(cause), "reload the page");
}

async function start(element, onTrap) {
  askForWasm();
  style ??= fetched(
    place(element, "explainer.css", new URL("./explainer.css", import.meta.url)),
    "style-unavailable",
    STYLE_INTEGRITY,
  ).then(async (response) => sheet.replace(await response.text()));
  compiled ??= compile(element.getAttribute("wasm-url") ?? place(element, ...wasm));
  const [{ default: instance }, module] = await Promise.all([bring(element, ...glue, "glue-unavailable"), compiled, style]);
  const widget = instance(module, (error) => {
    running = undefined;
    onTrap(error, ++restarts > MAX_RESTARTS);
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
export function bring(element, name, own, code) {
  const url = place(element, name);
  return (url ? import(url) : own()).catch((error) => {
    throw new Fault(code, error.message, REACH);
  });
}
