// docs, custom-elements.json, the type declarations and the code name the same things, and the
// examples for editors are sound.
import assert from "node:assert/strict";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { test } from "node:test";
import { folder, path, prerender, run, STORY } from "../support/tools.mjs";

const read = (name) => readFile(path(name), "utf8");
const { modules } = JSON.parse(await read("www/npm/custom-elements.json"));
const names = (list) => list.map(({ name }) => name).sort();
const sorted = (...lists) => [...new Set(lists.flat())].sort();
const found = (text, pattern) => sorted([...text.matchAll(pattern)].map(([, name]) => name));
/** The part of a page under one heading. */
const under = (text, heading) => text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
/** What the rows of a part's tables are about. */
const rows = (part) => found(part, /^\| `([^`]+)`/gm);
/** What the types say between a declaration and its end. */
const declared = (text, declaration, end) => text.split(`${declaration} `)[1].split(end)[0];

/** Returns the text of every source file in a folder that ends so, and of those named. */
async function source(place, extension, ...others) {
  const all = await readdir(path(place), { recursive: true });
  const files = all.filter((file) => place !== "crates" || /^\w+\/src\//.test(file));
  const texts = files.filter((file) => file.endsWith(extension)).map((file) => read(`${place}/${file}`));
  return (await Promise.all([...texts, ...others.map(read)])).join("\n");
}

/** What both custom elements are made of. */
const SHARED = (
  await Promise.all(["assets", "errors", "instances", "lazy-element"].map((name) => read(`www/${name}.js`)))
).join("\n");
const style = await read("docs/contracts/style.md");
const articleTypes = await read("www/npm/explainer-article.d.ts");
const modelTypes = await read("www/npm/explainer-model.d.ts");
const code =
  (await source("crates", ".rs")) +
  (await source("src", ".rs", "www/explainer-article.js", "www/explainer-model.js")) +
  SHARED;
const tools =
  (await read("crates/view/src/components/toolbar.rs")) + (await read("crates/view/src/components/definition.rs"));
const models =
  (await source("crates/view/src/models/controls", ".rs")) + (await source("crates/view/src/models", ".rs"));
const modelSheets =
  (await source("crates/view/src/models/controls", ".css")) + (await source("crates/view/src/models", ".css"));

const article = {
  name: "ExplainerArticle",
  page: await read("docs/contracts/element.md"),
  declaration: modules[0].declarations[0],
  types: articleTypes,
  sheets: await source("crates/view/src", ".css", "www/shell.js"),
  shim: (await read("www/explainer-article.js")) + SHARED,
  isOurs: (event) => !event.startsWith("explainer-model-"),
};
const model = {
  name: "ExplainerModel",
  page: await read("docs/contracts/model.md"),
  declaration: modules[1].declarations[0],
  types: modelTypes,
  sheets: modelSheets,
  shim: (await read("www/explainer-model.js")) + SHARED,
  isOurs: (event) => /^explainer-(model-|error$)/.test(event),
};

for (const [of, element] of Object.entries({ article, model })) {
  test(`attributes_of_the_${of}_are_the_same_everywhere`, async () => {
    const expected = names(element.declaration.attributes);
    assert.deepEqual(rows(under(element.page, "Attributes")), expected);
    const interfaceOf = declared(element.types, `interface ${element.name}Attributes`, "\n}");
    assert.deepEqual(found(interfaceOf, /^ {2}"?([a-z-]+)"?\?:/gm), expected);
    for (const name of expected) {
      const isRead = (element.shim + code).includes(`"${name}"`) || element.sheets.includes(`[${name}=`);
      assert.ok(isRead, `${name} is read`);
    }
  });

  test(`properties_of_the_${of}_are_the_same_everywhere`, () => {
    const expected = names(element.declaration.members);
    const part = under(element.page, "Properties") ?? under(element.page, "Property");
    assert.deepEqual(sorted(rows(part), found(part, /^`(\w+)`: /gm)), expected);
    const interfaceOf = declared(element.types, `interface ${element.name}Element`, "\n}");
    assert.deepEqual(found(interfaceOf, /^ {2}(\w+): /gm), expected);
    assert.deepEqual(found(element.shim, /^ {2}set (\w+)\(/gm), expected);
  });

  test(`events_of_the_${of}_are_the_same_everywhere`, () => {
    const expected = names(element.declaration.events);
    assert.deepEqual(rows(under(element.page, "Events")), expected);
    const map = declared(element.types, `interface ${element.name}EventMap`, "\n}");
    assert.deepEqual(found(map, /^ {2}"(explainer-[a-z-]+)":/gm), expected);
    const fired = found(code, /(?:emit\(\s*&?[\w.]+,\s*|CustomEvent\()"(explainer-[a-z-]+)"/g);
    assert.deepEqual(fired.filter(element.isOurs), expected);
  });

  test(`error_codes_of_the_${of}_are_those_that_are_told`, async () => {
    const expected = rows(under(element.page, "Errors"));
    for (const name of expected) assert.ok(code.includes(`"${name}"`), `${name} is told`);
    const inShim = found(element.shim, /(?:WidgetError\(\s*|, )"([a-z]+(?:-[a-z]+)*)"/g);
    const told = inShim.filter((name) => /^(trap|slow|widget)$|-(unavailable|missing|blocked|broken|json)$/.test(name));
    assert.deepEqual(
      told.filter((name) => !expected.includes(name)),
      [],
    );
  });
}

test("error_codes_are_the_same_in_the_types", () => {
  const typed = declared(articleTypes, "type ExplainerErrorCode", ";");
  const expected = sorted(...[article, model].map(({ page }) => rows(under(page, "Errors"))));
  assert.deepEqual(found(typed, /"([a-z-]+)"/g), expected);
});

test("details_have_the_same_fields_everywhere", () => {
  for (const { page, declaration, types, isOurs } of [article, model]) {
    for (const { name, type } of declaration.events.filter(({ name }) => isOurs(name))) {
      const [, row] = under(page, "Events").match(new RegExp(`^\\| \`${name}\` \\| ([^|]*) \\|`, "m"));
      const detail = type.text.match(/<(\w+)>/)[1];
      const from = types.includes(`interface ${detail} `) ? types : articleTypes;
      assert.deepEqual(
        found(declared(from, `interface ${detail}`, "\n}"), /^ {2}(\w+): /gm),
        found(row, /`(\w+)`/g),
        name,
      );
    }
  }
});

