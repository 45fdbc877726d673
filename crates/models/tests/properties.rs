//! What holds for every valid mini-model.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use explainer_models::{
    Change, Comparison, Counting, Decision, Fit, Flow, FromModel, Kind, KindReader, Line,
    Mechanism, Model, Month, MonthOf, Participants, Projected, Projection, Px, Rules, Scale,
    Threshold, Timeline, When, bar_length, flow, outcomes, project, read, runs_in, set_scenario,
    ticks, walk, wrap,
};
use explainer_story::{PartId, Problems, Quantity, limits};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;

mod support;

use support::generate::{self, MOST, ONE};
use support::{parse_json, story_of};

/// A model of any kind whose settings can be checked.
trait CheckedModel: Mechanism {
    /// Checks that what is set is something that a reader may set.
    fn check(&self);
}

impl<K: Kind> FromModel<K> for dyn CheckedModel
where
    Model<K>: CheckedModel,
{
    fn from_model(model: Model<K>) -> Box<Self> {
        Box::new(model)
    }
}

const CHECKED_KINDS: &[KindReader<dyn CheckedModel>] = &[
    KindReader::of::<Decision>(),
    KindReader::of::<Threshold>(),
    KindReader::of::<Timeline>(),
    KindReader::of::<Comparison>(),
    KindReader::of::<Participants>(),
];

/// Reads a model of any kind that is valid.
#[track_caller]
fn any_kind(model: &Value) -> Box<dyn CheckedModel> {
    let article = parse_json(&story_of(model).to_string()).article.unwrap();
    let mut problems = Problems::default();
    let read = read(&article.models[0], CHECKED_KINDS, &mut problems);
    assert_eq!(problems.list(), &[]);
    read.unwrap()
}

// Settings.

/// Names and values as an address may hold them: such as mean something, and any others.
fn pair() -> impl Strategy<Value = (String, String)> {
    let known = select(vec![
        "path",
        "choose",
        "counting",
        "nullified",
        "month",
        "show",
        "against",
        "horizon",
        "start",
        "change",
        "rate",
        "ceiling",
        "factor",
    ]);
    let name = prop_oneof![8 => known.prop_map(String::from), 1 => any::<String>()];
    let choices = prop::collection::vec((0..9).prop_map(|slot| format!("c{slot}")), 0..70);
    let words = vec![
        "yes",
        "no",
        "cumulative",
        "per-period",
        "all",
        "ended",
        "new",
        "stays",
        "may-change",
        "",
        ".",
        "-",
        "9999999999999",
        "-9999999999999.999999",
    ];
    let text = prop_oneof![
        2 => select(words).prop_map(String::from),
        1 => choices.prop_map(|choices| choices.join(".")),
        1 => (0_u16..=9999, 0_u8..14).prop_map(|(year, month)| format!("{year:04}-{month:02}")),
        1 => (2019_u16..2031, 1_u8..=12).prop_map(|(year, month)| format!("{year:04}-{month:02}")),
        1 => (0..13).prop_map(|place| format!("a{place}")),
        1 => any::<i64>().prop_map(|micros| Quantity::from_micros(micros).to_string()),
        2 => (-1000_i64..1000).prop_map(|number| number.to_string()),
        1 => "[0-9]{0,14}[.]?[0-9]{0,7}",
        1 => any::<String>(),
    ];
    (name, text)
}

impl CheckedModel for Model<Decision> {
    fn check(&self) {
        let choices = self.settings.choices();
        let walk = walk(self.data.rules.first(), choices).unwrap();
        assert_eq!(walk.steps.len(), choices.len());
    }
}

impl CheckedModel for Model<Threshold> {
    fn check(&self) {
        let (threshold, assumptions) = (&self.data, &self.settings);
        assert!(threshold.counting.contains(&assumptions.counting()));
        assert!(threshold.nullified.is_some() || !assumptions.is_nullified());
        for (index, parameter) in threshold.parameters.iter().enumerate() {
            let amount = assumptions.amount(index);
            assert!((parameter.min..=parameter.max).contains(&amount));
            let way = amount.micros() - parameter.min.micros();
            assert_eq!(way % parameter.step.micros(), 0);
        }
    }
}

