use explainer_engine::Filter;
use explainer_model::{Change, Comparison, Row};
use yew::prelude::*;

use super::{Basis, Look};
use crate::labels::{ModelLabels, fill_all};

pub(super) fn body(look: &Look, comparison: &Comparison, filter: Filter) -> Html {
    let words = look.writing.words;
    let row = |row: &Row| {
        html! {
            <tr key={row.id.as_str()} class={class_of(row.state)}>
                <th scope="row">{ row.label.shared() }</th>
                <td data-label={comparison.before.shared()}>{ row.before.shared() }</td>
                <td data-label={comparison.after.shared()}>{ row.after.shared() }</td>
                <td data-label={words.state}><span class="explainer-state">{ state(row.state, words) }</span></td>
            </tr>
        }
    };
    html! {
        <div class="explainer-table">
            <table class="explainer-rows">
                <thead><tr>
                    <th scope="col">{ words.what }</th>
                    <th scope="col">{ comparison.before.shared() }</th>
                    <th scope="col">{ comparison.after.shared() }</th>
                    <th scope="col">{ words.state }</th>
                </tr></thead>
                <tbody>{ for filter.rows(comparison).into_iter().map(row) }</tbody>
            </table>
        </div>
    }
}

pub(super) fn sentence(look: &Look, comparison: &Comparison, filter: Filter) -> String {
    let words = look.writing.words;
    let rows = filter.rows(comparison);
    let number = |count: usize| look.writing.number(count as f64);
    let shown = fill_all(
        words.shown,
        &[&number(rows.len()), &number(comparison.rows.len())],
    );
    if rows.is_empty() {
        return [&shown, "."].concat();
    }
    let labels: Vec<String> = rows.iter().map(|row| row.label.as_str().into()).collect();
    let prefix = filter
        .state()
        .map(|change| [state(change, words), ": "].concat());
    [
        &prefix.unwrap_or_default(),
        &*look.writing.list(&labels),
        " (",
        &shown,
        ").",
    ]
    .concat()
}

pub(super) fn basis(comparison: &Comparison) -> Vec<Basis<'_>> {
    let sourced = comparison.rows.iter().filter(|row| row.source.is_some());
    let basis = sourced.map(|row| Basis {
        label: row.label.shared().into(),
        value: None,
        status: None,
        source: row.source.as_ref(),
        note: None,
    });
    basis.collect()
}

/// Says what became of something.
pub fn state(change: Change, words: &ModelLabels) -> &'static str {
    match change {
        Change::Ended => words.ended,
        Change::New => words.new,
        Change::Stays => words.stays,
        Change::MayChange => words.may_change,
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
