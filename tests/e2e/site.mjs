// Serves target/site on this machine, with pages that a test adds, and starts the browser.
import assert from "node:assert/strict";
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
  ".wasm": "application/wasm",
};

/**
 * Starts a server; `pages` maps a path to HTML, or to `{ body, headers, status, type }`. Every other
 * path is a file in `root`, sent with what `headers` returns for it. `asked` lists what was asked for.
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
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    pages,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Starts Chromium without anything that would reach for a network. */
export function launch() {
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
    ],
  });
}

/** A page that embeds the widget and nothing else. */
export const embed = (inside, head = "") => `<!doctype html><html lang="en"><head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Test page</title>${head}
<script type="module" src="/explainer/explainer-article.js"></script></head>
<body><main>${inside}</main></body></html>`;

/** Waits until every element on the page has its tools. */
export async function ready(page) {
  await page.waitForFunction(() => {
    const elements = [...document.querySelectorAll("explainer-article")];
    const stands = (element) => element.querySelector(".explainer-toolbar")?.shadowRoot?.querySelector("button");
    return elements.length > 0 && elements.every(stands);
  });
}

/** Opens a page with a story on it, after the page has run `init`; closing it fails the test for anything it threw or logged. */
export async function open(browser, address, { init, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  if (init) await page.addInitScript(init);
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.stack));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await page.goto(address);
  await ready(page);
  return {
    page,
    close: async () => {
      await context.close();
      assert.deepEqual(faults, []);
    },
  };
}
