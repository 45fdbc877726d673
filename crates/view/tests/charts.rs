//! Charts of mini-models: what is drawn where, at every width down to none.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use explainer_i18n::native_locale;
use explainer_models::SetResult;
use explainer_story::{Direction, JsonObject, JsonValue, MiniModel, parse_json};
use explainer_view::{ModelContext, PlayableModel};
use serde_json::{Value, json};
use yew::Html;
use yew::virtual_dom::VNode;

use support::{BUNDLED, each_element, playable, story_of};

const OF_EVERY_KIND: &str = include_str!("../../../tests/browser/models.json");
const LANGUAGES: [(&str, Direction); 5] = [
    ("en", Direction::Ltr),
    ("de", Direction::Ltr),
    ("fr", Direction::Ltr),
    ("es", Direction::Ltr),
    ("ar", Direction::Rtl),
];
/// Attributes that are a length, and none may be below zero.
const LENGTHS: [&str; 3] = ["width", "height", "r"];
/// Attributes that are a number.
const NUMBERS: [&str; 11] = [
    "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "width", "height", "r",
];

/// Returns rules with as many states, one after the other, and a choice back to the first.
fn rules(label: &str, states: usize) -> Value {
    let state = |index: usize| {
        let mut choices = vec![json!({ "id": "again", "label": "Again", "to": "s0" })];
        if index + 1 < states {
            choices.push(json!({ "id": "on", "label": "On", "to": format!("s{}", index + 1) }));
        }
        json!({ "id": format!("s{index}"), "label": "A state", "text": "A state.", "choices": choices })
    };
    let mut list: Vec<Value> = (0..states - 1).map(state).collect();
    list.push(json!({ "id": format!("s{}", states - 1), "label": "The end", "text": "The end.", "outcome": true }));
    json!({ "label": label, "start": "s0", "states": list })
}

fn models() -> Vec<MiniModel> {
    let mut models = parse_json(BUNDLED).article.unwrap().models;
    let of_every_kind: Value = serde_json::from_str(OF_EVERY_KIND).unwrap();
    let of_every_kind = of_every_kind.as_object().unwrap().values().cloned();
    models.extend(story_of(of_every_kind.collect()).models);
    models.extend(story_of(vec![many_rules()]).models);
    models
}

/// Returns a decision with as many sets of rules as there may be, each with a way back.
fn many_rules() -> Value {
    let sets: Vec<Value> = (0..10).map(|set| rules(&format!("Set {set}"), 3)).collect();
    json!({
        "id": "many", "kind": "decision", "title": "Many rules", "fallback": "In words.",
        "rules": sets,
    })
}

/// Returns a model with its default settings, and with others that show more.
fn variants(model: &MiniModel) -> [Box<dyn PlayableModel>; 2] {
    let mut changed = playable(model);
    let JsonValue::Object(object) = &model.json else {
        unreachable!()
    };
    // As far as the choices are offered, three of each state's last.
    for _ in 0..3 {
        for choice in last_choices(object.get("rules")) {
            if changed.set("choose", choice) == SetResult::Applied {
                break;
            }
        }
    }
    for (id, max) in parameters(object.get("parameters")) {
        changed.set(id, &max);
    }
    [playable(model), changed]
}

/// Returns the items of a list of objects.
fn objects(value: Option<&JsonValue>) -> Vec<&JsonObject> {
    let Some(JsonValue::Array(items)) = value else {
        return Vec::new();
    };
    let objects = items.iter().filter_map(|item| match item {
        JsonValue::Object(object) => Some(object),
        _ => None,
    });
    objects.collect()
}

fn text_of<'a>(object: &'a JsonObject, field: &str) -> &'a str {
    match object.get(field) {
        Some(JsonValue::String(text)) => text,
        _ => "",
    }
}

/// Returns the id of the last choice of every state of the first rules.
fn last_choices(rules: Option<&JsonValue>) -> Vec<&str> {
    let rules = objects(rules);
    let states = rules.first().map(|rules| objects(rules.get("states")));
    let states = states.unwrap_or_default().into_iter();
    let choices = states.filter_map(|state| objects(state.get("choices")).last().copied());
    choices.map(|choice| text_of(choice, "id")).collect()
}

/// Returns the id and the largest value of every parameter.
fn parameters(parameters: Option<&JsonValue>) -> Vec<(&str, String)> {
    let parameters = objects(parameters).into_iter();
    let largest = parameters.map(|parameter| match parameter.get("max") {
        Some(JsonValue::Number(max)) => (text_of(parameter, "id"), max.to_string()),
        _ => panic!("a parameter without a max"),
    });
    largest.collect()
}

