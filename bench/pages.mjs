// The pages that are measured: ours, and what a newsroom would otherwise have.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { plainStory } from "../tests/support/tools.mjs";
import { shown } from "./peers/page.mjs";
import { preactFiles } from "./peers/preact/build.mjs";
import { islandFiles } from "./peers/preact-islands/build.mjs";
import { reactFiles } from "./peers/react/build.mjs";
import { solidFiles } from "./peers/solid/build.mjs";
import { staticFiles, staticModelFiles } from "./peers/static/build.mjs";
import { svelteFiles } from "./peers/svelte/build.mjs";
import { widgetFiles } from "./server.mjs";

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
export const STORY = path("www/stories/microsoft-openai.json");

// What the probe looks for, in each page's own words.
const WIDGET = {
  text: ".explainer-section:first-child .explainer-section-body > :last-child",
  fold: ".explainer-section summary",
  term: ".explainer-section a.explainer-term",
  tools: { host: ".explainer-toolbar", sign: "button" },
};
const PEER = {
  text: ".section:first-of-type .section-body > :last-child",
  fold: ".section summary",
  term: ".section a.term",
};
const HYDRATED = { ...PEER, tools: { sign: "[data-tools=ready]" } };

/** The peers' style sheet, by the path it is served at. */
export const SHEET = { "/peers/page.css": readFileSync(path("bench/peers/page.css")) };
/** The mini-model that the peers have too. */
export const MODEL = "agi-trigger";

/** Address of every page and the signs of it that the probe waits for. */
export const PAGES = {
  prerendered: { address: "/prerendered", signs: WIDGET },
  "prerendered, models": { address: "/prerendered-models", signs: WIDGET },
  "client-side": { address: "/client-side", signs: WIDGET },
  static: { address: "/static", signs: PEER },
  "Preact islands": { address: "/preact-islands", signs: HYDRATED },
  Preact: { address: "/preact", signs: HYDRATED },
  Svelte: { address: "/svelte", signs: HYDRATED },
  Solid: { address: "/solid", signs: HYDRATED },
  React: { address: "/react", signs: HYDRATED },
  "static, model": { address: "/static-model", signs: HYDRATED },
  "Preact islands, model": { address: "/preact-islands-model", signs: HYDRATED },
};

/** The pages that hydrate: prerendered and with the same tools as ours. */
export const PEERS = ["Preact islands", "Preact", "Svelte", "Solid", "React"];
/** The same with a mini-model. */
export const MODEL_PEERS = ["Preact islands, model"];

/** Returns what a page is compared with: the hand-written page, which is the limit, and the pages that hydrate. */
export function comparedWith(page) {
  return page.includes("model") ? { limit: "static, model", peers: MODEL_PEERS } : { limit: "static", peers: PEERS };
}

/** Returns a story as the whole page that `explainer prerender` writes. */
export function prerender(story) {
  const words = ["prerender", story, "--page", "--assets", "/explainer", "--manifest", path("dist/manifest.json")];
  return execFileSync(path("target/debug/explainer"), words, { encoding: "utf8", maxBuffer: 2 ** 28 });
}

function dataOf(story) {
  const words = ["prerender", story, "--syndicate", "json-ld"];
  return execFileSync(path("target/debug/explainer"), words, { encoding: "utf8" }).replaceAll("<", "\\u003c");
}

/**
 * Returns every file that the pages need, by the path it is served at. The peers have no mini-models, so
 * the story that is compared has none either.
 */
export async function pageFiles() {
  const json = await plainStory();
  const story = JSON.parse(json);
  const file = path("target/bench/plain.json");
  mkdirSync(path("target/bench"), { recursive: true });
  writeFileSync(file, json);
  return {
    ...widgetFiles(),
    ...(await peerFiles(shown(story), dataOf(file))),
    ...(await modelFiles()),
    "/plain.json": json,
    "/prerendered": prerender(file),
    "/prerendered-models": prerender(STORY),
    "/client-side": clientSide(story),
  };
}

/** Returns the files of the static page and of all that hydrate. */
export async function peerFiles(story, data) {
  return {
    ...staticFiles(story, data),
    ...SHEET,
    ...(await hydratedFiles(story, data)),
  };
}

/** Returns the same with a mini-model in the story. */
export async function modelFiles() {
  const story = shown(JSON.parse(readFileSync(STORY, "utf8")), MODEL);
  const data = dataOf(STORY);
  return {
    ...(await staticModelFiles(story, data)),
    ...SHEET,
    ...(await hydratedFiles(story, data, "-model")),
  };
}

async function hydratedFiles(story, data, part = "") {
  return {
    ...(await islandFiles(story, data, part)),
    ...(await preactFiles(story, data, part)),
    ...(await svelteFiles(story, data, part)),
    ...(await solidFiles(story, data, part)),
    ...(await reactFiles(story, data, part)),
  };
}

/** As docs/embed.md says: the page asks at once for what the script will need. */
function clientSide({ headline, lang }) {
  const files = JSON.parse(readFileSync(path("dist/manifest.json"), "utf8")).files;
  const of = (part) => `/explainer/${files.find(({ role }) => role === part).path}`;
  const fetched = ["/plain.json", ...["tools-style", "wasm", "shared-wasm", "story-wasm"].map(of)];
  const hints = fetched.map((url) => `<link rel="preload" as="fetch" href="${url}" crossorigin>`);
  return `<!DOCTYPE html>
<html lang="${lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${headline}</title>
<link rel="stylesheet" href="${of("style")}">
${hints.join("\n")}
<link rel="modulepreload" href="${of("glue")}">
<script type="module" src="/explainer/explainer-article.js"></script></head>
<body><main><explainer-article src="/plain.json" loading="eager"></explainer-article></main></body></html>`;
}
