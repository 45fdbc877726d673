use crate::{Change, Comparison, Row, Scenario, SetResult};

/// Which rows are shown: all, or those of one state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter(Option<Change>);

impl Filter {
    /// The setting's name.
    pub const NAME: &'static str = "show";
    /// The value that shows every row.
    pub const ALL: &'static str = "all";

    /// Returns the state whose rows are shown, where not all are.
    pub fn state(self) -> Option<Change> {
        self.0
    }

    /// Returns the rows shown, in order.
    pub fn rows(self, comparison: &Comparison) -> Vec<&Row> {
        let mut rows = Vec::new();
        for row in comparison.rows.iter() {
            if self.0.is_none_or(|state| state == row.state) {
                rows.push(row);
            }
        }
        rows
    }

    pub(super) fn set(&mut self, name: &str, text: &str) -> SetResult {
        let state = Change::ALL.iter().find(|change| change.word() == text);
        if name != Self::NAME || (state.is_none() && text != Self::ALL) {
            return SetResult::Ignored;
        }
        self.0 = state.copied();
        SetResult::Applied
    }

    pub(super) fn add_to(self, scenario: &mut Scenario) {
        if let Some(state) = self.0 {
            scenario.add(Self::NAME, state.word());
        }
    }
}
