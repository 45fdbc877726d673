// The tool of the npm package: in Node, by its command line, in a browser and in workerd, beside the native tool.
import assert from "node:assert/strict";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { build } from "esbuild";
import { PACKAGE, compiled, load } from "../support/node-tool.mjs";
import { openPage } from "../support/page.mjs";
import { launch, serve } from "../support/site.mjs";
import { folder, path, run, STORY } from "../support/tools.mjs";

const read = (file) => readFile(file, "utf8");
const json = async (file) => JSON.parse(await read(file));
const FIXTURES = {
  bundled: await json(STORY),
  "every-part": await json(path("tests/fixtures/every-part.json")),
  "right-to-left": await json(path("tests/fixtures/right-to-left.json")),
};
const PROBLEMS = await json(path("tests/fixtures/problems.json"));
const GLOSSARY = { terms: [{ id: "toll", label: "toll", short: "A charge." }] };
const MENTIONS = {
  schemaVersion: 1,
  id: "mentions",
  lang: "de",
  headline: "Eine Maut",
  sections: [{ id: "lead", heading: "Lead", blocks: [["Die ", { term: "toll" }, "."]] }],
};

const { check, prerender, syndicate } = await load("node");
let work;
before(async () => {
  work = await folder();
  for (const [name, story] of Object.entries(FIXTURES)) await save(name, story);
});
after(() => work.remove());

