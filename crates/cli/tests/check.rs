//! What `explainer check` says of stories, and `explainer syndicate` makes of them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::fs;

use serde_json::json;
use tempfile::TempDir;

mod support;

use support::{BUNDLED, explainer, html, least, prerender, save};

/// Checks `files`, and returns the exit code, standard output and standard error.
fn check(files: &[&str]) -> (Option<i32>, String, String) {
    let output = explainer("check", files);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code(),
        text(output.stdout),
        text(output.stderr),
    )
}

#[test]
fn of_a_sound_story_nothing_is_said() {
    assert_eq!(check(&[BUNDLED]), (Some(0), String::new(), String::new()));
}

#[test]
fn every_problem_of_every_story_is_a_line() {
    let folder = TempDir::new().unwrap();
    let mut story = least("A story");
    story["published"] = "yesterday".into();
    story["standfrst"] = "Words".into();
    let one = save(folder.path(), "one.json", &story);
    let two = save(folder.path(), "two.json", &json!([]));
    let (code, said, errors) = check(&[&one, BUNDLED, &two]);
    assert_eq!((code, errors.as_str()), (Some(2), ""), "{said}");
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 3, "{said}");
    assert!(lines[0].starts_with(&format!("{one}: article: ")), "{said}");
    assert!(
        lines[1].starts_with(&format!("{one}: published: ")),
        "{said}"
    );
    assert!(lines[2].starts_with(&format!("{two}: article: ")), "{said}");
}

#[test]
fn a_warning_is_said_and_is_no_failure() {
    let folder = TempDir::new().unwrap();
    let mut story = least("A story");
    story["published"] = "2025-01-22T12:36".into();
    let (code, said, _) = check(&[&save(folder.path(), "story.json", &story)]);
    assert_eq!(code, Some(0));
    assert!(
        said.contains("published: the time has no time zone"),
        "{said}"
    );
}

#[test]
fn a_time_zone_that_is_none_is_a_problem() {
    let folder = TempDir::new().unwrap();
    let mut story = least("A story");
    story["timeZone"] = "Europe/Nowhere".into();
    let (code, said, _) = check(&[&save(folder.path(), "story.json", &story)]);
    assert_eq!(code, Some(2));
    assert!(
        said.contains("timeZone: \"Europe/Nowhere\" is not a time zone"),
        "{said}"
    );
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_is_checked() {
    let folder = TempDir::new().unwrap();
    let bad = save(folder.path(), "bad.json", &json!({}));
    let (code, said, errors) = check(&["no-such-story.json", &bad]);
    assert_eq!(code, Some(1));
    assert!(
        errors.starts_with("no-such-story.json: cannot be read: No such file or directory"),
        "{errors}"
    );
    assert!(said.contains("bad.json: "), "{said}");
}

#[test]
fn terms_of_a_glossary_are_no_problem() {
    let folder = TempDir::new().unwrap();
    let mut story = least("A story");
    story["sections"][0]["blocks"] = json!([[{ "term": "toll" }]]);
    let story = save(folder.path(), "story.json", &story);
    let terms = json!({ "terms": [{ "id": "toll", "label": "toll", "short": "A charge." }] });
    let glossary = save(folder.path(), "glossary.json", &terms);
    assert_eq!(check(&[&story]).0, Some(2));
    assert_eq!(check(&[&story, "--glossary", &glossary]).0, Some(0));
}

#[test]
fn syndicate_is_the_same_as_prerender_with_that_option() {
    for format in ["text", "html", "json-ld"] {
        let long = html(&prerender(&[BUNDLED, "--syndicate", format]));
        let short = html(&explainer("syndicate", &[BUNDLED, "--format", format]));
        assert_eq!(short, long);
    }
    let text = html(&prerender(&[BUNDLED, "--syndicate", "text"]));
    assert_eq!(html(&explainer("syndicate", &[BUNDLED])), text);
}

#[test]
fn syndicated_files_are_named_after_the_format() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().to_str().unwrap();
    let one = save(folder.path(), "one.json", &least("One"));
    let two = save(folder.path(), "two.json", &least("Two"));
    for (format, end) in [("text", "txt"), ("html", "html"), ("json-ld", "jsonld")] {
        html(&explainer(
            "syndicate",
            &[&one, &two, "--format", format, "--out-dir", out],
        ));
        let file = folder.path().join(format!("two.{end}"));
        assert!(fs::read_to_string(file).unwrap().contains("Words."));
    }
}
