use explainer_models::Filter;
use explainer_story::{Change, Comparison};
use yew::prelude::*;

use super::ModelContext;
use super::evidence::Evidence;
use super::table::Table;
use explainer_i18n::{ModelLabels, fill};

pub(super) fn chart(ctx: &ModelContext, comparison: &Comparison, filter: Filter) -> Html {
    let labels = ctx.locale.words;
    let mut table = Table::new(&[labels.what()]);
    table.column(comparison.before.shared());
    table.column(comparison.after.shared());
    table.column(labels.state());
    for row in filter.rows(comparison) {
        table.cell(row.label.shared());
        table.cell(row.before.shared());
        table.cell(row.after.shared());
        table.data_cell(state(row.state, labels), row.state.word());
        table.end_row(Some(class_of(row.state)));
    }
    let table = table.into_html(Some("explainer-rows"), None);
    html! { <div class="explainer-table">{ table }</div> }
}

pub(super) fn sentence(ctx: &ModelContext, comparison: &Comparison, filter: Filter) -> String {
    let labels = ctx.locale.words;
    let mut rows: Vec<String> = Vec::new();
    for row in filter.rows(comparison) {
        rows.push(row.label.as_str().into());
    }
    let number = |count: usize| ctx.locale.number(count as f64);
    let shown = fill(
        labels.shown(),
        &[&number(rows.len()), &number(comparison.rows.len())],
    );
    let list = ctx.locale.list(&rows);
    match filter.state() {
        Some(change) => [state(change, labels), ": ", &list, " (", &shown, ")."].concat(),
        None => [&shown, "."].concat(),
    }
}

pub(super) fn evidence(comparison: &Comparison) -> Vec<Evidence<'_>> {
    let mut list = Vec::new();
    for row in comparison.rows.iter() {
        list.extend(Evidence::of(&row.label, &row.source));
    }
    list
}

/// Returns the label of a change.
pub fn state(change: Change, labels: &ModelLabels) -> &'static str {
    match change {
        Change::Ended => labels.ended(),
        Change::New => labels.added(),
        Change::Stays => labels.stays(),
        Change::MayChange => labels.may_change(),
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
