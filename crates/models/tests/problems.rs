//! What is said of a faulty story. The same cases run in the browsers: see tests/browser.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::path::{Path, PathBuf};

use explainer_models::Comparison;
use explainer_story::{Parsed, limits};
use serde_json::{Value, json};

mod support;

use support::parse_json;

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/problems.json")
}

fn said(parsed: &Parsed) -> Vec<String> {
    let list = parsed.problems.list().iter();
    list.map(ToString::to_string).collect()
}

#[track_caller]
fn check(json: &str, expected: &[&str]) {
    assert_eq!(said(&parse_json(json)), expected);
}

#[test]
fn every_case_of_the_corpus_says_what_it_should() {
    let text = std::fs::read_to_string(fixture()).unwrap();
    let mut cases: Vec<Value> = serde_json::from_str(&text).unwrap();
    let mut differ = Vec::new();
    for case in &mut cases {
        let parsed = parse_json(&case["story"].to_string());
        let problems = Value::from(said(&parsed));
        let shows = Value::from(parsed.article.is_some());
        if case["problems"] != problems || case["shows"] != shows {
            differ.push(format!("{}: {problems:#}", case["name"]));
        }
        case["problems"] = problems;
        case["shows"] = shows;
    }
    if std::env::var_os("UPDATE_FIXTURES").is_some() {
        let lines: Vec<String> = cases.iter().map(Value::to_string).collect();
        std::fs::write(fixture(), format!("[\n{}\n]\n", lines.join(",\n"))).unwrap();
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}

#[test]
fn the_schema_refuses_what_the_parser_reports() {
    let schema: Value = serde_json::from_str(&explainer_models::schema::article_schema()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    // What a schema cannot say: that ids are unique, that references lead somewhere, that a date
    // is on the calendar, that a row has a cell for each column, how deep a text may be nested, how many digits a number has, and whether
    // the parts of a model work together.
    let beyond = [
        "duplicate-id",
        "dangling-reference",
        "bad-date",
        "bad-number",
        "bad-partial-date",
        "nested-link",
        "time-without-zone",
        "too-deep",
        "uneven-row",
        "unknown-kind",
        "unsound-model",
    ];
    // What it can say of these all the same.
    let within = [
        "a number beyond the range",
        "a date with a time",
        "one way of counting twice",
    ];
    let text = std::fs::read_to_string(fixture()).unwrap();
    let cases: Vec<Value> = serde_json::from_str(&text).unwrap();
    for case in &cases {
        let parsed = parse_json(&case["story"].to_string());
        let list = parsed.problems.list().iter();
        let in_schema = list.filter(|p| !beyond.contains(&p.kind.code())).count();
        let accepts = validator.is_valid(&case["story"]);
        let is_within = within.iter().any(|name| case["name"] == *name);
        if in_schema > 0 || is_within {
            assert!(!accepts, "the schema accepts: {}", case["name"]);
        } else if parsed.problems.list().is_empty() {
            assert!(accepts, "the schema refuses: {}", case["name"]);
        }
    }
}

#[test]
fn a_list_far_over_its_limit_costs_no_time() {
    let row = |n| json!({ "id": format!("r{n}"), "label": "L", "before": "B", "after": "A", "state": "new" });
    let rows: Vec<Value> = (0..50_000).map(row).collect();
    let model = json!({ "id": "m", "kind": "comparison", "title": "T", "fallback": "F",
        "before": "B", "after": "A", "rows": rows });
    let story = json!({ "schemaVersion": 1, "id": "s", "lang": "en", "headline": "H", "models": [model],
        "sections": [{ "id": "lead", "heading": "H", "blocks": ["Words."] }] });
    check(
        &story.to_string(),
        &["models[0].rows: the list has 50000 items; expected at most 100 items; shorten it"],
    );
}

#[test]
fn text_that_is_no_json_says_where() {
    check(
        "{ \"headline\": \"x\",, }",
        &[
            "article: not JSON: key must be a string at line 1 column 19; expected one JSON object; \
             check commas, quotes and brackets near that place",
        ],
    );
}

#[test]
fn text_after_the_story_is_no_json() {
    check(
        "{} {}",
        &[
            "article: not JSON: trailing characters at line 1 column 4; expected one JSON object; \
             check commas, quotes and brackets near that place",
        ],
    );
}

#[test]
fn a_story_over_the_size_limit_is_refused_unread() {
    let json = " ".repeat(limits::MAX_BYTES + 1);
    check(
        &json,
        &[
            "article: the story is 8388609 bytes long; expected at most 8388608 bytes; split the \
             story in two",
        ],
    );
}

#[test]
fn a_story_with_too_many_values_is_refused() {
    let json = format!("[{}0]", "0,".repeat(limits::MAX_VALUES));
    check(
        &json,
        &[
            "article: the story holds more than 500000 values; expected at most 500000 values; \
             split the story in two",
        ],
    );
}

#[test]
fn nesting_without_end_does_not_overflow_the_stack() {
    let json = "[".repeat(100_000) + &"]".repeat(100_000);
    check(
        &json,
        &["article: found a list; expected an object; change the value"],
    );
}

#[test]
fn two_hundred_levels_say_what_they_say_in_a_browser() {
    let deep = r#"[{"emphasis":"#.repeat(100) + "\"x\"" + &"}]".repeat(100);
    check(
        &format!(
            r#"{{ "schemaVersion": 1, "id": "s", "lang": "en", "headline": "H",
                "sections": [{{ "id": "lead", "heading": "H", "blocks": ["Words.", {deep}] }}] }}"#
        ),
        &[&format!(
            "sections[0].blocks[1]{}.emphasis: nested more than 32 levels deep; expected at most \
             32 levels; take lists and objects out of one another",
            "[0].emphasis".repeat(13) + "[0]"
        )],
    );
}