impl CheckedModel for Model<Timeline> {
    fn check(&self) {
        let (first, last) = MonthOf::range(&self.data);
        assert!((first..=last).contains(&self.settings.month()));
    }
}

impl CheckedModel for Model<Comparison> {
    fn check(&self) {
        let shown = self.settings.rows(&self.data);
        match self.settings.state() {
            Some(state) => assert!(shown.iter().all(|row| row.state == state)),
            None => assert_eq!(shown.len(), self.data.rows.len()),
        }
    }
}

impl CheckedModel for Model<Participants> {
    fn check(&self) {
        let times = self.settings.times(&self.data);
        assert_eq!(times.is_some(), self.data.amounts.len() > 1);
        assert!(times.is_none_or(|times| times > 0.0 && times.is_finite()));
    }
}

proptest! {
    #[test]
    fn settings_round_trip_through_an_address(
        model in generate::any_model(),
        pairs in prop::collection::vec(pair(), 0..12),
    ) {
        let (mut set, mut again) = (any_kind(&model), any_kind(&model));
        prop_assert_eq!(set.scenario(), "");
        for (name, text) in &pairs {
            let before = set.scenario();
            let fit = set.set(name, text);
            prop_assert!(fit != Fit::Ignored || set.scenario() == before, "{} {}", name, text);
            set.check();
        }
        let scenario = set.scenario();
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-._=&".contains(c);
        prop_assert!(scenario.chars().all(is_plain), "{}", scenario);
        prop_assert_eq!(set_scenario(&mut *again, &scenario), Fit::Kept);
        prop_assert_eq!(again.scenario(), scenario);
        set.reset();
        prop_assert_eq!(set.scenario(), "");
    }

    #[test]
    fn no_address_breaks_a_model(
        model in generate::any_model(),
        pairs in prop::collection::vec(pair(), 0..6),
        noise in any::<String>(),
    ) {
        let mut model = any_kind(&model);
        let write = |(name, text): (String, String)| format!("{name}={text}");
        let pairs = pairs.into_iter().map(write).collect::<Vec<_>>().join("&");
        let both = format!("{pairs}&{noise}");
        for scenario in [pairs, noise, both] {
            set_scenario(&mut *model, &scenario);
            model.check();
        }
    }

    #[test]
    fn an_amount_moves_to_the_nearest_step(model in generate::threshold(), micros in any::<i64>()) {
        let mut model = support::model::<Threshold>(&model);
        let threshold = model.data.clone();
        let wanted = Quantity::from_micros(micros);
        for (index, parameter) in threshold.parameters.iter().enumerate() {
            model.reset();
            let fit = model.set(parameter.id.as_str(), &wanted.to_string());
            let set = model.settings.amount(index);
            prop_assert_eq!(fit, if set == wanted { Fit::Kept } else { Fit::Moved });
            let [set, wanted, min, max, step] =
                [set, wanted, parameter.min, parameter.max, parameter.step]
                    .map(|amount| i128::from(amount.micros()));
            for other in [set - step, set + step] {
                let is_free = (min..=max).contains(&other);
                prop_assert!(!is_free || (set - wanted).abs() <= (other - wanted).abs());
            }
        }
    }
}

// Threshold models.

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
    let mut model = support::model::<Threshold>(model);
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

// Decision models.

fn choices() -> impl Strategy<Value = Vec<PartId>> {
    let id = (0..9).prop_map(|slot| PartId::try_from(format!("c{slot}")).unwrap());
    prop::collection::vec(id, 0..200)
}

#[track_caller]
fn decided(model: &Value) -> Decision {
    support::model::<Decision>(model).data
}

