use explainer_models::{Comparison, Model, SetResult};
use serde_json::json;

use super::{check_scenario, model, set};

#[test]
fn a_comparison_shows_all_rows_or_those_of_one_state() {
    let row = |id: &str, state: &str| json!({ "id": id, "label": "L", "before": "B", "after": "A", "state": state });
    let rows = [
        row("host", "ended"),
        row("api", "stays"),
        row("refusal", "new"),
        row("ip", "stays"),
    ];
    let kind: Model<Comparison> =
        model(json!({ "kind": "comparison", "before": "B", "after": "A", "rows": rows }));
    let check = |scenario: &str, shown: &str| {
        let (model, fit) = set(&kind, scenario);
        let rows = model.settings.rows(&model.data);
        let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
        assert_eq!((fit, ids.join(" ").as_str()), (SetResult::Applied, shown));
    };
    check("", "host api refusal ip");
    check("show=stays", "api ip");
    check("show=may-change", "");
    check("show=new&show=all", "host api refusal ip");
    check_scenario(&kind, "show=stays", SetResult::Applied, "show=stays");
    check_scenario(&kind, "show=gone", SetResult::Ignored, "");
    check_scenario(&kind, "state=stays", SetResult::Ignored, "");
}
