// React pages with the snippets of docs/embed.md, bundled and served as a publisher would.
import { cp, mkdir, symlink, writeFile } from "node:fs/promises";
import { serve } from "./site.mjs";
import { folder, path, run, STORY } from "./tools.mjs";

/** How React runs. */
export const MODES = ["development", "production"];

/** Bundles the pages for the browser and a function that renders one on a server. */
async function bundle(place, snippet) {
  await mkdir(`${place}/node_modules`);
  for (const name of ["react", "react-dom", "scheduler"]) {
    await symlink(path(`node_modules/${name}`), `${place}/node_modules/${name}`);
  }
  await cp(path("target/npm"), `${place}/node_modules/explainer-article`, { recursive: true });
  await writeFile(`${place}/story.tsx`, snippet("react"));
  await writeFile(`${place}/server-story.tsx`, snippet("react-server"));
  await writeFile(`${place}/model.tsx`, snippet("react-model"));
  await cp(STORY, `${place}/story.json`);
  await writeFile(
    `${place}/client.tsx`,
    `import { createRoot } from "react-dom/client";
     import { Story } from "./story.js";
     import story from "./story.json";
     createRoot(document.querySelector("main")!).render(<Story story={story} />);`,
  );
  await writeFile(
    `${place}/play.tsx`,
    `import { createRoot } from "react-dom/client";
     import { Model } from "./model.js";
     import story from "./story.json";
     createRoot(document.querySelector("main")!).render(<Model model={story.models[1]} />);`,
  );
  await writeFile(
    `${place}/hydrate.tsx`,
    `import { hydrateRoot } from "react-dom/client";
     import { PrerenderedStory } from "./server-story.js";
     window.hydrated = hydrateRoot(document.querySelector("main")!, <PrerenderedStory fragment={window.fragment} />);`,
  );
  await writeFile(
    `${place}/server.tsx`,
    `import { renderToString } from "react-dom/server";
     import { PrerenderedStory } from "./server-story.js";
     export const render = (fragment) => renderToString(<PrerenderedStory fragment={fragment} />);`,
  );
  // A server renders the story's element; the browser takes it over, and another page takes its place.
  await writeFile(
    `${place}/app.tsx`,
    `import { useState } from "react";
     import { Story } from "./story.js";
     import story from "./story.json";
     export function App() {
       const [page, setPage] = useState(0);
       return (
         <>
           <button onClick={() => setPage(page + 1)}>Next page</button>
           {page === 1 ? <p>Another page</p> : <Story story={{ ...story, headline: \`Page \${page}\` }} />}
         </>
       );
     }`,
  );
  await writeFile(
    `${place}/hydrate-app.tsx`,
    `import { hydrateRoot } from "react-dom/client";
     import { StrictMode } from "react";
     import { App } from "./app.js";
     hydrateRoot(document.querySelector("main")!, <StrictMode><App /></StrictMode>);`,
  );
  await writeFile(
    `${place}/server-app.tsx`,
    `import { renderToString } from "react-dom/server";
     import { App } from "./app.js";
     export const render = () => renderToString(<App />);`,
  );
  const common = ["--bundle", "--format=esm", "--jsx=automatic", "--log-level=error"];
  const mode = (name) => `--define:process.env.NODE_ENV="${name}"`;
  const options = [...common, mode("production")];
  // The widget's own modules stay files of their own, as they are on a page.
  const widget = ["--external:explainer-article"];
  await run("esbuild", ["client.tsx", ...options, ...widget, "--outfile=client.js"], { cwd: place });
  await run("esbuild", ["play.tsx", ...options, ...widget, "--outfile=play.js"], { cwd: place });
  await run("esbuild", ["hydrate.tsx", ...options, "--outfile=hydrate.js"], { cwd: place });
  for (const name of MODES) {
    const words = ["hydrate-app.tsx", ...common, mode(name), ...widget, `--outfile=hydrate-${name}.js`];
    await run("esbuild", words, { cwd: place });
  }
  const server = ["--platform=node", "--format=cjs", "--out-extension:.js=.cjs", "--outdir=.", ...widget];
  await run("esbuild", ["server.tsx", "server-app.tsx", ...options, ...server], { cwd: place });
}

/**
 * Serves a story whose element the server renders, for each way that React runs, with the element defined
 * after that (`/app-production`) and before (`/app-production-defined`), a story that the browser renders (`/client`), a mini-model (`/play`) and a prerendered story that
 * the server renders (`/server`). `snippet` returns the code of that name.
 */
export async function serveReact(snippet, fragment) {
  const { place, remove } = await folder();
  await bundle(place, snippet);
  const installed = "/node_modules/explainer-article";
  const map = `<script type="importmap">${JSON.stringify({
    imports: {
      "explainer-article": `${installed}/explainer-article.js`,
      "explainer-article/model": `${installed}/explainer-model.js`,
    },
  })}</script>`;
  const page = (head, main) =>
    `<!doctype html><html lang="en"><head><title>A page</title>${head}</head><body><main>${main}</main></body></html>`;
  const { render } = (await import(`${place}/server.cjs`)).default;
  const app = (await import(`${place}/server-app.cjs`)).default.render();
  const defined = `<script type="module">import "explainer-article";</script>`;
  const apps = MODES.flatMap((name) => {
    const hydrate = `<script type="module" src="/hydrate-${name}.js"></script>`;
    return [
      [`/app-${name}`, page(map + hydrate, app)],
      [`/app-${name}-defined`, page(map + defined + hydrate, app)],
    ];
  });
  const host = await serve(
    {
      ...Object.fromEntries(apps),
      "/client": page(`${map}<script type="module" src="/client.js"></script>`, ""),
      "/play": page(`${map}<script type="module" src="/play.js"></script>`, ""),
      "/server": page(
        `<link rel="stylesheet" href="/node_modules/explainer-article/explainer.css">
         <script type="module" src="/node_modules/explainer-article/explainer-article.js"></script>
         <script type="module" src="/hydrate.js"></script>`,
        // The same words as on the server, before any script is at them.
        `${render(fragment)}<script>window.fragment = document.querySelector("main > div").innerHTML;</script>`,
      ),
    },
    { root: place },
  );
  const close = () => {
    host.close();
    return remove();
  };
  return { origin: host.origin, close };
}
