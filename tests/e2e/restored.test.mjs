// A page that comes back: from a router's cache, cloned, from the browser's cache, saved with its shadow roots.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openPage, ready } from "../support/page.mjs";
import { launch, serve } from "../support/site.mjs";
import { prerender, STORY } from "../support/tools.mjs";

let site, browser;
before(async () => {
  const page = await prerender(STORY, "--page", "--assets", "/explainer");
  site = await serve({
    "/story": page,
    "/drawn": page.replace(
      /<explainer-article>[^]*<\/explainer-article>/,
      "<explainer-article demo></explainer-article>",
    ),
    "/other": "<!doctype html><title>Other</title>",
  });
  browser = await launch();
});
after(async () => {
  await browser.close();
  site.close();
});

/** Uses all of the page: a model plays, a definition is open, a section is closed. */
async function used(address) {
  const opened = await openPage(browser, site.origin + address, { forbids: ["thrown"] });
  const { page } = opened;
  await ready(page);
  await page.getByRole("button", { name: "Expand all" }).click();
  await page.locator(".explainer-section explainer-model").first().scrollIntoViewIfNeeded();
  await page.locator(".explainer-section explainer-model .explainer-play").first().waitFor();
  await page.locator(".explainer-section a.explainer-term").first().click();
  await page.getByRole("dialog").waitFor();
  return opened;
}

/** Fails unless the page is as when it was new: one of each, nothing open that nobody has opened. */
async function isFresh(page) {
  await ready(page);
  assert.equal(await page.getByRole("group", { name: "Story tools" }).count(), 1);
  assert.equal(await page.locator(".explainer-body").count(), 1);
  await page.waitForFunction(() => document.querySelectorAll("a[aria-expanded=true]").length === 0);
  assert.equal(await page.getByRole("dialog").count(), 0);
  assert.equal(await page.locator("[aria-busy=true]").count(), 0);
  const expand = page.getByRole("button", { name: "Expand all" });
  if (await expand.count()) await expand.click();
  const model = page.locator(".explainer-section explainer-model").first();
  await model.scrollIntoViewIfNeeded();
  await model.locator(".explainer-choice").first().waitFor();
  assert.equal(await model.locator(".explainer-play").count(), 1);
  await model.locator(".explainer-choice").first().click();
  await model.getByRole("button", { name: /back/i }).waitFor();
  await page.locator(".explainer-section a.explainer-term").first().click();
  await page.getByRole("dialog").waitFor();
  assert.equal(await page.getByRole("dialog").count(), 1);
}

for (const address of ["/story", "/drawn"]) {
  const name = address.slice(1);

  // As Turbo does: another page takes its place, and it comes back, cloned as it stood or itself.
  for (const [how, isCloned] of /** @type {const} */ ([
    ["cloned", true],
    ["kept", false],
  ])) {
    test(`a_${name}_page_that_a_router_has_${how}_comes_back_fresh`, async () => {
      const { page, close } = await used(address);
      await page.evaluate(async (isCloned) => {
        const kept = isCloned ? document.body.cloneNode(true) : document.body;
        document.documentElement.replaceChild(document.createElement("body"), document.body);
        await new Promise((resolve) => setTimeout(resolve, 100));
        document.documentElement.replaceChild(kept, document.body);
      }, isCloned);
      await isFresh(page);
      await close();
    });
  }

  test(`a_${name}_page_saved_with_its_shadow_roots_comes_back_fresh`, async () => {
    const { page, close } = await used(address);
    const saved = await page.evaluate(() => {
      const roots = [];
      const collect = (scope) => {
        for (const element of scope.querySelectorAll("*")) {
          if (!element.shadowRoot) continue;
          roots.push(element.shadowRoot);
          collect(element.shadowRoot);
        }
      };
      collect(document);
      return document.documentElement.getHTML({ shadowRoots: roots });
    });
    assert.match(saved, /shadowrootmode/);
    await close();
    site.pages["/saved"] = `<!doctype html><html lang="en">${saved}</html>`;
    const again = await openPage(browser, `${site.origin}/saved`, { forbids: ["thrown"] });
    await isFresh(again.page);
    await again.close();
  });

  test(`a_${name}_page_that_the_reader_goes_back_to_is_whole`, async () => {
    const { page, close } = await used(address);
    await page.keyboard.press("Escape");
    await page.goto(`${site.origin}/other`);
    await page.goBack();
    await isFresh(page);
    await close();
  });
}
