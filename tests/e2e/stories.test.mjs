// The stories of the demo: each reads without script, and nothing in it moves.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { getDocumentProxy } from "unpdf";
import { violations } from "../support/axe.mjs";
import { openPage, ready } from "../support/page.mjs";
import { launch, serve } from "../support/site.mjs";
import { path } from "../support/tools.mjs";

const PAGES = {
  "microsoft-openai": "/",
  "leap-second": "/leap-second.html",
  "high-seas": "/high-seas.html",
  gallery: "/gallery.html",
};
/** Images come this late, and one of them never does. */
const LATE = 600;
/** A slow phone network, as Lighthouse has it. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };

let site, browser;
before(async () => {
  site = await serve();
  browser = await launch();
});
after(async () => {
  await browser.close();
  site.close();
});

const story = async (name) => JSON.parse(await readFile(path(`www/stories/${name}.json`), "utf8"));

test("the_long_story_is_long_and_the_other_one_runs_from_right_to_left", async () => {
  const long = await story("leap-second");
  assert.equal(long.sections.length, 40);
  assert.ok(long.terms.length >= 60);
  assert.equal(JSON.stringify(long).match(/"alt":/g)?.length, 15);
  const arabic = await story("high-seas");
  assert.equal(arabic.lang, "ar");
});

for (const [name, address] of Object.entries(PAGES)) {
  test(`${name}_is_whole_without_script`, async () => {
    const { sections, terms } = await story(name);
    const { page, close } = await openPage(browser, site.origin + address, { javaScriptEnabled: false });
    assert.equal(await page.locator(".explainer-section").count(), sections.length);
    assert.equal(await page.locator(".explainer-definition").count(), terms.length);
    assert.equal(await page.locator("img:not([alt])").count(), 0);
    await close();
  });

  test(`nothing_moves_in_${name}_on_a_slow_line_where_an_image_never_comes`, async () => {
    const init = () => {
      window.shifts = [];
      new PerformanceObserver((list) =>
        window.shifts.push(
          ...list
            .getEntries()
            .map(({ value, sources }) => `${value} ${sources.map(({ node }) => node?.className ?? node?.nodeName)}`),
        ),
      ).observe({ type: "layout-shift", buffered: true });
    };
    const prepare = async (page) => {
      let count = 0;
      await page.route(/\.svg$/, async (route) => {
        count += 1;
        if (count === 2) return route.abort();
        await new Promise((resolve) => setTimeout(resolve, LATE));
        return route.continue();
      });
      const session = await page.context().newCDPSession(page);
      await session.send("Network.emulateNetworkConditions", SLOW);
    };
    const { page, close } = await openPage(browser, site.origin + address, {
      init,
      prepare,
      forbids: ["thrown"],
      viewport: { width: 360, height: 740 },
    });
    await ready(page);
    for (let section = 0; section < 3; section += 1) {
      await page.mouse.wheel(0, 900);
      await page.waitForTimeout(LATE);
    }
    await page.keyboard.press("End");
    await page.waitForTimeout(2 * LATE);
    assert.deepEqual(await page.evaluate(() => window.shifts), []);
    await close();
  });

  test(`axe_finds_nothing_in_${name}`, async () => {
    const { page, close } = await openPage(browser, site.origin + address, { viewport: { width: 360, height: 740 } });
    await ready(page);
    assert.deepEqual(await violations(page), []);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${wide} px too wide`);
    await close();
  });
}

test("the_bundled_story_is_printed_on_nine_pages_at_most_each_model_once", async () => {
  const { page, close } = await openPage(browser, `${site.origin}/`);
  await ready(page);
  const margin = { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" };
  const pages = async () => {
    const pdf = await page.pdf({ format: "A4", margin });
    return (await getDocumentProxy(new Uint8Array(pdf))).numPages;
  };
  assert.ok((await pages()) <= 9, `${await pages()} pages`);
  await page.emulateMedia({ media: "print" });
  const printed = await page.evaluate(() =>
    [...document.querySelectorAll("explainer-model")]
      .filter((model) => model.checkVisibility())
      .map((model) => model.getAttribute("model")),
  );
  assert.ok(printed.length >= 4);
  assert.deepEqual(printed, [...new Set(printed)]);
  await close();
});
