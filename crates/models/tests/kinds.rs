//! Each kind of mini-model by examples that were worked out by hand.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use explainer_models::{
    Comparison, Decision, Fit, Kind, Mechanism, Model, Month, MonthOf, Participants, Projected,
    Rules, Threshold, Timeline, bar_length, flow, outcomes, project, runs_in, set_scenario, walk,
};
use explainer_story::PartId;
use serde_json::{Value, json};

mod support;

/// Reads a model that is valid; fills in what every model has.
#[track_caller]
fn model<K: Kind>(mut model: Value) -> Model<K> {
    for (name, text) in [
        ("id", "model"),
        ("title", "A model"),
        ("fallback", "In words."),
    ] {
        model[name] = text.into();
    }
    support::model(&model)
}

/// Returns a model that is set as a scenario says, and what became of that.
fn set<K: Kind + Clone>(model: &Model<K>, scenario: &str) -> (Model<K>, Fit) {
    let mut model = Model::new(model.data.clone());
    let fit = set_scenario(&mut model, scenario);
    (model, fit)
}

/// Checks what became of a scenario, and which scenario its settings give.
#[track_caller]
fn check_scenario<K: Kind + Clone>(model: &Model<K>, scenario: &str, fit: Fit, written: &str) {
    let (model, worst) = set(model, scenario);
    assert_eq!((worst, &*model.scenario()), (fit, written));
}

// Threshold models.

fn parameter(id: &str, unit: &str, [min, max, step, default]: [f64; 4]) -> Value {
    json!({ "id": id, "label": "A number", "unit": unit, "min": min, "max": max, "step": step,
        "default": default, "status": "illustrative" })
}

/// A model of profits in billions of dollars from 2025 on, against a line at 100.
fn profits(projection: Value, mut parameters: Vec<Value>) -> Model<Threshold> {
    parameters.push(parameter("horizon", "years", [1.0, 20.0, 1.0, 5.0]));
    model(
        json!({ "kind": "threshold", "measure": "Profits", "unit": "USD billion", "from": 2025,
        "horizon": "horizon", "parameters": parameters, "projection": projection,
        "counting": ["cumulative", "per-period"],
        "threshold": { "label": "The trigger", "value": 100, "crossed": "Access ends.",
            "status": "reported" },
        "nullified": { "label": "The clause is gone", "text": "The line means nothing.",
            "status": "inferred" } }),
    )
}

fn linear() -> Model<Threshold> {
    profits(
        json!({ "kind": "linear", "start": "start", "change": "change" }),
        vec![
            parameter("start", "USD billion", [-50.0, 50.0, 0.5, 10.0]),
            parameter("change", "USD billion", [-20.0, 20.0, 0.1, 7.5]),
        ],
    )
}

fn compound() -> Model<Threshold> {
    profits(
        json!({ "kind": "compound", "start": "start", "rate": "rate" }),
        vec![
            parameter("start", "USD billion", [0.0, 20.0, 0.000001, 2.0]),
            parameter("rate", "percent", [-50.0, 200.0, 5.0, 45.0]),
        ],
    )
}

fn logistic() -> Model<Threshold> {
    profits(
        json!({ "kind": "logistic", "start": "start", "rate": "rate", "ceiling": "ceiling" }),
        vec![
            parameter("start", "USD billion", [1.0, 200.0, 1.0, 20.0]),
            parameter("rate", "percent", [-99.0, 300.0, 1.0, 100.0]),
            parameter("ceiling", "USD billion", [1.0, 200.0, 1.0, 180.0]),
        ],
    )
}

fn piecewise() -> Model<Threshold> {
    let points = json!([{ "year": 2026, "value": 10 }, { "year": 2029, "value": 20 }]);
    profits(
        json!({ "kind": "piecewise", "points": points, "factor": "factor" }),
        vec![parameter("factor", "percent", [-50.0, 500.0, 10.0, 0.0])],
    )
}

#[track_caller]
fn projected(model: &Model<Threshold>, scenario: &str) -> Projected {
    let (model, fit) = set(model, scenario);
    assert_eq!(fit, Fit::Kept);
    project(&model.data, &model.settings)
}

