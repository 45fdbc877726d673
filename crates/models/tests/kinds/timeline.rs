use explainer_models::{Mechanism, Model, Month, SelectedMonth, SetResult, Timeline, runs_in};
use serde_json::{Value, json};

use super::{check_scenario, model, set};

fn timeline() -> Model<Timeline> {
    let entry =
        |id: &str, when: Value| json!({ "id": id, "lane": "deal", "label": id, "when": when });
    let entries = [
        entry("terms", json!({ "from": "2019-07", "until": "2030" })),
        entry("announced", json!("2025-01-21")),
        entry("first-deal", json!("2019")),
        entry(
            "build",
            json!({ "from": "2025-02-10", "until": "2025-02-12" }),
        ),
    ];
    model(
        json!({ "kind": "timeline", "lanes": [{ "id": "deal", "label": "The deal" }], "entries": entries }),
    )
}

#[track_caller]
fn check_month(month: &str, shown: &str) {
    let (model, fit) = set(&timeline(), &format!("month={month}"));
    assert_eq!(fit, SetResult::Applied);
    assert_eq!(model.settings.month().to_string(), month);
    let runs = runs_in(&model.data, model.settings.month());
    let ids: Vec<&str> = runs.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids.join(" "), shown);
}

#[test]
fn a_date_that_is_only_a_year_may_be_in_any_of_its_months() {
    check_month("2019-01", "first-deal");
    check_month("2019-07", "first-deal terms");
    check_month("2019-12", "first-deal terms");
    check_month("2020-01", "terms");
    check_month("2030-12", "terms");
}

#[test]
fn a_month_shows_what_happens_or_runs_in_it() {
    check_month("2025-01", "terms announced");
    check_month("2025-02", "terms build");
    check_month("2025-03", "terms");
}

#[test]
fn a_month_beyond_the_entries_moves_to_the_nearest() {
    let kind = timeline();
    let (first, last) = SelectedMonth::range(&kind.data);
    assert_eq!(
        (first.to_string(), last.to_string()),
        ("2019-01".into(), "2030-12".into())
    );
    check_scenario(&kind, "month=2018-12", SetResult::Adjusted, "");
    check_scenario(&kind, "month=2031-01", SetResult::Adjusted, "month=2030-12");
    check_scenario(&kind, "month=2019-01", SetResult::Applied, "");
    check_scenario(&kind, "month=2025-01-21", SetResult::Ignored, "");
    check_scenario(&kind, "month=2025-13", SetResult::Ignored, "");
    check_scenario(&kind, "year=2025-01", SetResult::Ignored, "");
}

#[test]
fn a_month_may_be_written_as_its_number() {
    // 2025 * 12 + 1 is February 2025; the number 2025 is a month of the year 168.
    check_scenario(
        &timeline(),
        "month=24301",
        SetResult::Applied,
        "month=2025-02",
    );
    check_scenario(&timeline(), "month=2025", SetResult::Adjusted, "");
    check_scenario(&timeline(), "month=99999999999", SetResult::Ignored, "");
}

#[test]
fn months_know_their_days() {
    // Day 738,917 is 1 February 2024; that year February has 29 days.
    let february = Month::from_number(2024 * 12 + 1);
    assert_eq!(
        (february.to_string(), february.days()),
        ("2024-02".into(), (738_917, 738_945))
    );
    assert_eq!(Month::from_number(0).to_string(), "0001-01");
    assert_eq!(Month::from_number(i32::MAX).to_string(), "9999-12");
}

#[test]
fn the_settings_of_another_kind_are_ignored() {
    let mut model = timeline();
    assert_eq!(model.set("start", "5"), SetResult::Ignored);
    assert_eq!(model.scenario(), "");
}
