use explainer_models::Filter;
use explainer_story::{Change, Comparison};
use yew::prelude::*;

use super::table::Table;
use super::{Basis, Look};
use crate::markup;
use explainer_i18n::{ModelLabels, fill};

pub(super) fn body(look: &Look, comparison: &Comparison, filter: Filter) -> Html {
    let words = look.writing.words;
    let mut table = Table::new(&[words.what()]);
    table.column(comparison.before.shared());
    table.column(comparison.after.shared());
    table.column(words.state().into());
    for row in filter.rows(comparison) {
        table.shared(row.label.shared());
        table.shared(row.before.shared());
        table.shared(row.after.shared());
        table.value(state(row.state, words).into(), row.state.word().into());
        table.end_row(Some(class_of(row.state)));
    }
    let table = table.draw(Some("explainer-rows"), None);
    markup!("<div class='explainer-table'>{}</div>", table)
}

pub(super) fn sentence(look: &Look, comparison: &Comparison, filter: Filter) -> String {
    let words = look.writing.words;
    let mut labels: Vec<String> = Vec::new();
    for row in filter.rows(comparison) {
        labels.push(row.label.as_str().into());
    }
    let number = |count: usize| look.writing.number(count as f64);
    let shown = fill(
        words.shown(),
        &[&number(labels.len()), &number(comparison.rows.len())],
    );
    let list = look.writing.list(&labels);
    match filter.state() {
        Some(change) => [state(change, words), ": ", &list, " (", &shown, ")."].concat(),
        None => [&shown, "."].concat(),
    }
}

pub(super) fn basis(comparison: &Comparison) -> Vec<Basis<'_>> {
    let mut list = Vec::new();
    for row in comparison.rows.iter() {
        list.extend(Basis::of(&row.label, &row.source));
    }
    list
}

/// Says what became of something.
pub fn state(change: Change, words: &ModelLabels) -> &'static str {
    match change {
        Change::Ended => words.ended(),
        Change::New => words.added(),
        Change::Stays => words.stays(),
        Change::MayChange => words.may_change(),
    }
}

fn class_of(change: Change) -> &'static str {
    match change {
        Change::Ended => "explainer-ended",
        Change::New => "explainer-new",
        Change::Stays => "explainer-stays",
        Change::MayChange => "explainer-may-change",
    }
}
