// Bundles the widget and the demo page with esbuild. `cargo xtask wasm` must have put wasm-bindgen's
// files into target/wasm. Prints nothing unless something is wrong.

import assert from "node:assert/strict";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { minify } from "terser";
import { demoImages, demoPage } from "./demo.mjs";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));
/**
 * Returns the path of a file of the project.
 *
 * @param {string} name
 */
export const path = (name) => resolve(ROOT, name);

/**
 * The files of the widget, with the part that each plays in `dist/manifest.json`.
 *
 * @type {Record<string, string>}
 */
export const PARTS = {
  "explainer_article_bg.wasm": "wasm",
  "explainer_article.js": "glue",
  "explainer-notice.js": "notice",
  "explainer-elements.js": "elements",
  "explainer-glossary.js": "glossary",
  "explainer-posts.js": "posts",
  "explainer.css": "style",
  "explainer-tools.css": "tools-style",
  "microsoft-openai.json": "story",
  "explainer_shared.wasm": "shared-wasm",
  "explainer_story.wasm": "story-wasm",
  "explainer_elements.wasm": "elements-wasm",
  "explainer_models.wasm": "models-wasm",
  "explainer-picture.js": "picture",
  "explainer-models.css": "models-style",
  "explainer-player.css": "player-style",
  "explainer-model.js": "models-shim",
  "explainer-article.js": "shim",
};
/** Files for embedding that pages name themselves, with their part in `dist/manifest.json`. */
export const EMBEDDING = {
  "explainer-frame.js": "frame",
  "explainer-frame.css": "frame-style",
  "explainer-embed.js": "embed",
};
export const SCHEMA = "schema/article-1.schema.json";
/** The two custom elements' scripts: a page names them, and they name the other files. */
export const SHIMS = ["explainer-model.js", "explainer-article.js"];

/**
 * What the shims ask for by hash; a build without hashes has none.
 *
 * @type {Record<string, string>}
 */
const NO_HASHES = { STYLE_INTEGRITY: "{}", WASM_INTEGRITY: "{}" };

/**
 * Where the source of each part is.
 *
 * @param {string} name
 */
function source(name) {
  if (name.endsWith(".wasm")) return `target/wasm/${name}`;
  if (name.endsWith(".css")) return `crates/view/src/${name}`;
  if (name.endsWith(".json")) return `www/stories/${name}`;
  return name.includes("_") ? `glue:${basename(name, ".js")}` : `www/${name}`;
}

/** wasm-bindgen's module imports what links the parts once for each. */
const ONCE_FOR_EACH_PART = /** @type {const} */ ({ "duplicate-object-key": "silent" });

/** @param {string} name */
const entry = (name, folder = "explainer/") => ({
  in: source(name),
  out: folder + name.replace(/\.\w+$/, ""),
});

/**
 * Makes wasm-bindgen's module a function that returns fresh glue, and instance.js the module around
 * it: see there for the reason.
 *
 * @type {esbuild.Plugin}
 */
export const glue = {
  name: "glue",
  setup(build) {
    build.onResolve({ filter: /^glue:/ }, ({ path }) => ({ path: path.slice(5), namespace: "instance" }));
    build.onLoad({ filter: /./, namespace: "instance" }, async ({ path: name }) => ({
      contents: (await readFile(path("scripts/instance.js"), "utf8")).replace("explainer:glue", `bound:${name}`),
      watchFiles: [path("scripts/instance.js")],
    }));
    // The npm package's tool starts its instances itself.
    build.onResolve({ filter: /^explainer:tool$/ }, () => ({ path: "explainer_node", namespace: "bound" }));
    build.onResolve({ filter: /^bound:/ }, ({ path }) => ({ path: path.slice(6), namespace: "bound" }));
    build.onLoad({ filter: /./, namespace: "bound" }, async ({ path: name }) => {
      const module = path(`target/wasm/bound/${name}.js`);
      const { outputFiles } = await esbuild.build({
        stdin: { contents: `export * from ${JSON.stringify(module)}`, resolveDir: ROOT },
        alias: { "wasm-parts": path("scripts/wasm-parts.js"), "explainer:main": module },
        logOverride: ONCE_FOR_EACH_PART,
        bundle: true,
        write: false,
        format: "iife",
        globalName: "glue",
        // The parameters come before the globals of these names.
        banner: { js: "export default function({ WebAssembly, Window, Document, parts }) {" },
        footer: { js: "return glue; }" },
      });
      return { contents: outputFiles[0].text, watchFiles: [module] };
    });
  },
};

