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

/** Returns the page and its script, by the path they are served at. */
export async function svelteFiles(story, data) {
  const { render } = await bundleServer("svelte/server.js", options("server"));
  const { head, body } = render(story);
  return {
    "/svelte": hydratedPage(story, data, { name: "svelte", head, main: body }),
    "/peers/svelte.js": await bundleClient("svelte/client.js", options("client")),
  };
}
