use explainer_models::{Counting, Mechanism, Projected, Projection, Threshold, project};
use explainer_story::PartId;
use proptest::prelude::*;
use serde_json::Value;

use super::settings::pair;
use crate::support::generate::{self, MOST, ONE};

/// What is assumed, in millionths; `change` is a rate in all but linear projections.
struct Numbers {
    start: i128,
    change: i128,
    ceiling: i128,
    years: i128,
    is_cumulative: bool,
}

/// Returns a threshold model, what is assumed after some settings, and its projection.
#[track_caller]
fn projected(model: &Value, pairs: &[(String, String)]) -> (Threshold, Numbers, Projected) {
    let mut model = crate::support::model::<Threshold>(model);
    for (name, text) in pairs {
        model.set(name, text);
    }
    let (threshold, assumptions) = (model.data, model.settings);
    let of = |id: &PartId| {
        let mut parameters = threshold.parameters.iter();
        let place = parameters.position(|parameter| parameter.id == *id);
        i128::from(assumptions.amount(place.unwrap()).micros())
    };
    let [start, change, ceiling] = match &threshold.projection {
        Projection::Linear(linear) => [of(&linear.start), of(&linear.change), 0],
        Projection::Compound(compound) => [of(&compound.start), of(&compound.rate), 0],
        Projection::Logistic(it) => [of(&it.start), of(&it.rate), of(&it.ceiling)],
        Projection::Piecewise(piecewise) => [0, of(&piecewise.factor), 0],
    };
    let numbers = Numbers {
        start,
        change,
        ceiling,
        years: of(&threshold.horizon) / i128::from(ONE),
        is_cumulative: assumptions.counting() == Counting::Cumulative,
    };
    let projected = project(&threshold, &assumptions);
    (threshold, numbers, projected)
}

fn within(micros: i128) -> i128 {
    micros.clamp(-i128::from(MOST), i128::from(MOST))
}

/// Returns `amount` and as many percent of it, cut to millionths.
fn with_percent(amount: i128, percent: i128) -> i128 {
    within(amount + amount * percent / 100_000_000)
}

/// Works the amounts out again; for logistic projections they are taken as given.
fn reference(threshold: &Threshold, numbers: &Numbers, projected: &Projected) -> Vec<i128> {
    let years = 0..numbers.years;
    match &threshold.projection {
        // All changes are the same, so the range is left once at most.
        Projection::Linear(_) => years
            .map(|year| within(numbers.start + year * numbers.change))
            .collect(),
        Projection::Compound(_) => {
            let mut amounts = vec![numbers.start];
            for _ in years.skip(1) {
                amounts.push(with_percent(amounts[amounts.len() - 1], numbers.change));
            }
            amounts
        }
        Projection::Piecewise(piecewise) => {
            let points = piecewise.points.iter();
            let points: Vec<(i128, i128)> = points
                .map(|at| (at.year.get().into(), at.value.micros().into()))
                .collect();
            let (first, last) = (points[0], points[points.len() - 1]);
            let base = |year: i128| {
                let mut lines = points.windows(2);
                match lines.find(|line| (line[0].0..=line[1].0).contains(&year)) {
                    Some(line) => {
                        let (rise, way) = (line[1].1 - line[0].1, line[1].0 - line[0].0);
                        line[0].1 + rise * (year - line[0].0) / way
                    }
                    None if year < first.0 => first.1,
                    None => last.1,
                }
            };
            let from = i128::from(threshold.from.get());
            years
                .map(|year| with_percent(base(from + year), numbers.change))
                .collect()
        }
        Projection::Logistic(_) => amounts(projected).into_iter().map(i128::from).collect(),
    }
}

fn amounts(projected: &Projected) -> Vec<i64> {
    projected
        .years
        .iter()
        .map(|year| year.amount.micros())
        .collect()
}

fn grows(amounts: &[i64]) -> bool {
    amounts.windows(2).all(|pair| pair[0] <= pair[1])
}

