//! What was so before and is so now.

mod data;
mod settings;

use explainer_story::json::Reader;

use crate::{Kind, Scenario, SetResult};

pub use data::{Change, Comparison, Row};
pub use settings::Filter;

impl Kind for Comparison {
    const NAME: &'static str = "comparison";
    const SETTINGS: &'static [&'static str] = &[Filter::NAME];
    type Settings = Filter;

    fn check(&self, reader: &mut Reader) {
        Comparison::check(self, reader);
    }

    fn default_settings(&self) -> Filter {
        Filter::default()
    }

    fn set(&self, settings: &mut Filter, name: &str, text: &str) -> SetResult {
        settings.set(name, text)
    }

    fn write_scenario(&self, settings: &Filter, scenario: &mut Scenario) {
        settings.add_to(scenario);
    }
}
