//! Charts of mini-models: what is drawn where, at every width down to none.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use explainer_i18n::native_locale;
use explainer_models::{SetResult, read, set_scenario};
use explainer_story::{Article, Direction, JsonObject, JsonValue, MiniModel, Problems, parse_json};
use explainer_view::{ModelContext, PLAYABLE_KINDS, PlayableModel};
use serde_json::{Value, json};
use yew::Html;
use yew::virtual_dom::VNode;

const BUNDLED: &str = include_str!("../../../www/stories/microsoft-openai.json");
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

/// Returns a story with those models.
fn story_of(models: Vec<Value>) -> Article {
    let story = json!({
        "schemaVersion": 1, "id": "story", "lang": "en", "headline": "Headline",
        "sections": [{ "id": "lead", "heading": "Lead", "blocks": ["Words."] }],
        "models": models,
    });
    let parsed = parse_json(&story.to_string());
    assert!(!parsed.problems.has_errors(), "{:?}", parsed.problems);
    parsed.article.unwrap()
}

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

/// Reads what a model does.
fn playable(model: &MiniModel) -> Box<dyn PlayableModel> {
    read(model, PLAYABLE_KINDS, &mut Problems::default()).unwrap()
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

/// Calls `look` with every element.
fn each_element(node: &Html, look: &mut impl FnMut(&str, &str, &str)) {
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

/// Returns the words of each element of a class, in order.
fn words_of(tree: &Html, class: &str, words: &mut Vec<String>) {
    match tree {
        VNode::VTag(tag) => {
            let mut attributes = tag.attributes.iter();
            let is_of = attributes
                .any(|(name, value)| name == "class" && value.split(' ').any(|each| each == class));
            match tag.children() {
                Some(VNode::VText(text)) if is_of => words.push(text.text.to_string()),
                Some(inside) => words_of(inside, class, words),
                None => {}
            }
        }
        VNode::VList(list) => list.iter().for_each(|child| words_of(child, class, words)),
        _ => {}
    }
}

/// Calls `look` with a model of the bundled story, as a scenario sets it, in English and 640 px wide.
fn with_bundled(id: &str, scenario: &str, look: impl FnOnce(&ModelContext)) {
    let mut models = parse_json(BUNDLED).article.unwrap().models.into_iter();
    let model = models.find(|model| model.id.as_str() == id).unwrap();
    let locale = native_locale("en", Direction::Ltr).unwrap();
    let mut playable = playable(&model);
    set_scenario(&mut *playable, scenario);
    let view = playable.view();
    let ctx = ModelContext {
        model: &model,
        view: &*view,
        locale: &locale,
        width: 640.0,
        today: None,
        is_played: true,
    };
    look(&ctx);
}

/// Returns the texts below and beside the columns of the bundled story's threshold.
fn threshold_words(scenario: &str) -> (Vec<String>, Vec<String>) {
    let (mut ticks, mut marked) = (Vec::new(), Vec::new());
    with_bundled("agi-trigger", scenario, |ctx| {
        let chart = ctx.chart();
        words_of(&chart, "explainer-tick", &mut ticks);
        words_of(&chart, "explainer-crossing", &mut marked);
    });
    (ticks, marked)
}

#[test]
fn a_threshold_names_the_first_year_the_last_and_that_of_the_crossing_with_their_amounts() {
    // 2, 3, 4.5 ... added up: 149.8 in 2033, 1,747.6 in 2039.
    let (ticks, marked) = threshold_words("");
    assert_eq!(marked, ["100", "2033", "$149.8 billion"]);
    for words in ["2025", "$2 billion", "2039", "$1.7 trillion\u{a0}↑"] {
        assert!(ticks.iter().any(|tick| tick == words), "{words}: {ticks:?}");
    }
}

#[test]
fn only_columns_that_go_beyond_a_threshold_s_chart_have_an_arrow() {
    for (scenario, is_cut) in [("", true), ("growth=0&first-year=10", false)] {
        let (ticks, _) = threshold_words(scenario);
        let has_arrow = ticks.iter().any(|tick| tick.ends_with('↑'));
        assert_eq!(has_arrow, is_cut, "{scenario}: {ticks:?}");
    }
}

#[test]
fn the_month_of_a_timeline_is_at_its_slider_s_thumb() {
    // 30 months after January 2025, of the 71 to December 2030.
    with_bundled("deal-in-time", "month=2027-07", |ctx| {
        let mut lines = Vec::new();
        each_element(&ctx.chart(), &mut |tag, name, value| {
            if (tag, name) == ("line", "x1") {
                lines.push(String::from(value));
            }
        });
        // Behind all rows, and in each of the seven.
        assert_eq!(
            lines.iter().filter(|x| *x == "42.3%").count(),
            8,
            "{lines:?}"
        );
        let mut months = Vec::new();
        words_of(&ctx.chart(), "explainer-month", &mut months);
        assert_eq!(months, ["July 2027"]);
    });
}

#[test]
fn a_timeline_says_what_runs_and_what_happens_in_a_sentence() {
    let check = |month, expected| check_sentence("deal-in-time", month, expected);
    check(
        "month=2027-07",
        "In July 2027 four things run: Access to intellectual property, Revenue sharing, \
         APIs only on Azure, and Four years of investing.",
    );
    check(
        "month=2025-01",
        "In January 2025 four things run: Access to intellectual property, Revenue sharing, \
         APIs only on Azure, and Four years of investing. In the same month: Exclusivity ends, first \
         refusal begins, Microsoft announces the new deal, and Stargate is announced.",
    );
}

/// Asserts what a model of the bundled story says.
#[track_caller]
fn check_sentence(id: &str, scenario: &str, expected: &str) {
    with_bundled(id, scenario, |ctx| assert_eq!(ctx.sentence(), expected));
}

#[test]
fn a_comparison_says_which_rows_are_shown_or_how_many_there_are() {
    let check = |scenario, expected| check_sentence("what-changed", scenario, expected);
    check("", "Ended: 1 · New: 3 · Stays: 3 · Stays for now: 1");
    check("show=may-change", "Stays for now: The AGI clause.");
}

#[test]
fn participants_are_compared_in_a_sentence() {
    let check = |scenario, expected| check_sentence("stargate-size", scenario, expected);
    check(
        "",
        "Stargate ($500 billion) is 5 times as much as Profits in the AGI clause ($100 billion).",
    );
    check(
        "against=azure",
        "Stargate ($500 billion) is 6.25 times as much as Microsoft’s AI data centers, fiscal 2025 \
         ($80 billion).",
    );
}

#[test]
fn an_amount_that_is_smaller_or_as_large_is_said_to_be_so() {
    for (value, expected) in [
        (100, "One ($100) is as much as Other ($100)."),
        (800, "One ($100) is 12.5% of Other ($800)."),
    ] {
        let amount = |id: &str, label: &str, value: i32| json!({ "id": id, "label": label, "value": value, "status": "reported" });
        let model = json!({
            "id": "sizes", "kind": "participants", "title": "Sizes", "fallback": "In words.",
            "unit": "USD",
            "groups": [{ "id": "all", "label": "All", "members": [{ "id": "a", "name": "A" }] }],
            "amounts": [amount("one", "One", 100), amount("other", "Other", value)],
        });
        let model = story_of(vec![model]).models.remove(0);
        let locale = native_locale("en", Direction::Ltr).unwrap();
        let playable = playable(&model);
        let view = playable.view();
        let ctx = ModelContext {
            model: &model,
            view: &*view,
            locale: &locale,
            width: 640.0,
            today: None,
            is_played: true,
        };
        assert_eq!(ctx.sentence(), expected);
    }
}

#[test]
fn a_decision_says_what_is_new_below_its_choices() {
    let check = |scenario, expected: &str| {
        with_bundled("rofr", scenario, |ctx| {
            assert_eq!(ctx.view.readout(ctx).as_deref(), Some(expected));
        });
    };
    check(
        "path=part",
        "Before: Microsoft only – A part runs on Azure. The rest waits: no other provider may be asked.",
    );
    // Announced, and in pictures, with what stands above the choices.
    check_sentence(
        "rofr",
        "path=all",
        "Now: asked first – Microsoft has met the need: the work runs on Azure. \
         Before: Microsoft only – The work runs on Azure.",
    );
}

#[test]
fn the_way_taken_is_marked_and_what_it_leads_to_once() {
    with_bundled("rofr", "path=lapse.build", |ctx| {
        let (mut steps, mut current) = (0, 0);
        each_element(&ctx.chart(), &mut |_, name, value| {
            steps += usize::from((name, value) == ("class", "explainer-taken"));
            current += usize::from((name, value) == ("aria-current", "step"));
        });
        // Two under the first rules; under the others the second is not offered.
        assert_eq!((steps, current), (3, 2));
        let mut signs = Vec::new();
        words_of(&ctx.chart(), "explainer-differs", &mut signs);
        assert_eq!(signs.len(), 3, "all but one choice lead elsewhere");
    });
}
