use crate::{Amount, Participants, Px, Scenario, SetResult};

/// Which of the other amounts the first is held against; the second, unless it was changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ComparedTo(usize);

impl ComparedTo {
    /// The setting's name.
    pub const NAME: &'static str = "against";

    /// Returns the amount that the first is held against, where there is one.
    pub fn amount(self, participants: &Participants) -> Option<&Amount> {
        participants.amounts.get(self.0 + 1)
    }

    /// Returns how many times it holds the other, where there is one.
    pub fn times(self, participants: &Participants) -> Option<f64> {
        let first = participants.amounts.first()?;
        // Amounts are above zero.
        Some(first.value.to_f64() / self.amount(participants)?.value.to_f64())
    }

    pub(super) fn set(&mut self, participants: &Participants, name: &str, text: &str) -> SetResult {
        let mut others = participants.amounts.iter().skip(1);
        match others.position(|amount| amount.id.as_str() == text) {
            Some(index) if name == Self::NAME => {
                self.0 = index;
                SetResult::Applied
            }
            _ => SetResult::Ignored,
        }
    }

    pub(super) fn add_to(self, scenario: &mut Scenario, participants: &Participants) {
        if self.0 > 0
            && let Some(amount) = self.amount(participants)
        {
            scenario.add(Self::NAME, amount.id.as_str());
        }
    }
}

/// Returns how long an amount's bar is where the largest takes `full`.
pub fn bar_length(amount: &Amount, participants: &Participants, full: f64) -> Px {
    let amounts = participants.amounts.iter().map(|amount| amount.value);
    // There is at least one, and all are above zero.
    let largest = amounts.max().unwrap_or_default().to_f64();
    Px::new(full * amount.value.to_f64() / largest)
}