/// Checks the amounts, what is counted, and the year of the crossing.
#[track_caller]
fn check(
    model: &Model<Threshold>,
    scenario: &str,
    amounts: &str,
    counted: &str,
    crossing: Option<u16>,
) {
    let projected = projected(model, scenario);
    let years = projected.years.iter();
    let said: Vec<String> = years.clone().map(|year| year.amount.to_string()).collect();
    assert_eq!(said.join(" "), amounts);
    let said: Vec<String> = years.map(|year| year.counted.to_string()).collect();
    assert_eq!(said.join(" "), counted);
    assert_eq!(projected.crossing, crossing);
}

#[test]
fn linear_growth_adds_the_same_each_year() {
    // 10, + 7.5 each year; 10 + 17.5 + 25 + 32.5 = 85, + 40 = 125 passes 100 in the fifth year.
    check(
        &linear(),
        "",
        "10 17.5 25 32.5 40",
        "10 27.5 52.5 85 125",
        Some(2029),
    );
}

#[test]
fn linear_change_may_be_below_zero() {
    // The sum is highest, 10 + 3 = 13, in the second year.
    check(
        &linear(),
        "change=-7&horizon=4",
        "10 3 -4 -11",
        "10 13 9 -2",
        None,
    );
}

#[test]
fn compound_growth_adds_the_same_share_each_year() {
    // 2 * 1.45 = 2.9, * 1.45 = 4.205, * 1.45 = 6.09725, * 1.45 = 8.8410125, which is cut to
    // millionths: 8.841012. Sums: 4.9, 9.105, 15.20225, 24.043262.
    check(
        &compound(),
        "",
        "2 2.9 4.205 6.09725 8.841012",
        "2 4.9 9.105 15.20225 24.043262",
        None,
    );
}

#[test]
fn the_first_year_that_reaches_the_line_depends_on_the_counting() {
    // 2 * 1.45^n: n = 9 gives 56.67, n = 10 gives 82.18, n = 11 gives 119.15. The sum of the years
    // to n is 2 * (1.45^(n + 1) - 1) / 0.45: 81.3 at n = 7, 121.5 at n = 8.
    let crossing = |scenario| projected(&compound(), scenario).crossing;
    assert_eq!(crossing("horizon=20"), Some(2033));
    assert_eq!(crossing("horizon=20&counting=per-period"), Some(2036));
    // Eight years end with 2032, one before the sum gets there.
    assert_eq!(crossing("horizon=8"), None);
    assert_eq!(crossing("horizon=9"), Some(2033));
}

#[test]
fn a_line_is_reached_where_an_amount_is_equal_to_it() {
    // 5 * 20 is 100.
    check(
        &compound(),
        "start=20&rate=0",
        "20 20 20 20 20",
        "20 40 60 80 100",
        Some(2029),
    );
}

#[test]
fn compound_amounts_lose_what_lies_below_a_millionth() {
    // 0.000003 * 1.45 = 0.00000435 is cut to 0.000004, * 1.45 = 0.0000058 to 0.000005, * 1.45 =
    // 0.00000725 to 0.000007.
    check(
        &compound(),
        "start=0.000003&horizon=4",
        "0.000003 0.000004 0.000005 0.000007",
        "0.000003 0.000007 0.000012 0.000019",
        None,
    );
}

#[test]
fn compound_amounts_may_shrink() {
    check(
        &compound(),
        "rate=-50&start=8",
        "8 4 2 1 0.5",
        "8 12 14 15 15.5",
        None,
    );
}

#[test]
fn logistic_growth_levels_off() {
    // 180 / (1 + (180 / 20 - 1) / 2^n) = 180 / (1 + 8 / 2^n): 180 / 9 = 20, 180 / 5 = 36,
    // 180 / 3 = 60, 180 / 2 = 90, 180 / 1.5 = 120.
    check(
        &logistic(),
        "counting=per-period",
        "20 36 60 90 120",
        "20 36 60 90 120",
        Some(2029),
    );
    check(
        &logistic(),
        "",
        "20 36 60 90 120",
        "20 56 116 206 326",
        Some(2027),
    );
}

#[test]
fn logistic_amounts_are_rounded_to_millionths() {
    // 10 / (1 + 9 / 2^n): 10 / 10 = 1, 10 / 5.5 = 1.818181..., 10 / 3.25 = 3.076923...
    check(
        &logistic(),
        "start=1&ceiling=10&horizon=3",
        "1 1.818182 3.076923",
        "1 2.818182 5.895105",
        None,
    );
}

