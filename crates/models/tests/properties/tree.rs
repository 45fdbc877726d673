use super::decision::decided;
use explainer_models::{Node, trees};
use proptest::prelude::*;

use crate::support::generate;

/// Returns how deep a tree is, and adds each choice, by its state and its own id, to a list.
fn measure(node: &Node, choices: &mut Vec<(String, String)>) -> usize {
    let mut depth = 0;
    for (choice, below) in &node.branches {
        choices.push((node.state.id.as_str().into(), choice.id.as_str().into()));
        depth = depth.max(1 + measure(below, choices));
    }
    depth
}

proptest! {
    #[test]
    fn each_choice_is_drawn_once_and_none_too_deep(model in generate::decision()) {
        for rules in decided(&model).rules.iter() {
            let mut drawn = Vec::new();
            for tree in trees(rules) {
                prop_assert!(measure(&tree, &mut drawn) <= 4);
            }
            let mut all = Vec::new();
            for state in rules.states.iter() {
                for choice in &state.choices {
                    all.push((String::from(state.id.as_str()), String::from(choice.id.as_str())));
                }
            }
            drawn.sort();
            all.sort();
            prop_assert_eq!(drawn, all);
        }
    }
}
