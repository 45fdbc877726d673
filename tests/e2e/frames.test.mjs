// A page for frames, from another origin: hosts of several kinds give it the height that it tells.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { openPage } from "../support/page.mjs";
import { launch, serve } from "../support/site.mjs";
import { folder, path, prerender, run, STORY } from "../support/tools.mjs";

const ANOTHER = path("tests/fixtures/right-to-left.json");
const CORS = { "access-control-allow-origin": "*" };
const around = (body) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A host</title><body>${body}</body></html>`;
/** Keeps every message that frames send. */
const listening = "<script>var told = []; addEventListener('message', ({ data }) => told.push(data));</script>";

let browser, newsroom, host, story;
before(async () => {
  const pages = {
    "/story.html": await prerender(STORY, "--embed", "--assets", "/explainer"),
    "/other.html": await prerender(ANOTHER, "--embed", "--assets", "/explainer"),
    "/away.html": around("<h1>Away</h1>"),
  };
  newsroom = await serve(pages, { headers: () => CORS });
  story = `${newsroom.origin}/story.html`;
  const script = async (name) => ({ body: await readFile(path(`node_modules/${name}`)), type: "text/javascript" });
  host = await serve({
    "/pym.js": await script("pym.js/dist/pym.v1.min.js"),
    "/frames.js": await script("@newswire/frames/dist/frames.umd.js"),
  });
  browser = await launch();
});
after(async () => {
  await browser.close();
  host.close();
  newsroom.close();
});

/** Opens a host with this body; frames load widget files, which may warn where a sandbox keeps them from something. */
async function visit(body, options = {}) {
  host.pages["/"] = around(listening + body);
  const opened = await openPage(browser, `${host.origin}/`, options);
  return { ...opened, frame: (index = 0) => opened.page.locator("iframe").nth(index) };
}

/** Waits until a frame is as high as the story in it. */
async function fits(page, index = 0) {
  const element = await page.locator("iframe").nth(index).elementHandle();
  const inside = await element.contentFrame();
  await inside.waitForLoadState();
  await inside.waitForFunction(() => {
    const { height } = document.documentElement.getBoundingClientRect();
    return height > 0 && innerHeight === Math.ceil(height) && innerHeight > 300;
  });
  return inside;
}

const link = (address, words = "A story") => `<a data-explainer-embed href="${address}">${words}</a>`;
const LOADER = () => `<script type="module" src="${newsroom.origin}/explainer/explainer-embed.js"></script>`;

test("the_loader_gives_two_stories_their_heights_and_follows_their_folds", async () => {
  const { page, close } = await visit(link(story) + link(`${newsroom.origin}/other.html`, "Another") + LOADER());
  const [one, two] = [await fits(page, 0), await fits(page, 1)];
  const heights = async () => [await one.evaluate(() => innerHeight), await two.evaluate(() => innerHeight)];
  const [before, other] = await heights();
  assert.notEqual(before, other);
  await one
    .getByRole("button", { name: "Collapse all" })
    .or(one.getByRole("button", { name: "Expand all" }))
    .first()
    .click();
  await one.waitForFunction((height) => innerHeight !== height, before);
  await fits(page, 0);
  assert.equal((await heights())[1], other);
  await page.setViewportSize({ width: 480, height: 800 });
  await fits(page, 0);
  assert.deepEqual(await page.locator("iframe").evaluateAll((all) => all.map(({ title }) => title)), [
    "A story",
    "Another",
  ]);
  await close();
});

test("only_heights_leave_a_frame", async () => {
  const { page, close } = await visit(link(story) + LOADER());
  await fits(page);
  const told = await page.evaluate("told");
  assert.ok(told.length > 0);
  for (const message of told) {
    const { height = message["datawrapper-height"]?.story } = message;
    assert.ok(Number.isInteger(height) && height > 0, JSON.stringify(message));
    assert.deepEqual(
      message,
      "sentinel" in message
        ? { sentinel: "amp", type: "embed-size", height }
        : { "datawrapper-height": { story: height } },
    );
  }
  await close();
});

test("the_loader_heeds_no_frame_but_its_own", async () => {
  const other = `<iframe srcdoc="<script>parent.postMessage({ sentinel: 'amp', type: 'embed-size', height: 5 }, '*')</script>"></iframe>`;
  const { page, close } = await visit(`${link(story)}${other}${LOADER()}`);
  await fits(page, 0);
  await page.waitForFunction("told.some(({ height }) => height === 5)");
  assert.notEqual(
    await page
      .locator("iframe")
      .first()
      .evaluate(({ style }) => style.height),
    "5px",
  );
  assert.equal(
    await page
      .locator("iframe")
      .nth(1)
      .evaluate(({ style }) => style.height),
    "",
  );
  await close();
});

test("a_frame_that_is_shown_later_tells_its_height_then", async () => {
  const tab = `<div id="tab" style="display: none">${link(story)}</div>`;
  const { page, close } = await visit(`${tab}${LOADER()}`);
  const element = await page.locator("iframe").elementHandle();
  await element.evaluate((/** @type {HTMLIFrameElement} */ frame) => frame.setAttribute("loading", "eager"));
  const inside = await element.contentFrame();
  await inside.waitForURL(story);
  await inside.waitForLoadState();
  await page.waitForTimeout(300);
  assert.deepEqual(await page.evaluate("told"), []);
  await page.evaluate(() => (document.getElementById("tab").style.display = ""));
  await fits(page);
  await close();
});

test("pym_js_gives_it_its_height", async () => {
  const body = `<div id="place"></div><script src="/pym.js"></script><script>new pym.Parent("place", "${story}", {})</script>`;
  const { page, close } = await visit(body);
  await fits(page);
  await close();
});

test("newswire_frames_gives_it_its_height", async () => {
  const body = `<div data-frame-src="${story}"></div><script src="/frames.js"></script>
    <script>newswireFrames.autoInitFrames()</script>`;
  const { page, close } = await visit(body);
  await fits(page);
  await close();
});

test("a_host_that_comes_late_asks_for_the_height", async () => {
  const { page, close } = await visit(`<iframe src="${story}" width="600" height="500"></iframe>`);
  const element = await page.locator("iframe").elementHandle();
  await (await element.contentFrame()).waitForLoadState();
  await page.waitForFunction("told.length > 0");
  await page.evaluate(() => {
    const frame = document.querySelector("iframe");
    addEventListener("message", ({ data }) => data.type === "embed-size" && (frame.height = data.height));
    frame.contentWindow.postMessage({ sentinel: "amp", type: "frames-init" }, "*");
  });
  await fits(page);
  await close();
});

test("wordpress_has_the_height_and_the_link_with_its_secret", async () => {
  // As WordPress writes an embed that it does not trust.
  const sandboxed = `<iframe sandbox="allow-scripts" data-secret="aB3" src="${story}#?secret=aB3" width="600" height="600"></iframe>`;
  const { page, close } = await visit(sandboxed, { forbids: [] });
  await page.waitForFunction("told.some(({ message }) => message === 'height')");
  const height = await page.evaluate("told.findLast(({ message }) => message === 'height')");
  assert.ok(height.value > 600);
  assert.deepEqual(height, { message: "height", value: height.value, secret: "aB3" });
  const element = await page.locator("iframe").elementHandle();
  const inside = await element.contentFrame();
  const outward = inside.locator('a[href^="https:"]').first();
  const address = await outward.evaluate((link) => link.href);
  await outward.evaluate((link) => link.click());
  await page.waitForFunction("told.some(({ message }) => message === 'link')");
  const told = await page.evaluate("told.findLast(({ message }) => message === 'link')");
  assert.deepEqual(told, { message: "link", value: address, secret: "aB3" });
  await close();
});

test("links_open_above_and_definitions_in_the_frame", async () => {
  const { page, close } = await visit(link(story) + LOADER());
  const inside = await fits(page);
  await inside.locator("a.explainer-term").first().click();
  await inside.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await inside.evaluate(() => {
    const away = document.querySelector('a[href^="https:"]');
    away.setAttribute("href", "/away.html");
    away.setAttribute("id", "away");
  });
  await inside.evaluate(() => document.getElementById("away").click());
  await page.waitForURL(`${newsroom.origin}/away.html`);
  await close();
});

test("on_a_phone_a_definition_stands_at_its_mention", async () => {
  const options = { viewport: { width: 390, height: 800 } };
  const { page, close } = await visit(`<h1>A host</h1>${link(story)}<p>After it.</p>${LOADER()}`, options);
  const inside = await fits(page);
  const term = inside.locator(".explainer-section a.explainer-term").first();
  await term.click();
  const dialog = inside.getByRole("dialog");
  await dialog.waitFor();
  const [at, box] = [await term.boundingBox(), await dialog.boundingBox()];
  const gap = Math.min(Math.abs(box.y - at.y - at.height), Math.abs(at.y - box.y - box.height));
  assert.ok(gap < 20, `${gap} px away`);
  assert.ok(box.x >= 0 && box.x + box.width <= 390, `${box.x} to ${box.x + box.width}`);
  await close();
});

test("oembed_gives_a_frame_that_shows_the_story", async () => {
  const { place, remove } = await folder();
  const words = [STORY, "--embed", "--assets", "/explainer", "--oembed", newsroom.origin, "-o", `${place}/story.html`];
  await run("explainer", ["prerender", ...words]);
  const { html, width, height } = JSON.parse(await readFile(`${place}/story.oembed.json`, "utf8"));
  assert.deepEqual([width, height], [600, 600]);
  const { page, close } = await visit(html);
  const inside = await (await page.locator("iframe").elementHandle()).contentFrame();
  await inside.getByRole("heading", { level: 1 }).waitFor();
  await close();
  await remove();
});
