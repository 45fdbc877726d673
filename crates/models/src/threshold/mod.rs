//! Something that grows towards a line, with numbers that the reader may change.

mod check;
mod data;
mod projection;
mod settings;

use explainer_story::json::Reader;

use crate::{Kind, Scenario, SetResult};

pub use data::{
    Compound, Counting, Linear, Logistic, Nullified, Parameter, Piecewise, Projection, Threshold,
    ThresholdLine, Year, YearAmount,
};
pub use projection::{Projected, YearValue, project};
pub use settings::Assumptions;

impl Kind for Threshold {
    const NAME: &'static str = "threshold";
    const SETTINGS: &'static [&'static str] = &Assumptions::RESERVED;
    type Settings = Assumptions;

    fn check(&self, reader: &mut Reader) {
        Threshold::check(self, reader);
    }

    fn default_settings(&self) -> Assumptions {
        Assumptions::new(self)
    }

    fn set(&self, settings: &mut Assumptions, name: &str, text: &str) -> SetResult {
        settings.set(self, name, text)
    }

    fn write_scenario(&self, settings: &Assumptions, scenario: &mut Scenario) {
        settings.add_to(scenario, self);
    }
}
