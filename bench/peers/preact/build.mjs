import { bundleClient, bundleServer } from "../build.mjs";
import { hydratedPage } from "../page.mjs";

const OPTIONS = { jsxImportSource: "preact" };

/** Returns the page and its script, by the path they are served at. */
export async function preactFiles(story, data) {
  const { render } = await bundleServer("preact/server.jsx", OPTIONS);
  return {
    "/preact": hydratedPage(story, data, { name: "preact", main: render(story) }),
    "/peers/preact.js": await bundleClient("preact/client.jsx", OPTIONS),
  };
}
