// Serves target/site on this machine, with pages that a test adds, and starts the browser.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const ROOT = fileURLToPath(new URL("../../target/site", import.meta.url));
/** What a server says that files are, by the end of their names. */
export const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/**
 * Starts a server; `pages` maps a path to HTML, or to `{ body, headers, status, type }`. Every other
 * path is a file in `root`, sent with what `headers` returns for it. `asked` lists what was asked for.
 *
 * @param {Record<string, any>} [pages]
 * @param {{ root?: string, headers?: (path: string) => Record<string, string> }} [options]
 */
export async function serve(pages = {}, { root = ROOT, headers = () => ({}) } = {}) {
  const asked = [];
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, "http://127.0.0.1").pathname);
    asked.push(path);
    const page = path === "/favicon.ico" ? { status: 204 } : pages[path];
    if (page !== undefined) {
      const { body, headers: own, status, type } = typeof page === "string" ? { body: page } : page;
      response.writeHead(status ?? 200, { "content-type": type ?? TYPES[".html"], ...own });
      response.end(body);
      return;
    }
    const file = join(root, path.endsWith("/") ? `${path}index.html` : path);
    try {
      const body = await readFile(file);
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "text/plain", ...headers(path) });
      response.end(body);
    } catch {
      response.writeHead(404);
      response.end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    origin: `http://127.0.0.1:${port}`,
    pages,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Starts Chromium without anything that would reach for a network. */
export function launch(...more) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--js-flags=--expose-gc",
      ...more,
    ],
  });
}
