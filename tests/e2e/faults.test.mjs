// A prerendered page whose tools cannot come, or come from somewhere else: the text stands.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { openPage, ready, wouldHaveHappened } from "../support/page.mjs";
import { launch, serve } from "../support/site.mjs";
import { path, prerenderPlain } from "../support/tools.mjs";

const WIDGET = path("target/site/explainer");
const WASM = "explainer_article_bg.wasm";
const wasm = readFileSync(`${WIDGET}/${WASM}`);
const type = "application/wasm";

let site, browser, story;
before(async () => {
  story = await prerenderPlain("--page", "--assets", "/explainer");
  site = await serve({ "/story": story });
  browser = await launch();
});
after(async () => {
  await browser.close();
  site.close();
});

/** Serves copies of the widget's files in another folder. */
function copyTo(folder, files) {
  const types = { js: "text/javascript", css: "text/css", wasm: "application/wasm" };
  for (const file of files) {
    site.pages[`/${folder}/${file}`] = { body: readFileSync(`${WIDGET}/${file}`), type: types[file.split(".").pop()] };
  }
}

const open = (address, options) =>
  openPage(browser, new URL(address, site.origin).href, { forbids: ["thrown"], ...options });

/** The story reads, folds and explains its terms without any of the tools. */
async function staticPageIsWhole(page) {
  assert.equal(await page.getByRole("alert").count(), 0);
  await page.locator(".explainer-section", { hasText: "Why OpenAI needed more room" }).locator("summary").click();
  assert.equal(await page.getByText("point of contention").isVisible(), true);
  await page.locator(".explainer-section a.explainer-term:visible").first().click();
  assert.match(page.url(), /#term-/);
  const definition = page.locator(":target .explainer-short");
  assert.equal(await definition.isVisible(), true);
  await page.waitForFunction(() => {
    const { top } = document.querySelector(":target").getBoundingClientRect();
    return top > -1 && top < innerHeight;
  });
}

async function oneError(page, code) {
  await page.waitForFunction(() => window.heard.length > 0);
  await wouldHaveHappened(page);
  const heard = await page.evaluate(() => window.heard);
  assert.deepEqual(
    heard.map((error) => [error.code, error.fatal]),
    [[code, false]],
  );
  assert.ok(heard[0].message && heard[0].help);
  return heard[0];
}

const withWasm = (answer) => (page) => page.route(`**/${WASM}`, (route) => route.fulfill(answer));
const FAULTS = {
  a_wasm_that_is_not_there: ["wasm-unavailable", { prepare: withWasm({ status: 404 }) }],
  a_truncated_wasm: [
    "wasm-broken",
    { prepare: withWasm({ contentType: type, body: wasm.subarray(0, wasm.length / 2) }) },
  ],
  another_file_in_its_place: ["wasm-broken", { prepare: withWasm({ contentType: "text/html", body: "<p>Sorry</p>" }) }],
  no_glue: ["glue-unavailable", { prepare: (page) => page.route("**/explainer_article.js", (route) => route.abort()) }],
  no_style: ["style-unavailable", { prepare: (page) => page.route("**/explainer.css", (route) => route.abort()) }],
  no_tools_style: [
    "style-unavailable",
    { prepare: (page) => page.route("**/explainer-tools.css", (route) => route.abort()) },
  ],
  no_web_assembly: ["wasm-blocked", { init: () => delete window.WebAssembly }],
};
for (const [name, [code, options]] of Object.entries(FAULTS)) {
  test(`with_${name}_the_static_page_is_whole_and_the_page_hears_why`, async () => {
    const { page, close } = await open("/story", options);
    await oneError(page, code);
    await staticPageIsWhole(page);
    await close();
  });
}

test("offline_the_static_page_is_whole_and_the_page_hears_why", async () => {
  site.pages["/patient"] = story.replace("<explainer-article>", '<explainer-article loading="interaction">');
  const { page, context, close } = await open("/patient");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await context.setOffline(true);
  await page.getByRole("heading", { level: 1 }).hover();
  const { code } = await page.waitForFunction(() => window.heard[0]).then((error) => error.jsonValue());
  assert.match(code, /-unavailable$/);
  await staticPageIsWhole(page);
  await close();
});

test("a_wrong_mime_type_costs_nothing", async () => {
  const { page, close } = await open("/story", { prepare: withWasm({ contentType: "text/plain", body: wasm }) });
  await ready(page);
  assert.deepEqual(await page.evaluate(() => window.heard), []);
  await close();
});

test("files_that_take_over_10_seconds_are_reported_once_and_the_tools_still_come", async () => {
  let arrive;
  const arrived = new Promise((resolve) => (arrive = resolve));
  const { page, close } = await open("/story", {
    prepare: async (page) => {
      await page.clock.install();
      await page.route(`**/${WASM}`, async (route) => {
        await arrived;
        await route.fulfill({ contentType: type, body: wasm });
      });
    },
  });
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.clock.fastForward(9_000);
  assert.deepEqual(await page.evaluate(() => window.heard), []);
  await page.clock.fastForward(2_000);
  await oneError(page, "slow");
  await staticPageIsWhole(page);
  arrive();
  await ready(page);
  await page.clock.fastForward(20_000);
  assert.equal(await page.evaluate(() => window.heard.length), 1);
  await close();
});

test("without_popovers_the_tools_work_and_terms_lead_to_the_glossary", async () => {
  const { page, close } = await open("/story", {
    init: () => {
      for (const name of ["popover", "showPopover", "hidePopover", "togglePopover"]) delete HTMLElement.prototype[name];
    },
  });
  await ready(page);
  await oneError(page, "popover-missing");
  await page.getByRole("button", { name: "Expand all" }).click();
  await page.getByRole("button", { name: "Collapse all" }).click();
  await staticPageIsWhole(page);
  await close();
});

for (const width of [360, 1280]) {
  test(`at_${width}_pixels_nothing_moves_when_the_tools_arrive`, async () => {
    const { page, close } = await open("/story", {
      init: () => {
        window.shifts = [];
        new PerformanceObserver((list) =>
          window.shifts.push(
            ...list.getEntries().map(({ value, sources }) => [value, sources.map(({ node }) => node?.className)]),
          ),
        ).observe({ type: "layout-shift", buffered: true });
      },
      prepare: async (page) => {
        await page.setViewportSize({ width, height: 800 });
        // The text is painted long before the tools come.
        await page.route(`**/${WASM}`, async (route) => {
          await page.getByRole("heading", { level: 1 }).waitFor();
          await page.evaluate(
            () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
          );
          await route.continue();
        });
      },
    });
    await ready(page);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    assert.deepEqual(await page.evaluate(() => window.shifts), []);
    // It can see a shift.
    await page.evaluate(() =>
      document.querySelector("main").prepend(Object.assign(document.createElement("div"), { style: "height:200px" })),
    );
    await page.waitForFunction(() => window.shifts.length > 0);
    await close();
  });
}

const NONCE = "script-src 'nonce-abc'";
const REST = "default-src 'none'; style-src 'self'; connect-src 'self'; img-src data:";
const POLICIES = {
  no_policy: [undefined, true],
  a_nonce_only: [`${REST}; ${NONCE}`, false],
  a_nonce_and_wasm: [`${REST}; ${NONCE} 'wasm-unsafe-eval'`, true],
  a_nonce_wasm_and_trusted_types: [
    `${REST}; ${NONCE} 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types 'none'`,
    true,
  ],
};
for (const [name, [policy, hasTools]] of Object.entries(POLICIES)) {
  test(`under_${name}_the_story_reads_and_nothing_is_reported`, async () => {
    const body = story
      .replace('<script type="module"', '<script type="module" nonce="abc"')
      .replace("<explainer-article>", hasTools ? "<explainer-article>" : '<explainer-article loading="never">');
    site.pages["/policy"] = { body, headers: policy ? { "content-security-policy": policy } : {} };
    const { page, close } = await open("/policy");
    if (hasTools) {
      await ready(page);
      await page.getByRole("button", { name: "Expand all" }).click();
      await page.locator(".explainer-section a.explainer-term").first().click();
      await page.getByRole("dialog").waitFor();
    } else {
      await page.waitForFunction(() => customElements.get("explainer-article"));
      await staticPageIsWhole(page);
    }
    assert.deepEqual(await page.evaluate(() => [window.violations, window.heard]), [[], []]);
    await close();
  });
}

test("a_policy_that_forbids_wasm_unsaid_costs_one_report_and_no_download", async () => {
  site.pages["/policy"] = {
    body: story.replace('<script type="module"', '<script type="module" nonce="abc"'),
    headers: { "content-security-policy": `${REST}; ${NONCE}` },
  };
  const asked = site.asked.length;
  const { page, close } = await open("/policy");
  const { help } = await oneError(page, "wasm-blocked");
  assert.match(help, /'wasm-unsafe-eval'.*loading="never"/);
  await staticPageIsWhole(page);
  assert.deepEqual(await page.evaluate(() => window.violations), ["script-src wasm-eval"]);
  assert.equal(
    site.asked.slice(asked).some((path) => path.endsWith(".wasm")),
    false,
  );
  await close();
});

test("two_versions_on_a_page_do_not_throw_and_one_works", async () => {
  copyTo("older", ["explainer-article.js", "explainer_article.js", "explainer-tools.css", WASM]);
  const older = '<script type="module" src="/older/explainer-article.js"></script></head>';
  site.pages["/versions"] = story.replace("</head>", older);
  const { page, close } = await open("/versions");
  await ready(page);
  await page.getByRole("button", { name: "Expand all" }).click();
  assert.equal(await page.locator(".explainer-toolbar").count(), 1);
  assert.deepEqual(await page.evaluate(() => window.heard), []);
  await close();
});

test("assets_and_wasm_url_say_where_the_files_are", async () => {
  copyTo("mirror", ["explainer_article.js", "explainer-tools.css"]);
  site.pages["/wasm/own.wasm"] = { body: wasm, type };
  site.pages["/mirrored"] = story.replace(
    "<explainer-article>",
    '<explainer-article assets="/mirror/" wasm-url="/wasm/own.wasm">',
  );
  const asked = site.asked.length;
  const { page, close } = await open("/mirrored");
  await ready(page);
  assert.deepEqual(
    site.asked
      .slice(asked)
      .filter((path) => path !== "/favicon.ico")
      .sort(),
    [
      "/explainer/explainer-article.js",
      "/explainer/explainer.css", // The page's own link.
      "/mirror/explainer-tools.css",
      "/mirror/explainer_article.js",
      "/mirrored",
      "/wasm/own.wasm",
    ],
  );
  await close();
});
