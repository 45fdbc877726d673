// The hand-written page with islands: only the toolbar and the card of a term's definition hydrate.
import { bundleClient, bundleServer } from "../build.mjs";
import { wholePage } from "../page.mjs";
import { staticArticle } from "../static.mjs";

const OPTIONS = { jsxImportSource: "preact" };

/** Returns the page and its script, by the path they are served at. */
export async function islandFiles(story, data) {
  const { tools, card } = await bundleServer("preact-islands/server.jsx", OPTIONS);
  const page = wholePage(story, data, {
    head: '<script type="module" src="/peers/preact-islands.js"></script>',
    main: staticArticle(story, `<div id="tools">${tools()}</div>`),
    end: `<div id="card">${card()}</div>`,
  });
  return {
    "/preact-islands": page,
    "/peers/preact-islands.js": await bundleClient("preact-islands/client.jsx", OPTIONS),
  };
}
