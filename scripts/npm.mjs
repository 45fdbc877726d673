// Writes the npm package into target/npm, ready for `npm pack`.

import { copyFile, cp, readFile, rm } from "node:fs/promises";
import { compileFromFile } from "json-schema-to-typescript";
import { EMBEDDING, PARTS, SCHEMA, path, write } from "./build.mjs";
import { writeTool } from "./tool.mjs";

const FOLDER = path("target/npm");

/** @param {string} version */
export async function writePackage(version) {
  await rm(FOLDER, { recursive: true, force: true });
  await cp(path("www/npm"), FOLDER, { recursive: true });
  const { name, ...described } = JSON.parse(await readFile(path("www/npm/package.json"), "utf8"));
  await write(`${FOLDER}/package.json`, `${JSON.stringify({ name, version, ...described }, null, 2)}\n`);
  for (const file of [...Object.keys(PARTS), ...Object.keys(EMBEDDING)]) {
    await copyFile(path(`target/site/explainer/${file}`), `${FOLDER}/${file}`);
  }
  for (const file of ["LICENSE-MIT", "LICENSE-APACHE"]) {
    await copyFile(path(file), `${FOLDER}/${file}`);
  }
  // Of the widget and the tool.
  await copyFile(path("target/LICENSES-npm.txt"), `${FOLDER}/LICENSES.txt`);
  await writeTool(FOLDER);
  const schema = `${FOLDER}/article-1.schema.json`;
  await copyFile(path(`www/${SCHEMA}`), schema);
  await write(`${FOLDER}/story.d.ts`, await compileFromFile(schema, { additionalProperties: false }));
}
