use explainer_i18n::ModelLabels;
use explainer_models::{Change, Comparison, Filter};
use yew::prelude::*;

use super::controls::options;
use super::evidence::Evidence;
use super::table::Table;
use super::{KindView, ModelContext, ModelView};

/// A comparison with the rows that the reader shows.
struct ComparisonView<'a> {
    comparison: &'a Comparison,
    filter: Filter,
}

impl KindView for Comparison {
    fn view<'a>(&'a self, settings: &'a Filter) -> Box<dyn ModelView + 'a> {
        Box::new(ComparisonView {
            comparison: self,
            filter: *settings,
        })
    }
}

impl ModelView for ComparisonView<'_> {
    fn chart(&self, ctx: &ModelContext) -> Html {
        let Self { comparison, filter } = self;
        let labels = ctx.locale.labels;
        let mut table = Table::new(&[labels.what(), labels.state()]);
        table.column(comparison.before.shared());
        table.column(comparison.after.shared());
        for row in filter.rows(comparison) {
            table.cell(row.label.shared());
            table.data_cell(state(row.state, labels), row.state.word());
            table.cell(row.before.shared());
            table.cell(row.after.shared());
            table.end_row(Some(class_of(row.state)));
        }
        let table = table.into_html(Some("explainer-rows"), None);
        html! { <div class="explainer-table">{ table }</div> }
    }

    fn table(&self, _ctx: &ModelContext) -> Option<Html> {
        None
    }

    fn table_label(&self, ctx: &ModelContext) -> &'static str {
        ctx.locale.labels.data()
    }

    fn sentence(&self, ctx: &ModelContext) -> String {
        let Self { comparison, filter } = self;
        let labels = ctx.locale.labels;
        let Some(change) = filter.state() else {
            return self.counts(ctx);
        };
        let mut rows: Vec<String> = Vec::new();
        for row in filter.rows(comparison) {
            rows.push(row.label.as_str().into());
        }
        labels.shown_in_state(state(change, labels), &ctx.locale.text.list(&rows))
    }

    fn readout(&self, _ctx: &ModelContext) -> Option<String> {
        None
    }

    fn caution(&self, _ctx: &ModelContext) -> Option<&'static str> {
        None
    }

    fn evidence(&self, _ctx: &ModelContext) -> Vec<Evidence<'_>> {
        let Self { comparison, .. } = self;
        let mut list = Vec::new();
        for row in comparison.rows.iter() {
            list.extend(Evidence::of(&row.label, &row.source));
        }
        list
    }

    fn controls(&self, ctx: &ModelContext) -> Vec<Html> {
        let Self { comparison, filter } = self;
        let labels = ctx.locale.labels;
        let mut states = vec![(Filter::ALL.into(), labels.all().into())];
        for change in Change::ALL {
            if comparison.rows.iter().any(|row| row.state == change) {
                states.push((change.word().into(), state(change, labels).into()));
            }
        }
        let chosen = filter.state().map_or(Filter::ALL, Change::word);
        vec![options(Filter::NAME, labels.show(), chosen, states)]
    }
}

impl ComparisonView<'_> {
    /// Says how many rows of each state there are: `Ended: 1 · New: 3`.
    fn counts(&self, ctx: &ModelContext) -> String {
        let labels = ctx.locale.labels;
        let mut counts = Vec::new();
        for change in Change::ALL {
            let rows = self.comparison.rows.iter();
            let count = rows.filter(|row| row.state == change).count();
            if count > 0 {
                let count = ctx.locale.number(count as f64);
                counts.push(labels.labelled(state(change, labels), &count));
            }
        }
        counts.join(" · ")
    }
}

/// Returns the label of a change.
fn state(change: Change, labels: &ModelLabels) -> &'static str {
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
