//! What `explainer prerender` makes of a story: a fragment, a page, a mini-model alone, and feeds.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

mod support;

use support::{BUNDLED, html, least, prerender, save};

const EVERY_PART: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../tests/fixtures/every-part.json"
);

fn data(html: &str) -> Value {
    let (_, rest) = html
        .split_once("<script type=\"application/ld+json\">")
        .unwrap();
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

#[test]
fn the_fragment_holds_the_whole_story_and_nothing_for_hydration() {
    let html = html(&prerender(&[BUNDLED]));
    assert!(html.starts_with("<explainer-article>\n<article "), "{html}");
    assert!(html.contains("<details open=\"open\"><summary "));
    assert!(html.contains("id=\"term-stargate\""));
    assert!(!html.contains("<!--"));
}

#[test]
fn the_same_story_gives_the_same_html() {
    assert_eq!(prerender(&[BUNDLED]).stdout, prerender(&[BUNDLED]).stdout);
}

#[test]
fn the_data_says_what_the_story_says() {
    let data = data(&html(&prerender(&[BUNDLED])));
    assert_eq!(data["@type"], "NewsArticle");
    assert_eq!(data["datePublished"], "2025-01-22");
    assert_eq!(
        data["about"]["hasDefinedTerm"].as_array().unwrap().len(),
        15
    );
    assert_eq!(
        data["about"]["hasDefinedTerm"][0]["name"],
        "right of first refusal"
    );
    let body = data["articleBody"].as_str().unwrap();
    assert!(body.contains("at least $100 billion in profits"), "{body}");
    let description = data["description"].as_str().unwrap();
    assert!(
        description.contains("it still holds a right of first refusal:"),
        "{description}"
    );
}

#[test]
fn a_short_definition_is_a_definition_in_feeds_too() {
    let folder = TempDir::new().unwrap();
    let mut story = least("H");
    story["sections"][0]["blocks"] = json!([[{ "term": "toll" }]]);
    story["terms"] = json!([{ "id": "toll", "label": "toll", "short": "A charge." }]);
    let file = save(folder.path(), "x.json", &story);
    let text = html(&prerender(&[&file, "--syndicate", "text"]));
    assert!(text.ends_with("[1] toll: A charge.\n"), "{text}");
    let feed = html(&prerender(&[&file, "--syndicate", "html"]));
    assert!(feed.contains("<dd><p>A charge.</p></dd>"), "{feed}");
    let data = data(&html(&prerender(&[&file])));
    let term = &data["about"]["hasDefinedTerm"][0];
    assert_eq!(term["description"], "A charge.");
}

#[test]
fn a_byte_order_mark_is_no_part_of_a_story() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("bom.json");
    fs::write(&file, format!("\u{feff}{}", least("H"))).unwrap();
    let html = html(&prerender(&[file.to_str().unwrap()]));
    assert!(html.contains("Words."), "{html}");
}

#[test]
fn no_story_text_can_end_a_script_or_begin_a_tag() {
    let folder = TempDir::new().unwrap();
    let words = "</script><!-- <script>alert(1)</script>";
    let file = save(folder.path(), "x.json", &least(words));
    let html = html(&prerender(&[&file, "--page"]));
    assert_eq!(html.matches("<script").count(), 2, "{html}");
    assert_eq!(html.matches("</script>").count(), 2, "{html}");
    assert!(!html.contains("<!-- "), "{html}");
    assert_eq!(data(&html)["headline"], words);
}

