// What the npm package's tool takes beside the native tool, built in the same profile: a story, a start, and the
// memory of 10,000 stories in one process. `cargo xtask bench node`, or `node bench/node.mjs` after
// `cargo xtask dist`; it builds the native tool.
import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const PACKAGE = path("target/npm");
const STORY = path("www/stories/microsoft-openai.json");
const NATIVE = path("target/tool/fast/explainer");
const ROUNDS = 7;
const MANY = 200;
const STORIES = [1000, 2000, 4000, 7000, 10_000];

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const ms = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const mb = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

/** Returns how long a program takes, in milliseconds. */
async function time(program, words) {
  const start = performance.now();
  await promisify(execFile)(program, words, { maxBuffer: 1e9 });
  return performance.now() - start;
}

/** Returns the medians of each program's times, measured in turns. */
async function inTurns(programs) {
  const times = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, [program, words]] of Object.entries(programs)) times[name].push(await time(program, words));
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
}

/**
 * A script that Node runs with the package's functions at hand.
 *
 * @param {string} code
 * @returns {[string, string[]]}
 */
const script = (code) => [
  process.execPath,
  [
    "--expose-gc",
    "--input-type=module",
    "--eval",
    `import { readFileSync } from "node:fs"; import { prerender } from ${JSON.stringify(`${PACKAGE}/node.js`)};
     const story = readFileSync(${JSON.stringify(STORY)}, "utf8"); ${code}`,
  ],
];

const place = await mkdtemp(join(tmpdir(), "explainer-bench-"));
try {
  const build = ["build", "--quiet", "--package", "explainer-cli", "--profile", "fast", "--target-dir", "target/tool"];
  execFileSync("cargo", build, { cwd: path("."), stdio: "inherit" });
  await sizes();
  await speed();
  await starts();
  await memory();
} finally {
  await rm(place, { recursive: true });
}

async function sizes() {
  const wasm = await readFile(`${PACKAGE}/explainer_tool.wasm`);
  const brotli = brotliCompressSync(wasm, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: wasm.length } });
  console.log(`wasm: ${mb(wasm.length)}, gzip ${mb(gzipSync(wasm, { level: 9 }).length)}, brotli ${mb(brotli.length)}`);
  const [packed] = JSON.parse(execFileSync("npm", ["pack", "--dry-run", "--json", PACKAGE]).toString());
  console.log(`package: ${mb(packed.unpackedSize)} in ${packed.entryCount} files, ${mb(packed.size)} packed`);
  console.log(`native tool: ${mb((await stat(NATIVE)).size)}`);
}

/** A story more or less in one call of the command line: what starting takes falls out. */
async function speed() {
  const files = [];
  const out = join(place, "out");
  await mkdir(out);
  for (let index = 0; index < MANY; index += 1) {
    files.push(join(place, `${index}.json`));
    await cp(STORY, files[index]);
  }
  const many = ["prerender", ...files, "--out-dir", out];
  const one = ["prerender", files[0], "--out-dir", out];
  const tool = `${PACKAGE}/cli.js`;
  const times = await inTurns({
    nativeMany: [NATIVE, many],
    nativeOne: [NATIVE, one],
    npmMany: [tool, many],
    npmOne: [tool, one],
  });
  const native = (times.nativeMany - times.nativeOne) / (MANY - 1);
  const npm = (times.npmMany - times.npmOne) / (MANY - 1);
  console.log(
    `command line, a story with its files: native ${ms(native)}, npm ${ms(npm)}: ${(npm / native).toFixed(2)} times`,
  );
  console.log(`command line, one story: native ${ms(times.nativeOne)}, npm ${ms(times.npmOne)}`);
  const [program, words] = script(`
    const times = [];
    for (let index = 0; index < 300; index += 1) {
      const start = performance.now();
      prerender(story);
      times.push(performance.now() - start);
    }
    const warm = times.slice(100).sort((a, b) => a - b);
    console.log(JSON.stringify({ first: times[0], second: times[1], warm: warm[100], slowest: warm.at(-1) }));`);
  const { first, second, warm, slowest } = JSON.parse(execFileSync(program, words).toString());
  console.log(
    `prerender() of the bundled story: first ${ms(first)}, second ${ms(second)}, warm ${ms(warm)}, slowest ${ms(slowest)}`,
  );
  console.log(`prerender(), warm, to the native tool's story with its files: ${(warm / native).toFixed(2)} times`);
}

/** Node with the package's first answer, and Node alone. */
async function starts() {
  const least = `{"schemaVersion":1,"id":"a","lang":"en","headline":"A","sections":[{"id":"b","heading":"B","blocks":["C"]}]}`;
  const { node, tool } = await inTurns({
    node: [process.execPath, ["--input-type=module", "--eval", 'import "node:fs";']],
    tool: script(`prerender(${JSON.stringify(least)});`),
  });
  console.log(`start to the first answer: ${ms(tool)}, of which Node ${ms(node)}`);
}

/** What one process holds after so many stories, each a little different, a faulty one now and then. */
async function memory() {
  const [program, words] = script(`
    const held = [];
    const parts = JSON.parse(story);
    for (let index = 1; index <= ${STORIES.at(-1)}; index += 1) {
      const { html } = prerender({ ...parts, headline: "Story " + index, lang: ["en", "de", "fr", "es", "ar"][index % 5] });
      if (!html.includes("Story " + index)) throw new Error("no story " + index);
      prerender({ faulty: index });
      if (${JSON.stringify(STORIES)}.includes(index)) {
        gc();
        held.push({ index, rss: process.memoryUsage().rss });
      }
    }
    console.log(JSON.stringify(held));`);
  const held = JSON.parse(execFileSync(program, words, { maxBuffer: 1e8 }).toString());
  for (const { index, rss } of held) console.log(`after ${index} stories: ${mb(rss)}`);
  const grown = held.at(-1).rss / held[0].rss;
  assert.ok(grown < 1.2, `memory grew to ${grown.toFixed(2)} times`);
}
