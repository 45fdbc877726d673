use explainer_engine::Settings;
use explainer_model::{Change, Comparison};
use yew::prelude::*;

use super::control::options;
use crate::view::{Look, state};

pub(super) fn controls(look: &Look, comparison: &Comparison) -> Html {
    let Settings::Comparison(filter) = look.settings else {
        return Html::default();
    };
    let words = look.writing.words;
    let is_there = |change: &Change| comparison.rows.iter().any(|row| row.state == *change);
    let states = Change::ALL.into_iter().filter(is_there);
    let states = states.map(|change| (change.word().into(), state(change, words).into()));
    let all = std::iter::once(("all".into(), words.all.into()));
    let chosen = filter.state().map_or("all", Change::word);
    options("show", words.show, chosen, all.chain(states).collect())
}
