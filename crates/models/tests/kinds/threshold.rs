use explainer_models::{Model, Projected, SetResult, Threshold, project};
use serde_json::{Value, json};

use super::{check_scenario, model, set};

fn parameter(id: &str, unit: &str, [min, max, step, default]: [f64; 4]) -> Value {
    json!({ "id": id, "label": "A number", "unit": unit, "min": min, "max": max, "step": step,
        "default": default, "status": "illustrative" })
}

/// A model of profits in billions of dollars from 2025 on, against a line at 100.
fn profits(projection: Value, mut parameters: Vec<Value>) -> Model<Threshold> {
    parameters.push(parameter("horizon", "years", [1.0, 20.0, 1.0, 5.0]));
    model(
        json!({ "kind": "threshold", "measure": "Profits", "unit": "USD billion", "from": 2025,
        "horizon": "horizon", "parameters": parameters, "projection": projection,
        "counting": ["cumulative", "per-period"],
        "threshold": { "label": "The trigger", "value": 100, "crossed": "Access ends.",
            "status": "reported" },
        "nullified": { "label": "The clause is gone", "text": "The line means nothing.",
            "status": "inferred" } }),
    )
}

fn linear() -> Model<Threshold> {
    profits(
        json!({ "kind": "linear", "start": "start", "change": "change" }),
        vec![
            parameter("start", "USD billion", [-50.0, 50.0, 0.5, 10.0]),
            parameter("change", "USD billion", [-20.0, 20.0, 0.1, 7.5]),
        ],
    )
}

fn compound() -> Model<Threshold> {
    profits(
        json!({ "kind": "compound", "start": "start", "rate": "rate" }),
        vec![
            parameter("start", "USD billion", [0.0, 20.0, 0.000001, 2.0]),
            parameter("rate", "percent", [-50.0, 200.0, 5.0, 45.0]),
        ],
    )
}

fn logistic() -> Model<Threshold> {
    profits(
        json!({ "kind": "logistic", "start": "start", "rate": "rate", "ceiling": "ceiling" }),
        vec![
            parameter("start", "USD billion", [1.0, 200.0, 1.0, 20.0]),
            parameter("rate", "percent", [-99.0, 300.0, 1.0, 100.0]),
            parameter("ceiling", "USD billion", [1.0, 200.0, 1.0, 180.0]),
        ],
    )
}

fn piecewise() -> Model<Threshold> {
    let points = json!([{ "year": 2026, "value": 10 }, { "year": 2029, "value": 20 }]);
    profits(
        json!({ "kind": "piecewise", "points": points, "factor": "factor" }),
        vec![parameter("factor", "percent", [-50.0, 500.0, 10.0, 0.0])],
    )
}

#[track_caller]
fn projected(model: &Model<Threshold>, scenario: &str) -> Projected {
    let (model, fit) = set(model, scenario);
    assert_eq!(fit, SetResult::Applied);
    project(&model.data, &model.settings)
}

/// Checks the amounts, what is counted, and the year of the crossing.
#[track_caller]
fn check(
    model: &Model<Threshold>,
    scenario: &str,
    amounts: &str,
    counted: &str,
    crossing: Option<u16>,
) {
    let projected = projected(model, scenario);
    let years = projected.years.iter();
    let said: Vec<String> = years.clone().map(|year| year.amount.to_string()).collect();
    assert_eq!(said.join(" "), amounts);
    let said: Vec<String> = years.map(|year| year.counted.to_string()).collect();
    assert_eq!(said.join(" "), counted);
    assert_eq!(projected.crossing, crossing);
}

#[test]
fn linear_growth_adds_the_same_each_year() {
    // 10, + 7.5 each year; 10 + 17.5 + 25 + 32.5 = 85, + 40 = 125 passes 100 in the fifth year.
    check(
        &linear(),
        "",
        "10 17.5 25 32.5 40",
        "10 27.5 52.5 85 125",
        Some(2029),
    );
}