/// Returns the choices of every way to an outcome that meets no state twice, in order; nothing
/// where there are too many.
fn ways(rules: &Rules) -> Option<Vec<Vec<PartId>>> {
    let start = rules.index_of(&rules.start).unwrap();
    let mut open = vec![(vec![start], Vec::new())];
    let (mut found, mut looked) = (Vec::new(), 0);
    while let Some((met, way)) = open.pop() {
        looked += 1;
        if looked > 1000 {
            return None;
        }
        let here = &rules.states[met[met.len() - 1]];
        if here.choices.is_empty() {
            found.push(way);
            continue;
        }
        for choice in here.choices.iter().rev() {
            let to = rules.index_of(&choice.to).unwrap();
            if !met.contains(&to) {
                open.push((
                    [&*met, &[to]].concat(),
                    [&*way, std::slice::from_ref(&choice.id)].concat(),
                ));
            }
        }
    }
    (found.len() < limits::MAX_ROWS).then_some(found)
}

proptest! {
    #[test]
    fn a_walk_always_ends(model in generate::decision(), path in choices()) {
        for rules in decided(&model).rules.iter() {
            let walk = walk(Some(rules), &path).unwrap();
            prop_assert!(walk.steps.len() <= limits::MAX_STEPS.min(path.len()));
            let mut at = &rules.start;
            let mut left = path.iter();
            for step in &walk.steps {
                prop_assert_eq!(&step.state.id, at);
                prop_assert!(step.state.choices.contains(step.choice));
                prop_assert!(left.any(|id| *id == step.choice.id), "out of order");
                at = &step.choice.to;
            }
            prop_assert_eq!(&walk.at.id, at);
        }
    }

    #[test]
    fn what_a_reader_chooses_is_added_and_can_be_taken_back(
        model in generate::decision(),
        turns in prop::collection::vec(any::<Index>(), 0..80),
    ) {
        let mut model = support::model::<Decision>(&model);
        let decision = model.data.clone();
        for turn in turns {
            let before = model.settings.clone();
            let walk = walk(decision.rules.first(), before.choices()).unwrap();
            if walk.at.is_outcome() {
                break;
            }
            let choice = turn.get(&walk.at.choices);
            let is_full = before.choices().len() == limits::MAX_STEPS;
            let fit = model.set("choose", choice.id.as_str());
            prop_assert_eq!(fit, if is_full { Fit::Ignored } else { Fit::Kept });
            if is_full {
                break;
            }
            prop_assert_eq!(model.settings.choices().last(), Some(&choice.id));
            let mut back = model.clone();
            prop_assert_eq!(back.set("back", ""), Fit::Kept);
            prop_assert_eq!(back.settings, before);
        }
    }

    #[test]
    fn every_outcome_is_found_with_a_way_that_leads_there(model in generate::decision()) {
        for rules in decided(&model).rules.iter() {
            let found = outcomes(rules);
            prop_assert!(found.len() <= limits::MAX_ROWS);
            // Every state of a valid model can be reached.
            for state in rules.states.iter().filter(|state| state.is_outcome()) {
                prop_assert!(found.iter().any(|outcome| outcome.state.id == state.id));
            }
            let mut known: Vec<Vec<PartId>> = Vec::new();
            for outcome in &found {
                prop_assert!(outcome.state.is_outcome());
                let path: Vec<PartId> =
                    outcome.steps.iter().map(|step| step.choice.id.clone()).collect();
                let walk = walk(Some(rules), &path).unwrap();
                prop_assert_eq!(&walk.steps, &outcome.steps);
                prop_assert_eq!(walk.at, outcome.state);
                let met: Vec<&PartId> = outcome.steps.iter().map(|step| &step.state.id).collect();
                prop_assert!((1..met.len()).all(|place| !met[..place].contains(&met[place])));
                prop_assert!(!known.contains(&path), "the same way twice");
                known.push(path);
            }
            if let Some(ways) = ways(rules) {
                prop_assert_eq!(known, ways);
            }
        }
    }
}

// Timelines, comparisons, participants.

