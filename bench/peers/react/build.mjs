// Bundles the React page for both sides, and has the server's side write it.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const require = createRequire(import.meta.url);
const SHARED = /** @satisfies {import("esbuild").BuildOptions} */ ({
  bundle: true,
  define: { "process.env.NODE_ENV": '"production"' },
  jsx: "automatic",
  legalComments: "none",
  minify: true,
});

/** Returns the page and its script, by the path they are served at. */
export async function reactFiles(story) {
  const server = here("../../../target/bench/react-page.cjs");
  await build({ ...SHARED, entryPoints: [here("page.jsx")], format: "cjs", outfile: server, platform: "node" });
  const client = await build({
    ...SHARED,
    entryPoints: [here("client.jsx")],
    format: "esm",
    target: "es2022",
    write: false,
  });
  return { "/react": require(server).page(story), "/peers/react.js": client.outputFiles[0].contents };
}
