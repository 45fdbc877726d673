// Pages as publishers have them: each loads a real library, uses it, and sets its own typography.
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "tailwindcss";

const PACKAGES = fileURLToPath(new URL("../../node_modules", import.meta.url));
const read = (name) => readFile(resolve(PACKAGES, name), "utf8");
const resetCss = await read("reset-css/reset.css");

/** Gives every declaration the last word. */
const important = (css) => css.replace(/([^;{}\s])\s*(;|(?=}))/g, "$1 !important;");

const TYPES = { css: "text/css", js: "text/javascript" };
const GEORGIA = { fontFamily: "Georgia, serif", fontSize: "18px", color: "rgb(34, 34, 34)" };
const HOUSE = `body { margin: 0; background: white; color: #222; font: 18px/1.5 Georgia, serif }
  header, footer { padding: 1rem; background: #123; border: 1px solid #ccc; color: white; text-align: center }
  .column { width: 40rem; max-width: calc(100% - 2rem); margin: 2rem auto }`;

/** Files that the hosts load, by their address. */
const FILES = {
  "/bootstrap.css": "bootstrap/dist/css/bootstrap.min.css",
  "/bootstrap.js": "bootstrap/dist/js/bootstrap.bundle.min.js",
  "/normalize.css": "normalize.css/normalize.css",
  "/foundation.css": "foundation-sites/dist/css/foundation.min.css",
  "/foundation.js": "foundation-sites/dist/js/foundation.min.js",
  "/jquery.js": "jquery/dist/jquery.js",
  "/prototype.js": "/usr/share/javascript/prototype/prototype.js",
  "/mootools.js": "/usr/share/javascript/mootools/mootools.js",
  "/require.js": "requirejs/require.js",
  "/core.js": "core-js-bundle/index.js",
  "/custom-elements.js": "@webcomponents/custom-elements/custom-elements.min.js",
};

/**
 * `sets` is the typography that the host gives its own paragraphs; `column` are the classes of its
 * article column; `scripts` runs the library, which writes `data-ran` on the body.
 */
export const HOSTS = {
  bootstrap: {
    sets: { fontSize: "16px", color: "rgb(33, 37, 41)" },
    head: '<link rel="stylesheet" href="/bootstrap.css"><style>main.container { max-width: 42rem }</style>',
    column: "container py-4",
    masthead: `<nav class="navbar bg-body-tertiary"><button class="btn btn-primary" data-bs-toggle="collapse" data-bs-target="#menu">Menu</button>
      <div id="menu" class="collapse show"><a class="nav-link" href="/">Home</a></div></nav>`,
    scripts: `<script src="/bootstrap.js"></script>
      <script>const menu = bootstrap.Collapse.getOrCreateInstance("#menu", { toggle: false });
        document.querySelector("#menu").addEventListener("hidden.bs.collapse", () => (document.body.dataset.ran = ""));
        menu.hide();</script>`,
  },
  tailwind: {
    sets: { fontSize: "18px", color: "oklch(0.279 0.041 260.031)" },
    head: '<link rel="stylesheet" href="/tailwind.css">',
    column: "mx-auto max-w-2xl p-4 font-serif text-lg text-slate-800",
    scripts: `<script>document.body.toggleAttribute("data-ran", getComputedStyle(document.querySelector("h2")).fontWeight === "400");</script>`,
  },
  normalize: {
    sets: GEORGIA,
    head: `<link rel="stylesheet" href="/normalize.css"><style>${HOUSE}</style>`,
    scripts: `<script>document.body.toggleAttribute("data-ran", getComputedStyle(document.documentElement).lineHeight === "18.4px");</script>`,
  },
  foundation: {
    sets: { fontSize: "16px", color: "rgb(10, 10, 10)" },
    head: '<link rel="stylesheet" href="/foundation.css"><style>main.grid-container { max-width: 42rem }</style>',
    column: "grid-container",
    masthead: `<ul class="dropdown menu" data-dropdown-menu><li><a href="/">News</a><ul class="menu"><li><a href="/">World</a></li></ul></li></ul>`,
    scripts: `<script src="/jquery.js"></script><script src="/foundation.js"></script>
      <script>$(document).foundation(); document.body.toggleAttribute("data-ran", $("[data-dropdown-menu]").data("zfPlugin") !== undefined);</script>`,
  },
  jquery: {
    sets: GEORGIA,
    head: `<style>${HOUSE}</style>`,
    scripts: `<script src="/jquery.js"></script>
      <script>$(() => { $("main p").addClass("seen"); $("main").on("click", "a", () => {}); $(document.body).attr("data-ran", ""); });</script>`,
  },
  prototype_js: {
    sets: GEORGIA,
    head: `<script src="/prototype.js"></script><style>${HOUSE}</style>`,
    scripts: `<script>document.observe("dom:loaded", () => {
        $$("main p").invoke("addClassName", "seen"); $(document.body).writeAttribute("data-ran", ""); });</script>`,
  },
  mootools: {
    sets: GEORGIA,
    head: `<script src="/mootools.js"></script><style>${HOUSE}</style>`,
    scripts: `<script>window.addEvent("domready", () => { $$("main p").addClass("seen"); $(document.body).set("data-ran", ""); });</script>`,
  },
  requirejs: {
    sets: GEORGIA,
    head: `<script src="/require.js"></script><style>${HOUSE}</style>`,
    files: { "/page.js": 'define(["jquery"], ($) => ({ mark: () => $(document.body).attr("data-ran", "") }));' },
    scripts: `<script>require(["page"], (page) => page.mark());</script>`,
  },
  core_js: {
    sets: GEORGIA,
    head: `<script src="/core.js"></script><style>${HOUSE}</style>`,
    scripts: `<script>document.body.toggleAttribute("data-ran", "__core-js_shared__" in window);</script>`,
  },
  polyfilled_custom_elements: {
    sets: GEORGIA,
    head: `<script>customElements.forcePolyfill = true;</script><script src="/custom-elements.js"></script><style>${HOUSE}</style>`,
    scripts: `<script>customElements.define("host-badge", class extends HTMLElement { connectedCallback() { document.body.dataset.ran = ""; } });
      document.querySelector("header").append(document.createElement("host-badge"));</script>`,
  },
  everything_unset: {
    // What the browser itself would use: the page sets nothing.
    sets: { fontFamily: '"Times New Roman"', fontSize: "16px", color: "rgb(0, 0, 0)" },
    head: `<style>* { all: unset } head, body > script { display: none }
      body, header, main, footer { display: block; background: white } .column { width: 40rem; max-width: calc(100% - 2rem); margin: 2rem auto }</style>`,
    scripts: `<script>document.body.toggleAttribute("data-ran", getComputedStyle(document.querySelector(".own")).display === "inline");</script>`,
  },
  important_reset: {
    sets: GEORGIA,
    // Who resets so has to set so.
    head: `<style>${HOUSE} ${important(resetCss)} ${important("body { font: 18px/1.5 Georgia, serif } .column { margin: 2rem auto } p { margin-bottom: 1em }")}</style>`,
    scripts: `<script>document.body.toggleAttribute("data-ran", getComputedStyle(document.querySelector("h2")).fontSize === "18px");</script>`,
  },
};

