//! What the tests of mini-models share. No test uses all of it.
#![allow(dead_code)]

use explainer_models::{Kind, KindReader, Model, check, read};
use explainer_story::{MiniModel, Parsed, Problems};
use serde_json::{Value, json};

pub mod dates;
pub mod generate;

/// The bundled story.
pub const STORY: &str = include_str!("../../../../www/stories/microsoft-openai.json");

/// Reads a story, and everything wrong with it and its mini-models.
pub fn parse_json(text: &str) -> Parsed {
    let mut parsed = explainer_story::parse_json(text);
    if let Some(article) = &parsed.article {
        check(article, &mut parsed.problems);
    }
    parsed
}

/// Returns a story with that model.
pub fn story_of(model: &Value) -> Value {
    json!({ "schemaVersion": 1, "id": "story", "lang": "en", "headline": "A headline",
        "sections": [{ "id": "lead", "heading": "Lead", "blocks": ["Words."] }], "models": [model] })
}

/// Returns what a model of that kind does.
#[track_caller]
pub fn playable<K: Kind>(model: &MiniModel) -> Model<K> {
    let mut problems = Problems::default();
    let kinds = [KindReader::<Model<K>>::of::<K>()];
    let model = read(model, &kinds, &mut problems);
    assert_eq!(problems.list(), &[]);
    *model.unwrap()
}

/// Reads a model that is valid.
#[track_caller]
pub fn model<K: Kind>(model: &Value) -> Model<K> {
    let parsed = parse_json(&story_of(model).to_string());
    assert_eq!(parsed.problems.list(), &[]);
    playable(&parsed.article.unwrap().models[0])
}
