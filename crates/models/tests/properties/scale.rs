use explainer_models::{Px, Scale, ticks};
use proptest::prelude::*;

use crate::support::generate::{MOST, ONE};

/// Half a tenth of a pixel on either side, and a float's slip.
const ROUNDED: f64 = 0.11;

proptest! {
    #[test]
    fn a_position_is_the_nearest_tenth_of_a_pixel(pixels in -100_000.0..100_000.0_f64) {
        let px = Px::new(pixels);
        prop_assert!((px.get() - pixels).abs() <= 0.050_001);
        prop_assert_eq!(px.to_string().parse::<f64>().unwrap(), px.get());
        prop_assert!(!px.to_string().ends_with(".0") && px.to_string() != "-0");
    }

    #[test]
    fn a_scale_keeps_the_order_and_stays_between_its_ends(
        ends in (any::<i64>(), any::<i64>()),
        start in -2000.0..2000.0_f64,
        end in -2000.0..2000.0_f64,
        numbers in (any::<i64>(), any::<i64>()),
    ) {
        let (from, to) = (ends.0.min(ends.1), ends.0.max(ends.1));
        let scale = Scale { from, to, start, end };
        let [low, high] = [numbers.0.min(numbers.1), numbers.0.max(numbers.1)].map(|n| scale.at(n));
        let in_order = if start <= end { low <= high } else { low >= high };
        prop_assert!(in_order);
        for px in [low, high] {
            let room = start.min(end) - ROUNDED..=start.max(end) + ROUNDED;
            prop_assert!(room.contains(&px.get()));
        }
        prop_assert!((scale.at(from).get() - start).abs() <= ROUNDED);
        prop_assert!(from == to || (scale.at(to).get() - end).abs() <= ROUNDED);
    }

    #[test]
    fn ticks_are_round_few_and_as_near_as_may_be(
        ends in prop_oneof![
            (-MOST..=MOST, -MOST..=MOST),
            (-1000 * ONE..1000 * ONE, -1000 * ONE..1000 * ONE),
            (1990_i64..2040, 1990_i64..2140),
        ],
        most in 0_usize..24,
    ) {
        let (from, to) = (ends.0.min(ends.1), ends.0.max(ends.1));
        let ticks = ticks(from, to, most);
        prop_assert!(!ticks.is_empty() && ticks.len() <= most.max(2));
        prop_assert!(ticks.iter().all(|tick| (from..=to).contains(tick)));
        if ticks.len() < 2 {
            return Ok(());
        }
        let ticks: Vec<i128> = ticks.into_iter().map(i128::from).collect();
        let step = ticks[1] - ticks[0];
        prop_assert!(step > 0 && ticks.windows(2).all(|pair| pair[1] - pair[0] == step));
        prop_assert!(ticks.iter().all(|tick| tick % step == 0));
        let multiples = |step: i128| {
            i128::from(to).div_euclid(step) - (i128::from(from) - 1).div_euclid(step)
        };
        prop_assert_eq!(multiples(step), i128::try_from(ticks.len()).unwrap());
        let digits = step.to_string();
        let finer = match digits.trim_end_matches('0') {
            "1" | "2" => step / 2,
            "5" => step / 5 * 2,
            _ => return Err(TestCaseError::fail(digits)),
        };
        prop_assert!(finer == 0 || multiples(finer) > i128::try_from(most.max(2)).unwrap());
    }

    #[test]
    fn ticks_come_of_any_numbers(from in any::<i64>(), to in any::<i64>(), most in 0_usize..50) {
        prop_assert!(ticks(from, to, most).len() <= most.max(2));
    }
}