#[test]
fn a_start_above_the_ceiling_stands_at_it() {
    check(
        &logistic(),
        "start=200&ceiling=30&rate=-50&horizon=3",
        "30 30 30",
        "30 60 90",
        None,
    );
    check(
        &logistic(),
        "start=30&ceiling=30&rate=-99&horizon=3",
        "30 30 30",
        "30 60 90",
        None,
    );
}

#[test]
fn between_two_points_the_line_is_straight() {
    // Before 2026 as in 2026; then 10 / 3 more each year: 13.333333 (cut), 16.666666, 20.
    check(
        &piecewise(),
        "horizon=7",
        "10 10 13.333333 16.666666 20 20 20",
        "10 20 33.333333 49.999999 69.999999 89.999999 109.999999",
        Some(2031),
    );
}

#[test]
fn the_factor_says_how_much_more_the_points_are() {
    // At 50 %: 15, 15, 13.333333 * 1.5 = 19.9999995, which is cut, 16.666666 * 1.5 = 24.999999.
    check(
        &piecewise(),
        "factor=50&horizon=4",
        "15 15 19.999999 24.999999",
        "15 30 49.999999 74.999998",
        None,
    );
    check(&piecewise(), "factor=-50&horizon=2", "5 5", "5 10", None);
}

#[test]
fn what_a_reader_may_not_set_is_moved_or_ignored() {
    let kind = compound();
    check_scenario(&kind, "rate=50", Fit::Kept, "rate=50");
    check_scenario(&kind, "rate=45", Fit::Kept, "");
    check_scenario(&kind, "rate=52.4", Fit::Moved, "rate=50");
    check_scenario(&kind, "rate=52.5", Fit::Moved, "rate=55");
    check_scenario(&kind, "rate=-47.5", Fit::Moved, "rate=-45");
    check_scenario(&kind, "rate=9999999999", Fit::Moved, "rate=200");
    check_scenario(&kind, "rate=9999999999999", Fit::Ignored, "");
    check_scenario(&kind, "horizon=0", Fit::Moved, "horizon=1");
    check_scenario(&kind, "horizon=2.5", Fit::Moved, "horizon=3");
    check_scenario(&kind, "rate=50&rate=60", Fit::Kept, "rate=60");
    check_scenario(&kind, "rate=", Fit::Ignored, "");
    check_scenario(&kind, "rate=5e1", Fit::Ignored, "");
    check_scenario(&kind, "rate", Fit::Ignored, "");
    check_scenario(&kind, "interest=5", Fit::Ignored, "");
    check_scenario(
        &kind,
        "rate=52&interest=5&start=3",
        Fit::Ignored,
        "start=3&rate=50",
    );
    check_scenario(&kind, "&&rate=50&", Fit::Kept, "rate=50");
}

#[test]
fn the_counting_and_the_switch_are_settings() {
    let kind = compound();
    check_scenario(
        &kind,
        "counting=per-period",
        Fit::Kept,
        "counting=per-period",
    );
    check_scenario(&kind, "counting=cumulative", Fit::Kept, "");
    check_scenario(&kind, "counting=monthly", Fit::Ignored, "");
    check_scenario(&kind, "nullified=yes", Fit::Kept, "nullified=yes");
    check_scenario(&kind, "nullified=yes&nullified=no", Fit::Kept, "");
    check_scenario(&kind, "nullified=1", Fit::Ignored, "");
    assert!(set(&kind, "nullified=yes").0.settings.is_nullified());
}

#[test]
fn a_way_of_counting_that_is_not_offered_is_ignored() {
    let parameters = [
        parameter("start", "items", [0.0, 5.0, 1.0, 1.0]),
        parameter("change", "items", [0.0, 5.0, 1.0, 1.0]),
        parameter("horizon", "years", [1.0, 5.0, 1.0, 5.0]),
    ];
    let kind = model(
        json!({ "kind": "threshold", "measure": "Items", "unit": "items", "from": 9999,
        "horizon": "horizon", "parameters": parameters, "counting": ["per-period"],
        "projection": { "kind": "linear", "start": "start", "change": "change" },
        "threshold": { "label": "L", "value": 3, "crossed": "C.", "status": "reported" } }),
    );
    check_scenario(&kind, "counting=cumulative", Fit::Ignored, "");
    check_scenario(&kind, "nullified=yes", Fit::Ignored, "");
    check(&kind, "", "1 2 3 4 5", "1 2 3 4 5", Some(10001));
}

// Decision models.

