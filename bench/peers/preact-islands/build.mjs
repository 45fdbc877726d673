// The hand-written page with islands: only the toolbar, the card of a term's definition and a mini-model
// hydrate.
import { bundleClient, bundleServer } from "../build.mjs";
import { escape, wholePage } from "../page.mjs";
import { staticArticle } from "../static/page.mjs";

const OPTIONS = { jsxImportSource: "preact" };

/** Returns the page and its script, by the path they are served at; `part` is "-model" for a story with a mini-model. */
export async function islandFiles(story, data, part = "") {
  const { tools, card, figure } = await bundleServer("preact-islands/server.jsx", OPTIONS);
  const name = `preact-islands${part}`;
  const page = wholePage(story, data, {
    head: `<script type="module" src="/peers/${name}.js"></script>`,
    main: staticArticle(story, {
      tools: `<div id="tools">${tools()}</div>`,
      figure: (model) => `<div id="model" data-props="${escape(JSON.stringify({ model }))}">${figure(model)}</div>`,
    }),
    end: `<div id="card">${card()}</div>`,
  });
  return {
    [`/${name}`]: page,
    [`/peers/${name}.js`]: await bundleClient(`preact-islands/client${part}.jsx`, OPTIONS),
  };
}
