use explainer_models::{Model, Participants, SetResult, bar_length};
use serde_json::json;

use super::{check_scenario, model, set};

#[test]
fn the_first_amount_is_held_against_another() {
    let amount = |id: &str, value: f64| json!({ "id": id, "label": "L", "value": value, "status": "reported" });
    let amounts = [
        amount("stargate", 500.0),
        amount("azure", 250.0),
        amount("profit", 0.4),
    ];
    let groups = json!([{ "id": "g", "label": "G", "members": [{ "id": "m", "name": "M" }] }]);
    let kind: Model<Participants> = model(
        json!({ "kind": "participants", "unit": "USD billion", "groups": groups, "amounts": amounts }),
    );
    let participants = &kind.data;
    let times = |scenario: &str| set(&kind, scenario).0.settings.times(participants);
    // 500 / 250 = 2 and 500 / 0.4 = 1,250.
    assert_eq!(times(""), Some(2.0));
    assert_eq!(times("against=profit"), Some(1250.0));
    check_scenario(
        &kind,
        "against=profit",
        SetResult::Applied,
        "against=profit",
    );
    check_scenario(&kind, "against=azure", SetResult::Applied, "");
    check_scenario(&kind, "against=stargate", SetResult::Ignored, "");
    let lengths: Vec<f64> = participants
        .amounts
        .iter()
        .map(|amount| bar_length(amount, participants, 300.0).get())
        .collect();
    // 300 * 0.4 / 500 = 0.24 is 0.2 to a tenth.
    assert_eq!(lengths, [300.0, 150.0, 0.2]);
}

#[test]
fn one_amount_alone_is_held_against_nothing() {
    let kind: Model<Participants> = model(json!({ "kind": "participants", "unit": "items",
        "groups": [{ "id": "g", "label": "G", "members": [{ "id": "m", "name": "M" }] }],
        "amounts": [{ "id": "a", "label": "L", "value": 1, "status": "reported" }] }));
    let Model { data, settings } = &kind;
    assert_eq!((settings.amount(data), settings.times(data)), (None, None));
    check_scenario(&kind, "against=a", SetResult::Ignored, "");
}
