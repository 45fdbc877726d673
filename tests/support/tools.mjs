// Runs the project's and others' programs for the end-to-end tests.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** Returns the path of a file of the project's. */
export const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

export const STORY = path("www/stories/microsoft-openai.json");

/**
 * Runs a program that finds the native tool and the npm programs, and returns what it wrote.
 *
 * @param {string} program
 * @param {string[]} words
 * @param {{ cwd?: string, env?: Record<string, string> }} [options]
 */
export async function run(program, words, options = {}) {
  const PATH = [path("target/debug"), path("node_modules/.bin"), process.env.PATH].join(delimiter);
  const { stdout } = await promisify(execFile)(program, words, {
    ...options,
    env: { ...process.env, ...options.env, PATH, NODE_ENV: "production" },
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

/** Returns a story as `explainer prerender` writes it. */
export const prerender = (...words) => run("explainer", ["prerender", ...words]);

/** Makes an empty folder, and returns it with what removes it. */
export async function folder() {
  const place = await mkdtemp(join(tmpdir(), "explainer-"));
  return { place, remove: () => rm(place, { recursive: true, force: true }) };
}

/** Returns the bundled story's JSON without its mini-models. */
export async function plainStory() {
  const story = JSON.parse(await readFile(STORY, "utf8"));
  delete story.models;
  for (const section of story.sections) section.blocks = section.blocks.filter(({ kind }) => kind !== "model");
  for (const term of story.terms) delete term.model;
  return JSON.stringify(story);
}

/** Returns the same as `explainer prerender` writes it. */
export async function prerenderPlain(...words) {
  const { place, remove } = await folder();
  const file = join(place, "story.json");
  await writeFile(file, await plainStory());
  return prerender(file, ...words).finally(remove);
}
