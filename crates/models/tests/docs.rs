//! The examples of docs/elements.md: each is read without a problem.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use serde_json::{Value, json};
use support::parse_json;

const PAGE: &str = include_str!("../../../docs/elements.md");

/// Returns the examples after this comment.
fn examples(kind: &str) -> Vec<Value> {
    let start = format!("<!-- test: {kind} -->\n```json\n");
    let parts = PAGE.split(&start).skip(1);
    let texts = parts.map(|part| part.split("\n```").next().unwrap());
    texts
        .map(|text| serde_json::from_str(text).unwrap())
        .collect()
}

#[track_caller]
fn reads(story: &Value) {
    let parsed = parse_json(&story.to_string());
    let problems: Vec<String> = parsed
        .problems
        .list()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert!(problems.is_empty(), "{story:#}\n{problems:#?}");
}

fn story(block: Value) -> Value {
    let section = json!({ "id": "lead", "heading": "Lead", "blocks": [block] });
    json!({ "schemaVersion": 1, "id": "story", "lang": "en", "headline": "A headline", "sections": [section] })
}

#[test]
fn every_example_of_a_block_reads() {
    let examples = examples("block");
    for kind in explainer_story::ELEMENT_KINDS {
        let is_there = examples.iter().any(|example| example["kind"] == kind);
        assert!(is_there, "docs/elements.md has no {kind}");
    }
    for example in examples {
        reads(&story(example));
    }
}

#[test]
fn every_example_of_a_storys_fields_reads() {
    let examples = examples("story");
    assert_eq!(examples.len(), 2);
    for example in examples {
        let mut story = story("Words.".into());
        let fields = story.as_object_mut().unwrap();
        fields.extend(example.as_object().unwrap().clone());
        reads(&story);
    }
}

#[test]
fn the_example_of_a_glossary_reads() {
    for example in examples("glossary") {
        let mut story = story(json!(["A ", { "term": "draught" }, "."]));
        story["terms"] = example["terms"].clone();
        reads(&story);
    }
}

#[test]
fn the_shim_asks_for_elements_by_every_kind() {
    let shim = include_str!("../../../www/explainer-article.js");
    let kinds = explainer_story::ELEMENT_KINDS.join("|");
    assert!(
        shim.contains(&format!("({kinds})")),
        "change ELEMENTS in explainer-article.js: {kinds}"
    );
}
