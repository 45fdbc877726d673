// A story that stands as HTML, and a page that does not wait for its tools.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { breakable, breakNext } from "../support/hostile.mjs";
import { openPage, ready, wouldHaveHappened } from "../support/page.mjs";
import { launch, serve } from "../support/site.mjs";
import { prerender, STORY } from "../support/tools.mjs";

const OTHER = {
  schemaVersion: 1,
  id: "other",
  lang: "en",
  headline: "Other",
  sections: [{ id: "only", heading: "Only", blocks: ["Words."] }],
};

let site, browser;
before(async () => {
  const story = await prerender(STORY, "--page", "--assets", "/explainer");
  const fragment = story.match(/<explainer-article>[\s\S]*<\/explainer-article>/)[0];
  const second = fragment.replaceAll('id="', 'id="b-').replaceAll('"#', '"#b-');
  site = await serve({
    "/story": story,
    "/far": story.replace("<main>", '<main><div style="height: 9000px"></div>'),
    "/never": story.replace(
      "</main>",
      `${second.replace("<explainer-article>", '<explainer-article loading="never">')}</main>`,
    ),
    "/other.json": { body: JSON.stringify(OTHER), type: "application/json" },
  });
  browser = await launch();
});
after(async () => {
  await browser.close();
  site.close();
});

/** Notes what the elements tell, in one word and what it is about. Runs in the page. */
function listener() {
  window.heard = [];
  for (const name of ["ready", "error"]) {
    addEventListener(`explainer-${name}`, ({ detail }) =>
      window.heard.push(`${name} ${detail.code ?? detail.headline}`),
    );
  }
}

async function open(address, options) {
  const { page, close } = await openPage(browser, site.origin + address, { listener, forbids: [], ...options });
  await page.waitForFunction(() => customElements.get("explainer-article"));
  return { page, heard: () => page.evaluate(() => window.heard), close };
}

/** Returns what holds a page's wasm back, when it was `asked` for, and what lets it go. */
function held() {
  let letGo;
  let isAsked;
  const asked = new Promise((resolve) => {
    isAsked = resolve;
  });
  const gate = new Promise((resolve) => {
    letGo = resolve;
  });
  const prepare = (page) =>
    page.route("**/*.wasm", async (route) => {
      isAsked();
      await gate;
      await route.continue();
    });
  return { prepare, asked, letGo };
}

test("html_that_comes_after_the_element_leaves_no_placeholder_behind", async () => {
  const { page, close } = await open("/story");
  await page.evaluate(() => {
    const inside = document.querySelector("explainer-article").innerHTML;
    document.querySelector("explainer-article").remove();
    const element = document.createElement("explainer-article");
    document.querySelector("main").append(element);
    element.innerHTML = inside;
  });
  await ready(page);
  assert.equal(await page.locator(".skeleton").isVisible(), false);
  await close();
});

test("a_story_set_while_the_wasm_comes_is_told_of_once", async () => {
  const { prepare, letGo } = held();
  const { page, heard, close } = await open("/story", { prepare });
  await page.evaluate((story) => (document.querySelector("explainer-article").article = story), OTHER);
  letGo();
  await page.getByRole("heading", { name: "Other" }).waitFor();
  await wouldHaveHappened(page);
  assert.deepEqual(await heard(), ["ready Other"]);
  await close();
});

test("an_element_taken_out_while_the_wasm_comes_is_told_of_when_it_is_back", async () => {
  const { prepare, asked, letGo } = held();
  const { page, heard, close } = await open("/story", { prepare });
  const main = await page.evaluateHandle(() => document.querySelector("main"));
  const element = await page.evaluateHandle(() => document.querySelector("explainer-article"));
  await asked;
  await element.evaluate((node) => node.remove());
  const came = page.waitForResponse("**/*.wasm");
  letGo();
  await (await came).finished();
  await wouldHaveHappened(page);
  assert.deepEqual(await heard(), []);
  await main.evaluate((node, child) => node.append(child), element);
  await ready(page);
  assert.equal((await heard()).length, 1);
  await close();
});

test("an_address_set_before_the_start_counts", async () => {
  const { page, heard, close } = await open("/far");
  await page.evaluate(() => {
    document.querySelector("explainer-article").setAttribute("src", "/other.json");
    document.querySelector("explainer-article").scrollIntoView();
  });
  await page.getByRole("heading", { name: "Other" }).waitFor();
  await page.waitForFunction(() => window.heard.length > 0);
  assert.deepEqual(await heard(), ["ready Other"]);
  await close();
});

test("a_trap_while_the_tools_begin_is_one_error", async () => {
  const { page, heard, close } = await open("/story", {
    init: () => {
      const { hasAttribute } = Element.prototype;
      let breaks = 1;
      Element.prototype.hasAttribute = function (name) {
        if (name === "aria-expanded" && breaks-- > 0) throw new Error("broken by the page");
        return hasAttribute.call(this, name);
      };
    },
  });
  await page.waitForFunction(() => window.heard.length > 1);
  const [error, story] = await heard();
  assert.deepEqual([error, story.split(" ")[0]], ["error trap", "ready"]);
  await close();
});

test("a_trap_brings_no_tools_to_an_element_that_wants_none", async () => {
  const { page, close } = await open("/never", { init: breakable });
  const toolbars = () =>
    page.$$eval(".explainer-toolbar", (places) =>
      places.map(({ shadowRoot }) => shadowRoot?.querySelector("button") != null),
    );
  await page.waitForFunction(() => window.heard.length > 0);
  await breakNext(page);
  await page.locator("a.explainer-term:visible").first().click();
  await page.waitForFunction(() => window.heard.includes("error trap"));
  await wouldHaveHappened(page);
  assert.deepEqual(await toolbars(), [true, false]);
  await close();
});

test("an_element_moved_with_a_definition_open_opens_it_again", async () => {
  const { page, close } = await open("/story");
  await ready(page);
  const mention = page.locator(".explainer-section a.explainer-term").first();
  await mention.click();
  await page.getByRole("dialog").waitFor();
  await page.evaluate(() => {
    const element = document.querySelector("explainer-article");
    element.parentNode.append(element);
  });
  await mention.click();
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  assert.equal(await mention.getAttribute("aria-expanded"), "false");
  await close();
});
