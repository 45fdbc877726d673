// Serves the demo page on this machine only, builds again when a file changes, and reloads the page.
// `cargo xtask serve` has built the wasm.

import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { parseArgs } from "node:util";
import * as esbuild from "esbuild";
import { ENTRIES, OPTIONS, path } from "./build.mjs";
import { demoPage } from "./demo.mjs";

const values = options();
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) fail(`${values.port} is not a port`);

// Its own folder: the end-to-end tests use target/site.
const folder = "target/serve";

/**
 * Has the page hear of new files.
 *
 * @type {esbuild.Plugin}
 */
const reload = {
  name: "reload",
  setup(build) {
    build.onLoad({ filter: /\.html$/ }, async ({ path: file }) => {
      const listen = `new EventSource("/esbuild").addEventListener("change", () => location.reload())`;
      const { contents, watchFiles } = await demoPage(file, path("."));
      const html = contents.replace("</head>", `<script>${listen}</script>\n</head>`);
      return { contents: html, watchFiles, loader: "copy" };
    });
  },
};

// The first that takes a page has it.
const plugins = [reload, ...OPTIONS.plugins];
const context = await esbuild.context({ ...OPTIONS, outdir: folder, plugins, entryPoints: ENTRIES });
await context.rebuild();
await context.watch();
await context.serve({ servedir: path(folder), host: "127.0.0.1", port }).then(
  (server) => {
    const page = `http://127.0.0.1:${server.port}`;
    console.log(page);
    if (values.open) open(page);
  },
  (error) => fail(`${error.message}; try --port`),
);

// esbuild watches what it bundles, the wasm among it; Cargo makes the wasm.
/** @type {NodeJS.Timeout | undefined} */
let timer;
let isBuilding = false;
let isStale = false;
for (const name of ["src", "crates", "Cargo.toml", "Cargo.lock"]) {
  watch(path(name), { recursive: true }, (_, file) => {
    if (!/\.(rs|toml|lock|txt)$/.test(file ?? name)) return;
    clearTimeout(timer);
    // Editors write in steps.
    timer = setTimeout(buildWasm, 150);
  });
}

function buildWasm() {
  isStale = isBuilding;
  if (isBuilding) return;
  isBuilding = true;
  spawn("cargo", ["xtask", "wasm"], { cwd: path("."), stdio: "inherit" }).on("exit", () => {
    isBuilding = false;
    if (isStale) buildWasm();
  });
}

function options() {
  try {
    return parseArgs({
      options: { port: { type: "string", default: "8080" }, open: { type: "boolean", default: false } },
    }).values;
  } catch (error) {
    return fail(error.message);
  }
}

/** @param {string} page */
function open(page) {
  const program = process.platform === "darwin" ? "open" : "xdg-open";
  spawn(program, [page], { stdio: "ignore" }).on("error", () => console.error(`open ${page} by hand`));
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(`serve: ${message}`);
  process.exit(1);
}
