import { transformFileAsync } from "@babel/core";
import { bundleClient, bundleServer } from "../build.mjs";
import { hydratedPage } from "../page.mjs";

/** Returns what makes esbuild compile components for that side. */
const options = (generate) => ({
  conditions: ["solid", "production"],
  plugins: [
    {
      name: "solid",
      setup(build) {
        build.onLoad({ filter: /\.jsx$/ }, async ({ path }) => {
          const presets = [["babel-preset-solid", { generate, hydratable: true }]];
          const { code } = await transformFileAsync(path, { presets, babelrc: false, configFile: false });
          return { contents: code };
        });
      },
    },
  ],
});

/** Returns the page and its script, by the path they are served at; `part` is "-model" for a story with a mini-model. */
export async function solidFiles(story, data, part = "") {
  const { head, render } = await bundleServer("solid/server.jsx", options("ssr"));
  const name = `solid${part}`;
  return {
    [`/${name}`]: hydratedPage(story, data, { name, head: head(), main: render(story) }),
    [`/peers/${name}.js`]: await bundleClient(`solid/client${part}.jsx`, options("dom")),
  };
}
