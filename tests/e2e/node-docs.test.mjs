// Runs the first block of README.md and the snippets of docs/node.md in a fresh project.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cp, readFile, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { PACKAGE } from "../support/node-tool.mjs";
import { answer, freePort } from "../support/servers.mjs";
import { launch, serve } from "../support/site.mjs";
import { folder, path, prerender, run, STORY } from "../support/tools.mjs";
import { works } from "../support/visits.mjs";

const snippetsOf = async (file) =>
  new Map(
    [...(await readFile(path(file), "utf8")).matchAll(/<!-- test: (\S+) -->\n```\w*\n([\s\S]*?)\n```/g)].map(
      ([, name, code]) => [name, code],
    ),
  );
const readme = await snippetsOf("README.md");
const snippets = await snippetsOf("docs/node.md");
const GLOSSARY = { terms: [{ id: "toll", label: "toll", short: "A charge." }] };
const MENTIONS = {
  schemaVersion: 1,
  id: "mentions",
  lang: "en",
  headline: "A toll",
  sections: [{ id: "lead", heading: "Lead", blocks: [["The ", { term: "toll" }, "."]] }],
};

let project, packed;
before(async () => {
  project = await folder();
  packed = (await run("npm", ["pack", "--silent", PACKAGE], { cwd: project.place })).trim();
  const install = `npm install --no-audit --no-fund --offline ./${packed}`;
  const words = ["-euc", readme.get("start").replace("npm install explainer-article", install)];
  await run("sh", words, { cwd: project.place });
});
after(() => project.remove());

const read = (name) => readFile(`${project.place}/${name}`, "utf8");
async function runSnippet(name) {
  await writeFile(`${project.place}/${name}.mjs`, snippets.get(name));
  await run(process.execPath, [`${name}.mjs`], { cwd: project.place });
}

test("five_lines_make_a_page", async () => {
  assert.equal(await read("index.html"), await prerender(STORY, "--page"));
  const [site, browser] = [await serve({}, { root: project.place }), await launch()];
  try {
    await works(browser, `${site.origin}/index.html`);
  } finally {
    await browser.close();
    site.close();
  }
});

test("the_functions_write_files", async () => {
  await cp(STORY, `${project.place}/my-story.json`);
  await runSnippet("functions");
  assert.equal(await read("my-story.html"), await prerender(STORY, "--heading-level=2", "--prefix=week"));
  assert.equal(await read("my-story.txt"), await prerender(STORY, "--syndicate=text"));
});

test("a_glossary_comes_from_a_file", async () => {
  await writeFile(`${project.place}/my-story.json`, JSON.stringify(MENTIONS));
  await writeFile(`${project.place}/glossary.json`, JSON.stringify(GLOSSARY));
  await runSnippet("glossary");
  assert.match(await read("my-story.html"), /A charge\./);
});

test("a_server_answers_with_the_page", async () => {
  await cp(STORY, `${project.place}/my-story.json`);
  const port = await freePort();
  await writeFile(`${project.place}/server.mjs`, snippets.get("server"));
  const server = spawn(process.execPath, ["server.mjs"], {
    cwd: project.place,
    env: { ...process.env, PORT: String(port) },
    stdio: "inherit",
  });
  try {
    const response = await answer(`http://127.0.0.1:${port}/`);
    assert.equal(await response.text(), await prerender(STORY, "--page", "--assets=/explainer/"));
  } finally {
    server.kill();
  }
});

test("every_snippet_is_run", () => {
  assert.deepEqual([...snippets.keys()].sort(), ["functions", "glossary", "server"]);
  assert.deepEqual([...readme.keys()], ["start"]);
});
