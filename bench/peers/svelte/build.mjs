import { readFile } from "node:fs/promises";
import { compile } from "svelte/compiler";
import { bundleClient, bundleServer } from "../build.mjs";
import { hydratedPage } from "../page.mjs";

/** Returns what makes esbuild compile components for that side. */
const options = (generate) => ({
  conditions: ["svelte", "production"],
  plugins: [
    {
      name: "svelte",
      setup(build) {
        build.onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
          const { js } = compile(await readFile(path, "utf8"), { filename: path, generate, runes: true });
          return { contents: js.code };
        });
      },
    },
  ],
});

/** Returns the page and its script, by the path they are served at; `part` is "-model" for a story with a mini-model. */
export async function svelteFiles(story, data, part = "") {
  const { render } = await bundleServer("svelte/server.js", options("server"));
  const { head, body } = render(story);
  const name = `svelte${part}`;
  return {
    [`/${name}`]: hydratedPage(story, data, { name, head, main: body }),
    [`/peers/${name}.js`]: await bundleClient(`svelte/client${part}.js`, options("client")),
  };
}
