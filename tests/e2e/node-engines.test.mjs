// The tool of the npm package in other engines than Node: Deno, Bun and workerd, which Cloudflare's workers run in.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { PACKAGE, WASM } from "../support/node-tool.mjs";
import { folder, prerender, run, STORY } from "../support/tools.mjs";

let work, expected;
before(async () => {
  work = await folder();
  expected = await prerender(STORY);
});
after(() => work.remove());

const SCRIPT = `
  import { readFileSync } from "node:fs";
  import { prerender } from ${JSON.stringify(`${PACKAGE}/node.js`)};
  console.log(prerender(readFileSync(${JSON.stringify(STORY)}, "utf8")).html);
`;
/** Needs nothing but what the caller gives: no file, no network. */
const WORKER = `
  import { load } from "tool.js";
  import module from "explainer_tool.wasm";
  import story from "story.json";
  import expected from "expected.html";
  export default {
    async test() {
      const { html } = (await load(module)).prerender(story);
      if (html !== expected) throw new Error("other bytes: " + html);
    },
  };
`;

const PROGRAMS = { deno: ["run", "--allow-read", "--no-remote"], bun: ["run"] };
for (const [program, words] of Object.entries(PROGRAMS)) {
  test(`in_${program}_it_writes_the_same_bytes`, async () => {
    const script = `${work.place}/script.mjs`;
    await writeFile(script, SCRIPT);
    const html = await run(program, [...words, script], { cwd: work.place });
    assert.equal(html, `${expected}\n`);
  });
}

/** Runs the worker's test in workerd, where `page` is what the worker expects. */
async function workerd(page) {
  const modules = {
    "worker.js": ["esModule", WORKER],
    "tool.js": ["esModule", await readFile(`${PACKAGE}/tool.js`)],
    "explainer_tool.wasm": ["wasm", await readFile(WASM)],
    "story.json": ["text", await readFile(STORY)],
    "expected.html": ["text", page],
  };
  const listed = Object.entries(modules).map(([name, [kind]]) => `(name = "${name}", ${kind} = embed "${name}")`);
  for (const [name, [, content]] of Object.entries(modules)) await writeFile(`${work.place}/${name}`, content);
  const config = `${work.place}/config.capnp`;
  await writeFile(
    config,
    `using Workerd = import "/workerd/workerd.capnp";
    const config :Workerd.Config = (services = [(name = "main", worker = .worker)]);
    const worker :Workerd.Worker = (compatibilityDate = "2025-01-01", modules = [${listed.join(", ")}]);\n`,
  );
  return run("workerd", ["test", config]);
}

test("in_workerd_it_writes_the_same_bytes", async () => {
  await workerd(expected);
  await assert.rejects(workerd(`${expected} `), /other bytes/);
});
