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

/** Returns the page and its script, by the path they are served at. */
export async function solidFiles(story, data) {
  const { head, render } = await bundleServer("solid/server.jsx", options("ssr"));
  return {
    "/solid": hydratedPage(story, data, { name: "solid", head: head(), main: render(story) }),
    "/peers/solid.js": await bundleClient("solid/client.jsx", options("dom")),
  };
}
