use explainer_engine::Filter;
use explainer_model::{Change, Comparison};
use yew::prelude::*;

use super::table::{Cell, Row, Table};
use super::{Basis, Look};
use crate::labels::{ModelLabels, fill};
use crate::view::markup;

pub(super) fn body(look: &Look, comparison: &Comparison, filter: Filter) -> Html {
    let words = look.writing.words;
    let mut rows = Vec::new();
    for row in filter.rows(comparison) {
        let cells = vec![
            Cell::new(row.label.shared()),
            Cell::new(row.before.shared()),
            Cell::new(row.after.shared()),
            Cell::with_value(state(row.state, words), row.state.word()),
        ];
        rows.push(Row {
            class: Some(class_of(row.state)),
            cells,
        });
    }
    let table = Table {
        caption: None,
        head: vec![
            words.what().into(),
            comparison.before.shared().into(),
            comparison.after.shared().into(),
            words.state().into(),
        ],
        rows,
    };
    markup!(
        "<div class='explainer-table'>{}</div>",
        table.draw(Some("explainer-rows"))
    )
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
