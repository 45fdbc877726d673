//! Who takes part, as what, and how large it is.

mod data;
mod settings;

use explainer_story::json::Reader;

use crate::{Kind, Scenario, SetResult};

pub use data::{Amount, Group, Member, Participants};
pub use settings::{ComparedTo, bar_length};

impl Kind for Participants {
    const NAME: &'static str = "participants";
    const SETTINGS: &'static [&'static str] = &[ComparedTo::NAME];
    type Settings = ComparedTo;

    fn check(&self, reader: &mut Reader) {
        Participants::check(self, reader);
    }

    fn default_settings(&self) -> ComparedTo {
        ComparedTo::default()
    }

    fn set(&self, settings: &mut ComparedTo, name: &str, text: &str) -> SetResult {
        settings.set(self, name, text)
    }

    fn write_scenario(&self, settings: &ComparedTo, scenario: &mut Scenario) {
        settings.add_to(scenario, self);
    }
}
