//! Every kind of mini-model as data.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::sync::LazyLock;

use explainer_models::{KINDS, Mechanism};
use explainer_story::{MiniModel, Problems};
use proptest::prelude::*;
use serde_json::{Value, json};

mod support;

use support::generate::any_model;
use support::{parse_json, story_of};

static SCHEMA: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
    let schema: Value = serde_json::from_str(&explainer_models::schema::article_schema()).unwrap();
    jsonschema::validator_for(&schema).unwrap()
});

/// Returns what a model does; nothing where it cannot be used.
fn mechanism(model: &MiniModel) -> Option<Box<dyn Mechanism>> {
    explainer_models::read(model, KINDS, &mut Problems::default())
}

/// Returns the one model of a story, and everything wrong with the story.
#[track_caller]
fn read(model: &Value) -> (MiniModel, Vec<String>) {
    let parsed = parse_json(&story_of(model).to_string());
    let said = parsed.problems.list().iter().map(ToString::to_string);
    (parsed.article.unwrap().models[0].clone(), said.collect())
}

proptest! {
    #[test]
    fn a_valid_model_has_no_problem_and_the_schema_accepts_it(model in any_model()) {
        let (read, said) = read(&model);
        prop_assert_eq!(said, Vec::<String>::new());
        prop_assert!(mechanism(&read).is_some());
        let story = story_of(&model);
        let faults = SCHEMA.iter_errors(&story).map(|fault| fault.to_string());
        prop_assert_eq!(faults.collect::<Vec<_>>(), Vec::<String>::new());
    }
}

proptest! {
    #[test]
    fn the_json_of_a_model_reads_back_as_the_same_model(model in any_model()) {
        let (read, _) = self::read(&model);
        let json = read.json.to_json();
        prop_assert!(!json.contains(['<', '>', '&']));
        let again: Value = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(floats(&again), floats(&model));
        prop_assert_eq!(self::read(&again), (read, Vec::new()));
    }
}

/// What the schema cannot say; see `the_schema_refuses_what_the_parser_reports`.
const BEYOND: [&str; 6] = [
    "duplicate-id",
    "dangling-reference",
    "bad-number",
    "bad-partial-date",
    "unknown-kind",
    "unsound-model",
];

/// Values to put in a model's place or any of its parts'.
fn odd() -> impl Strategy<Value = Option<Value>> {
    prop::sample::select(vec![
        None,
        Some(Value::Null),
        Some(json!(true)),
        Some(json!(7)),
        Some(json!(0.5)),
        Some(json!("")),
        Some(json!("2025-01")),
        Some(json!("USD zillion")),
        Some(json!([])),
        Some(json!([{}])),
        Some(json!({})),
        Some(json!({ "kind": "linear" })),
    ])
}

/// Returns the paths of all fields and items, as JSON pointers.
fn pointers(json: &Value, at: &str, found: &mut Vec<String>) {
    let inner: Vec<(String, &Value)> = match json {
        Value::Array(items) => (0..).map(|n: usize| n.to_string()).zip(items).collect(),
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| (name.clone(), value))
            .collect(),
        _ => Vec::new(),
    };
    for (name, value) in inner {
        let path = format!("{at}/{name}");
        pointers(value, &path, found);
        found.push(path);
    }
}

proptest! {
    #[test]
    fn parser_and_schema_agree_on_a_model_with_one_change(
        mut model in any_model(),
        place in any::<prop::sample::Index>(),
        odd in odd(),
    ) {
        let mut paths = Vec::new();
        pointers(&model, "", &mut paths);
        let path = place.get(&paths);
        match odd {
            Some(odd) => *model.pointer_mut(path).unwrap() = odd,
            None => {
                let (parent, name) = path.rsplit_once('/').unwrap();
                match model.pointer_mut(parent).unwrap() {
                    Value::Object(fields) => drop(fields.remove(name)),
                    Value::Array(items) => drop(items.remove(name.parse().unwrap())),
                    _ => unreachable!(),
                }
            }
        }
        let story = story_of(&model);
        let parsed = parse_json(&story.to_string());
        let list = parsed.problems.list();
        let accepts = SCHEMA.is_valid(&story);
        if list.iter().any(|problem| !BEYOND.contains(&problem.kind.code())) {
            prop_assert!(!accepts, "the schema accepts {path}: {}", list[0]);
        } else if list.is_empty() {
            prop_assert!(accepts, "the schema refuses {path}");
        }
        // A fault in a model costs no more than the model.
        prop_assert!(parsed.article.is_some());
    }
}

