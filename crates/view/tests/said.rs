//! What the charts of the bundled story say and mark.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use explainer_i18n::native_locale;
use explainer_models::set_scenario;
use explainer_story::{Direction, parse_json};
use explainer_view::ModelContext;
use serde_json::json;
use yew::Html;
use yew::virtual_dom::VNode;

use support::{BUNDLED, each_element, playable, story_of};

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
