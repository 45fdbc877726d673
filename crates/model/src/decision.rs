use crate::parts::{refer, unique};
use crate::read::{NonEmpty, Reader, record};
use crate::{Fault, PartId, ShortText, Text, limits};

record! {
    /// A choice that somebody has, and where it leads. Every state can be reached, and from every
    /// state an outcome can.
    "a decision model" => pub struct Decision {
        /// What happens, under one set of rules or under several side by side. The reader plays the
        /// first; the others follow with the same choices.
        #[cfg_attr(feature = "schema", schemars(extend("maxItems" = limits::MAX_LANES)))]
        pub rules: NonEmpty<Rules>,
    }
}

record! {
    /// What may happen under one set of rules.
    "a set of rules" => pub struct Rules {
        /// Names the rules.
        pub label: ShortText,
        /// The state that everything begins in.
        pub start: PartId,
        /// The states.
        #[cfg_attr(feature = "schema", schemars(extend("maxItems" = limits::MAX_STATES)))]
        pub states: NonEmpty<State>,
    }
}

record! {
    /// A point at which somebody decides, or an outcome.
    "a state" => pub struct State {
        /// Names the state.
        pub id: PartId,
        /// Its name in the drawing; a few words.
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
}

record! {
    /// One thing that somebody may do.
    "a choice" => pub struct Choice {
        /// Names the choice. Other rules follow it by this name.
        pub id: PartId,
        /// What is done.
        pub label: ShortText,
        /// The state that it leads to.
        pub to: PartId,
    }
}

impl Decision {
    #[inline(never)]
    pub(crate) fn check(&self, reader: &mut Reader) {
        if !reader.at_most("rules", self.rules.len(), limits::MAX_LANES) {
            return;
        }
        for (place, rules) in self.rules.iter().enumerate() {
            reader.in_field("rules", |reader| {
                reader.in_index(place, |reader| rules.check(reader));
            });
        }
    }
}

impl Rules {
    /// Returns the place of a state.
    pub fn place_of(&self, id: &PartId) -> Option<usize> {
        self.states.iter().position(|state| state.id == *id)
    }

    fn check(&self, reader: &mut Reader) {
        let before = reader.refused();
        if !reader.at_most("states", self.states.len(), limits::MAX_STATES) {
            return;
        }
        unique(reader, "states", self.states.iter().map(|state| &state.id));
        let ids: Vec<&PartId> = self.states.iter().map(|state| &state.id).collect();
        let path = reader.path().field("start");
        refer(reader, path, "state", &self.start, &ids);
        for (place, state) in self.states.iter().enumerate() {
            reader.in_field("states", |reader| {
                reader.in_index(place, |reader| state.check(reader, &ids));
            });
        }
        if reader.refused() == before {
            self.check_ways(reader);
        }
    }

    /// Reports states that nothing leads to, and states that lead to no outcome.
    fn check_ways(&self, reader: &mut Reader) {
        let start = self.place_of(&self.start).unwrap_or_default();
        let reached = self.spread(vec![start], |from, to| (from, to));
        let outcomes = (0..self.states.len()).filter(|place| self.is_outcome(*place));
        let ending = self.spread(outcomes.collect(), |from, to| (to, from));
        for (place, state) in self.states.iter().enumerate() {
            let (found, expected, mend) = if !reached.contains(&place) {
                (
                    "is never reached",
                    "a way to it from the start",
                    "let a choice lead to it or take it out",
                )
            } else if !ending.contains(&place) {
                (
                    "leads to no outcome",
                    "a way from it to an outcome",
                    "add a choice that leads out",
                )
            } else {
                continue;
            };
            let path = reader.path().field("states").index(place);
            let found = format!("the state \"{}\" {found}", state.id);
            reader.report_at(
                path,
                Fault::Unsound {
                    found,
                    expected,
                    mend,
                },
            );
        }
    }

    /// Returns `places` and every place that can be gone to from there, by the choices as `turn`
    /// turns them.
    fn spread(
        &self,
        mut places: Vec<usize>,
        turn: fn(usize, usize) -> (usize, usize),
    ) -> Vec<usize> {
        let ways: Vec<(usize, usize)> = self.ways().map(|(from, to)| turn(from, to)).collect();
        let mut next = 0;
        while let Some(here) = places.get(next).copied() {
            for (_, to) in ways.iter().filter(|(from, _)| *from == here) {
                if !places.contains(to) {
                    places.push(*to);
                }
            }
            next += 1;
        }
        places
    }

    /// Returns every choice as the places that it leads from and to.
    pub fn ways(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.states
            .iter()
            .enumerate()
            .flat_map(move |(from, state)| {
                state
                    .choices
                    .iter()
                    .filter_map(move |choice| Some((from, self.place_of(&choice.to)?)))
            })
    }

    fn is_outcome(&self, place: usize) -> bool {
        self.states.get(place).is_some_and(State::is_outcome)
    }
}

impl State {
    /// Returns whether everything ends here.
    pub fn is_outcome(&self) -> bool {
        self.outcome == Some(true)
    }

    fn check(&self, reader: &mut Reader, states: &[&PartId]) {
        if !reader.at_most("choices", self.choices.len(), limits::MAX_CHOICES) {
            return;
        }
        unique(
            reader,
            "choices",
            self.choices.iter().map(|choice| &choice.id),
        );
        for (place, choice) in self.choices.iter().enumerate() {
            let path = reader.path().field("choices").index(place).field("to");
            refer(reader, path, "state", &choice.to, states);
        }
        let (found, expected, mend) = match (self.is_outcome(), self.choices.is_empty()) {
            (false, true) => (
                "is a dead end",
                "choices, or an outcome",
                "add a choice, or \"outcome\": true",
            ),
            (true, false) => (
                "is an outcome with choices",
                "one of the two",
                "take out the choices or the outcome",
            ),
            _ => return,
        };
        let found = format!("the state \"{}\" {found}", self.id);
        reader.report(Fault::Unsound {
            found,
            expected,
            mend,
        });
    }
}
