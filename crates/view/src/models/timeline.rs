mod scale;

use explainer_models::{Entry, SelectedMonth, Timeline, When, in_order, runs_in};
use explainer_story::PartialDate;
use yew::prelude::*;

use super::evidence::Evidence;
use super::table::Table;
use super::{KindView, ModelContext, ModelView};
use crate::words::fill;
use scale::TimeScale;

/// A timeline with the month that the reader looks at.
struct TimelineView<'a> {
    timeline: &'a Timeline,
    month: SelectedMonth,
}

impl KindView for Timeline {
    fn view<'a>(&'a self, settings: &'a SelectedMonth) -> Box<dyn ModelView + 'a> {
        Box::new(TimelineView {
            timeline: self,
            month: *settings,
        })
    }
}

impl ModelView for TimelineView<'_> {
    fn chart(&self, ctx: &ModelContext) -> Html {
        let Self { timeline, month } = self;
        let scale = TimeScale::new(ctx, timeline, *month);
        let running = runs_in(timeline, month.month());
        let entries = in_order(timeline);
        let lanes = timeline.lanes.iter().map(|lane| {
            let entries = entries.iter().filter(|entry| entry.lane == lane.id);
            let rows = entries.map(|entry| {
                let is_now = running.iter().any(|other| other.id == entry.id);
                row(ctx, entry, &scale, is_now)
            });
            html! {
                <>
                    <p class="explainer-lane" aria-hidden="true">{ lane.label.shared() }</p>
                    <ol class="explainer-entries" aria-label={lane.label.shared()}>{ for rows }</ol>
                </>
            }
        });
        html! {
            <div class="explainer-timeline">
                { scale.head(ctx) }
                <div class="explainer-lanes">{ scale.lines() }{ for lanes }</div>
            </div>
        }
    }

    fn table(&self, ctx: &ModelContext) -> Option<Html> {
        let Self { timeline, .. } = self;
        let labels = ctx.locale.labels;
        let mut table = Table::new(&[labels.when(), labels.what(), labels.lane()]);
        for entry in in_order(timeline) {
            let lane = timeline.lanes.iter().find(|lane| lane.id == entry.lane);
            table.cell(ctx.locale.when(&entry.when));
            table.cell(entry.label.shared());
            table.cell(lane.map(|lane| lane.label.shared()).unwrap_or_default());
            table.end_row(None);
        }
        Some(table.into_html(None, None))
    }

    fn table_label(&self, ctx: &ModelContext) -> &'static str {
        ctx.locale.labels.data()
    }

    fn sentence(&self, ctx: &ModelContext) -> String {
        let Self { timeline, month } = self;
        let labels = ctx.locale.labels;
        let month = month.month();
        let (mut running, mut happening) = (Vec::new(), Vec::new());
        for entry in runs_in(timeline, month) {
            let list = match entry.when {
                When::On(_) => &mut happening,
                When::During(_) => &mut running,
            };
            list.push(String::from(entry.label.as_str()));
        }
        let when = ctx.locale.text.month(month.year(), month.month());
        let (runs, happens) = (
            ctx.locale.text.list(&running),
            ctx.locale.text.list(&happening),
        );
        let runs = match running.len() {
            0 if happening.is_empty() => return labels.runs_none(&when),
            0 => return labels.happens(&when, &happens),
            1 => labels.runs_one(&when, &runs),
            count => labels.runs(&when, &ctx.locale.count(count), &runs),
        };
        if happening.is_empty() {
            return runs;
        }
        ctx.locale.sentences(&[runs, labels.also(&happens)])
    }

    fn readout(&self, _ctx: &ModelContext) -> Option<String> {
        None
    }

    fn caution(&self, _ctx: &ModelContext) -> Option<&'static str> {
        None
    }

    fn evidence(&self, _ctx: &ModelContext) -> Vec<Evidence<'_>> {
        let Self { timeline, .. } = self;
        let mut list = Vec::new();
        for entry in in_order(timeline) {
            list.extend(Evidence::of(&entry.label, &entry.source));
        }
        list
    }

    fn controls(&self, _ctx: &ModelContext) -> Vec<Html> {
        // The slider is on the drawing's scale.
        Vec::new()
    }
}

/// Renders an entry: its date, what it is, and its bar on the scale.
fn row(ctx: &ModelContext, entry: &Entry, scale: &TimeScale, is_now: bool) -> Html {
    let text = entry.text.as_ref();
    let text = text.map(|text| html! { <small>{ text.shared() }</small> });
    html! {
        <li aria-current={if is_now { "date" } else { "false" }}>
            <span class="explainer-when">{ when(ctx, &entry.when) }</span>
            <span class="explainer-what"><strong>{ entry.label.shared() }</strong>{ text }</span>
            { scale.bar(&entry.when) }
        </li>
    }
}

/// Renders the date, or both of them with the language's words between.
fn when(ctx: &ModelContext, when: &When) -> Html {
    let time = |date: &PartialDate| {
        let words = ctx.locale.text.date(date);
        html! { <time datetime={date.shared()}>{ words }</time> }
    };
    let span = match when {
        When::On(date) => return time(date),
        When::During(span) => span,
    };
    let dates = [time(&span.from), time(&span.until)];
    fill(ctx.locale.labels.span_pattern(), dates)
}
