//! What was so before and is so now.

mod data;
mod settings;

use explainer_story::json::Reader;

use crate::{Fit, Kind, Scenario};

pub use data::{Change, Comparison, Row};
pub use settings::Filter;
use settings::SHOW;

impl Kind for Comparison {
    const NAME: &'static str = "comparison";
    const SETTINGS: &'static [&'static str] = &[SHOW];
    type Settings = Filter;

    fn check(&self, reader: &mut Reader) {
        Comparison::check(self, reader);
    }

    fn default_settings(&self) -> Filter {
        Filter::default()
    }

    fn set(&self, settings: &mut Filter, name: &str, text: &str) -> Fit {
        settings.set(name, text)
    }

    fn write_scenario(&self, settings: &Filter, scenario: &mut Scenario) {
        settings.add_to(scenario);
    }
}