const at = (name) => `${work.place}/${name}.json`;
const save = (name, story) => writeFile(at(name), JSON.stringify(story));
const native = (...words) => run("explainer", words);
/** Runs a program that may fail, and returns its exit code and what it wrote. */
const outcome = (program, words) =>
  run(program, words, { cwd: work.place }).then(
    (stdout) => ({ code: 0, stdout, stderr: "" }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  );

for (const [name, story] of Object.entries(FIXTURES)) {
  test(`${name}_is_the_same_bytes_as_the_native_tool_writes`, async () => {
    const manifest = path("dist/manifest.json");
    const cases = [
      [{}, []],
      [{ headingLevel: 3, prefix: "week", jsonLd: false }, ["--heading-level=3", "--prefix=week", "--no-json-ld"]],
      [{ page: true, assets: "/widget" }, ["--page", "--assets=/widget"]],
      [{ page: true, manifest: await json(manifest) }, ["--page", `--manifest=${manifest}`]],
      ...(story.models ?? []).map(({ id }) => [{ model: id }, ["--model", id]]),
    ];
    for (const [options, words] of cases) {
      assert.equal(prerender(story, options).html, await native("prerender", at(name), ...words), words.join(" "));
    }
    for (const format of ["text", "html", "json-ld"]) {
      const expected = await native("syndicate", at(name), "--format", format);
      assert.equal(syndicate(story, { format }).text, expected, format);
    }
    assert.equal(prerender(await read(at(name))).html, prerender(story).html, "as text");
  });
}

test("every_faulty_story_has_the_same_problems", async () => {
  const place = `${work.place}/problems`;
  await mkdir(place);
  const files = PROBLEMS.map((_, index) => `${place}/${index}.json`);
  for (const [index, { story }] of PROBLEMS.entries()) await writeFile(files[index], JSON.stringify(story));
  const { stdout, code } = await outcome("explainer", ["check", ...files]);
  assert.equal(code, 2);
  const lines = PROBLEMS.flatMap(({ story }, index) => {
    const { problems, unlisted } = check(JSON.stringify(story));
    const all = problems.map(
      ({ path, message, expected, help }) => `${path}: ${message}; expected ${expected}; ${help}`,
    );
    if (unlisted > 0) all.push(`and ${unlisted} more`);
    return all.map((line) => `${files[index]}: ${line}`);
  });
  assert.ok(lines.length > PROBLEMS.length / 2);
  assert.deepEqual(stdout.trimEnd().split("\n"), lines);
});

test("a_story_with_errors_has_no_html_and_one_with_warnings_has", () => {
  const faulty = { ...FIXTURES.bundled, standfrst: "Words" };
  const refused = prerender(faulty);
  assert.equal(refused.html, null);
  assert.equal(syndicate(faulty).text, null);
  const [{ path, code, severity, help }] = refused.problems;
  assert.deepEqual({ path, code, severity }, { path: "article", code: "unknown-field", severity: "error" });
  assert.match(help, /standfirst/);
  assert.deepEqual(check(faulty), { problems: refused.problems, unlisted: 0 });
  const odd = { ...MENTIONS, terms: GLOSSARY.terms, published: "2025-01-22T12:36" };
  const { html, problems } = prerender(odd);
  assert.ok(html.includes("Eine Maut"));
  assert.deepEqual(
    problems.map(({ severity, code }) => [severity, code]),
    [["warning", "time-without-zone"]],
  );
  assert.deepEqual(
    check({ ...MENTIONS, terms: GLOSSARY.terms, timeZone: "Europe/Nowhere" }).problems.map(({ code }) => code),
    ["bad-time-zone"],
  );
});

test("a_glossary_is_an_object_or_its_text", async () => {
  await save("mentions", MENTIONS);
  await save("glossary", GLOSSARY);
  const expected = await native("prerender", at("mentions"), "--glossary", at("glossary"));
  assert.equal(prerender(MENTIONS, { glossary: GLOSSARY }).html, expected);
  assert.equal(prerender(MENTIONS, { glossary: JSON.stringify(GLOSSARY) }).html, expected);
  assert.equal(check(MENTIONS).problems[0].code, "dangling-reference");
});

test("a_wrong_call_throws_and_says_why", () => {
  const { bundled } = FIXTURES;
  const says = (act, pattern) =>
    assert.throws(act, (error) => error instanceof TypeError && pattern.test(error.message));
  says(() => prerender(undefined), /neither an object nor JSON text/);
  says(() => prerender(bundled, { headinglevel: 2 }), /unknown field `headinglevel`/);
  says(() => prerender(bundled, { headingLevel: 6 }), /6 is not/);
  says(() => prerender(bundled, { prefix: "2 weeks" }), /prefix: write a letter first/);
  says(() => prerender(bundled, { model: "agi" }), /no mini-model "agi"; the story has rofr, /);
  says(() => prerender(bundled, { page: true, manifest: {} }), /manifest: lists no style/);
  says(() => prerender(bundled, { glossary: "{" }), /^glossary: /);
  says(() => prerender(bundled, { glossary: {} }), /glossary: no list "terms"/);
  says(() => syndicate(bundled, { format: "rss" }), /"rss" is not/);
});

test("what_ends_an_instance_ends_no_other", async () => {
  const tool = (await load("tool")).loadSync(await compiled());
  const expected = tool.prerender(FIXTURES.bundled).html;
  const system = {
    tell() {
      throw new Error("nobody listens");
    },
  };
  assert.throws(() => tool.run(["explainer", "no-such-command"], system), /the tool failed: nobody listens/);
  assert.equal(tool.prerender(FIXTURES.bundled).html, expected);
});

test("the_command_line_passes_the_tests_of_the_native_tool", { timeout: 400_000 }, async () => {
  const testing = (EXPLAINER_PROGRAM) =>
    run("cargo", ["test", "--package", "explainer-cli", "--test", "*"], { cwd: path("."), env: { EXPLAINER_PROGRAM } });
  const said = await testing(`${PACKAGE}/cli.js`).catch(({ stdout }) => assert.fail(stdout));
  const passed = [...said.matchAll(/^test result: ok\. (\d+) passed/gm)].reduce((sum, [, n]) => sum + Number(n), 0);
  assert.ok(passed > 30, said);
  await assert.rejects(testing("false"), "the tests run the program that they are given");
});

test("the_command_line_says_the_same_of_itself", async () => {
  for (const words of [
    ["--help"],
    ["--version"],
    ["prerender", "--help"],
    ["check", "--help"],
    ["syndicate", "-h"],
    ["feed", "--help"],
    ["contract"],
  ]) {
    const [ours, theirs] = [await outcome(`${PACKAGE}/cli.js`, words), await outcome("explainer", words)];
    assert.equal(ours.code, 0);
    assert.equal(ours.stdout.replaceAll("Usage: explainer-article", "Usage: explainer"), theirs.stdout);
  }
  for (const words of [
    ["prerend"],
    ["prerender", "--page", "--model=a"],
    ["syndicate", "--format=rss"],
    ["check", "none.json"],
  ]) {
    const [ours, theirs] = [await outcome(`${PACKAGE}/cli.js`, words), await outcome("explainer", words)];
    assert.deepEqual({ ...ours, stderr: ours.stderr.replaceAll("explainer-article", "explainer") }, theirs);
  }
});

test("a_bundle_of_the_element_has_nothing_of_the_tool", async () => {
  const bundled = async (name) => {
    const { metafile } = await build({
      stdin: { contents: `import "explainer-article${name}";`, resolveDir: work.place },
      alias: { "explainer-article": PACKAGE },
      bundle: true,
      write: false,
      metafile: true,
      logLevel: "error",
      format: "esm",
      outdir: work.place,
      platform: name === "/node.js" ? "node" : "browser",
    });
    return Object.keys(metafile.inputs).join();
  };
  for (const name of ["/explainer-article.js", "/explainer-model.js"]) {
    const inputs = await bundled(name);
    assert.doesNotMatch(inputs, /tool|node\.js|cli\.js/);
    const shipped = await readdir(PACKAGE);
    for (const file of shipped.filter((file) => /^explainer.*\.js$/.test(file))) {
      assert.doesNotMatch(await read(`${PACKAGE}/${file}`), /explainer_tool|tool\.js/, file);
    }
  }
  assert.match(await bundled("/node.js"), /tool\.js/);
});

test("in_a_browser_it_writes_the_same_bytes", async () => {
  const files = { "/tool.js": "text/javascript", "/explainer_tool.wasm": "application/wasm" };
  const pages = { "/": "<!doctype html><title>A page</title>" };
  for (const [name, type] of Object.entries(files)) pages[name] = { body: await readFile(PACKAGE + name), type };
  const [site, browser] = [await serve(pages), await launch()];
  try {
    const { page, close } = await openPage(browser, `${site.origin}/`);
    const html = await page.evaluate(async (story) => {
      // @ts-expect-error The address is one of the page.
      const { load } = await import("/tool.js");
      const tool = await load(fetch("/explainer_tool.wasm"));
      return tool.prerender(story).html;
    }, FIXTURES.bundled);
    assert.equal(html, prerender(FIXTURES.bundled).html);
    await close();
  } finally {
    await browser.close();
    site.close();
  }
});
