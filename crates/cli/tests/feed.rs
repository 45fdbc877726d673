//! What `explainer feed` writes.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use serde_json::{Value, json};
use tempfile::TempDir;

mod support;

use support::{BUNDLED, explainer, html, least, prerender, save};

const WORDS: [&str; 4] = [
    "--title",
    "Explained & more",
    "--url",
    "https://news.example/",
];

/// Returns the files of three stories: one of a day, one of a clock, one without a date.
fn stories(folder: &TempDir) -> [String; 3] {
    let story = |name: &str, published: Option<&str>| {
        let mut story = least(&format!("<{name}>"));
        story["standfirst"] = json!(["About ", { "strong": ["it"] }, " ]]> <b>."]);
        if let Some(published) = published {
            story["published"] = published.into();
            story["timeZone"] = "Europe/Berlin".into();
        }
        story["authors"] = json!([{ "name": "Ann Lee" }, { "name": "Bo Tan" }]);
        save(folder.path(), &format!("{name}.json"), &story)
    };
    [
        story("none", None),
        story("day", Some("2025-07-22")),
        story("clock", Some("2025-07-22T12:36")),
    ]
}

#[test]
fn rss_has_the_stories_newest_first() {
    let folder = TempDir::new().unwrap();
    let [none, day, clock] = stories(&folder);
    let words = [&[none.as_str(), &day, &clock][..], &WORDS].concat();
    let rss = html(&explainer("feed", &words));
    assert!(
        rss.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\""),
        "{rss}"
    );
    for part in [
        "<title>Explained &amp; more</title><link>https://news.example/</link>",
        "<language>en</language>",
        "<guid>https://news.example/clock.html</guid>",
        "<description><![CDATA[About it ]]&gt; &lt;b&gt;.]]></description>",
        "<pubDate>Tue, 22 Jul 2025 10:36:00 +0000</pubDate>",
        "<pubDate>Mon, 21 Jul 2025 22:00:00 +0000</pubDate>",
        "<dc:creator>Bo Tan</dc:creator>",
    ] {
        assert!(rss.contains(part), "no {part} in {rss}");
    }
    let at = |name: &str| rss.find(&format!("&lt;{name}&gt;")).unwrap();
    assert!(at("clock") < at("day") && at("day") < at("none"), "{rss}");
}

#[test]
fn a_json_feed_says_the_same() {
    let folder = TempDir::new().unwrap();
    let [none, day, clock] = stories(&folder);
    let words = [&[none.as_str(), &day, &clock, "--format=json"][..], &WORDS].concat();
    let feed: Value = serde_json::from_str(&html(&explainer("feed", &words))).unwrap();
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(feed["home_page_url"], "https://news.example/");
    let item = &feed["items"][0];
    assert_eq!(item["url"], "https://news.example/clock.html");
    assert_eq!(item["title"], "<clock>");
    assert_eq!(item["summary"], "About it ]]> <b>.");
    assert_eq!(item["date_published"], "2025-07-22T10:36:00Z");
    assert_eq!(
        item["authors"],
        json!([{ "name": "Ann Lee" }, { "name": "Bo Tan" }])
    );
    assert!(
        item["content_html"]
            .as_str()
            .unwrap()
            .contains("<p>Words.</p>")
    );
    assert_eq!(feed["items"][2].get("date_published"), None);
}

#[test]
fn a_story_of_a_feed_is_the_html_for_feeds() {
    let feed = html(&explainer(
        "feed",
        &[&[BUNDLED, "--format=json"][..], &WORDS].concat(),
    ));
    let feed: Value = serde_json::from_str(&feed).unwrap();
    let alone = html(&prerender(&[BUNDLED, "--syndicate=html"]));
    assert_eq!(feed["items"][0]["content_html"], alone);
}

#[test]
fn a_feed_of_several_languages_names_none() {
    let folder = TempDir::new().unwrap();
    let mut german = least("Deutsch");
    german["lang"] = "de".into();
    let german = save(folder.path(), "german.json", &german);
    let words = [&[BUNDLED, &german, "--format=json"][..], &WORDS].concat();
    let feed: Value = serde_json::from_str(&html(&explainer("feed", &words))).unwrap();
    assert_eq!(feed.get("language"), None);
    assert_eq!(feed["items"][1]["language"], "de");
}

#[test]
fn one_faulty_story_means_that_there_is_no_feed() {
    let folder = TempDir::new().unwrap();
    let bad = save(folder.path(), "bad.json", &json!({}));
    let refused = explainer("feed", &[&[BUNDLED, &bad][..], &WORDS].concat());
    assert_eq!(refused.status.code(), Some(2));
    assert!(refused.stdout.is_empty());
}
