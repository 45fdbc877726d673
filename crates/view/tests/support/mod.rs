//! What the tests of charts share.

use explainer_models::read;
use explainer_story::{Article, MiniModel, Problems, parse_json};
use explainer_view::{PLAYABLE_KINDS, PlayableModel};
use serde_json::{Value, json};
use yew::Html;
use yew::virtual_dom::VNode;

pub const BUNDLED: &str = include_str!("../../../../www/stories/microsoft-openai.json");

/// Returns a story with those models.
pub fn story_of(models: Vec<Value>) -> Article {
    let story = json!({
        "schemaVersion": 1, "id": "story", "lang": "en", "headline": "Headline",
        "sections": [{ "id": "lead", "heading": "Lead", "blocks": ["Words."] }],
        "models": models,
    });
    let parsed = parse_json(&story.to_string());
    assert!(!parsed.problems.has_errors(), "{:?}", parsed.problems);
    parsed.article.unwrap()
}

/// Reads what a model does.
pub fn playable(model: &MiniModel) -> Box<dyn PlayableModel> {
    read(model, PLAYABLE_KINDS, &mut Problems::default()).unwrap()
}

/// Calls `look` with every element.
pub fn each_element(node: &Html, look: &mut impl FnMut(&str, &str, &str)) {
    match node {
        VNode::VTag(tag) => {
            for (name, value) in tag.attributes.iter() {
                look(tag.tag(), name, value);
            }
            if let Some(children) = tag.children() {
                each_element(children, look);
            }
        }
        VNode::VList(list) => list.iter().for_each(|child| each_element(child, look)),
        VNode::VText(_) => {}
        _ => panic!("a chart has elements and texts only"),
    }
}
