//! Timelines, comparisons and participants.

use explainer_models::{
    Change, Comparison, Mechanism, Month, Participants, SelectedMonth, SetResult, Timeline, When,
    bar_length, runs_in,
};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::support::generate;

proptest! {
    #[test]
    fn the_months_of_a_timeline_are_those_of_its_entries(
        model in generate::timeline(),
        number in -20_i32..130_000,
    ) {
        let mut model = crate::support::model::<Timeline>(&model);
        let timeline = &model.data.clone();
        let (first, last) = SelectedMonth::range(timeline);
        let whens = timeline.entries.iter().map(|entry| &entry.when);
        let from = whens.clone().map(When::first_day).min().unwrap();
        let until = whens.map(When::last_day).max().unwrap();
        prop_assert!((first.days().0..=first.days().1).contains(&from));
        prop_assert!((last.days().0..=last.days().1).contains(&until));
        prop_assert!(!runs_in(timeline, first).is_empty() && !runs_in(timeline, last).is_empty());

        let month = Month::from_number(number);
        prop_assert!((1..=9999).contains(&month.year()) && (1..=12).contains(&month.month()));
        prop_assert_eq!(Month::from_number(month.number()), month);
        let fit = model.set("month", &month.to_string());
        let is_within = (first..=last).contains(&month);
        prop_assert_eq!(fit, if is_within { SetResult::Applied } else { SetResult::Adjusted });
        prop_assert!(is_within || runs_in(timeline, month).is_empty());
    }

    #[test]
    fn months_follow_one_another_without_a_gap(number in 12_i32..119_999) {
        let [this, next] = [number, number + 1].map(Month::from_number);
        prop_assert_eq!(this.days().1 + 1, next.days().0);
    }

    #[test]
    fn a_month_shows_all_that_touches_one_of_its_days(
        model in generate::timeline(),
        turn in any::<Index>(),
    ) {
        let timeline = crate::support::model::<Timeline>(&model).data;
        let (first, last) = SelectedMonth::range(&timeline);
        let months: Vec<i32> = (first.number()..=last.number()).collect();
        let month = Month::from_number(*turn.get(&months));
        let shown = runs_in(&timeline, month);
        // Dates compare as they are written once the first or last day they may be is filled in.
        let fill = |text: &str, rest: &str| format!("{text}{}", &rest[text.len()..]);
        let this = month.to_string();
        for entry in timeline.entries.iter() {
            let (from, until) = match &entry.when {
                When::On(date) => (date, date),
                When::During(span) => (&span.from, &span.until),
            };
            let is_begun = fill(&from.shared(), "0000-01-01") <= fill(&this, "0000-00-31");
            let is_over = fill(&until.shared(), "0000-12-31") < fill(&this, "0000-00-01");
            let is_shown = shown.iter().any(|shown| shown.id == entry.id);
            prop_assert_eq!(is_shown, is_begun && !is_over, "{:?} in {}", entry.when, this);
        }
        let days: Vec<i32> = shown.iter().map(|entry| entry.when.first_day()).collect();
        prop_assert!(days.is_sorted());
    }

    #[test]
    fn every_row_is_shown_under_one_state(model in generate::comparison()) {
        let mut model = crate::support::model::<Comparison>(&model);
        let comparison = &model.data.clone();
        let shown = Change::ALL.into_iter().map(|state| {
            assert_eq!(model.set("show", state.word()), SetResult::Applied);
            model.settings.rows(comparison).len()
        });
        prop_assert_eq!(shown.sum::<usize>(), comparison.rows.len());
    }

    #[test]
    fn the_largest_bar_is_full_and_the_others_are_to_scale(
        model in generate::participants(),
        full in 50.0..2000.0_f64,
    ) {
        let participants = crate::support::model::<Participants>(&model).data;
        let micros = participants.amounts.iter().map(|amount| amount.value.micros());
        let largest = micros.max().unwrap() as f64;
        for amount in participants.amounts.iter() {
            let length = bar_length(amount, &participants, full).get();
            let exact = full * (amount.value.micros() as f64 / largest);
            prop_assert!((length - exact).abs() <= 0.051 && length <= full + 0.051);
        }
    }
}
