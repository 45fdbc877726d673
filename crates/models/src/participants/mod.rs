//! Who takes part, as what, and how large it is.

mod data;
mod settings;

use explainer_story::json::Reader;

use crate::{Fit, Kind, Scenario};

pub use data::{Amount, Group, Member, Participants};
use settings::AGAINST;
pub use settings::{Against, bar_length};

impl Kind for Participants {
    const NAME: &'static str = "participants";
    const SETTINGS: &'static [&'static str] = &[AGAINST];
    type Settings = Against;

    fn check(&self, reader: &mut Reader) {
        Participants::check(self, reader);
    }

    fn default_settings(&self) -> Against {
        Against::default()
    }

    fn set(&self, settings: &mut Against, name: &str, text: &str) -> Fit {
        settings.set(self, name, text)
    }

    fn write_scenario(&self, settings: &Against, scenario: &mut Scenario) {
        settings.add_to(scenario, self);
    }
}