fn choice(id: &str, to: &str) -> Value {
    json!({ "id": id, "label": "Do it", "to": to })
}

fn state(id: &str, choices: &[(&str, &str)]) -> Value {
    let mut state = json!({ "id": id, "label": id, "text": "So it is." });
    if choices.is_empty() {
        state["outcome"] = true.into();
    } else {
        state["choices"] = choices.iter().map(|(id, to)| choice(id, to)).collect();
    }
    state
}

fn decision(rules: &[(&str, Vec<Value>)]) -> Decision {
    let rules = rules
        .iter()
        .map(|(start, states)| json!({ "label": "Rules", "start": start, "states": states }));
    let rules: Vec<Value> = rules.collect();
    model::<Decision>(json!({ "kind": "decision", "rules": rules })).data
}

/// Who hosts new capacity: at first Microsoft may take it or let it go; before, it was asked alone.
fn refusal() -> Decision {
    let now = vec![
        state("need", &[("offer", "offered")]),
        state("offered", &[("take", "hosted"), ("decline", "rivals")]),
        state("rivals", &[("sign", "elsewhere"), ("come-back", "need")]),
        state("hosted", &[]),
        state("elsewhere", &[]),
    ];
    let before = vec![
        state("need", &[("offer", "offered")]),
        state("offered", &[("take", "hosted"), ("sign", "approved")]),
        state("hosted", &[]),
        state("approved", &[]),
    ];
    decision(&[("need", now), ("need", before)])
}

fn path(words: &str) -> Vec<PartId> {
    words
        .split_whitespace()
        .map(|word| PartId::try_from(String::from(word)).unwrap())
        .collect()
}

/// Checks the choices taken under some rules, and where they lead.
#[track_caller]
fn check_walk(rules: &Rules, words: &str, taken: &str, at: &str) {
    let walk = walk(Some(rules), &path(words)).unwrap();
    let steps: Vec<&str> = walk
        .steps
        .iter()
        .map(|step| step.choice.id.as_str())
        .collect();
    assert_eq!((steps.join(" ").as_str(), walk.at.id.as_str()), (taken, at));
}

#[test]
fn other_rules_follow_with_the_choices_that_they_offer() {
    let decision = refusal();
    let (now, before) = (&decision.rules[0], &decision.rules[1]);
    check_walk(now, "", "", "need");
    check_walk(now, "offer decline sign", "offer decline sign", "elsewhere");
    check_walk(before, "offer decline sign", "offer sign", "approved");
    check_walk(now, "offer take sign", "offer take", "hosted");
    check_walk(now, "take offer take", "offer take", "hosted");
}

#[test]
fn no_rules_give_no_walk() {
    assert_eq!(walk(None, &path("offer")), None);
}

#[test]
fn choices_stand_in_an_address_in_their_order() {
    let kind = Model::new(refusal());
    check_scenario(&kind, "path=offer.decline", Fit::Kept, "path=offer.decline");
    check_scenario(
        &kind,
        "path=offer.sign.decline",
        Fit::Moved,
        "path=offer.decline",
    );
    check_scenario(&kind, "path=sign", Fit::Ignored, "");
    check_scenario(&kind, "path=", Fit::Ignored, "");
    check_scenario(&kind, "path=offer..decline", Fit::Ignored, "");
    check_scenario(&kind, "path=Offer", Fit::Ignored, "");
    check_scenario(
        &kind,
        "path=offer&choose=take",
        Fit::Kept,
        "path=offer.take",
    );
    check_scenario(
        &kind,
        "choose=offer&choose=decline",
        Fit::Kept,
        "path=offer.decline",
    );
}

#[test]
fn a_choice_that_is_not_offered_is_ignored_and_leaves_the_path() {
    let kind = Model::new(refusal());
    let (mut model, _) = set(&kind, "path=offer.decline");
    assert_eq!(model.set("choose", "take"), Fit::Ignored);
    assert_eq!(model.set("path", "take"), Fit::Ignored);
    assert_eq!(model.scenario(), "path=offer.decline");
}

#[test]
fn the_last_choice_can_be_taken_back() {
    let kind = Model::new(refusal());
    let (mut model, _) = set(&kind, "path=offer.decline");
    assert_eq!(model.set("back", ""), Fit::Kept);
    assert_eq!(model.scenario(), "path=offer");
    assert_eq!(model.set("back", ""), Fit::Kept);
    assert_eq!(model.set("back", ""), Fit::Ignored);
    assert_eq!(model, kind);
}