/** Returns what a test server serves: every library's files. */
export async function files() {
  const served = (body, address) => ({ body, type: TYPES[address.split(".").pop()] });
  const pages = Object.fromEntries(
    await Promise.all(
      Object.entries(FILES).map(async ([address, name]) => [address, served(await read(name), address)]),
    ),
  );
  for (const host of Object.values(HOSTS)) {
    for (const [address, body] of Object.entries(host.files ?? {})) pages[address] = served(body, address);
  }
  return { ...pages, "/tailwind.css": served(await tailwind(), "/tailwind.css") };
}

/** Builds Tailwind as its own tools do: preflight and the utilities that the page names. */
async function tailwind() {
  const folder = join(PACKAGES, "tailwindcss");
  const loadStylesheet = async (id, base) => {
    const path = id === "tailwindcss" ? join(folder, "index.css") : join(base, id);
    return { path, base: dirname(path), content: await readFile(path, "utf8") };
  };
  const { build } = await compile('@import "tailwindcss";', { base: folder, loadStylesheet });
  return build(HOSTS.tailwind.column.split(" "));
}

const WIDGET = '<script type="module" src="/explainer/explainer-article.js"></script>';

/** A host's page around a story; `.own` is the host's own paragraph. */
export const around = (
  { head, masthead = "<p>The Daily Host</p>", column = "column", scripts },
  story,
) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Host</title>${head}
<link rel="stylesheet" href="/explainer/explainer.css">${WIDGET}</head>
<body><header>${masthead}</header>
<main class="${column}"><h2>From the desk</h2><p class="own">A paragraph that the host wrote, with <a href="/">a link</a>.</p>
${story}</main>
<footer><p>All rights reserved</p></footer>${scripts}</body></html>`;

/** A page of no library, with the typography of another: what the tools take from a page. */
export const neutral = ({ fontFamily, fontSize, color }) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Neutral</title>
<style>body { margin: 0; background: white } main { max-width: 40rem; margin: 0 auto; color: ${color}; font: ${fontSize}/1.5 ${fontFamily} }</style>
${WIDGET}</head><body><main><explainer-article demo></explainer-article></main></body></html>`;
