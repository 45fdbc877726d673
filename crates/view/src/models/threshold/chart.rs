use explainer_models::{
    Assumptions, PathBuilder, Projected, Px, Scale, Threshold, YearValue, axis, text_width,
};
use explainer_story::{Quantity, Unit};
use yew::prelude::*;

use super::ThresholdView;
use super::years::draw_years;
use crate::models::ModelContext;
use crate::models::svg::{Anchor, SvgBuilder, key_line};

/// Above the plot, for the label of the uppermost tick.
const ABOVE: f64 = 20.0;
/// Between the labels of ticks and the plot.
const GUTTER: f64 = 8.0;
/// Least distance of two labels of ticks.
const APART: f64 = 16.0;
/// Font size of ticks.
pub(super) const TICK: f64 = 12.0;
/// Height of the tip of a column that goes beyond the plot, and of the gap below it.
const TIP: f64 = 9.0;
const GAP: f64 = 4.0;

/// The plot's two axes. Positions are from the side where the language begins.
pub(super) struct Plot {
    /// The amounts of the ticks with their labels, from the lowest: a browser takes its time to write a
    /// number, so that none is written twice.
    ticks: Vec<(i64, String)>,
    amounts: Scale,
    /// The first year, and how many years there are.
    first: u16,
    count: usize,
    /// Where the columns begin.
    left: f64,
    /// Width of a column with its gap.
    share: f64,
}

/// Renders the plot: a column a year, filled from the year in which the threshold is reached; the
/// threshold; the default assumptions as steps, where they differ.
pub fn chart(view: &ThresholdView, ctx: &ModelContext) -> Html {
    let ThresholdView {
        threshold,
        assumptions,
        projected,
        default,
    } = view;
    let is_live = !assumptions.is_nullified();
    let crossing = projected.crossing.filter(|_| is_live);
    let plot = Plot::new(view, ctx);
    let mut svg = SvgBuilder::new(ctx.is_rtl().then_some(ctx.width));
    draw_ticks(&mut svg, ctx, threshold, &plot, is_live);
    let [below, reached] = columns(projected, &plot, crossing);
    svg.path("explainer-columns", below);
    svg.path("explainer-columns explainer-reached", reached);
    let has_ghost = projected != default;
    if has_ghost {
        let steps = steps(default, &plot);
        svg.path("explainer-behind", steps.clone());
        svg.path("explainer-other", steps);
    }
    if is_live {
        let limit = plot.y(threshold.threshold.value);
        svg.line("explainer-limit", (plot.left, limit), (ctx.width, limit));
    }
    let bottom = draw_years(&mut svg, ctx, threshold, projected, crossing, &plot);
    html! {
        <>
            <p class="explainer-axis">{ measure(ctx, threshold, assumptions) }</p>
            <p class="explainer-key">
                if is_live {
                    { key_line("explainer-limit", threshold.threshold.label.shared().into()) }
                }
                if has_ghost {
                    { key_line("explainer-other", ctx.locale.labels.by_default().into()) }
                }
            </p>
            { svg.into_svg(ctx.width, bottom) }
        </>
    }
}

fn measure(ctx: &ModelContext, threshold: &Threshold, assumptions: &Assumptions) -> String {
    let counting = ctx.locale.counting(assumptions.counting());
    ctx.locale
        .labels
        .measure(threshold.measure.as_str(), counting)
}

impl Plot {
    fn new(view: &ThresholdView, ctx: &ModelContext) -> Self {
        let ThresholdView {
            threshold,
            assumptions,
            projected,
            default,
        } = view;
        let (mut least, mut most) = (0, 1);
        for year in projected.years.iter().chain(&default.years) {
            least = least.min(year.counted.micros());
            most = most.max(year.counted.micros());
        }
        let line = threshold.threshold.value.micros();
        if !assumptions.is_nullified() {
            least = least.min(line / 4 * 5);
            if line > 0 {
                most = most.max(line / 4 * 5);
                // What grows far beyond the line would flatten all that matters.
                if most / 3 > line {
                    most = line * 2;
                }
            }
        }
        let (mut ticks, mut left) = (Vec::new(), 0.0_f64);
        for tick in axis(least, most, 4) {
            let label = tick_label(ctx, threshold, tick);
            left = left.max(text_width(&label, TICK));
            ticks.push((tick, label));
        }
        let end = |tick: Option<&(i64, String)>| tick.map_or(0, |(tick, _)| *tick);
        let (from, to) = (end(ticks.first()), end(ticks.last()));
        let left = (left + GUTTER).min(ctx.width * 0.75);
        let count = projected.years.len().max(1);
        Self {
            amounts: Scale {
                from,
                to,
                start: ABOVE + (ctx.width * 0.45).clamp(140.0, 280.0),
                end: ABOVE,
            },
            first: projected.years.first().map_or(0, |year| year.year),
            count,
            left,
            share: (ctx.width - left) / count as f64,
            ticks,
        }
    }

