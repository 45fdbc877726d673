use explainer_story::{Counting, PartId, Piecewise, Projection, Quantity, Threshold, limits};

use crate::Fit;
use crate::settings::Scenario;

/// What a reader assumes in a threshold model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumptions {
    // In the order of the model's parameters.
    amounts: Vec<Quantity>,
    counting: Counting,
    is_nullified: bool,
}

/// One year of a projection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearValue {
    /// The year.
    pub year: u16,
    /// That year's amount.
    pub amount: Quantity,
    /// What is held against the threshold: the year's amount, or all so far.
    pub counted: Quantity,
}

/// A projection under some assumptions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Projected {
    /// The years, in order; at least one.
    pub years: Vec<YearValue>,
    /// The first year in which the threshold is reached, where there is one.
    pub crossing: Option<u16>,
}

/// The settings that are no parameters.
const COUNTING: &str = "counting";
const NULLIFIED: &str = "nullified";

impl Assumptions {
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

    /// Returns what is assumed of the parameter at `place`.
    pub fn amount(&self, place: usize) -> Quantity {
        self.amounts.get(place).copied().unwrap_or_default()
    }

    pub(crate) fn set(&mut self, threshold: &Threshold, name: &str, text: &str) -> Fit {
        match (name, text) {
            (NULLIFIED, "yes" | "no") if threshold.nullified.is_some() => {
                self.is_nullified = text == "yes";
                Fit::Kept
            }
            (COUNTING, _) => {
                let mut known = threshold.counting.iter();
                let Some(counting) = known.find(|counting| counting.word() == text) else {
                    return Fit::Ignored;
                };
                self.counting = *counting;
                Fit::Kept
            }
            _ => self.set_amount(threshold, name, text),
        }
    }

    fn set_amount(&mut self, threshold: &Threshold, name: &str, text: &str) -> Fit {
        let Some(amount) = Quantity::parse(text) else {
            return Fit::Ignored;
        };
        for (parameter, slot) in threshold.parameters.iter().zip(&mut self.amounts) {
            if parameter.id.as_str() == name {
                let (min, step) = (parameter.min.micros(), parameter.step.micros());
                let within = amount.clamp(parameter.min, parameter.max).micros();
                // The max lies on a step, so the nearest step is within the range.
                let steps = (within - min + step / 2) / step;
                *slot = Quantity::from_micros(min + steps * step);
                return if *slot == amount {
                    Fit::Kept
                } else {
                    Fit::Moved
                };
            }
        }
        Fit::Ignored
    }

    pub(crate) fn add_to(&self, scenario: &mut Scenario, threshold: &Threshold) {
        for (parameter, amount) in threshold.parameters.iter().zip(&self.amounts) {
            if parameter.default != *amount {
                scenario.add(parameter.id.as_str(), &amount.text());
            }
        }
        if self.counting != default_counting(threshold) {
            scenario.add(COUNTING, self.counting.word());
        }
        if self.is_nullified {
            scenario.add(NULLIFIED, "yes");
        }
    }

    fn of(&self, threshold: &Threshold, id: &PartId) -> Quantity {
        let mut amounts = threshold.parameters.iter().zip(&self.amounts);
        let found = amounts.find(|(parameter, _)| parameter.id == *id);
        found.map(|(_, amount)| *amount).unwrap_or_default()
    }
}

/// Projects a model year by year.
///
/// Linear amounts and all sums are exact; compound amounts lose what lies below a millionth each
/// year, piecewise ones on the way between two points and by their factor; logistic ones are rounded
/// to the nearest millionth a 64-bit float gives.
pub fn project(threshold: &Threshold, assumptions: &Assumptions) -> Projected {
    let of = |id: &PartId| assumptions.of(threshold, id);
    let [start, change, ceiling] = match &threshold.projection {
        Projection::Linear(linear) => [of(&linear.start), of(&linear.change), Quantity::ZERO],
        Projection::Compound(compound) => [of(&compound.start), of(&compound.rate), Quantity::ZERO],
        Projection::Logistic(it) => [of(&it.start), of(&it.rate), of(&it.ceiling)],
        Projection::Piecewise(piecewise) => [Quantity::ZERO, of(&piecewise.factor), Quantity::ZERO],
    };
    let horizon = of(&threshold.horizon).trunc().clamp(1, limits::MAX_YEARS);
    let mut projected = Projected::default();
    let (mut amount, mut total, mut growth) = (start, Quantity::ZERO, 1.0);
    for (year, number) in (threshold.from.get()..).zip(0..horizon) {
        let is_later = number > 0;
        match &threshold.projection {
            Projection::Linear(_) if is_later => amount = plus(amount, change),
            Projection::Compound(_) if is_later => amount = more(amount, change),
            Projection::Linear(_) | Projection::Compound(_) => {}
            Projection::Logistic(_) => {
                amount = logistic(start, ceiling, growth);
                growth *= 1.0 + change.to_f64() / 100.0;
            }
            Projection::Piecewise(piecewise) => amount = more(between(piecewise, year), change),
        }
        total = plus(total, amount);
        let counted = match assumptions.counting {
            Counting::Cumulative => total,
            Counting::PerPeriod => amount,
        };
        if projected.crossing.is_none() && counted >= threshold.threshold.value {
            projected.crossing = Some(year);
        }
        projected.years.push(YearValue {
            year,
            amount,
            counted,
        });
    }
    projected
}

/// Returns the logistic function where a compound amount had grown `growth` times; see
/// [`Projection::Logistic`].
fn logistic(start: Quantity, ceiling: Quantity, growth: f64) -> Quantity {
    if start >= ceiling {
        return ceiling;
    }
    let full = ceiling.micros() as f64;
    let lack = full / start.micros() as f64 - 1.0;
    // `lack` and `growth` are above zero. What grows past every float makes the last part vanish,
    // what shrinks below every float the amount.
    let amount = full / (1.0 + lack / growth);
    Quantity::from_micros(amount.round() as i64).min(ceiling)
}

/// Returns the amount of a year on the straight lines between the points.
fn between(piecewise: &Piecewise, year: u16) -> Quantity {
    let points = &piecewise.points;
    let before = points.iter().rfind(|point| point.year.get() <= year);
    let after = points.iter().find(|point| point.year.get() > year);
    match (before, after) {
        (Some(before), Some(after)) => {
            let way = i64::from(after.year.get() - before.year.get());
            let gone = i64::from(year - before.year.get());
            let rise = after.value.micros() - before.value.micros();
            let risen = rise / way * gone + rise % way * gone / way;
            Quantity::from_micros(before.value.micros() + risen)
        }
        (Some(only), None) | (None, Some(only)) => only.value,
        (None, None) => Quantity::ZERO,
    }
}

fn plus(one: Quantity, other: Quantity) -> Quantity {
    // Two quantities never overflow 64 bits.
    Quantity::from_micros(one.micros() + other.micros())
}

/// Returns an amount with that many percent added.
fn more(amount: Quantity, percent: Quantity) -> Quantity {
    plus(amount, percent_of(amount, percent))
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

/// Returns that many percent of an amount, cut to millionths.
fn percent_of(amount: Quantity, percent: Quantity) -> Quantity {
    /// Millionths of a percent in a whole.
    const WHOLE: i64 = 100_000_000;
    let (amount, percent) = (amount.micros(), percent.micros());
    let large = (amount / WHOLE).saturating_mul(percent);
    // Below 10^8 times 10^9, since a rate is at most 1,000 %.
    let small = (amount % WHOLE).saturating_mul(percent) / WHOLE;
    Quantity::from_micros(large.saturating_add(small))
}
