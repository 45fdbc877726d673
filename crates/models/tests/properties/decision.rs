use explainer_models::{Decision, Mechanism, Rules, SetResult, outcomes, walk};
use explainer_story::{PartId, limits};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

use crate::support::generate;

fn choices() -> impl Strategy<Value = Vec<PartId>> {
    let id = (0..9).prop_map(|slot| PartId::try_from(format!("c{slot}")).unwrap());
    prop::collection::vec(id, 0..200)
}

#[track_caller]
pub fn decided(model: &Value) -> Decision {
    crate::support::model::<Decision>(model).data
}

/// Returns the choices of every way to an outcome that meets no state twice, in order; nothing
/// where there are too many.
fn ways(rules: &Rules) -> Option<Vec<Vec<PartId>>> {
    let start = rules.index_of(&rules.start).unwrap();
    let mut open = vec![(vec![start], Vec::new())];
    let (mut found, mut looked) = (Vec::new(), 0);
    while let Some((met, way)) = open.pop() {
        looked += 1;
        if looked > 1000 {
            return None;
        }
        let here = &rules.states[met[met.len() - 1]];
        if here.choices.is_empty() {
            found.push(way);
            continue;
        }
        for choice in here.choices.iter().rev() {
            let to = rules.index_of(&choice.to).unwrap();
            if !met.contains(&to) {
                open.push((
                    [&*met, &[to]].concat(),
                    [&*way, std::slice::from_ref(&choice.id)].concat(),
                ));
            }
        }
    }
    (found.len() < limits::MAX_ROWS).then_some(found)
}

proptest! {
    #[test]
    fn a_walk_always_ends(model in generate::decision(), path in choices()) {
        for rules in decided(&model).rules.iter() {
            let walk = walk(Some(rules), &path).unwrap();
            prop_assert!(walk.steps.len() <= limits::MAX_STEPS.min(path.len()));
            let mut at = &rules.start;
            let mut left = path.iter();
            for step in &walk.steps {
                prop_assert_eq!(&step.state.id, at);
                prop_assert!(step.state.choices.contains(step.choice));
                prop_assert!(left.any(|id| *id == step.choice.id), "out of order");
                at = &step.choice.to;
            }
            prop_assert_eq!(&walk.at.id, at);
        }
    }

    #[test]
    fn what_a_reader_chooses_is_added_and_can_be_taken_back(
        model in generate::decision(),
        turns in prop::collection::vec(any::<Index>(), 0..80),
    ) {
        let mut model = crate::support::model::<Decision>(&model);
        let decision = model.data.clone();
        for turn in turns {
            let before = model.settings.clone();
            let walk = walk(decision.rules.first(), before.choices()).unwrap();
            if walk.at.is_outcome() {
                break;
            }
            let choice = turn.get(&walk.at.choices);
            let is_full = before.choices().len() == limits::MAX_STEPS;
            let fit = model.set("choose", choice.id.as_str());
            prop_assert_eq!(fit, if is_full { SetResult::Ignored } else { SetResult::Applied });
            if is_full {
                break;
            }
            prop_assert_eq!(model.settings.choices().last(), Some(&choice.id));
            let mut back = model.clone();
            prop_assert_eq!(back.set("back", ""), SetResult::Applied);
            prop_assert_eq!(back.settings, before);
        }
    }

    #[test]
    fn every_outcome_is_found_with_a_way_that_leads_there(model in generate::decision()) {
        for rules in decided(&model).rules.iter() {
            let found = outcomes(rules);
            prop_assert!(found.len() <= limits::MAX_ROWS);
            // Every state of a valid model can be reached.
            for state in rules.states.iter().filter(|state| state.is_outcome()) {
                prop_assert!(found.iter().any(|outcome| outcome.state.id == state.id));
            }
            let mut known: Vec<Vec<PartId>> = Vec::new();
            for outcome in &found {
                prop_assert!(outcome.state.is_outcome());
                let path: Vec<PartId> =
                    outcome.steps.iter().map(|step| step.choice.id.clone()).collect();
                let walk = walk(Some(rules), &path).unwrap();
                prop_assert_eq!(&walk.steps, &outcome.steps);
                prop_assert_eq!(walk.at, outcome.state);
                let met: Vec<&PartId> = outcome.steps.iter().map(|step| &step.state.id).collect();
                prop_assert!((1..met.len()).all(|place| !met[..place].contains(&met[place])));
                prop_assert!(!known.contains(&path), "the same way twice");
                known.push(path);
            }
            if let Some(ways) = ways(rules) {
                prop_assert_eq!(known, ways);
            }
        }
    }
}
