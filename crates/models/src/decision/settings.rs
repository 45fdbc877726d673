use explainer_story::{PartId, limits};

use crate::{Choice, Decision, Rules, Scenario, SetResult, State};

/// The choices that a reader made, from the start on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(Vec<PartId>);

/// One step of a walk.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step<'a> {
    /// Where the choice was made.
    pub state: &'a State,
    /// The choice.
    pub choice: &'a Choice,
}

/// A path through one set of rules.
#[derive(Clone, Debug, PartialEq)]
pub struct Walk<'a> {
    /// The steps taken, [`limits::MAX_STEPS`] at most.
    pub steps: Vec<Step<'a>>,
    /// Where they led.
    pub at: &'a State,
}

/// A path to an outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome<'a> {
    /// The steps of a path there that meets no state twice.
    pub steps: Vec<Step<'a>>,
    /// The outcome.
    pub state: &'a State,
}

/// Stands between choices in an address; no id has it.
const SEPARATOR: char = '.';
/// States looked into while paths are searched, so that a large model takes no reader's time.
const MAX_VISITS: usize = 5_000;

impl Path {
    /// The setting's name in an address.
    pub const NAME: &'static str = "path";
    /// Adds a choice.
    pub const CHOOSE: &'static str = "choose";
    /// Takes the last choice back.
    pub const BACK: &'static str = "back";

    /// Returns the choices.
    pub fn choices(&self) -> &[PartId] {
        &self.0
    }

    pub(super) fn set(&mut self, decision: &Decision, name: &str, text: &str) -> SetResult {
        let mut path = match name {
            Self::CHOOSE => self.0.clone(),
            Self::NAME => Vec::new(),
            Self::BACK => {
                return match self.0.pop() {
                    Some(_) => SetResult::Applied,
                    None => SetResult::Ignored,
                };
            }
            _ => return SetResult::Ignored,
        };
        for word in text.split(SEPARATOR) {
            let Ok(id) = PartId::try_from(String::from(word)) else {
                return SetResult::Ignored;
            };
            path.push(id);
        }
        let mut walked = Vec::new();
        if let Some(walk) = walk(first_rules(decision), &path) {
            for step in walk.steps {
                walked.push(step.choice.id.clone());
            }
        }
        // A choice that is not offered at this point of the walk adds nothing.
        if walked.is_empty() || name == Self::CHOOSE && walked == self.0 {
            return SetResult::Ignored;
        }
        let fit = if walked.len() == path.len() {
            SetResult::Applied
        } else {
            SetResult::Adjusted
        };
        self.0 = walked;
        fit
    }

    pub(super) fn add_to(&self, scenario: &mut Scenario) {
        let mut words = String::new();
        for id in &self.0 {
            if !words.is_empty() {
                words.push(SEPARATOR);
            }
            words.push_str(id.as_str());
        }
        if !words.is_empty() {
            scenario.add(Self::NAME, &words);
        }
    }
}

/// Follows choices from the start, and leaves out those that are not offered at that point.
/// Returns nothing where there is no start.
pub fn walk<'a>(rules: Option<&'a Rules>, path: &[PartId]) -> Option<Walk<'a>> {
    let rules = rules?;
    let mut at = state(rules, &rules.start)?;
    let mut steps = Vec::new();
    for id in path.iter().take(limits::MAX_STEPS) {
        let offered = at.choices.iter().find(|choice| choice.id == *id);
        let next = offered.and_then(|choice| Some((choice, state(rules, &choice.to)?)));
        if let Some((choice, next)) = next {
            steps.push(Step { state: at, choice });
            at = next;
        }
    }
    Some(Walk { steps, at })
}

/// Returns the paths to every outcome, [`limits::MAX_ROWS`] at most, in the order of the choices.
/// Where there are too many paths to follow them all, the outcomes that were not met come last, each
/// with a shortest path.
pub fn outcomes(rules: &Rules) -> Vec<Outcome<'_>> {
    let ends = rules.states.iter().filter(|state| state.is_outcome());
    let mut search = Search {
        rules,
        found: Vec::new(),
        steps: Vec::new(),
        visits: 0,
    };
    let Some(start) = state(rules, &rules.start) else {
        return Vec::new();
    };
    search.visit(start);
    let mut found = search.found;
    let is_met = |found: &[Outcome], end: &State| found.iter().any(|path| path.state.id == end.id);
    if !ends.clone().all(|end| is_met(&found, end)) {
        // Each outcome has room at the end.
        found.truncate(limits::MAX_ROWS.saturating_sub(ends.clone().count()));
    }
    for end in ends {
        if !is_met(&found, end) {
            let steps = shortest_path(rules, start, end);
            found.extend(steps.map(|steps| Outcome { steps, state: end }));
        }
    }
    found
}

fn shortest_path<'a>(rules: &'a Rules, start: &'a State, end: &State) -> Option<Vec<Step<'a>>> {
    let mut paths = vec![(start, Vec::new())];
    let mut next = 0;
    while let Some((at, steps)) = paths.get(next).cloned() {
        if at.id == end.id {
            return Some(steps);
        }
        for choice in &at.choices {
            let to = state(rules, &choice.to)?;
            if !paths.iter().any(|(known, _)| known.id == to.id) {
                let step = Step { state: at, choice };
                paths.push((to, [steps.as_slice(), &[step]].concat()));
            }
        }
        next += 1;
    }
    None
}

struct Search<'a> {
    rules: &'a Rules,
    found: Vec<Outcome<'a>>,
    steps: Vec<Step<'a>>,
    visits: usize,
}

impl<'a> Search<'a> {
    fn visit(&mut self, at: &'a State) {
        self.visits += 1;
        if at.is_outcome() {
            let steps = self.steps.clone();
            self.found.push(Outcome { steps, state: at });
        }
        for choice in &at.choices {
            if self.visits > MAX_VISITS || self.found.len() >= limits::MAX_ROWS {
                return;
            }
            let Some(next) = state(self.rules, &choice.to) else {
                continue;
            };
            let is_known =
                next.id == at.id || self.steps.iter().any(|step| step.state.id == next.id);
            if !is_known {
                self.steps.push(Step { state: at, choice });
                self.visit(next);
                self.steps.pop();
            }
        }
    }
}

/// Returns the rules that the reader plays.
fn first_rules(decision: &Decision) -> Option<&Rules> {
    decision.rules.first()
}

fn state<'a>(rules: &'a Rules, id: &PartId) -> Option<&'a State> {
    rules.states.iter().find(|state| state.id == *id)
}
