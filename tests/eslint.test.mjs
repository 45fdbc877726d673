// The linter finds text that becomes markup, in every script that runs on a publisher's page.
import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SINKS = [
  "box.innerHTML = text;",
  "box.outerHTML = text;",
  'box.insertAdjacentHTML("beforeend", text);',
  "box.setHTMLUnsafe(text);",
  "document.write(text);",
];

test("text_that_becomes_markup_is_found_in_every_script_that_ships", async () => {
  const eslint = new ESLint({ cwd: ROOT });
  const files = (await readdir(`${ROOT}/www`, { recursive: true })).filter((name) => name.endsWith(".js"));
  assert.ok(files.includes("explainer-model.js"));
  for (const filePath of [...files.map((name) => `www/${name}`), "scripts/instance.js"]) {
    for (const sink of SINKS) {
      const [{ messages }] = await eslint.lintText(`export const f = (box, text) => {\n  ${sink}\n};\n`, { filePath });
      const found = messages.filter(({ ruleId }) => ruleId.startsWith("no-unsanitized/"));
      assert.equal(found.length, 1, `${filePath}: ${sink}`);
    }
  }
});
