// The tool in Node, Deno and Bun: `explainer-article/node`. Nothing to start: the first call reads the wasm beside
// this file.

import { readFileSync } from "node:fs";
import { loadSync } from "./tool.js";

/** @type {ReturnType<typeof loadSync> | undefined} */
let loaded;

function tool() {
  loaded ??= loadSync(new WebAssembly.Module(readFileSync(new URL("./explainer_tool.wasm", import.meta.url))));
  return loaded;
}

/** @type {typeof import("../npm/node.js").check} */
export const check = (story, options) => tool().check(story, options);

/** @type {typeof import("../npm/node.js").prerender} */
export const prerender = (story, options) => tool().prerender(story, options);

/** @type {typeof import("../npm/node.js").syndicate} */
export const syndicate = (story, options) => tool().syndicate(story, options);
