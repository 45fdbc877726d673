use explainer_story::json::{FromObject, Reader};
use explainer_story::{NonEmpty, PartId, ShortText, Text, limits};

use crate::checks::{Inconsistent, check_each, check_length, check_reference, check_unique};

/// A choice that somebody has, and where it leads. Every state can be reached, and from every
/// state an outcome can.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a decision model")]
pub struct Decision {
    /// What happens, under one set of rules or under several side by side. The reader plays the
    /// first; the others follow with the same choices.
    #[cfg_attr(feature = "schema", schemars(extend("maxItems" = limits::MAX_LANES)))]
    pub rules: NonEmpty<Rules>,
}

/// What may happen under one set of rules.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a set of rules")]
pub struct Rules {
    /// Names the rules.
    pub label: ShortText,
    /// The state that everything begins in.
    pub start: PartId,
    /// The states.
    #[cfg_attr(feature = "schema", schemars(extend("maxItems" = limits::MAX_STATES)))]
    pub states: NonEmpty<State>,
}

/// A point at which somebody decides, or an outcome.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a state")]
pub struct State {
    /// Names the state.
    pub id: PartId,
    /// Its name in the chart; a few words.
    pub label: ShortText,
    /// What is the case here, in a sentence.
    pub text: Text,
    /// Who decides here.
    pub by: Option<Text>,
    /// What they may do. None in an outcome.
    #[cfg_attr(feature = "schema", schemars(default))]
    #[cfg_attr(feature = "schema", schemars(extend("maxItems" = limits::MAX_CHOICES)))]
    pub choices: Vec<Choice>,
    /// Whether everything ends here.
    pub outcome: Option<bool>,
}

/// One thing that somebody may do.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a choice")]
pub struct Choice {
    /// Names the choice. Other rules follow it by this name.
    pub id: PartId,
    /// What is done.
    pub label: ShortText,
    /// The state that it leads to.
    pub to: PartId,
}

impl Decision {
    pub(super) fn check(&self, reader: &mut Reader) {
        if !check_length(reader, "rules", self.rules.len(), limits::MAX_LANES) {
            return;
        }
        check_each(reader, "rules", &self.rules, |reader, rules| {
            rules.check(reader)
        });
    }
}

impl Rules {
    /// Returns the index of a state.
    pub fn index_of(&self, id: &PartId) -> Option<usize> {
        self.states.iter().position(|state| state.id == *id)
    }

    fn check(&self, reader: &mut Reader) {
        let before = reader.refused();
        if !check_length(reader, "states", self.states.len(), limits::MAX_STATES) {
            return;
        }
        let ids: Vec<&PartId> = self.states.iter().map(|state| &state.id).collect();
        check_unique(reader, "states", &ids);
        check_reference(reader, "start", "state", &self.start, &ids);
        check_each(reader, "states", &self.states, |reader, state| {
            state.check(reader, &ids);
        });
        if reader.refused() == before {
            self.check_edges(reader);
        }
    }

    /// Reports states that nothing leads to, and states that lead to no outcome.
    fn check_edges(&self, reader: &mut Reader) {
        let mut edges = self.edges();
        let start = self.index_of(&self.start).unwrap_or_default();
        let reached = spread(vec![start], &edges);
        for (from, to) in &mut edges {
            std::mem::swap(from, to);
        }
        let outcomes = (0..self.states.len()).filter(|index| self.is_outcome(*index));
        let ending = spread(outcomes.collect(), &edges);
        let mut index = 0;
        check_each(reader, "states", &self.states, |reader, state| {
            if !reached.contains(&index) {
                reader.report(UNREACHED.of("state", &state.id));
            } else if !ending.contains(&index) {
                reader.report(ENDLESS.of("state", &state.id));
            }
            index += 1;
        });
    }

    /// Returns every choice as the indexes of the states that it leads from and to.
    pub fn edges(&self) -> Vec<(usize, usize)> {
        let mut edges = Vec::new();
        for (from, state) in self.states.iter().enumerate() {
            for choice in &state.choices {
                edges.extend(self.index_of(&choice.to).map(|to| (from, to)));
            }
        }
        edges
    }

    fn is_outcome(&self, index: usize) -> bool {
        self.states.get(index).is_some_and(State::is_outcome)
    }
}

impl State {
    /// Returns whether everything ends here.
    pub fn is_outcome(&self) -> bool {
        self.outcome == Some(true)
    }

    fn check(&self, reader: &mut Reader, states: &[&PartId]) {
        if !check_length(reader, "choices", self.choices.len(), limits::MAX_CHOICES) {
            return;
        }
        let ids: Vec<&PartId> = self.choices.iter().map(|choice| &choice.id).collect();
        check_unique(reader, "choices", &ids);
        check_each(reader, "choices", &self.choices, |reader, choice| {
            check_reference(reader, "to", "state", &choice.to, states);
        });
        let problem = match (self.is_outcome(), self.choices.is_empty()) {
            (false, true) => &DEAD_END,
            (true, false) => &NOT_THE_END,
            _ => return,
        };
        reader.report(problem.of("state", &self.id));
    }
}

const UNREACHED: Inconsistent = Inconsistent {
    found: "is never reached",
    expected: "a way to it from the start",
    help: "let a choice lead to it or take it out",
};
const ENDLESS: Inconsistent = Inconsistent {
    found: "leads to no outcome",
    expected: "a way from it to an outcome",
    help: "add a choice that leads out",
};
const DEAD_END: Inconsistent = Inconsistent {
    found: "is a dead end",
    expected: "choices, or an outcome",
    help: "add a choice, or \"outcome\": true",
};
const NOT_THE_END: Inconsistent = Inconsistent {
    found: "is an outcome with choices",
    expected: "one of the two",
    help: "take out the choices or the outcome",
};

/// Returns the states with those indexes and all that can be reached from them.
fn spread(mut indexes: Vec<usize>, edges: &[(usize, usize)]) -> Vec<usize> {
    let mut next = 0;
    while let Some(here) = indexes.get(next).copied() {
        for (from, to) in edges {
            if *from == here && !indexes.contains(to) {
                indexes.push(*to);
            }
        }
        next += 1;
    }
    indexes
}
