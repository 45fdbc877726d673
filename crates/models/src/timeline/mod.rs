//! What happened when, and what runs until when.

mod data;
mod settings;

use explainer_story::json::Reader;

use crate::{Fit, Kind, Scenario};

pub use data::{Entry, Lane, Span, Timeline, When};
use settings::MONTH;
pub use settings::{Month, MonthOf, in_order, runs_in, year_of};

impl Kind for Timeline {
    const NAME: &'static str = "timeline";
    const SETTINGS: &'static [&'static str] = &[MONTH];
    type Settings = MonthOf;

    fn check(&self, reader: &mut Reader) {
        Timeline::check(self, reader);
    }

    fn default_settings(&self) -> MonthOf {
        MonthOf::new(self)
    }

    fn set(&self, settings: &mut MonthOf, name: &str, text: &str) -> Fit {
        settings.set(self, name, text)
    }

    fn write_scenario(&self, settings: &MonthOf, scenario: &mut Scenario) {
        settings.add_to(scenario, self);
    }
}