#[test]
fn a_walk_in_circles_stops_after_sixty_steps() {
    let kind = Model::new(refusal());
    let round = ["offer", "decline", "come-back"];
    let around = |steps: usize| -> String {
        round
            .iter()
            .cycle()
            .take(steps)
            .copied()
            .collect::<Vec<_>>()
            .join(".")
    };
    let full = format!("path={}", around(60));
    check_scenario(&kind, &full, Fit::Kept, &full);
    check_scenario(&kind, &format!("path={}", around(61)), Fit::Moved, &full);
    check_scenario(&kind, &format!("{full}&choose=offer"), Fit::Ignored, &full);
}

/// Checks the ways to the outcomes.
#[track_caller]
fn check_outcomes(rules: &Rules, expected: &[&str]) {
    let said: Vec<String> = outcomes(rules)
        .iter()
        .map(|outcome| {
            let steps = outcome.steps.iter().map(|step| step.choice.id.as_str());
            format!(
                "{}: {}",
                outcome.state.id,
                steps.collect::<Vec<_>>().join(" ")
            )
        })
        .collect();
    assert_eq!(said, expected);
}

#[test]
fn outcomes_come_in_the_order_of_the_choices_and_in_no_circles() {
    let decision = refusal();
    let now = ["hosted: offer take", "elsewhere: offer decline sign"];
    check_outcomes(&decision.rules[0], &now);
    check_outcomes(
        &decision.rules[1],
        &["hosted: offer take", "approved: offer sign"],
    );
}

#[test]
fn an_outcome_stands_once_for_each_way_to_it() {
    let states = vec![
        state(
            "begin",
            &[("b", "middle"), ("a", "end"), ("again", "begin")],
        ),
        state("middle", &[("a", "end"), ("b", "begin")]),
        state("end", &[]),
    ];
    let decision = decision(&[("begin", states)]);
    check_outcomes(&decision.rules[0], &["end: b a", "end: a"]);
}

#[test]
fn a_model_may_begin_with_its_outcome() {
    let decision = decision(&[("end", vec![state("end", &[])])]);
    check_outcomes(&decision.rules[0], &["end: "]);
}

/// Eight diamonds in a row, 2^8 = 256 ways to their end, and another outcome beyond them.
fn thicket() -> Decision {
    let mut states = vec![state("begin", &[("in", "d0"), ("out", "away")])];
    for place in 0..8 {
        let [here, up, down] = ["d", "u", "l"].map(|letter| format!("{letter}{place}"));
        let next = format!("d{}", place + 1);
        states.push(state(&here, &[("up", &up), ("down", &down)]));
        states.push(state(&up, &[("on", &next)]));
        states.push(state(&down, &[("on", &next)]));
    }
    states.extend([state("d8", &[]), state("away", &[])]);
    decision(&[("begin", states)])
}

#[test]
fn no_outcome_is_lost_in_a_thicket_of_ways() {
    let decision = thicket();
    let found = outcomes(&decision.rules[0]);
    // 100 at most, of which the two outcomes have their own.
    assert_eq!(found.len(), 99);
    assert!(
        found[..98]
            .iter()
            .all(|outcome| outcome.state.id.as_str() == "d8")
    );
    let last = &found[98];
    assert_eq!((last.state.id.as_str(), last.steps.len()), ("away", 1));
}

#[test]
fn a_narrow_drawing_of_many_states_has_room_for_each() {
    // 1 + 8 + 31 states: the last layer has 31 boxes on 200 pixels.
    let names: Vec<String> = (0..39).map(|place| format!("s{place}")).collect();
    let ways = |names: &[String]| -> Vec<Value> {
        names
            .iter()
            .enumerate()
            .map(|(slot, to)| choice(&format!("c{slot}"), to))
            .collect()
    };
    let of = |id: &str, choices: Vec<Value>| {
        let mut state = state(id, &[("c", "s0")]);
        state["choices"] = choices.into();
        state
    };
    let mut states = vec![of("begin", ways(&names[..8]))];
    for (place, name) in names.iter().enumerate() {
        let from = 8 + place * 4;
        states.push(match place {
            0..8 => of(name, ways(&names[from..names.len().min(from + 4)])),
            _ => state(name, &[]),
        });
    }
    let decision = decision(&[("begin", states)]);
    let flow = flow(&decision.rules[0], 200.0, false);
    assert!(flow.nodes.iter().all(|node| node.width.get() > 1.0));
}