test("custom_properties_are_the_same_everywhere", () => {
  const used = (sheets) => found(sheets, /var\((--explainer-[a-z-]+)/g);
  const expected = names(article.declaration.cssProperties);
  assert.deepEqual(rows(under(style, "Custom properties")), expected);
  assert.deepEqual(used(article.sheets), expected);
  const ofModels = names(model.declaration.cssProperties);
  assert.deepEqual(
    rows(under(model.page, "Style")).filter((row) => row.startsWith("--")),
    ofModels,
  );
  assert.deepEqual(used(modelSheets), ofModels);
});

test("parts_are_the_same_everywhere", () => {
  const expected = names(article.declaration.cssParts);
  assert.deepEqual(found(style, /::part\(([a-z-]+)\)/g), expected);
  const written = /\bpart="([a-z-]+)"/g;
  assert.deepEqual(found(tools, written), expected);
  const ofModels = names(model.declaration.cssParts);
  assert.deepEqual(found(model.page, /explainer-model::part\(([a-z-]+)\)/g), ofModels);
  assert.deepEqual(found(models, written), ofModels);
});

test("settings_in_scenarios_are_those_of_the_engine", async () => {
  const engine = await source("crates/models/src", ".rs");
  const inCode = found(engine, /^const (?!CHOOSE|ALL)[A-Z]+: &str = "([a-z]+)";/gm);
  const part = under(model.page, "Scenarios");
  assert.deepEqual(found(part, /^\| \w+ \| `([a-z]+)` /gm), inCode);
  const kinds = found(await read("crates/story/src/mini_model.rs"), /^ {8}"([a-z]+)" =>/gm);
  assert.deepEqual(found(part, /^\| (?!kind)([a-z]+) \|/gm), kinds);
});

test("codes_of_problems_are_those_of_the_reader", async () => {
  const inCode = found(await read("crates/story/src/problem.rs"), /"([a-z-]+)\|\\$/gm);
  const [, list] = (await read("docs/contracts/story.md")).split("The codes of problems are");
  assert.deepEqual(found(list.split("\n\n")[0], /`([a-z-]+)`/g), inCode);
  const forEditors = under(await read("docs/models.md"), "Problems and their mends");
  const listed = [...forEditors.matchAll(/^\| (`[a-z-]+`(?:, `[a-z-]+`)*) \|/gm)].flatMap(([, cell]) =>
    found(cell, /`([a-z-]+)`/g),
  );
  assert.deepEqual(
    listed.filter((name) => !inCode.includes(name)),
    [],
  );
});

test("help_for_models_that_do_not_fit_is_that_of_the_tool", async () => {
  const reader = await source("crates/story/src", ".rs");
  const page = await read("docs/models.md");
  const tables = page.split("| what the tool says | help |\n|---|---|\n").slice(1);
  const told = tables.flatMap((table) => table.split("\n\n")[0].split("\n"));
  for (const row of told) {
    const [, says, help] = row.match(/^\| `([^`]+)`.* \| (.*) \|$/);
    // What stands after a name, less the field that it is about.
    const words = says.replace(/^.*"…" /, "").replace(/^(cannot be the) \w+$/, "$1 ");
    assert.ok(reader.includes(`"${words}"`) || reader.includes(`\\" ${words}"`), says);
    assert.ok(reader.includes(`"${help.replaceAll('"', '\\"')}"`), help);
  }
});

test("every_example_for_editors_is_sound", async () => {
  const page = await read("docs/models.md");
  const examples = [...page.matchAll(/```json\n([\s\S]*?)\n```/g)].map(([, json]) => JSON.parse(json));
  const kinds = found(await read("crates/story/src/mini_model.rs"), /^ {8}"([a-z]+)" =>/gm);
  assert.deepEqual(sorted(examples.flatMap((example) => example.kind ?? [])), kinds);
  const { place, remove } = await folder();
  for (const example of examples) {
    const alone = {
      schemaVersion: 1,
      id: "story",
      lang: "en",
      headline: "A story",
      sections: [{ id: "lead", heading: "Lead", blocks: [{ kind: "model", model: example.id }] }],
      models: [example],
    };
    const story = example.models ? example : alone;
    await writeFile(`${place}/story.json`, JSON.stringify(story));
    // A model that is not played stands there without its element.
    for (const { id } of story.models) {
      const html = await prerender(`${place}/story.json`, "--model", id);
      assert.ok(html.startsWith(`<explainer-model model="${id}"`), id);
    }
  }
  await remove();
});

test("the_tool_has_the_options_of_its_contract", async () => {
  const help = await run("explainer", ["prerender", "--help"]);
  const contract = await read("docs/contracts/tool.md");
  assert.deepEqual(
    found(help, /(--[a-z][a-z-]+)/g).filter((option) => option !== "--help"),
    found(contract, /(--[a-z][a-z-]+)/g),
  );
});

test("the_html_contract_names_what_a_fragment_has", async () => {
  const html = await prerender(STORY);
  const contract = await read("docs/contracts/html.md");
  for (const name of found(contract, /[.`](explainer-[a-z-]+)/g)) {
    if (name === "explainer-article") continue;
    assert.ok(new RegExp(`class="[^"]*\\b${name}\\b`).test(html), name);
  }
  for (const role of found(contract, /role=([a-z-]+)/g)) assert.ok(html.includes(`role="${role}"`), role);
  for (const name of found(contract, /`(?:\w[\w-]*)\[([a-z]+)=ID\]/g))
    assert.ok(html.includes(`<explainer-model ${name}="`), name);
});

test("each_mention_in_the_text_has_an_id_with_its_number", async () => {
  const html = await prerender(path("tests/fixtures/every-part.json"));
  const counts = {};
  let inAsides = 0;
  const asides = /<ol class="explainer-points".*?<\/ol>|<dd>.*?<\/dd>/gs;
  const text = html.replaceAll(asides, (aside) => {
    assert.ok(!aside.includes(' id="ref-'), aside);
    inAsides += aside.split("doc-glossref").length - 1;
    return "";
  });
  for (const [tag] of text.matchAll(/<a [^>]*role="doc-glossref"[^>]*>/g)) {
    const [, term] = tag.match(/href="#term-([^"]+)"/);
    counts[term] = (counts[term] ?? 0) + 1;
    assert.ok(tag.includes(` id="ref-${term}-${counts[term]}"`), tag);
  }
  assert.ok(inAsides > 0 && Object.values(counts).some((count) => count > 1));
});
