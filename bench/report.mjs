// Writes docs/bench from what the benchmarks measured last: `node bench/report.mjs` after
// `cargo xtask bench load`, `scale` and `models`.
import { mkdirSync, writeFileSync } from "node:fs";
import { LOCAL, SLOWED, THROTTLED } from "./browser.mjs";
import { barChart } from "./chart.mjs";
import { kept, kilobytes, ms, ratio, table } from "./figures.mjs";
import { comparedWith, PEERS } from "./pages.mjs";

const OUT = new URL("../docs/bench/", import.meta.url);
const OURS = ["prerendered", "prerendered, models", "client-side"];
const LONG_PEERS = ["Preact islands", "Solid"];
const LONG_LABELS = { with: "ours", without: "ours, without script", static: "static" };
const SLIDER_LABELS = {
  model: "ours",
  "model, its table open": "ours, its table open",
  plain: "a slider with its number only",
};

const tenths = (value) => value.toFixed(1);
const megabytes = (value) => (value / 1e6).toFixed(2);
const script = (row) => row.script + row.wasm;
const bytes = (row) => row.html + row.css + row.data + script(row);

// What each table shows: its name, where it is in a row, and how it is written.
const LOAD = [
  ["text readable, ms", (row) => row.text, ms],
  ["section foldable, ms", (row) => row.fold, ms],
  ["terms usable, ms", (row) => row.terms, ms],
  ["tools ready, ms", (row) => row.tools, ms],
  ["blocking, ms", (row) => row.blocking, ms],
  ["longest task, ms", (row) => row.longest, ms],
  ["longest after the text, ms", (row) => row.later, ms],
  ["HTML, KB", (row) => row.html, kilobytes],
  ["script and wasm, KB", script, kilobytes],
  ["all bytes, KB", bytes, kilobytes],
];
const LONG = [
  ["blocking, ms", (row) => row.blocking, ms],
  ["longest task, ms", (row) => row.longest, ms],
  ["main thread, ms", (row) => row.task, ms],
  ["HTML, KB", (row) => row.bytes, kilobytes],
  ["term in the first section, ms", (row) => row.termFirst, ms],
  ["term in the last section, ms", (row) => row.termLast, ms],
  ["the same*, ms", (row) => row.localTerm, ms],
  ["Expand all*, ms", (row) => row.expand, ms],
  ["Summarize*, ms", (row) => row.summarize, ms],
  ["wasm memory, MB", (row) => row.memory, megabytes],
];
const SLIDER = [
  ["frame, median, ms", (row) => row.stepMedian, tenths],
  ["frame, longest, ms", (row) => row.stepLongest, tenths],
  ["update, ms", (row) => row.task, tenths],
  ["script in it, ms", (row) => row.script, tenths],
  ["style in it, ms", (row) => row.style, tenths],
  ["layout in it, ms", (row) => row.layout, tenths],
];
const UPDATES = ["updates in 1 s", (row) => row.drawn, tenths]; // The more, the better.

const load = kept("load");
const scale = kept("scale");
const models = kept("models");
const charts = {
  "load.svg": loadChart(),
  "bytes.svg": bytesChart(),
  "scale.svg": scaleChart(),
  "slider.svg": sliderChart(),
};
mkdirSync(OUT, { recursive: true });
writeFileSync(new URL("README.md", OUT), text());
for (const [name, chart] of Object.entries(charts)) writeFileSync(new URL(name, OUT), chart);

function text() {
  return `# Benchmarks

Written by \`cargo xtask bench report\` from what the benchmarks measured; not by hand. Times are medians.
The static page is the limit: the same story as somebody would write it by hand, without script, or with the
least that moves a slider. The peers are prerendered and hydrate; the best one is the one with the least in
that row. Machines differ, so read the ratios.

## Load

${measuredBy(load)}, 1.6 Mbps, 150 ms, CPU 4 times slower. The story has no mini-models.

${image("load.svg", "Bars: when the text is readable and the tools are ready, for each page")}

${compared(load[THROTTLED.name].medians, "prerendered", "static", PEERS, LOAD)}

${image("bytes.svg", "Bars: the bytes of each page")}

The same story with mini-models: ours has five, the static page and Preact islands one.

${compared(load[THROTTLED.name].medians, "prerendered, models", "static, model", comparedWith("prerendered, models").peers, LOAD)}

All pages:

${all(load[THROTTLED.name].medians, LOAD)}

All pages on this machine at full speed:

${all(
  load[LOCAL.name].medians,
  LOAD.filter(([, , format]) => format === ms),
)}

Files that ours asks for with caches off, until all of the page was used:

${requests()}

## A very long story

${measuredBy(scale)}. 1,000 sections and 20,000 mentions. The CPU is 4 times slower, except for what
has an asterisk.

${image("scale.svg", "Bars: blocking time of each page with the very long story")}

${compared(longRows(), "ours", "static", LONG_PEERS, LONG)}

All pages:

${all(longRows(), LONG)}

## A mini-model's slider

${measuredBy(models)}, CPU 4 times slower. A frame: the main thread's time from the input event until a frame with
another sentence is painted. An update: its time for one step of a drag, whatever the step changes.

${image("slider.svg", "Bars: the median and the longest frame of each page's slider")}

${compared(sliderRows(), "ours", "static", PEERS, SLIDER)}

All sliders:

${all(sliderRows(), [...SLIDER, UPDATES])}

Memory of our page after so many moves of the slider:

${memory()}

## Aims

${[load, scale, models].flatMap(({ aims }) => aims.map(aim)).join("\n")}
`;
}