#[test]
fn linear_change_may_be_below_zero() {
    // The sum is highest, 10 + 3 = 13, in the second year.
    check(
        &linear(),
        "change=-7&horizon=4",
        "10 3 -4 -11",
        "10 13 9 -2",
        None,
    );
}

#[test]
fn compound_growth_adds_the_same_share_each_year() {
    // 2 * 1.45 = 2.9, * 1.45 = 4.205, * 1.45 = 6.09725, * 1.45 = 8.8410125, which is cut to
    // millionths: 8.841012. Sums: 4.9, 9.105, 15.20225, 24.043262.
    check(
        &compound(),
        "",
        "2 2.9 4.205 6.09725 8.841012",
        "2 4.9 9.105 15.20225 24.043262",
        None,
    );
}

#[test]
fn the_first_year_that_reaches_the_line_depends_on_the_counting() {
    // 2 * 1.45^n: n = 9 gives 56.67, n = 10 gives 82.18, n = 11 gives 119.15. The sum of the years
    // to n is 2 * (1.45^(n + 1) - 1) / 0.45: 81.3 at n = 7, 121.5 at n = 8.
    let crossing = |scenario| projected(&compound(), scenario).crossing;
    assert_eq!(crossing("horizon=20"), Some(2033));
    assert_eq!(crossing("horizon=20&counting=per-period"), Some(2036));
    // Eight years end with 2032, one before the sum gets there.
    assert_eq!(crossing("horizon=8"), None);
    assert_eq!(crossing("horizon=9"), Some(2033));
}

#[test]
fn a_line_is_reached_where_an_amount_is_equal_to_it() {
    // 5 * 20 is 100.
    check(
        &compound(),
        "start=20&rate=0",
        "20 20 20 20 20",
        "20 40 60 80 100",
        Some(2029),
    );
}

#[test]
fn compound_amounts_are_cut_to_millionths() {
    // 0.000003 * 1.45 = 0.00000435 is cut to 0.000004, * 1.45 = 0.0000058 to 0.000005, * 1.45 =
    // 0.00000725 to 0.000007.
    check(
        &compound(),
        "start=0.000003&horizon=4",
        "0.000003 0.000004 0.000005 0.000007",
        "0.000003 0.000007 0.000012 0.000019",
        None,
    );
}

#[test]
fn compound_amounts_may_shrink() {
    check(
        &compound(),
        "rate=-50&start=8",
        "8 4 2 1 0.5",
        "8 12 14 15 15.5",
        None,
    );
}

#[test]
fn logistic_growth_levels_off() {
    // 180 / (1 + (180 / 20 - 1) / 2^n) = 180 / (1 + 8 / 2^n): 180 / 9 = 20, 180 / 5 = 36,
    // 180 / 3 = 60, 180 / 2 = 90, 180 / 1.5 = 120.
    check(
        &logistic(),
        "counting=per-period",
        "20 36 60 90 120",
        "20 36 60 90 120",
        Some(2029),
    );
    check(
        &logistic(),
        "",
        "20 36 60 90 120",
        "20 56 116 206 326",
        Some(2027),
    );
}

#[test]
fn logistic_amounts_are_rounded_to_millionths() {
    // 10 / (1 + 9 / 2^n): 10 / 10 = 1, 10 / 5.5 = 1.818181..., 10 / 3.25 = 3.076923...
    check(
        &logistic(),
        "start=1&ceiling=10&horizon=3",
        "1 1.818182 3.076923",
        "1 2.818182 5.895105",
        None,
    );
}

#[test]
fn a_start_above_the_ceiling_is_set_to_it() {
    check(
        &logistic(),
        "start=200&ceiling=30&rate=-50&horizon=3",
        "30 30 30",
        "30 60 90",
        None,
    );
    check(
        &logistic(),
        "start=30&ceiling=30&rate=-99&horizon=3",
        "30 30 30",
        "30 60 90",
        None,
    );
}

