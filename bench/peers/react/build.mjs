import { bundleClient, bundleServer } from "../build.mjs";
import { hydratedPage } from "../page.mjs";

/** Returns the page and its script, by the path they are served at; `part` is "-model" for a story with a mini-model. */
export async function reactFiles(story, data, part = "") {
  const { render } = await bundleServer("react/server.jsx");
  const name = `react${part}`;
  return {
    [`/${name}`]: hydratedPage(story, data, { name, main: render(story) }),
    [`/peers/${name}.js`]: await bundleClient(`react/client${part}.jsx`),
  };
}