    pub(super) fn bottom(&self) -> f64 {
        self.amounts.start
    }

    /// Returns whether a column goes beyond the plot.
    pub(super) fn is_cut(&self, amount: Quantity) -> bool {
        amount.micros() > self.amounts.to
    }

    /// Returns the middle of a year's column.
    pub(super) fn middle(&self, year: u16) -> f64 {
        self.left + self.share * (f64::from(year.saturating_sub(self.first)) + 0.5)
    }

    fn y(&self, amount: Quantity) -> f64 {
        self.amounts.at(amount.micros()).get()
    }

    /// Returns the sides of a year's column.
    fn sides(&self, year: u16) -> (f64, f64) {
        let gap = match self.share {
            6.0.. => (self.share * 0.22).min(10.0),
            3.0.. => 1.0,
            _ => 0.0,
        };
        let (middle, half) = (self.middle(year), (self.share - gap) / 2.0);
        (middle - half, middle + half)
    }
}

/// Writes a number beside the axis; its unit is with the uppermost.
fn tick_label(ctx: &ModelContext, threshold: &Threshold, tick: i64) -> String {
    let amount = Quantity::from_micros(tick);
    match threshold.unit {
        Unit::Percent => ctx.locale.amount(amount, &threshold.unit),
        _ => ctx.locale.number(amount.to_f64()),
    }
}

/// Draws round amounts, and the threshold's among them; none so near that it would touch it.
fn draw_ticks(
    svg: &mut SvgBuilder,
    ctx: &ModelContext,
    threshold: &Threshold,
    plot: &Plot,
    is_live: bool,
) {
    let line = threshold.threshold.value;
    let limit = plot.y(line);
    let ends = plot.left - GUTTER;
    for (tick, number) in &plot.ticks {
        let amount = Quantity::from_micros(*tick);
        let y = plot.y(amount);
        let is_top = *tick == plot.amounts.to;
        let from = if is_top { 0.0 } else { plot.left };
        let class = if *tick == 0 {
            "explainer-zero"
        } else {
            "explainer-grid"
        };
        svg.line(class, (from, y), (ctx.width, y));
        if is_top {
            let mut label = ctx.locale.amount(amount, &threshold.unit);
            if text_width(&label, TICK) > ctx.width {
                label = number.clone();
            }
            svg.text(
                "explainer-tick",
                (0.0, y - 6.0),
                Anchor::Start,
                label.into(),
            );
        } else if !is_live || (y - limit).abs() >= APART {
            let label = number.clone().into();
            svg.text("explainer-tick", (ends, y + 4.0), Anchor::End, label);
        }
    }
    if is_live {
        let label = tick_label(ctx, threshold, line.micros());
        let at = (ends, limit + 4.0);
        svg.text(
            "explainer-tick explainer-crossing",
            at,
            Anchor::End,
            label.into(),
        );
    }
}

/// Returns the columns before the threshold is reached, and those from then on. One path for all, so
/// that a step of a slider changes two elements and not a hundred.
fn columns(projected: &Projected, plot: &Plot, crossing: Option<u16>) -> [String; 2] {
    let mut paths = [PathBuilder::default(), PathBuilder::default()];
    let zero = plot.amounts.at(0).get();
    for year in &projected.years {
        let is_reached = crossing.is_some_and(|crossing| year.year >= crossing);
        let [below, reached] = &mut paths;
        let path = if is_reached { reached } else { below };
        let (left, right) = plot.sides(year.year);
        let mut top = plot.y(year.counted);
        if plot.is_cut(year.counted) {
            // The tip is an arrow that points to where the column goes.
            top = plot.amounts.end + TIP + GAP;
            let tip = plot.amounts.end + TIP;
            let middle = left.midpoint(right);
            path.outline(&[(left, tip), (middle, plot.amounts.end), (right, tip)]);
        }
        path.outline(&[(left, zero), (left, top), (right, top), (right, zero)]);
    }
    paths.map(PathBuilder::data)
}

/// Returns the outline of the default columns. What leaves the plot has the arrow of a column.
fn steps(default: &Projected, plot: &Plot) -> String {
    let mut line = PathBuilder::default();
    let looked_at = |year: &&YearValue| usize::from(year.year - plot.first) < plot.count;
    for year in default.years.iter().filter(looked_at) {
        let half = plot.share / 2.0;
        let middle = plot.middle(year.year);
        let y = plot.y(year.counted);
        line = line.to(Px::new(middle - half), Px::new(y));
        if plot.is_cut(year.counted) {
            break;
        }
        line = line.to(Px::new(middle + half), Px::new(y));
    }
    line.data()
}
