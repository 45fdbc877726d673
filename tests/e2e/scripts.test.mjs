// Scripts of the host that change what is on the page: the story stays whole.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { openPage, ready, wouldHaveHappened } from "../support/page.mjs";
import { launch, serve } from "../support/site.mjs";
import { path, prerender, STORY } from "../support/tools.mjs";

/** Puts an advertisement after every second paragraph, as docs/embed.md says. */
const embed = await readFile(path("docs/embed.md"), "utf8");
const ADS = `<script>${embed.match(/<!-- test: ads -->\n```js\n([^]*?)```/)[1]}</script>`;
/** Lets one section be open at a time, on clicks only. */
const ACCORDION = `<script>
  addEventListener("click", ({ target }) => {
    const opened = target.closest("summary")?.parentElement;
    if (!opened) return;
    for (const other of document.querySelectorAll("details[open]"))
      if (other !== opened && !other.contains(opened)) other.open = false;
  });
</script>`;
/** Writes signs as pictures, as Twemoji does, and goes on doing so. */
const SIGNS = `<script>
  addEventListener("DOMContentLoaded", () => {
    const swap = (root) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const found = [];
      while (walker.nextNode()) if (/\\u{1F680}/u.test(walker.currentNode.data)) found.push(walker.currentNode);
      for (const text of found) {
        const [before, ...rest] = text.data.split("\\u{1F680}");
        const picture = Object.assign(new Image(16, 16), { alt: "\\u{1F680}", className: "emoji" });
        text.replaceWith(before, picture, rest.join(""));
      }
    };
    swap(document.body);
    new MutationObserver(() => swap(document.body)).observe(document.body, { childList: true, subtree: true });
  });
</script>`;
/** Holds the page's scripts back until the reader's first touch, and then does that touch again. */
const HELD = `<script>
  const start = (event) => {
    removeEventListener("click", start, true);
    for (const script of document.querySelectorAll("script[type=held]")) {
      const live = Object.assign(document.createElement("script"), { type: "module", src: script.dataset.src });
      live.addEventListener("load", () => {
        const again = new MouseEvent("click", { bubbles: true, cancelable: true, composed: true });
        setTimeout(() => event.target.dispatchEvent(again), 1000);
      });
      script.replaceWith(live);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener("click", start, true);
</script>`;

let site, browser, story;
before(async () => {
  story = await prerender(STORY, "--page", "--assets", "/explainer");
  const withHead = (script) => story.replace("</head>", `${script}</head>`);
  site = await serve({
    "/ads": withHead(ADS),
    "/accordion": withHead(ACCORDION),
    "/signs": withHead(SIGNS)
      .replace("Microsoft does not walk away", "\u{1F680} Microsoft does not walk away")
      .replace("A promise that you will be asked first.", "\u{1F680} A promise that you will be asked first."),
    "/held": withHead(HELD).replaceAll(/<script type="module"([^>]*) src=/g, '<script type="held"$1 data-src='),
  });
  browser = await launch();
});
after(async () => {
  await browser.close();
  site.close();
});

function listener() {
  window.heard = [];
  addEventListener("explainer-error", ({ detail }) => window.heard.push(detail.code));
}
const open = (address) => openPage(browser, site.origin + address, { listener, forbids: ["thrown"] });
const termIn = (page, id) =>
  page.locator(`.explainer-section details[open] a.explainer-term[href="#term-${id}"]`).first();

test("advertisements_between_paragraphs_leave_the_story_whole_and_survive_a_swap", async () => {
  const { page, close } = await open("/ads");
  await ready(page);
  const count = await page.locator(".ad").count();
  assert.ok(count > 1);
  await page.getByRole("button", { name: "Expand all" }).click();
  await termIn(page, "exclusivity").click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  assert.equal(await dialog.locator(".ad").count(), 0);
  await page.keyboard.press("Escape");
  const words = await page.locator(".explainer-section-body > p").count();
  await page.evaluate(async () => {
    const url = new URL("/explainer/microsoft-openai.json", location.href);
    document.querySelector("explainer-article").article = await (await fetch(url)).json();
  });
  await page.waitForFunction(() => document.querySelector(".explainer-body[slot]"));
  await page.waitForFunction((count) => document.querySelectorAll(".ad").length === count, count);
  assert.equal(await page.locator(".explainer-section-body > p").count(), words);
  assert.deepEqual(await page.evaluate(() => window.heard), []);
  await close();
});

test("an_accordion_of_the_host_moves_the_reader_once", async () => {
  const { page, close } = await open("/accordion");
  await ready(page);
  const opened = () => page.locator(".explainer-section > details[open]").count();
  await page.locator(".explainer-section > details > summary").nth(2).click();
  assert.equal(await opened(), 1);
  await page.getByRole("button", { name: "Expand all" }).click();
  assert.equal(await page.locator(".explainer-section > details:not([open])").count(), 0);
  await page.getByRole("button", { name: "Collapse all" }).waitFor();
  await page.locator(".explainer-section > details > summary").nth(1).click();
  await page.getByRole("button", { name: "Expand all" }).waitFor();
  const before = await page.evaluate(() => scrollY);
  await wouldHaveHappened(page, 500);
  assert.equal(await page.evaluate(() => scrollY), before);
  await close();
});

test("signs_that_the_host_makes_pictures_are_pictures_in_the_definition_too", async () => {
  const { page, close } = await open("/signs");
  await ready(page);
  assert.equal(await page.locator(".explainer-section-body img.emoji").count(), 1);
  await page.getByRole("button", { name: "Expand all" }).click();
  await termIn(page, "right-of-first-refusal").click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  assert.equal(await dialog.locator("img.emoji").count(), 1);
  assert.match(await dialog.textContent(), /A promise that you will be asked first/);
  await close();
});

test("scripts_held_until_the_first_touch_leave_the_reader_where_they_are", async () => {
  const { page, close } = await open("/held");
  await page.locator(".explainer-section details[open] p").first().waitFor();
  await wouldHaveHappened(page);
  assert.equal(await page.evaluate(() => !!customElements.get("explainer-article")), false);
  await termIn(page, "exclusivity").click();
  await page.getByRole("dialog").waitFor();
  assert.equal(new URL(page.url()).hash, "");
  assert.equal(await page.getByRole("dialog").count(), 1);
  assert.equal(await page.getByRole("group", { name: "Story tools" }).count(), 1);
  await close();
});