#[test]
fn a_page_names_the_widgets_files() {
    let html = html(&prerender(&[
        BUNDLED,
        "--page",
        "--assets",
        "https://cdn.example/w",
    ]));
    assert!(
        html.starts_with("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">"),
        "{html}"
    );
    assert!(html.contains("href=\"https://cdn.example/w/explainer.css\""));
    assert!(html.contains("src=\"https://cdn.example/w/explainer-article.js\""));
}

#[test]
fn a_page_with_a_manifest_pins_the_files_and_asks_ahead() {
    let folder = TempDir::new().unwrap();
    let file = |role: &str, path: &str| json!({ "role": role, "path": path, "integrity": "sha256-x=", "cacheControl": "immutable" });
    let files = [
        json!({ "role": "shim", "path": "s.js", "cacheControl": "max-age=300" }),
        file("shim", "s.1.js"),
        file("style", "c.1.css"),
        file("glue", "g.1.js"),
        file("wasm", "w.1.wasm"),
        file("models-shim", "ms.1.js"),
        file("models-style", "mc.1.css"),
    ];
    let manifest = save(folder.path(), "manifest.json", &json!({ "files": files }));
    let plain = save(folder.path(), "plain.json", &least("Without models"));
    let page = |story: &str, manifest: &str| {
        prerender(&[story, "--page", "--assets", "/w", "--manifest", manifest])
    };
    let with_models = html(&page(BUNDLED, &manifest));
    for tag in [
        r#"<link rel="stylesheet" href="/w/mc.1.css" integrity="sha256-x=" crossorigin="anonymous">"#,
        r#"<script type="module" fetchpriority="low" src="/w/ms.1.js" integrity="sha256-x=" crossorigin="anonymous">"#,
        r#"<link rel="modulepreload" fetchpriority="low" href="/w/g.1.js" integrity="sha256-x=" crossorigin="anonymous">"#,
        r#"<link as="fetch" rel="preload" fetchpriority="low" href="/w/w.1.wasm" crossorigin="anonymous">"#,
    ] {
        assert!(with_models.contains(tag), "no {tag}");
    }
    let html = html(&page(&plain, &manifest));
    assert!(!html.contains("/w/m"), "{html}");
    for tag in [
        r#"<link rel="stylesheet" href="/w/c.1.css" integrity="sha256-x=" crossorigin="anonymous">"#,
        r#"<link rel="modulepreload" fetchpriority="low" href="/w/g.1.js" integrity="sha256-x=" crossorigin="anonymous">"#,
        r#"<link as="fetch" rel="preload" fetchpriority="low" href="/w/w.1.wasm" crossorigin="anonymous">"#,
        r#"<script type="module" fetchpriority="low" src="/w/s.1.js" integrity="sha256-x=" crossorigin="anonymous">"#,
    ] {
        assert!(html.contains(tag), "no {tag}");
    }
    let other = save(folder.path(), "other.json", &json!({}));
    let output = page(&plain, &other);
    assert_eq!(output.status.code(), Some(2));
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(
        errors.contains("lists no style; take the manifest.json"),
        "{errors}"
    );
}

#[test]
fn a_mini_model_is_written_alone() {
    let html = html(&prerender(&[BUNDLED, "--model", "agi-trigger"]));
    let start = r#"<explainer-model model="agi-trigger" json="{"#;
    assert!(html.starts_with(start), "{html}");
    let (_, rest) = html.split_once("json=\"").unwrap();
    let (json, rest) = rest.split_once('"').unwrap();
    let model: Value = serde_json::from_str(&json.replace("&quot;", "\"")).unwrap();
    assert_eq!(model["kind"], "threshold");
    assert!(rest.starts_with(r#" lang="en" dir="ltr">"#), "{rest}");
    assert!(html.contains("<figcaption>When would the AGI clause be triggered?</figcaption>"));
    assert!(
        html.contains(r#"<data value="149.773437">"#),
        "no sum of the ninth year"
    );
}

#[test]
fn as_text_a_definition_is_a_note_at_its_first_mention() {
    let text = html(&prerender(&[BUNDLED, "--syndicate", "text"]));
    assert!(
        text.contains("it still holds a right of first refusal [1]: it is asked"),
        "{text}"
    );
    assert_eq!(text.matches("[1]").count(), 2, "{text}");
    assert!(
        text.contains("\n\n[1] right of first refusal: A promise that you will be asked first.")
    );
    assert!(text.contains("January 22, 2025"));
    assert!(!text.contains('<'), "{text}");
}

#[test]
fn as_minimal_html_it_has_no_class_id_or_script() {
    let html = html(&prerender(&[EVERY_PART, "--syndicate", "html"]));
    for part in [
        "<a href=\"https://example.org/a?b=c&amp;d\">link</a>",
        "<em>stress, <strong>weight</strong></em>",
        "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;not bold&lt;/b&gt;</p>",
        "<ol><li>First</li><li>Second</li></ol>",
        "<blockquote><p>Words that stand alone.</p><p>And a second paragraph of them.</p><p>A speaker</p></blockquote>",
        "<p>The deal, in words.</p>",
        "<dt>alpha</dt><dd><p>The first letter.</p>",
    ] {
        assert!(html.contains(part), "no {part} in {html}");
    }
    for none in [" class=", " id=", "<script", "<!--"] {
        assert!(!html.contains(none), "{none} in {html}");
    }
}

#[test]
fn as_data_it_is_the_same_as_in_the_page() {
    let alone = html(&prerender(&[BUNDLED, "--syndicate", "json-ld"]));
    let alone: Value = serde_json::from_str(&alone).unwrap();
    assert_eq!(alone, data(&html(&prerender(&[BUNDLED]))));
}

#[test]
fn a_time_without_an_offset_has_that_of_the_storys_zone_in_the_data() {
    let folder = tempfile::TempDir::new().unwrap();
    let mut story = least("Zones");
    story["published"] = "2025-07-22T12:36".into();
    story["updated"] = "2025-01-22T12:36:00.000Z".into();
    story["timeZone"] = "Europe/Berlin".into();
    let told = data(&html(&prerender(&[&save(folder.path(), "a.json", &story)])));
    assert_eq!(told["datePublished"], "2025-07-22T12:36+02:00");
    assert_eq!(told["dateModified"], "2025-01-22T12:36:00Z");
    story["timeZone"] = "Europe/Nowhere".into();
    let output = prerender(&[&save(folder.path(), "b.json", &story)]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(
        said.contains("\"Europe/Nowhere\" is not a time zone"),
        "{said}"
    );
}

#[test]
fn level_prefix_and_data_are_as_asked_for() {
    let folder = tempfile::TempDir::new().unwrap();
    let story = save(folder.path(), "story.json", &least("Asked"));
    let html = html(&prerender(&[
        &story,
        "--heading-level",
        "3",
        "--prefix",
        "week-2",
        "--no-json-ld",
    ]));
    assert!(
        html.contains("<h3 class=\"explainer-headline\">Asked</h3>"),
        "{html}"
    );
    assert!(
        html.contains("id=\"week-2-only\"") && html.contains("data-explainer-prefix=\"week-2-\"")
    );
    assert!(!html.contains("ld+json"));
    for wrong in [
        ["--heading-level", "6"],
        ["--prefix", "2-weeks"],
        ["--prefix", "a b"],
        ["--no-json-ld", "--syndicate=text"],
    ] {
        assert_eq!(
            prerender(&[&story, wrong[0], wrong[1]]).status.code(),
            Some(2),
            "{wrong:?}"
        );
    }
}

#[test]
fn every_author_is_in_the_text_and_in_the_data() {
    let folder = TempDir::new().unwrap();
    let mut story = least("Authors");
    story["authors"] = json!([
        { "name": "Ann Lee", "role": "reporter", "url": "/people/ann" },
        { "name": "Bo Tan" },
        { "name": "The Agency", "kind": "organization", "role": "news agency", "url": "https://agency.example/" },
    ]);
    let file = save(folder.path(), "authors.json", &story);
    let html = html(&prerender(&[&file]));
    assert!(
        html.contains(
            "<span class=\"explainer-byline\"><a rel=\"author\" href=\"/people/ann\">Ann Lee</a>\
         <span class=\"explainer-author-role\"> (reporter)</span>, Bo Tan, and \
         <a rel=\"author\" href=\"https://agency.example/\">The Agency</a>"
        ),
        "{html}"
    );
    assert_eq!(
        data(&html)["author"],
        json!([
            { "@type": "Person", "name": "Ann Lee", "jobTitle": "reporter", "url": "/people/ann" },
            { "@type": "Person", "name": "Bo Tan" },
            { "@type": "Organization", "name": "The Agency", "description": "news agency", "url": "https://agency.example/" },
        ])
    );
    let text = prerender(&[&file, "--syndicate", "text"]).stdout;
    assert!(
        String::from_utf8(text)
            .unwrap()
            .contains("Ann Lee, Bo Tan, and The Agency")
    );
    story["byline"] = "By our own reporters".into();
    let html = support::html(&prerender(&[&save(folder.path(), "byline.json", &story)]));
    assert!(html.contains("<span class=\"explainer-byline\">By our own reporters</span>"));
    assert_eq!(data(&html)["author"].as_array().unwrap().len(), 3);
}

#[test]
fn a_story_takes_what_it_mentions_from_a_glossary() {
    let folder = tempfile::TempDir::new().unwrap();
    let mut story = least("Of ships");
    story["sections"][0]["blocks"] = serde_json::json!([["Of ", { "term": "draught" }, "."]]);
    let story = save(folder.path(), "story.json", &story);
    let terms = serde_json::json!({ "terms": [
        { "id": "keel", "label": "keel", "short": "The lowest part." },
        { "id": "draught", "label": "draught", "short": "How deep a ship lies." },
    ] });
    let terms = save(folder.path(), "terms.json", &terms);
    let html = html(&prerender(&[&story, "--glossary", &terms]));
    assert!(
        html.contains("id=\"term-draught\"") && !html.contains("term-keel"),
        "{html}"
    );
    assert_eq!(
        prerender(&[&story]).status.code(),
        Some(2),
        "it has no such term"
    );
    let none = prerender(&[&story, "--glossary", &story]);
    assert_eq!(none.status.code(), Some(2));
    let said = String::from_utf8_lossy(&none.stderr).into_owned();
    assert!(said.contains("story.json: no list \"terms\""), "{said}");
}

#[test]
fn a_story_names_its_glossary_itself() {
    let folder = tempfile::TempDir::new().unwrap();
    let mut story = least("Of ships");
    story["sections"][0]["blocks"] = serde_json::json!([["Of ", { "term": "draught" }, "."]]);
    let term = |short: &str| serde_json::json!({ "terms": [{ "id": "draught", "label": "draught", "short": short }] });
    save(folder.path(), "own.json", &term("How deep a ship lies."));
    let given = save(folder.path(), "given.json", &term("Another meaning."));
    story["glossary"] = "own.json".into();
    let file = save(folder.path(), "story.json", &story);
    assert!(html(&prerender(&[&file])).contains("How deep a ship lies."));
    let html = html(&prerender(&[&file, "--glossary", &given]));
    assert!(
        html.contains("Another meaning."),
        "what is given goes before it: {html}"
    );
    for (address, says) in [
        ("https://example.org/terms.json", "add --glossary FILE"),
        ("/terms.json", "add --glossary FILE"),
        ("none.json", "none.json: cannot be read"),
    ] {
        story["glossary"] = address.into();
        let file = save(folder.path(), "story.json", &story);
        let refused = prerender(&[&file]);
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(!refused.status.success() && said.contains(says), "{said}");
    }
}

#[test]
fn feeds_have_what_was_corrected_changed_and_relied_on() {
    for format in ["text", "html"] {
        let story = prerender(&[EVERY_PART, "--syndicate", format]);
        let said = String::from_utf8_lossy(&story.stdout).to_lowercase();
        for part in [
            "an earlier version left out beta.",
            "what changed",
            "a sentence on ships was added.",
            "how we know this",
            "a second source",
            "(a report)",
        ] {
            let plain = said
                .replace("<a href=\"https://example.org/report\">", "")
                .replace("</a>)", ")");
            assert!(plain.contains(part), "{format}: {part}: {plain}");
        }
    }
}

#[test]
fn the_data_names_elements_as_schema_org_does() {
    let data = prerender(&[EVERY_PART, "--syndicate", "json-ld"]);
    let data: Value = serde_json::from_slice(&data.stdout).unwrap();
    assert_eq!(
        data["@type"],
        serde_json::json!(["NewsArticle", "LiveBlogPosting"])
    );
    let first = &data["image"][0];
    assert_eq!(
        (&first["contentUrl"], &first["width"]),
        (&"/images/lead.jpg".into(), &1600.into())
    );
    // The lead, the map, the face and three of the gallery; the ornament says nothing.
    assert_eq!(data["image"].as_array().unwrap().len(), 6);
    assert_eq!(data["video"][0]["duration"], "PT80S");
    assert_eq!(
        data["audio"][0]["transcript"],
        "Good morning.\n\nAnd to you, alpha."
    );
    let question = &data["hasPart"][0]["mainEntity"][0];
    assert_eq!(question["acceptedAnswer"]["text"], "Because of alpha.");
    assert_eq!(data["citation"][0]["name"], "A second source");
    let updates = data["liveBlogUpdate"].as_array().unwrap();
    assert_eq!(updates.len(), 3);
    assert_eq!(updates[2]["headline"], "The harbor opens");
}