proptest! {
    #[test]
    fn the_months_of_a_timeline_are_those_of_its_entries(
        model in generate::timeline(),
        number in -20_i32..130_000,
    ) {
        let mut model = support::model::<Timeline>(&model);
        let timeline = &model.data.clone();
        let (first, last) = MonthOf::range(timeline);
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
        prop_assert_eq!(fit, if is_within { Fit::Kept } else { Fit::Moved });
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
        let timeline = support::model::<Timeline>(&model).data;
        let (first, last) = MonthOf::range(&timeline);
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
        let mut model = support::model::<Comparison>(&model);
        let comparison = &model.data.clone();
        let shown = Change::ALL.into_iter().map(|state| {
            assert_eq!(model.set("show", state.word()), Fit::Kept);
            model.settings.rows(comparison).len()
        });
        prop_assert_eq!(shown.sum::<usize>(), comparison.rows.len());
    }

    #[test]
    fn the_largest_bar_is_full_and_the_others_are_to_scale(
        model in generate::participants(),
        full in 50.0..2000.0_f64,
    ) {
        let participants = support::model::<Participants>(&model).data;
        let micros = participants.amounts.iter().map(|amount| amount.value.micros());
        let largest = micros.max().unwrap() as f64;
        for amount in participants.amounts.iter() {
            let length = bar_length(amount, &participants, full).get();
            let exact = full * (amount.value.micros() as f64 / largest);
            prop_assert!((length - exact).abs() <= 0.051 && length <= full + 0.051);
        }
    }
}

// Drawings.

/// Half a tenth of a pixel on either side, and a float's slip.
const ROUNDED: f64 = 0.11;

/// Returns the numbers of an SVG path by command; fails where it is not well-formed.
#[track_caller]
fn commands(path: &str) -> Vec<(char, Vec<f64>)> {
    let mut parts: Vec<(char, String)> = Vec::new();
    for letter in path.chars() {
        if letter.is_alphabetic() {
            parts.push((letter, String::new()));
        } else {
            assert!("-. ".contains(letter) || letter.is_ascii_digit(), "{path}");
            parts
                .last_mut()
                .expect("a command comes first")
                .1
                .push(letter);
        }
    }
    let read = |(letter, numbers): (char, String)| {
        let numbers: Vec<f64> = numbers
            .split(' ')
            .map(|number| number.parse().unwrap())
            .collect();
        let length = match letter {
            'M' | 'L' => 2,
            'C' => 6,
            _ => panic!("{path}"),
        };
        assert_eq!(numbers.len(), length, "{path}");
        (letter, numbers)
    };
    let commands: Vec<(char, Vec<f64>)> = parts.into_iter().map(read).collect();
    assert_eq!(commands[0].0, 'M', "{path}");
    commands
}

