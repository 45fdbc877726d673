use explainer_models::{
    Entry, Scale, SelectedMonth, Timeline, When, in_order, runs_in, ticks, year_of,
};
use explainer_story::PartialDate;
use yew::prelude::*;

use super::controls::{Slider, slider};
use super::evidence::Evidence;
use super::svg::{Anchor, SvgBuilder};
use super::table::Table;
use super::{KindView, ModelContext, ModelView, clamp_within};
use crate::words::fill;

/// Height of an entry with its label, of a lane's name, and of the axis.
const ENTRY: f64 = 36.0;
const LANE: f64 = 30.0;
const AXIS: f64 = 26.0;
/// Above the lanes, for the name of today's line.
const ABOVE: f64 = 14.0;
/// Beside the chart.
const BESIDE: f64 = 6.0;
/// Height of a bar and width of the least one.
const BAR: f64 = 9.0;
/// Usual width of a letter.
const LETTER: f64 = 6.9;

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
        let running = runs_in(timeline, month.month());
        let mut items = Vec::new();
        for entry in in_order(timeline) {
            let is_now = running.iter().any(|other| other.id == entry.id);
            let text = entry.text.as_ref();
            let text = text.map(|text| html! { <>{ " " }{ text.shared() }</> });
            items.push(html! {
                <li aria-current={if is_now { "date" } else { "false" }}>
                    { when(ctx, &entry.when) }
                    { " " }
                    <strong>{ entry.label.shared() }</strong>
                    { text }
                </li>
            });
        }
        html! {
            <>
                <ol class="explainer-entries">{ for items }</ol>
                { lanes(ctx, timeline, *month) }
            </>
        }
    }

    fn table(&self, ctx: &ModelContext) -> Option<Html> {
        let Self { timeline, .. } = self;
        let labels = ctx.locale.labels;
        let mut table = Table::new(labels, &[labels.when(), labels.what(), labels.lane()]);
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
        let mut running: Vec<String> = Vec::new();
        for entry in runs_in(timeline, month) {
            running.push(entry.label.as_str().into());
        }
        let what = if running.is_empty() {
            labels.nothing().into()
        } else {
            ctx.locale.text.list(&running)
        };
        let when = ctx.locale.text.month(month.year(), month.month());
        labels.in_month(&when, &what)
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

    fn controls(&self, ctx: &ModelContext) -> Vec<Html> {
        let Self { timeline, month } = self;
        let (first, last) = SelectedMonth::range(timeline);
        let month = month.month();
        vec![slider(Slider {
            name: SelectedMonth::NAME.into(),
            label: ctx.locale.labels.month().into(),
            min: first.number().to_string().into(),
            max: last.number().to_string().into(),
            step: "1".into(),
            value: month.number().to_string().into(),
            words: ctx.locale.text.month(month.year(), month.month()).into(),
            unit: Default::default(),
        })]
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

fn lanes(ctx: &ModelContext, timeline: &Timeline, month: SelectedMonth) -> Html {
    let (first, last) = SelectedMonth::range(timeline);
    let (start, end) = ctx.x_range(BESIDE);
    let scale = Scale {
        from: first.days().0.into(),
        to: last.days().1.into(),
        start,
        end,
    };
    let entries = in_order(timeline);
    let height = ABOVE + timeline.lanes.len() as f64 * LANE + entries.len() as f64 * ENTRY;
    let mut svg = SvgBuilder::new();
    draw_axis(&mut svg, ctx, &scale, height);
    let (from, to) = month.month().days();
    let now = scale.at(i64::from(from.midpoint(to))).get();
    svg.line("explainer-now", (now, 0.0), (now, height));
    if let Some(day) = ctx.today.map(i64::from)
        && day >= scale.from
        && day <= scale.to
    {
        let x = scale.at(day).get();
        svg.line("explainer-today", (x, ABOVE), (x, height));
        let label = ctx.locale.labels.today();
        let half = label.chars().count() as f64 * LETTER / 2.0;
        let at = (clamp_within(x, half, ctx.width - half), 10.0);
        svg.text("explainer-today-label", at, Anchor::Middle, label.into());
    }
    let mut y = ABOVE;
    for lane in timeline.lanes.iter() {
        svg.text(
            "explainer-lane",
            (start, y + 19.0),
            Anchor::Start,
            lane.label.shared().into(),
        );
        y += LANE;
        for entry in entries.iter().filter(|entry| entry.lane == lane.id) {
            draw_entry(&mut svg, ctx, entry, &scale, y);
            y += ENTRY;
        }
    }
    svg.into_svg(ctx.width, height + AXIS)
}

fn draw_entry(svg: &mut SvgBuilder, ctx: &ModelContext, entry: &Entry, scale: &Scale, y: f64) {
    let from = scale.at(entry.when.first_day().into()).get();
    let to = scale.at((entry.when.last_day() + 1).into()).get();
    let width = (to - from).abs().max(BAR);
    let left = clamp_within(from.min(to), BESIDE, ctx.width - BESIDE - width);
    // The label begins where the bar does, unless it would leave the chart.
    let length = entry.label.as_str().chars().count() as f64 * LETTER;
    let most = (ctx.width - BESIDE - length).max(BESIDE);
    let at = if ctx.is_rtl() {
        (left + width).max(ctx.width - most)
    } else {
        left.min(most)
    };
    let class = match entry.when {
        When::On(_) => "explainer-bar explainer-event",
        When::During(_) => "explainer-bar",
    };
    svg.text(
        "explainer-entry",
        (at, y + 12.0),
        Anchor::Start,
        entry.label.shared().into(),
    );
    svg.rect(class, (left, y + 17.0), (width, BAR));
}

fn draw_axis(svg: &mut SvgBuilder, ctx: &ModelContext, scale: &Scale, height: f64) {
    let most = if ctx.width < 400.0 { 5 } else { 9 };
    for year in ticks(year_of(scale.from), year_of(scale.to), most) {
        let Some(day) = u16::try_from(year).ok().map(PartialDate::first_day_of) else {
            continue;
        };
        let day = i64::from(day);
        if day >= scale.from && day <= scale.to {
            let x = scale.at(day).get();
            svg.line("explainer-grid", (x, 0.0), (x, height));
            let at = (
                clamp_within(x, BESIDE + 15.0, ctx.width - BESIDE - 15.0),
                height + 17.0,
            );
            svg.text(
                "explainer-tick",
                at,
                Anchor::Middle,
                year.to_string().into(),
            );
        }
    }
}
