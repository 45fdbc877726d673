use explainer_model::{Counting, PartId, Piecewise, Projection, Quantity, Threshold, Year};

use crate::Fit;

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
    pub(crate) fn new(threshold: &Threshold) -> Self {
        Self {
            amounts: threshold
                .parameters
                .iter()
                .map(|parameter| parameter.default)
                .collect(),
            // There is at least one.
            counting: threshold
                .counting
                .first()
                .copied()
                .unwrap_or(Counting::Cumulative),
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
        let place = threshold
            .parameters
            .iter()
            .position(|parameter| parameter.id.as_str() == name);
        let parameter = place.and_then(|place| threshold.parameters.get(place));
        let slot = place.and_then(|place| self.amounts.get_mut(place));
        let (Some(parameter), Some(slot), Some(amount)) = (parameter, slot, Quantity::parse(text))
        else {
            return Fit::Ignored;
        };
        let (min, step) = (parameter.min.micros(), parameter.step.micros());
        let within = amount.clamp(parameter.min, parameter.max).micros();
        // The max lies on a step, so the nearest step is within the range.
        let steps = (within - min + step / 2) / step;
        *slot = Quantity::from_micros(min + steps * step);
        if *slot == amount {
            Fit::Kept
        } else {
            Fit::Moved
        }
    }

    pub(crate) fn changes(&self, threshold: &Threshold) -> Vec<(String, String)> {
        let default = Self::new(threshold);
        let amounts = threshold.parameters.iter().zip(&self.amounts);
        let changed = amounts.filter(|(parameter, amount)| parameter.default != **amount);
        let mut changes: Vec<(String, String)> = changed
            .map(|(parameter, amount)| (parameter.id.as_str().into(), amount.to_string()))
            .collect();
        if self.counting != default.counting {
            changes.push((COUNTING.into(), self.counting.word().into()));
        }
        if self.is_nullified {
            changes.push((NULLIFIED.into(), "yes".into()));
        }
        changes
    }

    fn of(&self, threshold: &Threshold, id: &PartId) -> Quantity {
        let place = threshold
            .parameters
            .iter()
            .position(|parameter| parameter.id == *id);
        place.map(|place| self.amount(place)).unwrap_or_default()
    }
}

/// Projects a model year by year.
///
/// Linear amounts and all sums are exact; compound amounts lose what lies below a millionth each
/// year, piecewise ones on the way between two points and by their factor; logistic ones are rounded
/// to the nearest millionth a 64-bit float gives.
pub fn project(threshold: &Threshold, assumptions: &Assumptions) -> Projected {
    let horizon = assumptions.of(threshold, &threshold.horizon).trunc().max(1);
    let horizon = usize::try_from(horizon).unwrap_or(1);
    let amounts = amounts(threshold, assumptions, horizon);
    let mut total = Quantity::ZERO;
    let mut years = Vec::with_capacity(amounts.len());
    for (year, amount) in (threshold.from.get()..).zip(amounts) {
        total = plus(total, amount);
        let counted = match assumptions.counting {
            Counting::Cumulative => total,
            Counting::PerPeriod => amount,
        };
        years.push(YearValue {
            year,
            amount,
            counted,
        });
    }
    let reached = years
        .iter()
        .find(|year| year.counted >= threshold.threshold.value);
    let crossing = reached.map(|year| year.year);
    Projected { years, crossing }
}

fn amounts(threshold: &Threshold, assumptions: &Assumptions, horizon: usize) -> Vec<Quantity> {
    let of = |id: &PartId| assumptions.of(threshold, id);
    match &threshold.projection {
        Projection::Linear(linear) => {
            let change = of(&linear.change);
            grow(of(&linear.start), horizon, |amount| plus(amount, change))
        }
        Projection::Compound(compound) => {
            let rate = of(&compound.rate);
            grow(of(&compound.start), horizon, |amount| {
                plus(amount, percent_of(amount, rate))
            })
        }
        Projection::Logistic(logistic) => logistic_amounts(
            of(&logistic.start),
            of(&logistic.rate),
            of(&logistic.ceiling),
            horizon,
        ),
        Projection::Piecewise(piecewise) => {
            let factor = of(&piecewise.factor);
            let years = (threshold.from.get()..).take(horizon);
            years
                .map(|year| {
                    let base = between(piecewise, year);
                    plus(base, percent_of(base, factor))
                })
                .collect()
        }
    }
}

fn grow(start: Quantity, count: usize, next: impl Fn(Quantity) -> Quantity) -> Vec<Quantity> {
    std::iter::successors(Some(start), |amount| Some(next(*amount)))
        .take(count)
        .collect()
}

/// Yields the logistic function; see [`Projection::Logistic`].
fn logistic_amounts(
    start: Quantity,
    rate: Quantity,
    ceiling: Quantity,
    count: usize,
) -> Vec<Quantity> {
    if start >= ceiling {
        return vec![ceiling; count];
    }
    let full = ceiling.micros() as f64;
    let lack = full / start.micros() as f64 - 1.0;
    let growth = 1.0 + rate.to_f64() / 100.0;
    let grown = std::iter::successors(Some(1.0), |grown| Some(grown * growth));
    // `lack` and `growth` are above zero. What grows past every float makes the last part vanish,
    // what shrinks below every float the amount.
    grown
        .take(count)
        .map(|grown| full / (1.0 + lack / grown))
        .map(|amount| Quantity::from_micros(amount.round() as i64).min(ceiling))
        .collect()
}

/// Returns the amount of a year on the straight lines between the points.
fn between(piecewise: &Piecewise, year: u16) -> Quantity {
    let is_before = |at: &Year| at.get() <= year;
    let before = piecewise
        .points
        .iter()
        .rev()
        .find(|point| is_before(&point.year));
    let after = piecewise
        .points
        .iter()
        .find(|point| !is_before(&point.year));
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
