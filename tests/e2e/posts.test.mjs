// A story that goes on: posts that wait behind a button, and the feed's keys.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { embed, openPage, ready } from "../support/page.mjs";
import { launch, serve } from "../support/site.mjs";
import { prerender } from "../support/tools.mjs";

const post = (number, more = {}) => ({
  id: `post-${number}`,
  time: `2025-03-01T${String(number).padStart(2, "0")}:00Z`,
  title: `Report ${number}`,
  blocks: [`What happened at ${number}.`],
  ...more,
});
const story = (posts) => ({
  schemaVersion: 1,
  id: "running",
  lang: "en",
  headline: "The harbor today",
  posts,
  sections: [
    { id: "lead", heading: "Lead", blocks: ["Words. ".repeat(120)] },
    { id: "more", heading: "More", blocks: ["Closed at first."] },
  ],
});
const FIRST = story([1, 2, 3].map((number) => post(number)));
const LATER = story([...FIRST.posts, post(4), post(5, { key: true }), { ...post(6), title: undefined }]);

let site, browser;
/** Has the server give that story. */
const give = (given) => {
  site.pages["/story.json"] = { body: JSON.stringify(given), type: "application/json" };
};
before(async () => {
  const { join } = await import("node:path");
  const { mkdtemp, writeFile } = await import("node:fs/promises");
  const { tmpdir } = await import("node:os");
  const file = join(await mkdtemp(join(tmpdir(), "posts-")), "story.json");
  await writeFile(file, JSON.stringify(FIRST));
  const still = await prerender(file);
  site = await serve({
    "/json": embed('<explainer-article src="/story.json" loading="eager"></explainer-article>'),
    "/still": embed(
      still.replace("<explainer-article", '<explainer-article src="/story.json"') + "<p><a href='#'>After</a></p>",
    ),
  });
  browser = await launch();
});
after(async () => {
  await browser.close();
  site.close();
});

/** @param {string} address */
async function open(address) {
  give(FIRST);
  const opened = await openPage(browser, site.origin + address, { forbids: ["thrown"] });
  await ready(opened.page);
  await opened.page.getByRole("feed").waitFor();
  return opened;
}

const refresh = (page) => page.evaluate(() => document.querySelector("explainer-article").refresh());
const titles = (page) => page.getByRole("feed").getByRole("heading").allTextContents();

for (const address of ["/json", "/still"]) {
  const where = address === "/json" ? "from_json" : "prerendered";

  test(`new_posts_wait_and_move_nothing_before_they_are_asked_for_${where}`, async () => {
    const { page, close } = await open(address);
    assert.equal(await refresh(page), 0);
    assert.equal(await page.getByRole("button", { name: /New posts/ }).count(), 0);
    await page.getByText("More", { exact: true }).first().click();
    await page.getByText("Closed at first.").waitFor();
    const where = () =>
      page.evaluate(() =>
        [...document.querySelectorAll(".explainer-body *:not(.explainer-new-posts *)")].map(
          (element) => element.getBoundingClientRect().top,
        ),
      );
    const before = await where();
    give(LATER);
    assert.equal(await refresh(page), 3);
    const button = page.getByRole("status").getByRole("button", { name: "New posts: 3" });
    await button.waitFor();
    assert.deepEqual(await where(), before);
    assert.equal(await refresh(page), 3, "asked again: one button");
    assert.deepEqual(await titles(page), ["Report 3", "Report 2", "Report 1"]);
    await button.click();
    await page.getByRole("heading", { name: "Report 5" }).waitFor();
    assert.deepEqual(await titles(page), ["Report 5", "Report 4", "Report 3", "Report 2", "Report 1"]);
    await page.waitForFunction(() => document.activeElement?.id === "explainer-post-post-6");
    await button.waitFor({ state: "detached" });
    assert.equal(await page.getByText("Closed at first.").isVisible(), true, "what the reader opened stays open");
    assert.equal(await page.getByRole("link", { name: "Report 5" }).count(), 1, "the key event is listed");
    assert.equal(await page.getByRole("feed").getAttribute("aria-busy"), null);
    await close();
  });

  test(`keys_lead_from_post_to_post_and_out_of_them_${where}`, async () => {
    const { page, close } = await open(address);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-posinset"));
    const posts = page.getByRole("feed").getByRole("article");
    assert.equal(await posts.count(), 3);
    await posts.first().focus();
    assert.equal(await focused(), "1");
    await page.keyboard.press("PageDown");
    assert.equal(await focused(), "2");
    await page.keyboard.press("PageDown");
    await page.keyboard.press("PageDown");
    assert.equal(await focused(), "3", "the last one stays");
    await page.keyboard.press("PageUp");
    assert.equal(await focused(), "2");
    assert.equal(await posts.nth(1).getAttribute("aria-setsize"), "3");
    assert.equal(await page.getByRole("article", { name: "Report 2" }).count(), 1);
    const isOutside = (side) =>
      page.evaluate(
        (expected) =>
          !!(document.querySelector(".explainer-feed").compareDocumentPosition(document.activeElement) & expected) &&
          !document.activeElement.closest(".explainer-feed"),
        side,
      );
    await page.keyboard.press("Control+End");
    assert.equal(await isOutside(4), true, "after the feed");
    await posts.first().focus();
    await page.keyboard.press("Control+Home");
    assert.equal(await isOutside(2), true, "before the feed");
    await close();
  });
}

test("a_story_that_cannot_be_fetched_again_stays_and_says_so", async () => {
  const { page, close } = await open("/json");
  await page.evaluate(() => document.querySelector("explainer-article").setAttribute("data-kept", "yes"));
  await page.route("**/story.json", (route) => route.abort());
  const message = await page.evaluate(() =>
    document
      .querySelector("explainer-article")
      .refresh()
      .catch((error) => error.code),
  );
  assert.equal(message, "story-unavailable");
  assert.deepEqual(await titles(page), ["Report 3", "Report 2", "Report 1"]);
  await close();
});
