//! Each kind of mini-model by examples that were worked out by hand.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod comparison;
mod decision;
mod participants;
#[path = "../support/mod.rs"]
mod support;
mod threshold;
mod timeline;

use explainer_models::{Kind, Mechanism, Model, SetResult, set_scenario};
use serde_json::Value;

/// Reads a model that is valid; fills in what every model has.
#[track_caller]
fn model<K: Kind>(mut model: Value) -> Model<K> {
    for (name, text) in [
        ("id", "model"),
        ("title", "A model"),
        ("fallback", "In words."),
    ] {
        model[name] = text.into();
    }
    support::model(&model)
}

/// Returns a model that is set as a scenario says, and what became of that.
fn set<K: Kind + Clone>(model: &Model<K>, scenario: &str) -> (Model<K>, SetResult) {
    let mut model = Model::new(model.data.clone());
    let fit = set_scenario(&mut model, scenario);
    (model, fit)
}

/// Checks what became of a scenario, and which scenario its settings give.
#[track_caller]
fn check_scenario<K: Kind + Clone>(
    model: &Model<K>,
    scenario: &str,
    fit: SetResult,
    written: &str,
) {
    let (model, worst) = set(model, scenario);
    assert_eq!((worst, &*model.scenario()), (fit, written));
}