fn pairs() -> impl Strategy<Value = Vec<(String, String)>> {
    prop::collection::vec(pair(), 0..8)
}

proptest! {
    #[test]
    fn amounts_sums_and_the_crossing_are_what_whole_numbers_give(
        model in generate::threshold(),
        pairs in pairs(),
    ) {
        let (threshold, numbers, projected) = projected(&model, &pairs);
        let amounts = reference(&threshold, &numbers, &projected);
        prop_assert_eq!(i128::try_from(projected.years.len()).unwrap(), numbers.years);
        prop_assert_eq!(projected.years.len(), amounts.len());
        let line = i128::from(threshold.threshold.value.micros());
        let (mut total, mut crossing) = (0, None);
        for (place, (year, amount)) in projected.years.iter().zip(amounts).enumerate() {
            total = within(total + amount);
            let counted = if numbers.is_cumulative { total } else { amount };
            prop_assert_eq!(usize::from(year.year), usize::from(threshold.from.get()) + place);
            prop_assert_eq!(i128::from(year.amount.micros()), amount);
            prop_assert_eq!(i128::from(year.counted.micros()), counted);
            if counted >= line && crossing.is_none() {
                crossing = Some(year.year);
            }
        }
        prop_assert_eq!(projected.crossing, crossing);
    }

    #[test]
    fn every_amount_is_within_the_range(model in generate::threshold(), pairs in pairs()) {
        let (_, _, projected) = projected(&model, &pairs);
        for year in &projected.years {
            prop_assert!(year.amount.micros().abs() <= MOST && year.counted.micros().abs() <= MOST);
        }
    }

    #[test]
    fn what_grows_by_a_change_or_a_rate_never_falls(
        model in prop_oneof![generate::linear(), generate::compound()],
        pairs in pairs(),
    ) {
        let (threshold, numbers, projected) = projected(&model, &pairs);
        let starts_low = numbers.start < 0 && matches!(threshold.projection, Projection::Compound(_));
        if numbers.change < 0 || starts_low {
            return Ok(());
        }
        prop_assert!(grows(&amounts(&projected)));
    }

    #[test]
    fn sums_of_amounts_from_zero_on_never_fall(model in generate::threshold(), pairs in pairs()) {
        let (_, numbers, projected) = projected(&model, &pairs);
        let is_positive = amounts(&projected).iter().all(|amount| *amount >= 0);
        if !(numbers.is_cumulative && is_positive) {
            return Ok(());
        }
        let counted: Vec<i64> = projected.years.iter().map(|year| year.counted.micros()).collect();
        prop_assert!(grows(&counted));
    }

    #[test]
    fn logistic_growth_levels_off_below_its_ceiling(model in generate::logistic(), pairs in pairs()) {
        let (_, numbers, projected) = projected(&model, &pairs);
        let amounts = amounts(&projected);
        let Numbers { start, ceiling, change: rate, .. } = numbers;
        prop_assert!(amounts.iter().all(|amount| (0..=ceiling).contains(&i128::from(*amount))));
        if start >= ceiling {
            prop_assert!(amounts.iter().all(|amount| i128::from(*amount) == ceiling));
        } else if rate >= 0 {
            prop_assert!(grows(&amounts));
        } else {
            prop_assert!(amounts.windows(2).all(|pair| pair[0] >= pair[1]));
        }
        // The formula as it is documented, with its powers taken at once.
        let [start, ceiling] = [start.min(ceiling) as f64, ceiling as f64];
        let lack = ceiling / start - 1.0;
        for (year, amount) in (0..).zip(&amounts) {
            let grown = (1.0 + rate as f64 / 1e8).powi(year);
            let exact = if lack == 0.0 { ceiling } else { ceiling / (1.0 + lack / grown) };
            let slip = (exact - *amount as f64).abs();
            prop_assert!(slip <= 1.0 + exact * 1e-9, "{} {}", exact, amount);
        }
    }
}
