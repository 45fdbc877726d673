use explainer_models::{Decision, Mechanism, Model, Node, Rules, SetResult, outcomes, trees, walk};
use explainer_story::PartId;
use serde_json::{Value, json};

use super::{check_scenario, model, set};

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
fn choices_are_written_into_an_address_in_their_order() {
    let kind = Model::new(refusal());
    check_scenario(
        &kind,
        "path=offer.decline",
        SetResult::Applied,
        "path=offer.decline",
    );
    check_scenario(
        &kind,
        "path=offer.sign.decline",
        SetResult::Adjusted,
        "path=offer.decline",
    );
    check_scenario(&kind, "path=sign", SetResult::Ignored, "");
    check_scenario(&kind, "path=", SetResult::Ignored, "");
    check_scenario(&kind, "path=offer..decline", SetResult::Ignored, "");
    check_scenario(&kind, "path=Offer", SetResult::Ignored, "");
    check_scenario(
        &kind,
        "path=offer&choose=take",
        SetResult::Applied,
        "path=offer.take",
    );
    check_scenario(
        &kind,
        "choose=offer&choose=decline",
        SetResult::Applied,
        "path=offer.decline",
    );
}

#[test]
fn a_choice_that_is_not_offered_is_ignored_and_leaves_the_path() {
    let kind = Model::new(refusal());
    let (mut model, _) = set(&kind, "path=offer.decline");
    assert_eq!(model.set("choose", "take"), SetResult::Ignored);
    assert_eq!(model.set("path", "take"), SetResult::Ignored);
    assert_eq!(model.scenario(), "path=offer.decline");
}

#[test]
fn the_last_choice_can_be_taken_back() {
    let kind = Model::new(refusal());
    let (mut model, _) = set(&kind, "path=offer.decline");
    assert_eq!(model.set("back", ""), SetResult::Applied);
    assert_eq!(model.scenario(), "path=offer");
    assert_eq!(model.set("back", ""), SetResult::Applied);
    assert_eq!(model.set("back", ""), SetResult::Ignored);
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
    check_scenario(&kind, &full, SetResult::Applied, &full);
    check_scenario(
        &kind,
        &format!("path={}", around(61)),
        SetResult::Adjusted,
        &full,
    );
    check_scenario(
        &kind,
        &format!("{full}&choose=offer"),
        SetResult::Ignored,
        &full,
    );
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
fn an_outcome_is_listed_once_for_each_way_to_it() {
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
fn many_paths() -> Decision {
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
fn every_outcome_is_found_among_thousands_of_paths() {
    let decision = many_paths();
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

/// Writes a tree as its choices and states, those below in brackets.
fn written(node: &Node) -> String {
    let mut text = String::from(node.state.id.as_str());
    if node.is_elsewhere() {
        text.push('~');
    }
    let branches = node.branches.iter();
    let branches =
        branches.map(|(choice, node)| format!("{}>{}", choice.id.as_str(), written(node)));
    let branches: Vec<String> = branches.collect();
    if !branches.is_empty() {
        text += &format!("({})", branches.join(" "));
    }
    text
}

#[test]
fn two_choices_that_lead_to_one_state_have_a_line_each() {
    let states = vec![
        state(
            "begin",
            &[("go", "middle"), ("wait", "middle"), ("stop", "end")],
        ),
        state("middle", &[("back", "begin"), ("on", "end")]),
        state("end", &[]),
    ];
    let decision = decision(&[("begin", states)]);
    let trees: Vec<String> = trees(&decision.rules[0]).iter().map(written).collect();
    assert_eq!(
        trees,
        ["begin(go>middle(back>begin~ on>end) wait>middle~ stop>end)"]
    );
}

#[test]
fn states_that_lie_deep_have_a_tree_of_their_own() {
    let states = vec![
        state("s0", &[("on", "s1")]),
        state("s1", &[("on", "s2")]),
        state("s2", &[("on", "s3")]),
        state("s3", &[("on", "s4")]),
        state("s4", &[("on", "end")]),
        state("end", &[]),
    ];
    let decision = decision(&[("s0", states)]);
    let trees: Vec<String> = trees(&decision.rules[0]).iter().map(written).collect();
    assert_eq!(trees, ["s0(on>s1(on>s2(on>s3(on>s4~))))", "s4(on>end)"]);
}
