import { bundleClient, bundleServer } from "../build.mjs";
import { hydratedPage } from "../page.mjs";

const OPTIONS = { jsxImportSource: "preact" };

/** Returns the page and its script, by the path they are served at; `part` is "-model" for a story with a mini-model. */
export async function preactFiles(story, data, part = "") {
  const { render } = await bundleServer("preact/server.jsx", OPTIONS);
  const name = `preact${part}`;
  return {
    [`/${name}`]: hydratedPage(story, data, { name, main: render(story) }),
    [`/peers/${name}.js`]: await bundleClient(`preact/client${part}.jsx`, OPTIONS),
  };
}
