// Bundles a peer's page for both sides.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const require = createRequire(import.meta.url);
const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const SHARED = /** @satisfies {import("esbuild").BuildOptions} */ ({
  bundle: true,
  define: { "process.env.NODE_ENV": '"production"' },
  jsx: "automatic",
  legalComments: "none",
  minify: true,
});

/**
 * Returns what `entry`, a file of this folder, exports for the server.
 *
 * @param {string} entry
 * @param {import("esbuild").BuildOptions} [options]
 */
export async function bundleServer(entry, options) {
  const outfile = path(`../../target/bench/${entry.replaceAll("/", "-")}.cjs`);
  await build({ ...SHARED, entryPoints: [path(entry)], format: "cjs", outfile, platform: "node", ...options });
  return require(outfile);
}

/**
 * Returns the script that `entry` becomes in a browser.
 *
 * @param {string} entry
 * @param {import("esbuild").BuildOptions} [options]
 */
export async function bundleClient(entry, options) {
  const { outputFiles } = await build({
    ...SHARED,
    entryPoints: [path(entry)],
    format: "esm",
    target: "es2022",
    write: false,
    ...options,
  });
  return outputFiles[0].contents;
}
