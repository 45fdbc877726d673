// What `cargo xtask dist` wrote: from another origin, pinned, and as it says in its manifest.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { after, before, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { ready } from "../support/page.mjs";
import { launch, serve } from "../support/site.mjs";
import { path, prerenderPlain } from "../support/tools.mjs";

const DIST = path("dist");
const manifest = JSON.parse(readFileSync(`${DIST}/manifest.json`, "utf8"));
const isHashed = ({ cacheControl }) => cacheControl.includes("immutable");
const file = (role) => manifest.files.find((each) => each.role === role && isHashed(each));

let site, cdn, browser, story;
before(async () => {
  const common = Object.fromEntries(manifest.headers.map(({ name, value }) => [name, value]));
  const caching = Object.fromEntries(manifest.files.map(({ path, cacheControl }) => [`/${path}`, cacheControl]));
  const headers = (path) => ({ ...common, "cache-control": caching[path] });
  cdn = await serve({}, { root: DIST, headers });
  site = await serve();
  browser = await launch();
  story = await prerenderPlain();
});
after(async () => {
  await browser.close();
  site.close();
  cdn.close();
});

/** A page that trusts the other origin with no byte that it did not choose. */
function pinned() {
  const at = (role) => `${cdn.origin}/${file(role).path}`;
  const hash = (role) => file(role).integrity;
  const hashes = { integrity: { [at("glue")]: hash("glue") } };
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pinned</title>
<link rel="stylesheet" href="${at("style")}" integrity="${hash("style")}" crossorigin>
<script type="importmap">${JSON.stringify(hashes)}</script>
<link rel="modulepreload" href="${at("glue")}" integrity="${hash("glue")}" crossorigin>
<link rel="preload" as="fetch" href="${at("wasm")}" crossorigin>
<script type="module" src="${at("shim")}" integrity="${hash("shim")}" crossorigin></script>
</head><body><main>${story}</main></body></html>`;
}

async function open(address) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.stack));
  await page.addInitScript(() => {
    window.heard = [];
    addEventListener("explainer-error", ({ detail }) => window.heard.push(detail));
  });
  await page.goto(site.origin + address);
  return { page, said, close: () => context.close() };
}

test("from_another_origin_everything_pinned_works_and_is_fetched_once", async () => {
  site.pages["/pinned"] = pinned();
  const asked = cdn.asked.length;
  const { page, said, close } = await open("/pinned");
  await ready(page);
  await page.locator(".explainer-section a.explainer-term").first().click();
  await page.getByRole("dialog").waitFor();
  assert.deepEqual([said, await page.evaluate(() => window.heard)], [[], []]);
  const once = ["shim", "glue", "wasm", "style", "tools-style"].map((role) => `/${file(role).path}`);
  assert.deepEqual(cdn.asked.slice(asked).sort(), once.sort());
  await close();
});

for (const [role, change] of Object.entries({
  wasm: (bytes) => Buffer.concat([bytes, Buffer.of(0, 1, 0)]), // A custom section: still valid.
  style: (bytes) => `${bytes}p{color:red}`,
  "tools-style": (bytes) => `${bytes}p{color:red}`,
  glue: (bytes) => `${bytes};globalThis.hacked=1`,
  shim: (bytes) => `${bytes};globalThis.hacked=1`,
})) {
  test(`a_${role.replace("-", "_")}_that_someone_changed_does_not_run`, async () => {
    const { path, type } = file(role);
    cdn.pages[`/${path}`] = {
      body: change(readFileSync(`${DIST}/${path}`)),
      type,
      headers: { "access-control-allow-origin": "*" },
    };
    site.pages["/pinned"] = pinned();
    const { page, close } = await open("/pinned");
    if (role === "shim") await page.waitForLoadState("networkidle");
    else await page.waitForFunction(() => window.heard.length > 0);
    const found = await page.evaluate(() => ({
      hacked: window.hacked,
      tools: document.querySelector(".explainer-toolbar").shadowRoot,
      codes: window.heard.map(({ code }) => code),
    }));
    const code = `${role.replace("tools-", "")}-unavailable`;
    assert.deepEqual(found, { hacked: undefined, tools: null, codes: role === "shim" ? [] : [code] });
    await page.locator(".explainer-section", { hasText: "Why OpenAI needed more room" }).locator("summary").click();
    assert.equal(await page.getByText("point of contention").isVisible(), true);
    delete cdn.pages[`/${path}`];
    await close();
  });
}

test("the_stable_entry_works_from_another_origin_with_no_pins", async () => {
  site.pages["/stable"] = `<!doctype html><html lang="en"><head><title>Stable</title>
    <script type="module" src="${cdn.origin}/${manifest.entry}"></script></head>
    <body><explainer-article demo></explainer-article></body></html>`;
  const { page, said, close } = await open("/stable");
  await ready(page);
  assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
  assert.deepEqual(said, []);
  await close();
});

test("the_manifest_tells_the_truth", () => {
  for (const { path, bytes, brotliBytes, gzipBytes, integrity, cacheControl } of manifest.files) {
    const content = readFileSync(`${DIST}/${path}`);
    const digest = createHash("sha256").update(content);
    assert.equal(content.length, bytes, path);
    assert.equal(statSync(`${DIST}/${path}.br`).size, brotliBytes, path);
    assert.equal(statSync(`${DIST}/${path}.gz`).size, gzipBytes, path);
    assert.deepEqual(brotliDecompressSync(readFileSync(`${DIST}/${path}.br`)), content);
    assert.deepEqual(gunzipSync(readFileSync(`${DIST}/${path}.gz`)), content);
    assert.equal(integrity, `sha256-${digest.copy().digest("base64")}`);
    const hash = digest.digest("hex").slice(0, 8);
    assert.equal(path.includes(hash), cacheControl.includes("immutable"), path);
  }
});

test("the_headers_are_those_of_the_manifest", () => {
  const text = readFileSync(`${DIST}/_headers`, "utf8");
  for (const { name, value } of manifest.headers) assert.ok(text.includes(`  ${name}: ${value}\n`), name);
  for (const { path, type, cacheControl } of manifest.files) {
    assert.ok(text.includes(`/${path}\n  cache-control: ${cacheControl}\n  content-type: ${type}\n`), path);
  }
});

test("everything_inside_is_named_with_its_licence", () => {
  const text = readFileSync(`${DIST}/LICENSES.txt`, "utf8");
  for (const name of ["yew", "wasm-bindgen", "web-sys", "serde-wasm-bindgen", "explainer-models"]) {
    assert.match(text, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+: .*MIT`, "m"));
  }
  assert.match(text, /^the Rust standard library.*: MIT OR Apache-2.0$/m);
  assert.match(text, /Permission is hereby granted, free of charge/);
  assert.match(text, /Apache License\s+Version 2.0/);
});
