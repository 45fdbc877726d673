use explainer_story::Kind;

use crate::{Against, Assumptions, Filter, MonthOf, Path};

/// What a reader has set in a mini-model.
#[derive(Clone, Debug, PartialEq)]
pub enum Settings {
    /// The choices made.
    Decision(Path),
    /// The assumptions.
    Threshold(Assumptions),
    /// The month looked at.
    Timeline(MonthOf),
    /// The rows shown.
    Comparison(Filter),
    /// What the first amount is held against.
    Participants(Against),
}

/// What became of a value that was to be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is set as given.
    Kept,
    /// It was out of range or between two steps; the nearest that fits is set.
    Moved,
    /// Nothing has that name, or the value means nothing. Nothing is set.
    Ignored,
}

/// Settings that were changed, as they stand in an address.
#[derive(Default)]
pub(crate) struct Scenario(String);

impl Scenario {
    /// Adds a setting.
    pub fn add(&mut self, name: &str, value: &str) {
        // Names and values are letters, digits and `-._` only: nothing needs escaping.
        let before = if self.0.is_empty() { "" } else { "&" };
        for part in [before, name, "=", value] {
            self.0.push_str(part);
        }
    }
}

impl Settings {
    /// Returns a model's settings before a reader touches it.
    pub fn new(kind: &Kind) -> Self {
        match kind {
            Kind::Decision(_) => Self::Decision(Path::default()),
            Kind::Threshold(threshold) => Self::Threshold(Assumptions::new(threshold)),
            Kind::Timeline(timeline) => Self::Timeline(MonthOf::new(timeline)),
            Kind::Comparison(_) => Self::Comparison(Filter::default()),
            Kind::Participants(_) => Self::Participants(Against::default()),
        }
    }

    /// Sets what `name` names to what `text` says, as both stand in an address.
    pub fn set(&mut self, kind: &Kind, name: &str, text: &str) -> Fit {
        match (self, kind) {
            (Self::Decision(path), Kind::Decision(decision)) => path.set(decision, name, text),
            (Self::Threshold(assumptions), Kind::Threshold(threshold)) => {
                assumptions.set(threshold, name, text)
            }
            (Self::Timeline(month), Kind::Timeline(timeline)) => month.set(timeline, name, text),
            (Self::Comparison(filter), Kind::Comparison(_)) => filter.set(name, text),
            (Self::Participants(against), Kind::Participants(participants)) => {
                against.set(participants, name, text)
            }
            // Another kind's settings. Each by its name: a kind without a line above does not compile.
            (
                Self::Decision(_)
                | Self::Threshold(_)
                | Self::Timeline(_)
                | Self::Comparison(_)
                | Self::Participants(_),
                _,
            ) => Fit::Ignored,
        }
    }

    /// Writes what differs from [`Settings::new`] as it stands in an address: `growth=40&start=5`.
    pub fn scenario(&self, kind: &Kind) -> String {
        let mut scenario = Scenario::default();
        match (self, kind) {
            (Self::Decision(path), Kind::Decision(_)) => path.add_to(&mut scenario),
            (Self::Threshold(assumptions), Kind::Threshold(threshold)) => {
                assumptions.add_to(&mut scenario, threshold);
            }
            (Self::Timeline(month), Kind::Timeline(timeline)) => {
                month.add_to(&mut scenario, timeline);
            }
            (Self::Comparison(filter), Kind::Comparison(_)) => filter.add_to(&mut scenario),
            (Self::Participants(against), Kind::Participants(participants)) => {
                against.add_to(&mut scenario, participants);
            }
            // Another kind's settings. Each by its name: a kind without a line above does not compile.
            (
                Self::Decision(_)
                | Self::Threshold(_)
                | Self::Timeline(_)
                | Self::Comparison(_)
                | Self::Participants(_),
                _,
            ) => {}
        }
        scenario.0
    }

    /// Reads a scenario as [`Settings::scenario`] writes it, from a model's default settings.
    /// Returns the settings and the worst that became of any part.
    pub fn from_scenario(kind: &Kind, scenario: &str) -> (Self, Fit) {
        let mut settings = Self::new(kind);
        let mut worst = Fit::Kept;
        for pair in scenario.split('&').filter(|pair| !pair.is_empty()) {
            let fit = match pair.split_once('=') {
                Some((name, text)) => settings.set(kind, name, text),
                None => Fit::Ignored,
            };
            worst = worst.max(fit);
        }
        (settings, worst)
    }
}
