// How soon a reader can read, fold and use the tools: our page beside a hand-written one and prerendered
// ones that hydrate. `node bench/load.mjs [rounds]` after `cargo xtask dist`.
import assert from "node:assert/strict";
import { blocking, inRounds, launch, LOCAL, THROTTLED, visit } from "./browser.mjs";
import { comparedWith, MODEL_PEERS, PAGES, PEERS, pageFiles } from "./pages.mjs";
import { collect, watch } from "./probe.mjs";
import { judge, keep, kilobytes, medians, ms, ratio, rounds, table } from "./figures.mjs";
import { serve } from "./server.mjs";

const KINDS = { "": "html", ".css": "css", ".js": "script", ".json": "data", ".wasm": "wasm" };
const OURS = ["prerendered", "prerendered, models", "client-side"];
const JUDGED = ["prerendered", "client-side"]; // Those whose story the peers show too.
const LATER_TEXT = 1.05; // Times the static page's.
const LIMIT = 50; // Milliseconds, of blocking and of one task.

const files = await pageFiles();
const site = await serve(files);
const uncached = await serve(files, { cache: "no-store" });
const browser = await launch();
try {
  await provePages();
  const figures = { requests: await requests() };
  for (const place of [LOCAL, THROTTLED]) figures[place.name] = await measureAt(place);
  const judged = [...aims(figures.throttled.medians), ...requestAims(figures.requests)];
  keep("load", browser, { ...figures, aims: judged });
  for (const { name } of [LOCAL, THROTTLED]) show(name, figures[name].medians);
  console.log("\nAims, throttled, medians:\n");
  if (!judge(judged)) process.exitCode = 1;
} finally {
  await browser.close();
  site.close();
  uncached.close();
}

/** Returns how often each of our pages asks for each file where nothing may be kept, until all of it was used. */
async function requests() {
  const seen = {};
  for (const name of OURS) {
    uncached.asked.length = 0;
    await withTools(uncached, PAGES[name], async (page) => {
      await page.locator(PAGES[name].signs.term).first().click();
      await page.getByRole("dialog").waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Expand all" }).click();
      for (const model of await page.locator("explainer-model").all()) await model.scrollIntoViewIfNeeded();
      await silence(uncached.asked);
    });
    const asked = uncached.asked.filter((path) => path !== "/favicon.ico");
    seen[name] = Object.fromEntries(
      [...new Set(asked)].map((path) => [path, asked.filter((each) => each === path).length]),
    );
  }
  return seen;
}

/** Waits until nothing more was asked for during a second. */
async function silence(asked) {
  for (let before = -1; before !== asked.length;) {
    before = asked.length;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

function requestAims(requests) {
  return Object.entries(requests).map(([page, files]) => {
    const twice = Object.entries(files).filter(([, count]) => count > 1);
    return {
      aim: `${page}: no file asked for twice with caches off`,
      isMet: twice.length === 0,
      measured:
        twice.length > 0
          ? twice.map(([file, count]) => `${file} ${count} times`).join(", ")
          : `${Object.keys(files).length} files, once each`,
    };
  });
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
  const columns = ["first paint", "text readable", "section foldable", "terms usable", "tools ready", "blocking"];
  console.log(`\nTimes in ms, ${name}\n`);
  console.log(
    table(
      ["page", ...columns, "longest task", "longest after text", "text / static", "tools / best peer"],
      Object.entries(rows).map(([page, row]) => {
        const { limit, peers } = comparedWith(page);
        const soonest = Math.min(...peers.map((peer) => rows[peer].tools));
        return [
          page,
          ...[row.fcp, row.text, row.fold, row.terms, row.tools, row.blocking, row.longest, row.later].map(ms),
          ratio(row.text / rows[limit].text),
          row.tools && ratio(row.tools / soonest),
        ];
      }),
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

function aims(rows) {
  const { prerendered, static: plain, React } = rows;
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
      isMet: prerendered.tools < React.tools,
      measured: `${ms(prerendered.tools)} to ${ms(React.tools)} ms: ${ratio(prerendered.tools / React.tools)}; its script is ${kilobytes(React.script)} KB`,
    },
    ...JUDGED.flatMap((page) => [
      {
        aim: `${page}: blocking time at most ${LIMIT} ms`,
        isMet: rows[page].blocking <= LIMIT,
        measured: `${ms(rows[page].blocking)} ms; static ${ms(plain.blocking)}, React ${ms(React.blocking)}`,
      },
      {
        aim: `${page}: no task over ${LIMIT} ms at a CPU ${THROTTLED.slowdown} times slower`,
        isMet: rows[page].longest <= LIMIT,
        measured: `${ms(rows[page].longest)} ms, after the text ${ms(rows[page].later)}; static ${ms(plain.longest)}, React ${ms(React.longest)}`,
      },
    ]),
  ];
}

/** Makes sure that each page does what its times are said to be of. */
async function provePages() {
  const peers = [...PEERS, ...MODEL_PEERS];
  for (const name of ["prerendered", "static", "static, model", ...peers]) await proveWithoutScript(PAGES[name]);
  for (const name of [...OURS, ...peers]) await proveTools(PAGES[name]);
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

function proveTools({ address, signs }) {
  return withTools(site, { address, signs }, async (page) => {
    await page.locator(signs.term).first().click();
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    const open = page.locator(`${signs.fold.split(" ")[0]} > details[open]`);
    await page.getByRole("button", { name: "Summarize" }).click();
    await page.getByText("In brief").waitFor();
    assert.equal(await open.count(), 0, `${address} folds its sections for the summary`);
    await page.getByRole("button", { name: "Summarize" }).click();
    await page.getByRole("button", { name: "Expand all" }).click();
    assert.equal(await open.count(), 5, `${address} opens all sections`);
  });
}

/** Opens a page, and gives it to `act` when its tools are ready. */
function withTools({ origin }, { address, signs }, act) {
  return visit(browser, LOCAL, [watch, signs], async (page) => {
    await page.goto(origin + address);
    await page.evaluate(() => window.bench.finished);
    await act(page);
  });
}
