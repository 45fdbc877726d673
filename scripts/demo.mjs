// Writes the demo pages: each is a page of an invented newspaper, in which `<!-- story: NAME -->` becomes the story
// www/stories/NAME.json as the native tool writes it. They read without script, and nothing moves when the tools come.

import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { readdirSync } from "node:fs";
import { promisify } from "node:util";

const PLACE = /<!-- story: ([\w-]+) -->/;
/** @param {string} name */
const storyOf = (name) => `www/stories/${name}.json`;

/**
 * Writes a page's story into it. Returns the page, and the files that it is made of.
 *
 * @param {string} file The page with a place for its story.
 * @param {string} root The project's folder.
 */
export async function demoPage(file, root) {
  const page = await readFile(file, "utf8");
  const name = page.match(PLACE)?.[1];
  if (!name) throw new Error(`${file}: no place for a story, such as <!-- story: name -->`);
  const story = storyOf(name);
  const words = ["run", "--quiet", "--package", "explainer-cli", "--", "prerender", story];
  const { stdout } = await promisify(execFile)("cargo", words, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  // A function: the story may have a `$`.
  return { contents: page.replace(PLACE, () => stdout.trim()), watchFiles: [file, `${root}/${story}`] };
}

/**
 * Returns the images of the stories, as esbuild takes its entries.
 *
 * @param {string} root The project's folder.
 */
export function demoImages(root) {
  const names = readdirSync(`${root}/www/stories`, { recursive: true, encoding: "utf8" });
  const images = names.filter((name) => /\.(svg|webp|avif|png)$/.test(name));
  return images.map((name) => ({ in: `www/stories/${name}`, out: `stories/${name.replace(/\.\w+$/, "")}` }));
}
