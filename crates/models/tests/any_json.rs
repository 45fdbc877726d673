//! Whatever JSON there is, reading it says what is wrong and does not panic.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use proptest::prelude::*;
use serde_json::{Value, json};

mod support;

use support::{STORY, parse_json};

/// Any JSON at all, with the model's own field names among the names.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
        ".{0,12}".prop_map(Value::from),
        "[a-z0-9-]{1,6}".prop_map(Value::from),
        Just(json!("2025-01-22")),
    ];
    let name = prop::sample::select(vec![
        "schemaVersion",
        "id",
        "lang",
        "headline",
        "sections",
        "terms",
        "blocks",
        "heading",
        "term",
        "text",
        "link",
        "kind",
        "summary",
        "section",
        "short",
        "long",
        "label",
        "model",
        "models",
        "items",
        "emphasis",
        "published",
        "odd",
    ]);
    leaf.prop_recursive(6, 64, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((name.clone(), inner), 0..6).prop_map(|fields| {
                fields
                    .into_iter()
                    .map(|(name, value)| (name.to_owned(), value))
                    .collect()
            }),
        ]
    })
}

proptest! {
    #[test]
    fn no_json_makes_the_parser_panic(value in any_json()) {
        let parsed = parse_json(&value.to_string());
        prop_assert!(parsed.article.is_some() || parsed.problems.has_errors());
    }

    #[test]
    fn one_changed_value_never_costs_a_sound_story_more_than_it_says(
        place in 0_usize..400,
        value in any_json(),
    ) {
        let mut story: Value = serde_json::from_str(STORY).unwrap();
        let mut left = place;
        set_nth(&mut story, &mut left, &value);
        let parsed = parse_json(&story.to_string());
        prop_assert!(parsed.article.is_some() || parsed.problems.has_errors());
    }
}

/// Puts `value` in place of the value that comes `left`-th in reading order.
fn set_nth(at: &mut Value, left: &mut usize, value: &Value) {
    if *left == 0 {
        *at = value.clone();
        *left = usize::MAX;
        return;
    }
    *left -= 1;
    let inner: Box<dyn Iterator<Item = &mut Value>> = match at {
        Value::Array(items) => Box::new(items.iter_mut()),
        Value::Object(fields) => Box::new(fields.values_mut()),
        _ => return,
    };
    for next in inner {
        if *left == usize::MAX {
            return;
        }
        set_nth(next, left, value);
    }
}
