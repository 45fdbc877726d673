use explainer_models::{Comparison, Decision, KINDS, Kind, Participants, Threshold, Timeline};
use explainer_story::ProblemKind;
use serde_json::{Map, Value, json};

/// Returns what the code knows of docs/contracts, as JSON: `{"problems": [CODE…], "settings": {KIND:
/// [NAME…]}}`. A test compares the two.
pub fn contract() -> String {
    let known = [
        settings::<Decision>(),
        settings::<Threshold>(),
        settings::<Timeline>(),
        settings::<Comparison>(),
        settings::<Participants>(),
    ];
    let of_kind = |name| known.iter().find(|(kind, _)| *kind == name);
    let settings: Map<String, Value> = KINDS
        .iter()
        .map(|kind| {
            (
                kind.name().into(),
                json!(of_kind(kind.name()).map(|(_, names)| names)),
            )
        })
        .collect();
    let names = json!({ "problems": ProblemKind::codes(), "settings": settings });
    format!("{names:#}\n")
}

fn settings<K: Kind>() -> (&'static str, &'static [&'static str]) {
    (K::NAME, K::SETTINGS)
}