#[test]
fn between_two_points_the_line_is_straight() {
    // Before 2026 as in 2026; then 10 / 3 more each year: 13.333333 (cut), 16.666666, 20.
    check(
        &piecewise(),
        "horizon=7",
        "10 10 13.333333 16.666666 20 20 20",
        "10 20 33.333333 49.999999 69.999999 89.999999 109.999999",
        Some(2031),
    );
}

#[test]
fn the_factor_says_how_much_more_the_points_are() {
    // At 50 %: 15, 15, 13.333333 * 1.5 = 19.9999995, which is cut, 16.666666 * 1.5 = 24.999999.
    check(
        &piecewise(),
        "factor=50&horizon=4",
        "15 15 19.999999 24.999999",
        "15 30 49.999999 74.999998",
        None,
    );
    check(&piecewise(), "factor=-50&horizon=2", "5 5", "5 10", None);
}

#[test]
fn what_a_reader_may_not_set_is_moved_or_ignored() {
    let kind = compound();
    check_scenario(&kind, "rate=50", SetResult::Applied, "rate=50");
    check_scenario(&kind, "rate=45", SetResult::Applied, "");
    check_scenario(&kind, "rate=52.4", SetResult::Adjusted, "rate=50");
    check_scenario(&kind, "rate=52.5", SetResult::Adjusted, "rate=55");
    check_scenario(&kind, "rate=-47.5", SetResult::Adjusted, "rate=-45");
    check_scenario(&kind, "rate=9999999999", SetResult::Adjusted, "rate=200");
    check_scenario(&kind, "rate=9999999999999", SetResult::Ignored, "");
    check_scenario(&kind, "horizon=0", SetResult::Adjusted, "horizon=1");
    check_scenario(&kind, "horizon=2.5", SetResult::Adjusted, "horizon=3");
    check_scenario(&kind, "rate=50&rate=60", SetResult::Applied, "rate=60");
    check_scenario(&kind, "rate=", SetResult::Ignored, "");
    check_scenario(&kind, "rate=5e1", SetResult::Ignored, "");
    check_scenario(&kind, "rate", SetResult::Ignored, "");
    check_scenario(&kind, "interest=5", SetResult::Ignored, "");
    check_scenario(
        &kind,
        "rate=52&interest=5&start=3",
        SetResult::Ignored,
        "start=3&rate=50",
    );
    check_scenario(&kind, "&&rate=50&", SetResult::Applied, "rate=50");
}

#[test]
fn the_counting_and_the_switch_are_settings() {
    let kind = compound();
    check_scenario(
        &kind,
        "counting=per-period",
        SetResult::Applied,
        "counting=per-period",
    );
    check_scenario(&kind, "counting=cumulative", SetResult::Applied, "");
    check_scenario(&kind, "counting=monthly", SetResult::Ignored, "");
    check_scenario(&kind, "nullified=yes", SetResult::Applied, "nullified=yes");
    check_scenario(&kind, "nullified=yes&nullified=no", SetResult::Applied, "");
    check_scenario(&kind, "nullified=1", SetResult::Ignored, "");
    assert!(set(&kind, "nullified=yes").0.settings.is_nullified());
}

#[test]
fn a_way_of_counting_that_is_not_offered_is_ignored() {
    let parameters = [
        parameter("start", "items", [0.0, 5.0, 1.0, 1.0]),
        parameter("change", "items", [0.0, 5.0, 1.0, 1.0]),
        parameter("horizon", "years", [1.0, 5.0, 1.0, 5.0]),
    ];
    let kind = model(
        json!({ "kind": "threshold", "measure": "Items", "unit": "items", "from": 9999,
        "horizon": "horizon", "parameters": parameters, "counting": ["per-period"],
        "projection": { "kind": "linear", "start": "start", "change": "change" },
        "threshold": { "label": "L", "value": 3, "crossed": "C.", "status": "reported" } }),
    );
    check_scenario(&kind, "counting=cumulative", SetResult::Ignored, "");
    check_scenario(&kind, "nullified=yes", SetResult::Ignored, "");
    check(&kind, "", "1 2 3 4 5", "1 2 3 4 5", Some(10001));
}