/**
 * Leaves out what JSON does not need.
 *
 * @type {esbuild.Plugin}
 */
const json = {
  name: "json",
  setup(build) {
    build.onLoad({ filter: /stories.*\.json$/ }, async ({ path }) => ({
      contents: JSON.stringify(JSON.parse(await readFile(path, "utf8"))),
      loader: "copy",
    }));
  },
};

/**
 * Writes the stories into the demo pages.
 *
 * @type {esbuild.Plugin}
 */
const demo = {
  name: "demo",
  setup(build) {
    build.onLoad({ filter: /\.html$/ }, async ({ path }) => ({ ...(await demoPage(path, ROOT)), loader: "copy" }));
  },
};

/** What every bundle has in common. */
export const OPTIONS = /** @satisfies {esbuild.BuildOptions} */ ({
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022", "chrome123", "firefox128"],
  outdir: "target/site",
  logLevel: "warning",
  // A rule that is cut short takes the next one with it.
  logOverride: { "css-syntax-error": "error", ...ONCE_FOR_EACH_PART },
  // Files that are loaded when they are needed stay files of their own.
  external: ["./explainer-*.js", "./explainer_*.js", "./explainer_*.wasm"],
  loader: { ".wasm": "copy", ".json": "copy", ".html": "copy", ".svg": "copy", ".webp": "copy" },
  define: NO_HASHES,
  plugins: [glue, json, demo],
});

/** The demo pages, and the widget below them. */
export const ENTRIES = [
  ...Object.keys(PARTS).map((name) => entry(name)),
  ...Object.keys(EMBEDDING).map((name) => ({
    in: `www/embed/${name}`,
    out: `explainer/${name.replace(/\.\w+$/, "")}`,
  })),
  { in: `www/${SCHEMA}`, out: `explainer/${SCHEMA.replace(".json", "")}` },
  { in: "www/demo.css", out: "demo" },
  { in: "index.html", out: "index" },
  { in: "www/leap-second.html", out: "leap-second" },
  { in: "www/high-seas.html", out: "high-seas" },
  { in: "www/gallery.html", out: "gallery" },
  ...demoImages(ROOT),
];

/** Writes the demo pages and the widget into target/site. */
export async function build() {
  const { metafile } = await esbuild.build({ ...OPTIONS, entryPoints: ENTRIES, metafile: true });
  await checkStyles(metafile);
  for (const name of Object.keys(PARTS).filter((name) => name.endsWith(".js"))) {
    const file = path(`target/site/explainer/${name}`);
    await writeFile(file, SHIMS.includes(name) ? await bundleShim(name) : await compress(await readFile(file, "utf8")));
  }
}

/**
 * Returns a shim that asks for files by these hashes, as in HTML's `integrity`.
 *
 * @param {string} name
 * @param {Record<string, Record<string, string>>} [integrity]
 */
export async function bundleShim(name, integrity = {}) {
  const define = { ...NO_HASHES };
  for (const [constant, hash] of Object.entries(integrity)) define[constant] = JSON.stringify(hash);
  const { outputFiles } = await esbuild.build({
    ...OPTIONS,
    entryPoints: [entry(name)],
    define,
    write: false,
  });
  return compress(outputFiles[0].text);
}

/**
 * Compresses a module a second time: 1 to 2 % less to download.
 *
 * @param {string} module
 */
async function compress(module) {
  const { code } = await minify(module, { module: true, compress: { passes: 3, ecma: 2022 } });
  return /** @type {string} */ (code);
}

/**
 * Fails for a style sheet that no bundle imports.
 *
 * @param {esbuild.Metafile} metafile
 */
async function checkStyles({ inputs }) {
  const files = await readdir(path("crates/view/src"), { recursive: true });
  const styles = files.filter((name) => name.endsWith(".css")).map((name) => `crates/view/src/${name}`);
  const forgotten = styles.filter((name) => !(name in inputs));
  assert.deepEqual(forgotten, [], "imported by none of the style sheets");
}

/** Writes the tests' Yew app, which goes the same way as the widget, into target/yew. */
export async function buildYew() {
  const name = "ordinary_yew";
  const entryPoints = [entry(`${name}.js`, ""), entry(`${name}_bg.wasm`, "")];
  await esbuild.build({ ...OPTIONS, entryPoints, outdir: "target/yew" });
}

/**
 * Writes a file, and the folders above it.
 *
 * @param {string} file
 * @param {string | Uint8Array} content
 */
export async function write(file, content) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await (process.argv[2] === "yew" ? buildYew() : build());
}
