// How soon a reader can read, fold and use the tools: our page beside a hand-written one and a
// hydrated one. `node bench/load.mjs [rounds]` after `cargo xtask dist`.
import assert from "node:assert/strict";
import { blocking, inRounds, launch, LOCAL, THROTTLED, visit } from "./browser.mjs";
import { PAGES, pageFiles } from "./pages.mjs";
import { collect, watch } from "./probe.mjs";
import { judge, keep, kilobytes, medians, ms, ratio, rounds, table } from "./report.mjs";
import { serve } from "./server.mjs";

const KINDS = { "": "html", ".css": "css", ".js": "script", ".json": "data", ".wasm": "wasm" };
const OURS = ["prerendered", "client-side"];
const LATER_TEXT = 1.05; // Times the static page's.
const LIMIT = 50; // Milliseconds, of blocking and of one task.

const site = await serve(await pageFiles());
const browser = await launch();
try {
  await provePages();
  const figures = {};
  for (const place of [LOCAL, THROTTLED]) figures[place.name] = await measureAt(place);
  keep("load.json", figures);
  for (const [name, { medians: rows }] of Object.entries(figures)) show(name, rows);
  console.log("\nAims, throttled, medians:\n");
  if (!judge(aims(figures.throttled.medians))) process.exitCode = 1;
} finally {
  await browser.close();
  site.close();
}

async function measureAt(place) {
  const runs = await inRounds(PAGES, rounds(), (page) => measure(page, place));
  const rows = Object.entries(runs).map(([name, all]) => [name, medians(all)]);
  return { medians: Object.fromEntries(rows), runs };
}

async function measure({ address, signs }, place) {
  const seen = await visit(browser, place, [watch, signs], async (page) => {
    await page.goto(site.origin + address);
    return page.evaluate(collect);
  });
  const { text, fold, terms, tools } = seen.seen;
  const script = (file) => /\.(js|wasm)$/.test(file.path);
  return {
    fcp: seen.paint,
    text,
    fold,
    terms,
    tools,
    ...blocking(seen.tasks, (tools ?? text) + 1000),
    later: blocking(
      seen.tasks.filter(({ start }) => start > text),
      Infinity,
    ).longest,
    scriptBefore: bytes(seen.files.filter((file) => script(file) && file.at <= text)),
    ...bytesByKind(seen.files),
  };
}

function bytes(files) {
  return files.reduce((sum, file) => sum + file.bytes, 0);
}

function bytesByKind(files) {
  const kind = ({ path }) => KINDS[path.match(/\.\w+$/)?.[0] ?? ""];
  const of = (name) => bytes(files.filter((file) => kind(file) === name));
  return Object.fromEntries(Object.values(KINDS).map((name) => [name, of(name)]));
}

function show(name, rows) {
  const { static: plain, react } = rows;
  console.log(`\nTimes in ms, ${name}\n`);
  console.log(
    table(
      [
        "page",
        "first paint",
        "text readable",
        "section foldable",
        "terms usable",
        "tools ready",
        "blocking",
        "longest task",
        "longest after text",
        "text / static",
        "tools / react",
      ],
      Object.entries(rows).map(([page, row]) => [
        page,
        ...[row.fcp, row.text, row.fold, row.terms, row.tools, row.blocking, row.longest, row.later].map(ms),
        ratio(row.text / plain.text),
        row.tools && ratio(row.tools / react.tools),
      ]),
    ),
  );
  if (name !== THROTTLED.name) return;
  console.log("\nKB transferred, brotli\n");
  const kinds = Object.values(KINDS);
  console.log(
    table(
      ["page", ...kinds, "script that came before the text"],
      Object.entries(rows).map(([page, row]) => [
        page,
        ...kinds.map((kind) => kilobytes(row[kind])),
        kilobytes(row.scriptBefore),
      ]),
    ),
  );
}

function aims({ prerendered, static: plain, react, ...others }) {
  const ours = { prerendered, ...others };
  const usable = Math.max(prerendered.fold, prerendered.terms);
  return [
    {
      aim: "no byte of script is needed before the text is readable and foldable",
      isMet: true, // provePages read and folded it with scripts off, and would have thrown.
      measured: `read and folded with scripts off; ${prerendered.scriptBefore} bytes came meanwhile`,
    },
    {
      aim: `text no later than ${LATER_TEXT} times the hand-written page's`,
      isMet: prerendered.text <= LATER_TEXT * plain.text,
      measured: `${ms(prerendered.text)} to ${ms(plain.text)} ms: ${ratio(prerendered.text / plain.text)}`,
    },
    {
      aim: "sections and terms usable at that moment",
      isMet: usable <= LATER_TEXT * prerendered.text,
      measured: `${ms(usable)} ms, text ${ms(prerendered.text)} ms`,
    },
    {
      aim: "all tools ready before the hydrated React page's",
      isMet: prerendered.tools < react.tools,
      measured: `${ms(prerendered.tools)} to ${ms(react.tools)} ms: ${ratio(prerendered.tools / react.tools)}; its script is ${kilobytes(react.script)} KB`,
    },
    ...OURS.flatMap((page) => [
      {
        aim: `${page}: blocking time at most ${LIMIT} ms`,
        isMet: ours[page].blocking <= LIMIT,
        measured: `${ms(ours[page].blocking)} ms; static ${ms(plain.blocking)}, react ${ms(react.blocking)}`,
      },
      {
        aim: `${page}: no task over ${LIMIT} ms at a CPU ${THROTTLED.slowdown} times slower`,
        isMet: ours[page].longest <= LIMIT,
        measured: `${ms(ours[page].longest)} ms, after the text ${ms(ours[page].later)}; static ${ms(plain.longest)}, react ${ms(react.longest)}`,
      },
    ]),
  ];
}

/** Makes sure that each page does what its times are said to be of. */
async function provePages() {
  for (const name of ["prerendered", "static", "react"]) await proveWithoutScript(PAGES[name]);
  for (const name of [...OURS, "react"]) await proveTools(PAGES[name]);
}

async function proveWithoutScript({ address, signs }) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.origin + address);
  const text = page.locator(signs.text).first();
  assert.ok(await text.isVisible(), `${address} reads`);
  await page.locator(signs.term).first().click();
  assert.match(page.url(), /#term-/, `a term of ${address} leads to its definition`);
  await page.goto(site.origin + address);
  await page.locator(signs.fold).first().click();
  assert.ok(!(await text.isVisible()), `${address} folds`);
  await context.close();
}

async function proveTools({ address, signs }) {
  await visit(browser, LOCAL, [watch, signs], async (page) => {
    await page.goto(site.origin + address);
    await page.evaluate(() => window.bench.finished);
    await page.locator(signs.term).first().click();
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    const open = page.locator(`${signs.fold.split(" ")[0]} > details[open]`);
    await page.getByRole("button", { name: "Summarize" }).click();
    await page.getByText("In brief").waitFor();
    assert.equal(await open.count(), 0, `${address} folds its sections for the summary`);
    await page.getByRole("button", { name: "Summarize" }).click();
    await page.getByRole("button", { name: "Expand all" }).click();
    assert.equal(await open.count(), 5, `${address} opens all sections`);
  });
}
