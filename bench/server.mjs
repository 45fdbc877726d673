// Serves files from memory as a good host does: compressed once, by brotli's best.
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { TYPES } from "../tests/support/site.mjs";

const WIDGET = fileURLToPath(new URL("../dist/", import.meta.url));

/** Returns the widget's files by the path they are served at. */
export function widgetFiles() {
  const names = readdirSync(WIDGET).filter((name) => extname(name) in TYPES);
  return Object.fromEntries(names.map((name) => [`/explainer/${name}`, readFileSync(WIDGET + name)]));
}

/**
 * Starts a server for `files`, which maps a path to a file's content; a path without an ending is a page's.
 * `asked` lists what was asked for. Each visit has a cache of its own, empty at first, or none at all.
 *
 * @param {Record<string, string | Uint8Array>} files
 */
export async function serve(files, { cache = "public, max-age=31536000, immutable" } = {}) {
  const answers = new Map(Object.entries(files).map(([path, content]) => [path, answer(path, content, cache)]));
  /** @type {string[]} */
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    const found = answers.get(request.url);
    if (found) response.writeHead(200, found.headers).end(found.body);
    else response.writeHead(request.url === "/favicon.ico" ? 204 : 404).end();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    sizes: Object.fromEntries([...answers].map(([path, { body }]) => [path, body.length])),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function answer(path, content, cache) {
  const body = brotliCompressSync(content);
  const headers = {
    "cache-control": cache,
    "content-encoding": "br",
    "content-length": body.length,
    "content-type": TYPES[extname(path) || ".html"],
  };
  return { body, headers };
}
