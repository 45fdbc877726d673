//! What happened when, and what runs until when.

mod data;
mod settings;

use explainer_story::json::Reader;

use crate::{Kind, Scenario, SetResult};

pub use data::{Entry, Lane, Span, Timeline, When};
pub use settings::{Month, SelectedMonth, in_order, runs_in, year_of};

impl Kind for Timeline {
    const NAME: &'static str = "timeline";
    const SETTINGS: &'static [&'static str] = &[SelectedMonth::NAME];
    type Settings = SelectedMonth;

    fn check(&self, reader: &mut Reader) {
        Timeline::check(self, reader);
    }

    fn default_settings(&self) -> SelectedMonth {
        SelectedMonth::new(self)
    }

    fn set(&self, settings: &mut SelectedMonth, name: &str, text: &str) -> SetResult {
        settings.set(self, name, text)
    }

    fn write_scenario(&self, settings: &SelectedMonth, scenario: &mut Scenario) {
        settings.add_to(scenario, self);
    }
}
