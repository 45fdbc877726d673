// Writes the tool of the npm package: www/tool with wasm-bindgen's module in it, and its wasm.

import { chmod, copyFile } from "node:fs/promises";
import * as esbuild from "esbuild";
import { ROOT, glue, path } from "./build.mjs";

/** @param {string} folder */
export async function writeTool(folder) {
  await esbuild.build({
    absWorkingDir: ROOT,
    bundle: true,
    format: "esm",
    platform: "neutral",
    target: ["es2022"],
    entryPoints: ["tool", "node", "cli"].map((name) => `www/tool/${name}.js`),
    outdir: folder,
    external: ["./tool.js", "node:*"],
    logLevel: "warning",
    plugins: [glue],
  });
  await chmod(`${folder}/cli.js`, 0o755);
  await copyFile(path("target/wasm/explainer_tool.wasm"), `${folder}/explainer_tool.wasm`);
}
