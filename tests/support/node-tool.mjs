// Loads the npm package's tool from where `cargo xtask dist` wrote it.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { path } from "./tools.mjs";

export const PACKAGE = path("target/npm");
export const WASM = `${PACKAGE}/explainer_tool.wasm`;

/** Returns what a file of the package exports. */
export const load = (name) => import(pathToFileURL(`${PACKAGE}/${name}.js`).href);

/** Returns the tool's wasm, compiled. */
export const compiled = async () => new WebAssembly.Module(await readFile(WASM));
