//! What `explainer prerender --embed` writes: a page for frames, and its oEmbed data.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::fs;

use serde_json::Value;
use tempfile::TempDir;

mod support;

use support::{BUNDLED, html, least, prerender, save};

#[test]
fn a_page_for_frames_is_no_result_of_a_search_and_tells_its_height() {
    let own = "https://news.example/toll";
    let embed = html(&prerender(&[
        BUNDLED,
        "--embed",
        "--assets",
        "/w",
        "--canonical",
        own,
    ]));
    for part in [
        r#"<meta name="robots" content="noindex">"#,
        r#"<link rel="canonical" href="https://news.example/toll">"#,
        r#"<link rel="stylesheet" href="/w/explainer-frame.css">"#,
        r#"<script type="module" fetchpriority="low" src="/w/explainer-frame.js">"#,
        r#"<script type="module" fetchpriority="low" src="/w/explainer-article.js">"#,
    ] {
        assert!(embed.contains(part), "no {part}");
    }
    let page = html(&prerender(&[BUNDLED, "--page"]));
    for part in ["robots", "canonical", "explainer-frame", "oembed"] {
        assert!(!page.contains(part), "{part}");
    }
}

#[test]
fn oembed_data_stand_beside_each_page_and_are_named_in_it() {
    let folder = TempDir::new().unwrap();
    let mut story = least("\"Tolls\" & <roads>");
    story["byline"] = "Ann Lee".into();
    let story = save(folder.path(), "the toll.json", &story);
    let out = folder.path().to_str().unwrap();
    let base = "https://news.example/embed/";
    html(&prerender(&[
        &story,
        "--embed",
        "--oembed",
        base,
        "--out-dir",
        out,
    ]));
    let page = fs::read_to_string(folder.path().join("the toll.html")).unwrap();
    let link = r#"<link rel="alternate" type="application/json+oembed" href="https://news.example/embed/the%20toll.oembed.json""#;
    assert!(page.contains(link), "{page}");
    let data = fs::read_to_string(folder.path().join("the toll.oembed.json")).unwrap();
    let data: Value = serde_json::from_str(&data).unwrap();
    assert_eq!(data["version"], "1.0");
    assert_eq!(data["type"], "rich");
    assert_eq!(data["title"], "\"Tolls\" & <roads>");
    assert_eq!(data["author_name"], "Ann Lee");
    assert_eq!(
        data["html"],
        "<iframe src=\"https://news.example/embed/the%20toll.html\" title=\"&quot;Tolls&quot; &amp; &lt;roads&gt;\" \
         width=\"600\" height=\"600\" frameborder=\"0\"></iframe>"
    );
}

#[test]
fn oembed_data_need_a_file_and_a_page_for_frames() {
    let base = "--oembed=https://news.example/";
    let refused = prerender(&[BUNDLED, "--embed", base]);
    assert_eq!(refused.status.code(), Some(2));
    let said = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(
        said,
        "the oEmbed data stand beside a file: --out-dir or --output\n"
    );
    for words in [
        &["--page", base][..],
        &["--page", "--embed"],
        &["--embed", "--model", "rofr"],
        &["--canonical", "https://news.example/"],
        &["--manifest", "none.json"],
    ] {
        let refused = prerender(&[&[BUNDLED], words].concat());
        assert_eq!(refused.status.code(), Some(2), "{words:?}");
    }
}
