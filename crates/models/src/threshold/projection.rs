use explainer_story::{PartId, Quantity, limits};

use crate::{Assumptions, Counting, Piecewise, Projection, Threshold};

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
        let counted = match assumptions.counting() {
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