#[test]
fn the_first_choice_stands_on_the_left_or_mirrored_on_the_right() {
    let decision = refusal();
    let rules = &decision.rules[1];
    // 400 - 2 - 2 = 396 pixels; two boxes share them, their middles at 2 + 99 and 2 + 297.
    let plain = flow(rules, 400.0, false);
    let place = |id: &str| rules.index_of(&path(id)[0]).unwrap();
    assert_eq!(plain.nodes[place("hosted")].x.get(), 101.0);
    assert_eq!(plain.nodes[place("approved")].x.get(), 299.0);
    assert_eq!(plain.nodes[place("need")].x.get(), 200.0);
    let mirrored = flow(rules, 400.0, true);
    assert_eq!(mirrored.nodes[place("hosted")].x.get(), 299.0);
    // Three layers of one line: 17 + 14 = 31 pixels each, 36 between, 2 above and below.
    assert_eq!(plain.height.get(), 3.0 * 31.0 + 2.0 * 36.0 + 4.0);
    // From the middle of the box above, at its lower edge (33), to the box below, at its upper (69).
    assert_eq!(plain.edges[0].path, "M200 33C200 51 200 51 200 69");
    assert_eq!(plain.edges[1].path, "M200 100C200 118 101 118 101 136");
}

#[test]
fn a_way_back_swings_out_at_the_side() {
    let decision = refusal();
    let rules = &decision.rules[0];
    let back = |is_mirrored| {
        let flow = flow(rules, 400.0, is_mirrored);
        let from = rules.index_of(&path("rivals")[0]);
        let to = rules.index_of(&path("need")[0]);
        let mut edges = flow.edges.into_iter();
        edges
            .find(|edge| (Some(edge.from), Some(edge.to)) == (from, to))
            .unwrap()
            .path
    };
    // 400 - 2 - 26 = 372 pixels, 186 a box less 8 between: `rivals`, on the left, from 6 to 184,
    // `need` 190 wide around 188. The middles of their layers are 17.5 and, two on, 17.5 + 2 * 67.
    assert_eq!(back(false), "M184 151.5C398 151.5 398 17.5 283 17.5");
    assert_eq!(back(true), "M216 151.5C2 151.5 2 17.5 117 17.5");
}

// Timelines.

fn timeline() -> Model<Timeline> {
    let entry =
        |id: &str, when: Value| json!({ "id": id, "lane": "deal", "label": id, "when": when });
    let entries = [
        entry("terms", json!({ "from": "2019-07", "until": "2030" })),
        entry("announced", json!("2025-01-21")),
        entry("first-deal", json!("2019")),
        entry(
            "build",
            json!({ "from": "2025-02-10", "until": "2025-02-12" }),
        ),
    ];
    model(
        json!({ "kind": "timeline", "lanes": [{ "id": "deal", "label": "The deal" }], "entries": entries }),
    )
}

#[track_caller]
fn check_month(month: &str, shown: &str) {
    let (model, fit) = set(&timeline(), &format!("month={month}"));
    assert_eq!(fit, Fit::Kept);
    assert_eq!(model.settings.month().to_string(), month);
    let runs = runs_in(&model.data, model.settings.month());
    let ids: Vec<&str> = runs.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids.join(" "), shown);
}

#[test]
fn a_date_that_is_only_a_year_may_be_in_any_of_its_months() {
    check_month("2019-01", "first-deal");
    check_month("2019-07", "first-deal terms");
    check_month("2019-12", "first-deal terms");
    check_month("2020-01", "terms");
    check_month("2030-12", "terms");
}

#[test]
fn a_month_shows_what_happens_or_runs_in_it() {
    check_month("2025-01", "terms announced");
    check_month("2025-02", "terms build");
    check_month("2025-03", "terms");
}

#[test]
fn a_month_beyond_the_entries_moves_to_the_nearest() {
    let kind = timeline();
    let (first, last) = MonthOf::range(&kind.data);
    assert_eq!(
        (first.to_string(), last.to_string()),
        ("2019-01".into(), "2030-12".into())
    );
    check_scenario(&kind, "month=2018-12", Fit::Moved, "");
    check_scenario(&kind, "month=2031-01", Fit::Moved, "month=2030-12");
    check_scenario(&kind, "month=2019-01", Fit::Kept, "");
    check_scenario(&kind, "month=2025-01-21", Fit::Ignored, "");
    check_scenario(&kind, "month=2025-13", Fit::Ignored, "");
    check_scenario(&kind, "year=2025-01", Fit::Ignored, "");
}