#[test]
fn past_a_hundred_problems_the_rest_is_counted() {
    let fields: Vec<String> = (0..150).map(|n| format!("\"x{n}\": 1")).collect();
    let parsed = parse_json(&format!("{{{}}}", fields.join(",")));
    assert_eq!(parsed.problems.list().len(), 100);
    assert_eq!(parsed.problems.unlisted(), 55);
}

#[test]
fn a_hundred_warnings_and_one_are_no_error() {
    let block = json!({ "kind": "hologram", "fallback": "F" });
    let blocks = vec![block; 101];
    let story = json!({ "schemaVersion": 1, "id": "s", "lang": "en", "headline": "H",
        "sections": [{ "id": "lead", "heading": "H", "blocks": blocks }] });
    let problems = parse_json(&story.to_string()).problems;
    assert_eq!(problems.unlisted(), 1);
    assert!(!problems.has_errors());
}

#[test]
fn an_error_behind_a_hundred_warnings_is_one() {
    let mut blocks = vec![json!({ "kind": "hologram", "fallback": "F" }); 101];
    blocks.push(json!(1));
    let story = json!({ "schemaVersion": 1, "id": "s", "lang": "en", "headline": "H",
        "sections": [{ "id": "lead", "heading": "H", "blocks": blocks }] });
    assert!(parse_json(&story.to_string()).problems.has_errors());
}

#[test]
fn a_name_given_twice_counts_once_as_in_a_browser() {
    let parsed = parse_json(
        r#"{ "schemaVersion": 1, "id": "s", "lang": "en", "headline": "first", "headline": "last",
            "sections": [{ "id": "lead", "heading": "H", "blocks": ["Words."] }] }"#,
    );
    assert_eq!(parsed.article.unwrap().headline.as_str(), "last");
}

#[test]
fn a_kind_given_twice_counts_once_as_in_a_browser() {
    let parsed = parse_json(
        r#"{ "schemaVersion": 2, "schemaVersion": 1, "id": "s", "lang": "en", "headline": "H",
            "sections": [{ "id": "lead", "heading": "H",
                "blocks": [{ "kind": "list", "kind": "paragraph", "text": "Words." }] }],
            "models": [{ "id": "m", "kind": "timeline", "kind": "comparison", "title": "first",
                "title": "last", "fallback": "W", "before": "B", "after": "A", "rows": [
                    { "id": "r", "label": "L", "before": "B", "after": "A", "state": "new" }] }] }"#,
    );
    assert_eq!(said(&parsed), Vec::<String>::new());
    let model = &parsed.article.unwrap().models[0];
    assert_eq!(model.title.as_str(), "last");
    support::playable::<Comparison>(model);
}
