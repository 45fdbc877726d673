//! A choice that somebody has, and where it leads.

mod data;
mod settings;
mod tree;

use explainer_story::json::Reader;

use crate::{Kind, Scenario, SetResult};

pub use data::{Choice, Decision, Rules, State};
pub use settings::{Outcome, Path, Step, Walk, outcomes, walk};
pub use tree::{Node, trees};

impl Kind for Decision {
    const NAME: &'static str = "decision";
    const SETTINGS: &'static [&'static str] = &[Path::NAME];
    type Settings = Path;

    fn check(&self, reader: &mut Reader) {
        Decision::check(self, reader);
    }

    fn default_settings(&self) -> Path {
        Path::default()
    }

    fn set(&self, settings: &mut Path, name: &str, text: &str) -> SetResult {
        settings.set(self, name, text)
    }

    fn write_scenario(&self, settings: &Path, scenario: &mut Scenario) {
        settings.add_to(scenario);
    }
}