#[test]
fn a_month_may_stand_as_its_number() {
    // 2025 * 12 + 1 is February 2025; the number 2025 is a month of the year 168.
    check_scenario(&timeline(), "month=24301", Fit::Kept, "month=2025-02");
    check_scenario(&timeline(), "month=2025", Fit::Moved, "");
    check_scenario(&timeline(), "month=99999999999", Fit::Ignored, "");
}

#[test]
fn months_know_their_days() {
    // Day 738,917 is 1 February 2024; that year February has 29 days.
    let february = Month::from_number(2024 * 12 + 1);
    assert_eq!(
        (february.to_string(), february.days()),
        ("2024-02".into(), (738_917, 738_945))
    );
    assert_eq!(Month::from_number(0).to_string(), "0001-01");
    assert_eq!(Month::from_number(i32::MAX).to_string(), "9999-12");
}

// Comparisons and participants.

#[test]
fn a_comparison_shows_all_rows_or_those_of_one_state() {
    let row = |id: &str, state: &str| json!({ "id": id, "label": "L", "before": "B", "after": "A", "state": state });
    let rows = [
        row("host", "ended"),
        row("api", "stays"),
        row("refusal", "new"),
        row("ip", "stays"),
    ];
    let kind: Model<Comparison> =
        model(json!({ "kind": "comparison", "before": "B", "after": "A", "rows": rows }));
    let check = |scenario: &str, shown: &str| {
        let (model, fit) = set(&kind, scenario);
        let rows = model.settings.rows(&model.data);
        let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
        assert_eq!((fit, ids.join(" ").as_str()), (Fit::Kept, shown));
    };
    check("", "host api refusal ip");
    check("show=stays", "api ip");
    check("show=may-change", "");
    check("show=new&show=all", "host api refusal ip");
    check_scenario(&kind, "show=stays", Fit::Kept, "show=stays");
    check_scenario(&kind, "show=gone", Fit::Ignored, "");
    check_scenario(&kind, "state=stays", Fit::Ignored, "");
}

#[test]
fn the_first_amount_is_held_against_another() {
    let amount = |id: &str, value: f64| json!({ "id": id, "label": "L", "value": value, "status": "reported" });
    let amounts = [
        amount("stargate", 500.0),
        amount("azure", 250.0),
        amount("profit", 0.4),
    ];
    let groups = json!([{ "id": "g", "label": "G", "members": [{ "id": "m", "name": "M" }] }]);
    let kind: Model<Participants> = model(
        json!({ "kind": "participants", "unit": "USD billion", "groups": groups, "amounts": amounts }),
    );
    let participants = &kind.data;
    let times = |scenario: &str| set(&kind, scenario).0.settings.times(participants);
    // 500 / 250 = 2 and 500 / 0.4 = 1,250.
    assert_eq!(times(""), Some(2.0));
    assert_eq!(times("against=profit"), Some(1250.0));
    check_scenario(&kind, "against=profit", Fit::Kept, "against=profit");
    check_scenario(&kind, "against=azure", Fit::Kept, "");
    check_scenario(&kind, "against=stargate", Fit::Ignored, "");
    let lengths: Vec<f64> = participants
        .amounts
        .iter()
        .map(|amount| bar_length(amount, participants, 300.0).get())
        .collect();
    // 300 * 0.4 / 500 = 0.24 is 0.2 to a tenth.
    assert_eq!(lengths, [300.0, 150.0, 0.2]);
}

#[test]
fn one_amount_alone_is_held_against_nothing() {
    let kind: Model<Participants> = model(json!({ "kind": "participants", "unit": "items",
        "groups": [{ "id": "g", "label": "G", "members": [{ "id": "m", "name": "M" }] }],
        "amounts": [{ "id": "a", "label": "L", "value": 1, "status": "reported" }] }));
    let Model { data, settings } = &kind;
    assert_eq!((settings.amount(data), settings.times(data)), (None, None));
    check_scenario(&kind, "against=a", Fit::Ignored, "");
}

#[test]
fn the_settings_of_another_kind_are_ignored() {
    let mut model = timeline();
    assert_eq!(model.set("start", "5"), Fit::Ignored);
    assert_eq!(model.scenario(), "");
}
