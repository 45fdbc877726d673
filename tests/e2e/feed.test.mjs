// What a feed parser reads of a feed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parseJsonFeed, parseRssFeed } from "feedsmith";
import { path, run, STORY } from "../support/tools.mjs";

const STORIES = [STORY, path("tests/fixtures/every-part.json"), path("tests/fixtures/right-to-left.json")];
const feed = (format) =>
  run("explainer", ["feed", ...STORIES, "--title=A & B", "--url=https://news.example/", `--format=${format}`]);
const NAMES = ["every-part", "microsoft-openai", "right-to-left"];

test("rss_is_read_by_a_parser", async () => {
  const { title, link, items } = parseRssFeed(await feed("rss"));
  assert.deepEqual([title, link], ["A & B", "https://news.example/"]);
  const links = items.map(({ link }) => link);
  assert.deepEqual(links.toSorted(), NAMES.map((name) => `https://news.example/${name}.html`).toSorted());
  const bundled = items.find(({ link }) => link.includes("microsoft"));
  assert.match(bundled.title, /^Microsoft gives up/);
  const html = await run("explainer", ["syndicate", STORY, "--format=html"]);
  assert.equal(bundled.content.encoded, html.trim());
  assert.equal(new Date(bundled.pubDate).toISOString(), "2025-01-22T00:00:00.000Z");
  assert.equal(new Set(items.map(({ guid }) => guid.value)).size, NAMES.length);
});

test("a_json_feed_is_read_by_a_parser", async () => {
  const { title, items } = parseJsonFeed(await feed("json"));
  assert.equal(title, "A & B");
  assert.equal(items.length, NAMES.length);
  for (const item of items) assert.ok(item.title && item.url && item.content_html && item.id === item.url, item.url);
});
