use explainer_models::{
    Comparison, Decision, FromModel, Kind, KindReader, Mechanism, Model, Participants,
    SelectedMonth, SetResult, Threshold, Timeline, read, set_scenario, walk,
};
use explainer_story::{Problems, Quantity};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

use crate::support::generate;
use crate::support::{parse_json, story_of};

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

/// Names and values as an address may hold them: such as mean something, and any others.
pub fn pair() -> impl Strategy<Value = (String, String)> {
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
        let (first, last) = SelectedMonth::range(&self.data);
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
            prop_assert!(fit != SetResult::Ignored || set.scenario() == before, "{} {}", name, text);
            set.check();
        }
        let scenario = set.scenario();
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-._=&".contains(c);
        prop_assert!(scenario.chars().all(is_plain), "{}", scenario);
        prop_assert_eq!(set_scenario(&mut *again, &scenario), SetResult::Applied);
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
        let mut model = crate::support::model::<Threshold>(&model);
        let threshold = model.data.clone();
        let wanted = Quantity::from_micros(micros);
        for (index, parameter) in threshold.parameters.iter().enumerate() {
            model.reset();
            let fit = model.set(parameter.id.as_str(), &wanted.to_string());
            let set = model.settings.amount(index);
            prop_assert_eq!(fit, if set == wanted { SetResult::Applied } else { SetResult::Adjusted });
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
