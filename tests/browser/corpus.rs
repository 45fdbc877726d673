//! The browsers' JSON says the same of a faulty story as the native tools.

use explainer_dom::to_json_value;
use explainer_story::Parsed;
use js_sys::{Array, JSON};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use super::page::{get, text};

const CORPUS: &str = include_str!("../fixtures/problems.json");

/// Reads a story and its mini-models from what `JSON.parse` gave.
fn read(story: &JsValue) -> Parsed {
    let mut parsed =
        explainer_story::parse(to_json_value(story), Some(explainer_story::read_element));
    if let Some(article) = &parsed.article {
        explainer_models::check(article, &mut parsed.problems);
    }
    parsed
}

#[wasm_bindgen_test]
fn every_case_of_the_corpus_says_what_it_says_natively() {
    let cases: Array = JSON::parse(CORPUS).unwrap().unchecked_into();
    assert!(cases.length() > 50);
    for case in cases.iter() {
        let parsed = read(&get(&case, "story"));
        let said: Vec<String> = parsed
            .problems
            .list()
            .iter()
            .map(ToString::to_string)
            .collect();
        let expected: Vec<String> = get(&case, "problems")
            .unchecked_into::<Array>()
            .iter()
            .filter_map(|line| line.as_string())
            .collect();
        assert_eq!(said, expected, "{}", text(&case, "name"));
        assert_eq!(
            Some(parsed.article.is_some()),
            get(&case, "shows").as_bool()
        );
    }
}

#[wasm_bindgen_test]
fn an_object_that_holds_itself_is_a_problem_and_not_an_overflow() {
    let story = js_sys::Object::new();
    js_sys::Reflect::set(&story, &"sections".into(), &story).unwrap();
    assert!(read(&story).article.is_none());
}
