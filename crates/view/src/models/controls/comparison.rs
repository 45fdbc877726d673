use explainer_models::Filter;
use explainer_story::{Change, Comparison};
use yew::prelude::*;

use super::control::options;
use crate::{Look, state};

pub(super) fn controls(look: &Look, comparison: &Comparison, filter: Filter) -> Vec<Html> {
    let words = look.writing.words;
    let mut states = vec![("all".into(), words.all().into())];
    for change in Change::ALL {
        if comparison.rows.iter().any(|row| row.state == change) {
            states.push((change.word().into(), state(change, words).into()));
        }
    }
    let chosen = filter.state().map_or("all", Change::word);
    vec![options("show", words.show(), chosen, states)]
}
