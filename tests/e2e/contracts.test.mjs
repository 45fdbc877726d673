// docs/contracts, custom-elements.json, the type declarations and the code name the same things.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { path, run } from "./tools.mjs";

const read = (name) => readFile(path(name), "utf8");
const { declarations } = JSON.parse(await read("www/npm/custom-elements.json")).modules[0];
const [element] = declarations;
const names = (list) => list.map(({ name }) => name).sort();
const found = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();
/** The part of a page under one heading. */
const under = (text, heading) => text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
/** What the rows of a part's table are about. */
const rows = (part) => found(part, /^\| `([^`]+)`/gm);

async function source(folder, extension) {
  const files = await readdir(path(folder), { recursive: true });
  const texts = files.filter((file) => file.endsWith(extension)).map((file) => read(`${folder}/${file}`));
  return (await Promise.all(texts)).join("\n");
}

const contract = await read("docs/contracts/element.md");
const style = await read("docs/contracts/style.md");
const types = await read("www/npm/explainer-article.d.ts");
const code = (await source("src", ".rs")) + (await read("www/explainer-article.js")) + (await read("www/loader.js"));
const sheets = (await source("src", ".css")) + (await read("www/explainer-article.js"));

test("attributes_are_the_same_everywhere", () => {
  const expected = names(element.attributes);
  assert.deepEqual(rows(under(contract, "Attributes")), expected);
  const interfaceOf = types.split("interface ExplainerArticleAttributes")[1].split("\n}")[0];
  assert.deepEqual(found(interfaceOf, /^ {2}"?([a-z-]+)"?\?:/gm), expected);
  for (const name of expected) {
    assert.ok(code.includes(`"${name}"`) || sheets.includes(`[${name}=`), `${name} is read`);
  }
});

test("events_are_the_same_everywhere", () => {
  const expected = names(element.events);
  assert.deepEqual(rows(under(contract, "Events")), expected);
  assert.deepEqual(found(types, /^ {2}"(explainer-[a-z-]+)":/gm).filter((name) => !name.includes("article")), expected);
  const fired = found(code, /(?:emit\(\s*&?[\w.]+,\s*|CustomEvent\()"(explainer-[a-z-]+)"/g);
  assert.deepEqual(fired, expected);
});

test("error_codes_are_the_same_everywhere", async () => {
  const inShim = found(code + (await read("www/fault.js")), /(?:Fault\(\s*|, )"([a-z]+(?:-[a-z]+)*)"/g);
  const expected = rows(under(contract, "Errors"));
  const typed = types.split("type ExplainerErrorCode")[1].split(";")[0];
  assert.deepEqual(found(typed, /"([a-z-]+)"/g), expected);
  for (const name of expected) assert.ok(code.includes(`"${name}"`), `${name} is told`);
  const told = inShim.filter((name) => /^(trap|slow|widget)$|-(unavailable|missing|blocked|broken|json|long)$/.test(name));
  assert.deepEqual(told.filter((name) => !expected.includes(name)), []);
});

test("custom_properties_are_the_same_everywhere", () => {
  const expected = names(element.cssProperties);
  assert.deepEqual(rows(under(style, "Custom properties")), expected);
  assert.deepEqual(found(sheets, /var\((--explainer-[a-z-]+)/g), expected);
});

test("parts_are_the_same_everywhere", () => {
  const expected = names(element.cssParts);
  assert.deepEqual(found(style, /::part\(([a-z-]+)\)/g), expected);
  assert.deepEqual(found(code, /part="([a-z-]+)"/g), expected);
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
  const html = await run("explainer", ["prerender", path("www/stories/microsoft-openai.json")]);
  const contract = await read("docs/contracts/html.md");
  for (const name of found(contract, /[.`](explainer-[a-z-]+)/g)) {
    if (name === "explainer-article") continue;
    assert.ok(new RegExp(`class="[^"]*\\b${name}\\b`).test(html), name);
  }
  for (const role of found(contract, /role=([a-z-]+)/g)) assert.ok(html.includes(`role="${role}"`), role);
});