#[track_caller]
fn check_drawing(rules: &Rules, flow: &Flow, width: f64) {
    assert_eq!(flow.nodes.len(), rules.states.len());
    let height = flow.height.get();
    for (place, node) in flow.nodes.iter().enumerate() {
        let half = node.width.get() / 2.0;
        assert!(half > 0.0 && node.height.get() > 0.0, "{node:?}");
        assert!(
            node.x.get() - half >= 0.0 && node.x.get() + half <= width,
            "{node:?}"
        );
        assert!(
            node.y.get() >= 0.0 && node.y.get() + node.height.get() <= height,
            "{node:?}"
        );
        for other in &flow.nodes[..place] {
            let (upper, lower) = if node.y <= other.y {
                (node, other)
            } else {
                (other, node)
            };
            let is_apart = if upper.y == lower.y {
                let beside = (node.x.get() - other.x.get()).abs();
                beside >= (node.width.get() + other.width.get()) / 2.0
            } else {
                lower.y.get() - upper.y.get() >= upper.height.get()
            };
            assert!(is_apart, "{node:?} {other:?}");
        }
    }
    let ends: Vec<(usize, usize)> = flow.edges.iter().map(|edge| (edge.from, edge.to)).collect();
    assert_eq!(ends, rules.ways());
    // Whether a point is on the outline of a box.
    let touches = |place: usize, x: f64, y: f64| {
        let node = &flow.nodes[place];
        let (along, down) = (node.width.get() / 2.0, node.height.get() / 2.0);
        let from_middle = (
            (x - node.x.get()).abs() - along,
            (y - node.y.get() - down).abs() - down,
        );
        from_middle.0.max(from_middle.1).abs() <= ROUNDED
    };
    for edge in &flow.edges {
        let numbers = commands(&edge.path)
            .into_iter()
            .flat_map(|(_, numbers)| numbers);
        let numbers: Vec<f64> = numbers.collect();
        assert_eq!(numbers.len(), 8, "{}", edge.path);
        for point in numbers.chunks(2) {
            assert!(
                (-ROUNDED..=width + ROUNDED).contains(&point[0]),
                "{}",
                edge.path
            );
            assert!((0.0..=height).contains(&point[1]), "{}", edge.path);
        }
        assert!(touches(edge.from, numbers[0], numbers[1]), "{}", edge.path);
        assert!(touches(edge.to, numbers[6], numbers[7]), "{}", edge.path);
    }
}

#[track_caller]
fn check_mirrored(flow: &Flow, mirrored: &Flow, width: f64) {
    let is_opposite = |one: f64, other: f64| (one + other - width).abs() <= 2.0 * ROUNDED;
    assert_eq!(flow.height, mirrored.height);
    for (node, other) in flow.nodes.iter().zip(&mirrored.nodes) {
        assert!(
            is_opposite(node.x.get(), other.x.get()),
            "{node:?} {other:?}"
        );
        assert_eq!(
            (node.y, node.width, node.height),
            (other.y, other.width, other.height)
        );
        assert_eq!(node.lines, other.lines);
    }
    for (edge, other) in flow.edges.iter().zip(&mirrored.edges) {
        for (one, other) in commands(&edge.path).iter().zip(&commands(&other.path)) {
            assert_eq!(one.0, other.0);
            for (point, other) in one.1.chunks(2).zip(other.1.chunks(2)) {
                assert!(is_opposite(point[0], other[0]), "{one:?} {other:?}");
                assert_eq!(point[1], other[1]);
            }
        }
    }
}

proptest! {
    #[test]
    fn boxes_and_lines_lie_within_the_drawing_and_apart(
        model in generate::decision(),
        width in 200.0..1400.0_f64,
    ) {
        for rules in decided(&model).rules.iter() {
            let (plain, mirrored) = (flow(rules, width, false), flow(rules, width, true));
            check_drawing(rules, &plain, width);
            check_drawing(rules, &mirrored, width);
            check_mirrored(&plain, &mirrored, width);
        }
    }

    #[test]
    fn a_label_keeps_its_words_in_order(text in any::<String>(), width in -10.0..400.0_f64) {
        let lines = wrap(&text, width);
        let words: Vec<&str> = lines.iter().flat_map(|line| line.split(' ')).collect();
        prop_assert_eq!(words, text.split_whitespace().collect::<Vec<_>>());
    }

    #[test]
    fn a_line_is_well_formed_whatever_its_points(
        points in prop::collection::vec((any::<f64>(), any::<f64>()), 1..9),
    ) {
        let points: Vec<(Px, Px)> =
            points.into_iter().map(|(x, y)| (Px::new(x), Px::new(y))).collect();
        let line = points.iter().fold(Line::default(), |line, (x, y)| line.to(*x, *y)).data();
        let commands = commands(&line);
        prop_assert_eq!(commands.len(), points.len());
        prop_assert!(commands.iter().skip(1).all(|(letter, _)| *letter == 'L'));
        for ((_, numbers), (x, y)) in commands.iter().zip(points) {
            prop_assert_eq!(numbers, &[x.get(), y.get()]);
        }
    }

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