#[track_caller]
fn check(chart: &Html, what: &str) {
    let mut shapes = 0;
    each_element(chart, &mut |tag, name, value| {
        shapes += 1;
        assert!(!value.contains("NaN"), "{what}: {tag} {name}={value}");
        if !NUMBERS.contains(&name) {
            return;
        }
        let number: f64 = value.trim_end_matches('%').parse().expect(what);
        let is_length = LENGTHS.contains(&name);
        assert!(!is_length || number >= 0.0, "{what}: {tag} {name}={value}");
    });
    assert!(shapes > 0, "{what}: nothing is drawn");
}

#[test]
fn every_model_can_be_drawn_at_every_width_in_every_language() {
    let models = models();
    for (lang, direction) in LANGUAGES {
        let locale = native_locale(lang, direction).unwrap();
        for model in &models {
            for playable in variants(model) {
                let view = playable.view();
                let narrow = (0..260).chain((260..760).step_by(3));
                let widths = narrow.chain((760..=3000).step_by(20));
                for width in widths.map(f64::from) {
                    let ctx = ModelContext {
                        model,
                        view: &*view,
                        locale: &locale,
                        width,
                        // 4 May 2026; the timelines of the fixtures run on that day.
                        today: Some(739_740),
                        is_played: true,
                    };
                    let what = format!("{} in {lang}, {width} px wide", model.id.as_str());
                    check(&ctx.chart(), &what);
                }
            }
        }
    }
}

/// Returns the attribute of the one element of a class.
fn attribute_of(chart: &Html, class: &str, wanted: &str) -> f64 {
    let VNode::VTag(tag) = chart else {
        let VNode::VList(list) = chart else {
            return f64::NAN;
        };
        let values = list.iter().map(|child| attribute_of(child, class, wanted));
        return values.fold(f64::NAN, f64::max);
    };
    let of = |name: &str| {
        let mut attributes = tag.attributes.iter();
        attributes.find_map(|(known, value)| (known == name).then_some(value))
    };
    if of("class") == Some(class) {
        return of(wanted).unwrap().parse().unwrap();
    }
    let children = tag.children();
    children.map_or(f64::NAN, |children| attribute_of(children, class, wanted))
}

#[test]
fn a_threshold_below_zero_is_drawn_below_zero() {
    let mut model: Value = serde_json::from_str(OF_EVERY_KIND).unwrap();
    let model = model.get_mut("threshold").unwrap();
    *model.pointer_mut("/threshold/value").unwrap() = json!(-10);
    let article = story_of(vec![model.take()]);
    let model = article.models.first().unwrap();
    let locale = native_locale("en", Direction::Ltr).unwrap();
    let playable = playable(model);
    let view = playable.view();
    let ctx = ModelContext {
        model,
        view: &*view,
        locale: &locale,
        width: 640.0,
        today: None,
        is_played: true,
    };
    let chart = ctx.chart();
    let zero = attribute_of(&chart, "explainer-zero", "y1");
    let limit = attribute_of(&chart, "explainer-limit", "y1");
    let height = attribute_of(&chart, "explainer-picture", "height");
    assert!(zero < limit, "zero at {zero}, the threshold at {limit}");
    assert!(
        limit < height - 24.0,
        "the threshold at {limit} of {height}"
    );
}

/// Returns whether some text in a tree holds these words.
fn has_words(tree: &Html, words: &str) -> bool {
    match tree {
        VNode::VText(text) => text.text.contains(words),
        VNode::VTag(tag) => tag
            .children()
            .is_some_and(|inside| has_words(inside, words)),
        VNode::VList(list) => list.iter().any(|child| has_words(child, words)),
        _ => false,
    }
}

#[test]
fn the_choices_of_a_path_point_the_way_that_the_text_runs() {
    let model = story_of(vec![many_rules()]).models.remove(0);
    let playable = playable(&model);
    let view = playable.view();
    for (lang, direction, arrow, other) in [
        ("en", Direction::Ltr, "→", "←"),
        ("ar", Direction::Rtl, "←", "→"),
    ] {
        let locale = native_locale(lang, direction).unwrap();
        let ctx = ModelContext {
            model: &model,
            view: &*view,
            locale: &locale,
            width: 640.0,
            today: None,
            is_played: true,
        };
        let table = view.table(&ctx).unwrap();
        assert!(has_words(&table, arrow), "{lang}");
        assert!(!has_words(&table, other), "{lang}");
    }
}