#[test]
fn a_model_of_the_corpus_plays_where_nothing_is_wrong_with_what_it_does() {
    let corpus = include_str!("../../../tests/fixtures/problems.json");
    let cases: Vec<Value> = serde_json::from_str(corpus).unwrap();
    let mut played = 0;
    for case in cases
        .iter()
        .filter(|case| case["story"]["models"][0]["id"] == "m")
    {
        let parsed = parse_json(&case["story"].to_string());
        let faults = parsed.problems.list().iter().filter(|problem| {
            let path = problem.path.to_string();
            let of_all =
                ["note", "sources", "fallback", "id"].map(|field| format!("models[0].{field}"));
            path.starts_with("models[0]")
                && problem.kind.code() != "unknown-field"
                && !of_all.iter().any(|field| path.starts_with(field))
        });
        let is_sound = faults.count() == 0;
        let models = parsed.article.unwrap().models;
        if let Some(model) = models.first() {
            assert_eq!(mechanism(model).is_some(), is_sound, "{}", case["name"]);
            assert_eq!(model.fallback.as_str(), "F");
            played += usize::from(is_sound);
        }
    }
    assert!(played > 10);
}

/// Returns JSON whose numbers are all written as floats.
fn floats(json: &Value) -> Value {
    match json {
        Value::Number(number) => number.as_f64().into(),
        Value::Array(items) => items.iter().map(floats).collect(),
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| (name.clone(), floats(value)))
            .collect(),
        other => other.clone(),
    }
}

#[track_caller]
fn check_json(model: &str, expected: &str) {
    let story = r#"{ "schemaVersion": 1, "id": "story", "lang": "en", "headline": "A headline",
        "sections": [{ "id": "lead", "heading": "Lead", "blocks": ["Words."] }], "models": [MODEL] }"#;
    let parsed = parse_json(&story.replace("MODEL", model));
    assert_eq!(parsed.article.unwrap().models[0].json.to_json(), expected);
}

#[test]
fn a_model_s_json_keeps_the_order_of_its_fields_and_drops_white_space() {
    check_json(
        r#"{ "title" : "T", "kind": "hologram", "later": [ true, null, { } ], "fallback": "F", "id": "m", "a": [] }"#,
        r#"{"title":"T","kind":"hologram","later":[true,null,{}],"fallback":"F","id":"m","a":[]}"#,
    );
}

#[test]
fn a_model_s_json_can_end_no_script_element() {
    check_json(
        r#"{ "id": "m", "kind": "hologram", "title": "</script><!-- & \u0000 \" \\ \n \u2028 é",
            "fallback": "F", "<b>": 1 }"#,
        concat!(
            r#"{"id":"m","kind":"hologram","title":"\u003c/script\u003e\u003c!-- \u0026 \u0000 \" \\ \u000a "#,
            "\u{2028} é",
            r#"","fallback":"F","\u003cb\u003e":1}"#,
        ),
    );
}

#[test]
fn a_number_in_a_model_s_json_is_written_in_plain_digits() {
    check_json(
        r#"{ "id": "m", "kind": "hologram", "title": "T", "fallback": "F",
            "n": [1e3, -0.5, 1E-6, 12345678901.3, 1e12, 1e13, 0.1234567, -0.0] }"#,
        concat!(
            r#"{"id":"m","kind":"hologram","title":"T","fallback":"F","#,
            r#""n":[1000,-0.5,0.000001,12345678901.3,1000000000000,null,null,0]}"#,
        ),
    );
}

#[test]
fn a_faulty_model_keeps_its_fallback_and_its_json() {
    let model = json!({ "id": "m", "kind": "comparison", "title": "T", "fallback": "In words.",
        "before": "B", "after": "A", "rows": [] });
    let (read, said) = read(&model);
    assert_eq!(
        said,
        [
            "models[0].rows: the list is empty; expected at least one item; add an item or leave it out"
        ]
    );
    assert!(mechanism(&read).is_none());
    assert_eq!(read.fallback.as_str(), "In words.");
    assert_eq!(
        serde_json::from_str::<Value>(&read.json.to_json()).unwrap(),
        model
    );
}

#[test]
fn a_fault_in_what_every_model_has_does_not_cost_its_kind() {
    let model = json!({ "id": "m", "kind": "comparison", "title": "T", "fallback": "In words.",
        "note": 3, "sources": [{ "title": "S" }, { "url": "https://example.org" }],
        "before": "B", "after": "A",
        "rows": [{ "id": "r", "label": "L", "before": "B", "after": "A", "state": "new", "colour": "red" }] });
    let (read, said) = read(&model);
    assert_eq!(said.len(), 3, "{said:#?}");
    assert!(mechanism(&read).is_some());
    assert_eq!((read.note, read.sources.len()), (None, 1));
}
