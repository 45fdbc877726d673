use explainer_story::{PartId, Quantity};

use crate::{Counting, Scenario, SetResult, Threshold};

/// What a reader assumes in a threshold model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumptions {
    // In the order of the model's parameters.
    amounts: Vec<Quantity>,
    counting: Counting,
    is_nullified: bool,
}

impl Assumptions {
    /// The settings that are no parameters.
    pub const COUNTING: &'static str = "counting";
    /// The name of the setting in an address.
    pub const NULLIFIED: &'static str = "nullified";
    /// The names of the settings that are no parameters.
    pub(super) const RESERVED: [&'static str; 2] = [Self::COUNTING, Self::NULLIFIED];

    /// Returns the default assumptions.
    pub fn new(threshold: &Threshold) -> Self {
        Self {
            amounts: threshold
                .parameters
                .iter()
                .map(|parameter| parameter.default)
                .collect(),
            counting: default_counting(threshold),
            is_nullified: false,
        }
    }

    /// Returns how the years are counted.
    pub fn counting(&self) -> Counting {
        self.counting
    }

    /// Returns whether the line means nothing.
    pub fn is_nullified(&self) -> bool {
        self.is_nullified
    }

    /// Returns what is assumed of the parameter with that index.
    pub fn amount(&self, index: usize) -> Quantity {
        self.amounts.get(index).copied().unwrap_or_default()
    }

    pub(super) fn set(&mut self, threshold: &Threshold, name: &str, text: &str) -> SetResult {
        match (name, text) {
            (Self::NULLIFIED, "yes" | "no") if threshold.nullified.is_some() => {
                self.is_nullified = text == "yes";
                SetResult::Applied
            }
            (Self::COUNTING, _) => {
                let mut known = threshold.counting.iter();
                let Some(counting) = known.find(|counting| counting.word() == text) else {
                    return SetResult::Ignored;
                };
                self.counting = *counting;
                SetResult::Applied
            }
            _ => self.set_amount(threshold, name, text),
        }
    }

    fn set_amount(&mut self, threshold: &Threshold, name: &str, text: &str) -> SetResult {
        let Some(amount) = Quantity::parse(text) else {
            return SetResult::Ignored;
        };
        for (parameter, slot) in threshold.parameters.iter().zip(&mut self.amounts) {
            if parameter.id.as_str() == name {
                let (min, step) = (parameter.min.micros(), parameter.step.micros());
                let within = amount.clamp(parameter.min, parameter.max).micros();
                // The max lies on a step, so the nearest step is within the range.
                let steps = (within - min + step / 2) / step;
                *slot = Quantity::from_micros(min + steps * step);
                return if *slot == amount {
                    SetResult::Applied
                } else {
                    SetResult::Adjusted
                };
            }
        }
        SetResult::Ignored
    }

    pub(super) fn add_to(&self, scenario: &mut Scenario, threshold: &Threshold) {
        for (parameter, amount) in threshold.parameters.iter().zip(&self.amounts) {
            if parameter.default != *amount {
                scenario.add(parameter.id.as_str(), &amount.text());
            }
        }
        if self.counting != default_counting(threshold) {
            scenario.add(Self::COUNTING, self.counting.word());
        }
        if self.is_nullified {
            scenario.add(Self::NULLIFIED, "yes");
        }
    }

    /// Returns what is assumed of a parameter.
    pub(super) fn of(&self, threshold: &Threshold, id: &PartId) -> Quantity {
        let mut amounts = threshold.parameters.iter().zip(&self.amounts);
        let found = amounts.find(|(parameter, _)| parameter.id == *id);
        found.map(|(_, amount)| *amount).unwrap_or_default()
    }
}

/// Returns how the years are counted at first.
fn default_counting(threshold: &Threshold) -> Counting {
    // There is at least one way.
    threshold
        .counting
        .first()
        .copied()
        .unwrap_or(Counting::Cumulative)
}