/** Returns our long page's rows at the slower CPU, with what is measured at full speed only. */
function longRows() {
  const rows = Object.entries(scale[SLOWED.name].medians).map(([name, row]) => {
    const { termLast: localTerm, expand, summarize } = scale[LOCAL.name].medians[name];
    const values = { ...row, localTerm, expand, summarize, bytes: scale.bytes[name] };
    return [LONG_LABELS[name] ?? name, values];
  });
  return Object.fromEntries(rows);
}

function sliderRows() {
  const rows = Object.entries(models[SLOWED.name].medians);
  return Object.fromEntries(rows.map(([name, row]) => [SLIDER_LABELS[name] ?? name, row]));
}

function requests() {
  const row = ([page, files]) => [page, Object.keys(files).length, Math.max(...Object.values(files))];
  return table(["page", "files", "most requests for one"], Object.entries(load.requests).map(row));
}

function memory() {
  const moves = Object.entries(models.memory);
  const names = Object.keys(moves[0][1]);
  return table(
    ["moves", ...names],
    moves.map(([count, row]) => [count, ...names.map((name) => row[name])]),
  );
}

function loadChart() {
  return barChart({
    title: "Load at 1.6 Mbps and a CPU 4 times slower",
    series: ["text readable", "tools ready"],
    unit: "ms",
    rows: bars(load[THROTTLED.name].medians, OURS, ({ text, tools }) => [text, tools]),
  });
}

function bytesChart() {
  return barChart({
    title: "Bytes of the page, brotli",
    series: ["script and wasm", "everything"],
    unit: "KB",
    digits: 1,
    rows: bars(load[THROTTLED.name].medians, OURS, (row) => [script(row) / 1000, bytes(row) / 1000]),
  });
}

function scaleChart() {
  return barChart({
    title: "Blocking time of 1,000 sections, CPU 4 times slower",
    series: ["blocking"],
    unit: "ms",
    rows: bars(longRows(), Object.values(LONG_LABELS).slice(0, 2), ({ blocking }) => [blocking]),
  });
}

function sliderChart() {
  return barChart({
    title: "A frame in which a step of the slider changes the sentence",
    series: ["median", "longest"],
    unit: "ms",
    digits: 1,
    rows: bars(sliderRows(), Object.values(SLIDER_LABELS).slice(0, 2), (row) => [row.stepMedian, row.stepLongest]),
  });
}

function bars(rows, ours, values) {
  return Object.entries(rows).map(([name, row]) => ({ name, isOurs: ours.includes(name), values: values(row) }));
}

function measuredBy({ measured: { rounds, day, browser } }) {
  return `${rounds} rounds, Chromium ${browser}, ${day}`;
}

function image(name, words) {
  return `![${words}](${name})`;
}

function aim({ aim: words, isMet, measured }) {
  return `- ${isMet ? "met" : "**missed**"}: ${words} (${measured})`;
}

/** Returns a table of our figures beside the limit's and the best peer's. */
function compared(rows, ours, limit, peers, figures) {
  const line = ([label, value, format]) => {
    const [own, least] = [value(rows[ours]), value(rows[limit])];
    const known = peers.filter((peer) => value(rows[peer]) !== undefined);
    const [best] = known.sort((one, other) => value(rows[one]) - value(rows[other]));
    const most = best && value(rows[best]);
    const times = (other) => (other > 0 && own !== undefined ? ratio(own / other) : undefined);
    const shown = (number) => (number === undefined ? undefined : format(number));
    return [label, shown(own), shown(least), times(least), best && `${shown(most)} (${best})`, times(most)];
  };
  return table(
    ["figure", "ours", "static, the limit", "ours / limit", "best peer", "ours / best peer"],
    figures.map(line),
  );
}

/** Returns a table of all pages. */
function all(rows, figures) {
  const cell = (row, [, value, format]) => (value(row) === undefined ? undefined : format(value(row)));
  return table(
    ["page", ...figures.map(([label]) => label)],
    Object.entries(rows).map(([name, row]) => [name, ...figures.map((figure) => cell(row, figure))]),
  );
}
