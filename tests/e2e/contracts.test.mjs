// docs, custom-elements.json, the type declarations, the native tool and the running elements name the
// same things, and the examples for editors are sound.
import assert from "node:assert/strict";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { observeModel, observeStory } from "../support/contract.mjs";
import { alone, model as modelOf, standing } from "../support/models.mjs";
import { embed, openPage } from "../support/page.mjs";
import { launch, serve } from "../support/site.mjs";
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

const style = await read("docs/contracts/style.md");
const articleTypes = await read("www/npm/explainer-article.d.ts");
const contract = JSON.parse(await run("explainer", ["contract"]));

const article = {
  tag: "explainer-article",
  name: "ExplainerArticle",
  page: await read("docs/contracts/element.md"),
  declaration: modules[0].declarations[0],
  types: articleTypes,
};
const model = {
  tag: "explainer-model",
  name: "ExplainerModel",
  page: await read("docs/contracts/model.md"),
  declaration: modules[1].declarations[0],
  types: await read("www/npm/explainer-model.d.ts"),
};
const ELEMENTS = [article, model];
/** What the elements read of their own state. */
const STATES = { "explainer-article": ["data-explainer-lang", "summarized"], "explainer-model": [] };

/** What the elements of two pages had and did. */
let observed;
let browser;
let site;

before(async () => {
  const inside = "<explainer-article demo></explainer-article>";
  site = await serve({
    "/story": embed(inside, '<link rel="stylesheet" href="/explainer/explainer-models.css">'),
    "/model": alone(standing(modelOf("rofr"), { attributes: 'model="rofr"' })),
  });
  browser = await launch();
  observed = await observeStory(browser, `${site.origin}/story`);
  const { attributes } = await observeModel(browser, `${site.origin}/model#scenario:rofr?path=part`);
  observed[model.tag].attributes = sorted(observed[model.tag].attributes, attributes);
});

after(async () => {
  await browser?.close();
  site?.close();
});

