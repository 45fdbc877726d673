use explainer_models::Filter;
use explainer_story::{Change, Comparison};
use yew::prelude::*;

use super::control::options;
use crate::{ModelContext, state};

pub(super) fn controls(ctx: &ModelContext, comparison: &Comparison, filter: Filter) -> Vec<Html> {
    let labels = ctx.locale.words;
    let mut states = vec![("all".into(), labels.all().into())];
    for change in Change::ALL {
        if comparison.rows.iter().any(|row| row.state == change) {
            states.push((change.word().into(), state(change, labels).into()));
        }
    }
    let chosen = filter.state().map_or("all", Change::word);
    vec![options("show", labels.show(), chosen, states)]
}
