// Writes dist, the widget for any static host or CDN, and the npm package, from target/site.

import { createHash } from "node:crypto";
import { copyFile, readFile, rm } from "node:fs/promises";
import { extname } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { EMBEDDING, PARTS, SCHEMA, SHIMS, build, bundleShim, path, write } from "./build.mjs";
import { writePackage } from "./npm.mjs";

const ENTRY = "explainer-article.js";
/** For files whose name changes with what is in them. */
const FOREVER = "public, max-age=31536000, immutable";
/** For files that keep their name from version to version. */
const SHORTLY = "public, max-age=300, stale-while-revalidate=86400";
/** For all: other origins may use them, and they are what they say they are. */
const HEADERS = {
  "access-control-allow-origin": "*",
  "cross-origin-resource-policy": "cross-origin",
  "timing-allow-origin": "*",
  "x-content-type-options": "nosniff",
};
/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
};
/**
 * A file of the distribution, and what its line in the manifest says of it.
 *
 * @typedef {{ path: string, role: string, bytes: Buffer, cacheControl: string }} File
 */

/** Files that pages name themselves, besides the shims. */
const STABLE = { "explainer.css": "style", "explainer-models.css": "models-style", [SCHEMA]: "schema", ...EMBEDDING };

/**
 * @param {Buffer} bytes
 * @param {"hex" | "base64"} encoding
 */
const digest = (bytes, encoding) => createHash("sha256").update(bytes).digest(encoding);
/**
 * Returns the value of an `integrity` attribute.
 *
 * @param {Buffer} bytes
 */
const integrityOf = (bytes) => `sha256-${digest(bytes, "base64")}`;
/** @param {string} name */
const built = (name) => readFile(path(`target/site/explainer/${name}`));

/**
 * Puts the beginning of the hash before the extension.
 *
 * @param {string} name
 * @param {Buffer} bytes
 */
function hashedName(name, bytes) {
  const extension = extname(name);
  return `${name.slice(0, -extension.length)}.${digest(bytes, "hex").slice(0, 8)}${extension}`;
}

/** Returns every file: under its hash and, where pages name it, under a name that stays. */
async function files() {
  /** @type {File[]} */
  const all = [];
  /** @type {Record<string, string>} With the hash, by the name without. */
  const names = {};
  /** @type {Record<string, string>} By the role. */
  const integrity = {};
  /** @type {(name: string, role: string, bytes: Buffer) => void} */
  const add = (name, role, bytes) => {
    names[name] = hashedName(name, bytes);
    integrity[role] = integrityOf(bytes);
    all.push({ path: names[name], role, bytes, cacheControl: FOREVER });
  };
  for (const [name, role] of Object.entries(PARTS)) {
    if (!SHIMS.includes(name)) add(name, role, await built(name));
  }
  // The shim of the articles names that of the mini-models, so it comes last.
  for (const name of SHIMS) {
    const hashes = {
      STYLE_INTEGRITY: {
        story: integrity.style,
        tools: integrity["tools-style"],
        models: integrity["models-style"],
        player: integrity["player-style"],
      },
      WASM_INTEGRITY: {
        main: integrity.wasm,
        shared: integrity["shared-wasm"],
        story: integrity["story-wasm"],
        elements: integrity["elements-wasm"],
        models: integrity["models-wasm"],
      },
    };
    const bytes = Buffer.from(withHashedNames(await bundleShim(name, hashes), names));
    add(name, PARTS[name], bytes);
    all.push({ path: name, role: PARTS[name], bytes, cacheControl: SHORTLY });
  }
  const shims = all.filter(({ path }) => SHIMS.includes(path)).map(({ bytes }) => bytes.toString());
  for (const [name, hashed] of Object.entries(names)) {
    if (name !== ENTRY && !shims.some((shim) => shim.includes(hashed))) throw new Error(`no shim asks for ${name}`);
  }
  for (const [name, role] of Object.entries(STABLE)) {
    all.push({ path: name, role, bytes: await built(name), cacheControl: SHORTLY });
  }
  return all;
}

/**
 * Names the files that a shim asks for by their hashes. esbuild names what it bundles, but leaves
 * `new URL("./file", import.meta.url)` and external imports as they are; the bundlers of publishers need
 * both in this form.
 *
 * @param {string} shim
 * @param {Record<string, string>} names
 */
function withHashedNames(shim, names) {
  return shim.replaceAll(/[\w-]+\.\w+/g, (name) => {
    if (name in PARTS && !(name in names)) throw new Error(`a shim asks for ${name}, which has no hash yet`);
    return names[name] ?? name;
  });
}

/**
 * Writes a file and its compressed forms, and returns its line in the manifest.
 *
 * @param {File} file
 */
async function writeFile({ bytes, ...file }) {
  const to = path(`dist/${file.path}`);
  const brotli = brotliCompressSync(bytes);
  const gzip = gzipSync(bytes, { level: 9 });
  await write(to, bytes);
  await write(`${to}.br`, brotli);
  await write(`${to}.gz`, gzip);
  return {
    path: file.path,
    role: file.role,
    type: TYPES[extname(file.path)],
    cacheControl: file.cacheControl,
    bytes: bytes.length,
    brotliBytes: brotli.length,
    gzipBytes: gzip.length,
    integrity: integrityOf(bytes),
  };
}

/**
 * Returns the headers as Netlify, Cloudflare Pages and others read them.
 *
 * @param {{ files: Awaited<ReturnType<typeof writeFile>>[] }} manifest
 */
function headersFile(manifest) {
  const common = Object.entries(HEADERS).map(([name, value]) => `  ${name}: ${value}\n`);
  const each = manifest.files.map(
    ({ path, cacheControl, type }) => `/${path}\n  cache-control: ${cacheControl}\n  content-type: ${type}\n`,
  );
  return `/*\n${common.join("")}${each.join("")}`;
}

const [, version] = /^version = "(.*)"$/m.exec(await readFile(path("Cargo.toml"), "utf8")) ?? [];
await build();
await rm(path("dist"), { recursive: true, force: true });
const manifest = {
  name: "explainer-article",
  version,
  entry: ENTRY,
  headers: Object.entries(HEADERS).map(([name, value]) => ({ name, value })),
  files: await Promise.all((await files()).map(writeFile)),
};
await write(path("dist/manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
await write(path("dist/_headers"), headersFile(manifest));
await copyFile(path("target/LICENSES.txt"), path("dist/LICENSES.txt"));
await writePackage(version);
console.log(`dist: ${manifest.files.length} files; target/npm: the npm package`);