for (const element of ELEMENTS) {
  test(`attributes_of_the_${element.tag}_are_the_same_everywhere`, () => {
    const expected = names(element.declaration.attributes);
    assert.deepEqual(rows(under(element.page, "Attributes")), expected);
    const interfaceOf = declared(element.types, `interface ${element.name}Attributes`, "\n}");
    assert.deepEqual(found(interfaceOf, /^ {2}"?([a-z-]+)"?\?:/gm), expected);
    const { attributes } = observed[element.tag];
    assert.deepEqual(attributes, sorted(expected, STATES[element.tag]));
  });

  test(`properties_of_the_${element.tag}_are_the_same_everywhere`, () => {
    const { members } = element.declaration;
    const expected = names(members.filter(({ kind }) => kind === "field"));
    const part = under(element.page, "Properties") ?? under(element.page, "Property");
    assert.deepEqual(sorted(rows(part), found(part, /^`(\w+)`: /gm)), expected);
    const interfaceOf = declared(element.types, `interface ${element.name}Element`, "\n}");
    assert.deepEqual(found(interfaceOf, /^ {2}(\w+): /gm), expected);
    assert.deepEqual(observed[element.tag].properties, expected);
  });

  test(`methods_of_the_${element.tag}_are_the_same_everywhere`, () => {
    const { members } = element.declaration;
    const expected = names(members.filter(({ kind }) => kind === "method"));
    assert.deepEqual(found(under(element.page, "Method") ?? "", /^`(\w+)\(\)` /gm), expected);
    const interfaceOf = declared(element.types, `interface ${element.name}Element`, "\n}");
    assert.deepEqual(
      found(interfaceOf, /^ {2}(\w+)\(/gm).filter((name) => !name.endsWith("EventListener")),
      expected,
    );
  });

  test(`events_of_the_${element.tag}_are_the_same_everywhere`, () => {
    const expected = names(element.declaration.events);
    assert.deepEqual(rows(under(element.page, "Events")), expected);
    const map = declared(element.types, `interface ${element.name}EventMap`, "\n}");
    assert.deepEqual(found(map, /^ {2}"(explainer-[a-z-]+)":/gm), expected);
    assert.deepEqual(Object.keys(observed[element.tag].events).sort(), expected);
  });

  test(`details_of_the_events_of_the_${element.tag}_are_the_same_everywhere`, () => {
    for (const { name, type } of element.declaration.events) {
      const [, row] = under(element.page, "Events").match(new RegExp(`^\\| \`${name}\` \\| ([^|]*) \\|`, "m"));
      const detail = type.text.match(/<(\w+)>/)[1];
      const from = element.types.includes(`interface ${detail} `) ? element.types : articleTypes;
      const fields = observed[element.tag].events[name];
      assert.deepEqual(found(declared(from, `interface ${detail}`, "\n}"), /^ {2}(\w+): /gm), fields, name);
      assert.deepEqual(found(row, /`(\w+)`/g), fields, name);
    }
  });
}

test("the_notice_speaks_every_language_of_the_interface", async () => {
  const files = await readdir(path("crates/i18n/languages"));
  const languages = files.map((name) => name.replace(".txt", ""));
  const { page, close } = await openPage(browser, `${site.origin}/story`);
  const words = await page.evaluate(async (all) => {
    // @ts-expect-error The address is one of the page.
    const { say } = await import("/explainer/explainer-notice.js");
    return all.map((lang) => {
      const [box, host] = [document.createElement("div"), document.createElement("div")];
      host.lang = lang;
      host.append(box);
      document.body.append(host);
      say(box, host, { fatal: true, code: "", message: "", help: "", problems: [] });
      return box.querySelector("p").textContent;
    });
  }, languages);
  await close();
  assert.ok(languages.length > 1);
  assert.equal(new Set(words).size, languages.length, words.join("; "));
});

test("error_codes_are_the_same_in_the_types", () => {
  const typed = declared(articleTypes, "type ExplainerErrorCode", ";");
  const expected = sorted(...ELEMENTS.map(({ page }) => rows(under(page, "Errors"))));
  assert.deepEqual(found(typed, /"([a-z-]+)"/g), expected);
});

test("custom_properties_are_the_same_everywhere", () => {
  const expected = names(article.declaration.cssProperties);
  assert.deepEqual(rows(under(style, "Custom properties")), expected);
  assert.deepEqual(observed[article.tag].customProperties, expected);
  const ofModels = names(model.declaration.cssProperties);
  const inStyle = rows(under(model.page, "Style"));
  assert.deepEqual(
    inStyle.filter((row) => row.startsWith("--")),
    ofModels,
  );
  assert.deepEqual(observed[model.tag].customProperties, ofModels);
});

test("parts_are_the_same_everywhere", () => {
  const expected = names(article.declaration.cssParts);
  assert.deepEqual(found(style, /::part\(([a-z-]+)\)/g), expected);
  assert.deepEqual(observed[article.tag].parts, expected);
  const ofModels = names(model.declaration.cssParts);
  assert.deepEqual(found(model.page, /explainer-model::part\(([a-z-]+)\)/g), ofModels);
  assert.deepEqual(observed[model.tag].parts, ofModels);
});

test("settings_in_scenarios_are_those_of_the_tool", () => {
  const table = under(model.page, "Scenarios");
  const listed = {};
  for (const [, kind, setting] of table.matchAll(/^\| (?!kind)([a-z]+) \| (?:`([a-z]+)`)?/gm))
    (listed[kind] ??= []).push(...(setting ? [setting] : []));
  assert.deepEqual(listed, contract.settings);
});

test("codes_of_problems_are_those_of_the_tool", async () => {
  const codes = sorted(contract.problems);
  const [, list] = (await read("docs/contracts/story.md")).split("The codes of problems are");
  assert.deepEqual(found(list.split("\n\n")[0], /`([a-z-]+)`/g), codes);
  const forEditors = under(await read("docs/models.md"), "Problems and what to do");
  const listed = [...forEditors.matchAll(/^\| (`[a-z-]+`(?:, `[a-z-]+`)*) \|/gm)].flatMap(([, cell]) =>
    found(cell, /`([a-z-]+)`/g),
  );
  assert.ok(listed.length > 10);
  for (const code of listed) assert.ok(codes.includes(code), code);
});

test("help_for_models_that_do_not_fit_is_that_of_the_tool", async () => {
  const cases = JSON.parse(await read("tests/fixtures/problems.json"));
  const { place, remove } = await folder();
  const files = [];
  for (const [index, { story }] of cases.entries()) {
    if (typeof story !== "object" || !story?.models) continue;
    files.push(`${place}/${index}.json`);
    await writeFile(files.at(-1), JSON.stringify(story));
  }
  const { stderr } = await run("explainer", ["prerender", ...files, "--out-dir", place]).catch((error) => error);
  await remove();
  const page = await read("docs/models.md");
  const tables = page.split("| what the tool says | help |\n|---|---|\n").slice(1);
  assert.equal(tables.length, 4);
  for (const row of tables.flatMap((table) => table.split("\n\n")[0].split("\n"))) {
    const [, says, help] = row.match(/^\| `([^`]+)`.* \| (.*) \|$/);
    const [start, end] = says.split("…");
    const isTold = (line) => line.includes(start) && line.includes(end ?? "") && line.endsWith(`; ${help}`);
    assert.ok(stderr.split("\n").some(isTold), row);
  }
});

test("every_example_for_editors_is_sound", async () => {
  const page = await read("docs/models.md");
  const examples = [...page.matchAll(/```json\n([\s\S]*?)\n```/g)].map(([, json]) => JSON.parse(json));
  const kinds = sorted(Object.keys(contract.settings));
  assert.deepEqual(sorted(examples.flatMap((example) => example.kind ?? [])), kinds);
  const { place, remove } = await folder();
  for (const example of examples) {
    const withModel = {
      schemaVersion: 1,
      id: "story",
      lang: "en",
      headline: "A story",
      sections: [{ id: "lead", heading: "Lead", blocks: [{ kind: "model", model: example.id }] }],
      models: [example],
    };
    const story = example.models ? example : withModel;
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
  const page = await read("docs/contracts/tool.md");
  const options = [];
  for (const command of ["prerender", "syndicate", "feed", "check"]) {
    const help = found(await run("explainer", [command, "--help"]), /(--[a-z][a-z-]+)/g);
    options.push(help.filter((option) => option !== "--help"));
    assert.ok(under(page, command), command);
  }
  assert.deepEqual(found(page, /(--[a-z][a-z-]+)/g), sorted(...options));
  assert.deepEqual(found(under(page, "check"), /(--[a-z][a-z-]+)/g), options.at(-1));
});

test("the_html_contract_names_what_a_fragment_has", async () => {
  const html = (await prerender(STORY)) + (await prerender(path("tests/fixtures/every-part.json")));
  const page = await read("docs/contracts/html.md");
  for (const name of found(page, /[.`](explainer-[a-z-]+)/g)) {
    if (name === "explainer-article") continue;
    assert.ok(new RegExp(`class="[^"]*\\b${name}\\b`).test(html), name);
  }
  for (const role of found(page, /role=([a-z-]+)/g)) assert.ok(html.includes(`role="${role}"`), role);
  for (const name of found(page, /`(?:\w[\w-]*)\[([a-z]+)=ID\]/g))
    assert.ok(html.includes(`<explainer-model ${name}="`), name);
});

test("the_first_mention_in_a_section_has_an_id_with_its_number", async () => {
  const html = await prerender(path("tests/fixtures/every-part.json"));
  const counts = {};
  let inAsides = 0;
  const asides = /<ol class="explainer-points".*?<\/ol>|<dd>.*?<\/dd>/gs;
  const text = html.replaceAll(asides, (aside) => {
    assert.ok(!aside.includes(' id="ref-'), aside);
    inAsides += aside.split("doc-glossref").length - 1;
    return "";
  });
  for (const section of text.split(
    /<div class="explainer-section explainer-disclosure[^"]*">|<section [^>]*explainer-corrections"/,
  )) {
    const seen = new Set();
    for (const [tag] of section.matchAll(/<a [^>]*role="doc-glossref"[^>]*>/g)) {
      const [, term] = tag.match(/href="#term-([^"]+)"/);
      counts[term] = (counts[term] ?? 0) + 1;
      assert.equal(tag.includes(` id="ref-${term}-${counts[term]}"`), !seen.has(term), tag);
      assert.equal(tag.includes(" id="), !seen.has(term), tag);
      seen.add(term);
    }
  }
  assert.ok(inAsides > 0 && Object.values(counts).some((count) => count > 1));
});
