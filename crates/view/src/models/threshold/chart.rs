use explainer_models::{
    Assumptions, Counting, PathBuilder, Projected, Px, Scale, Threshold, YearValue, ticks,
};
use explainer_story::Quantity;
use yew::prelude::*;

use super::ThresholdView;
use crate::models::svg::{Anchor, SvgBuilder};
use crate::models::{ModelContext, clamp_within};

/// Above the plot, for the name of what is counted.
const ABOVE: f64 = 30.0;
/// Below it, for the years.
const BELOW: f64 = 24.0;
/// Beside it, for the ends of lines.
const BESIDE: f64 = 6.0;
/// Least distance of two labels, in pixels.
const APART: f64 = 18.0;

/// The plot's two axes.
struct Plot {
    years: Scale,
    amounts: Scale,
}

/// Renders the plot: the projection with the reader's assumptions, the default one where it differs,
/// the threshold and the year that it is reached.
pub fn chart(view: &ThresholdView, ctx: &ModelContext) -> Html {
    let ThresholdView {
        threshold,
        assumptions,
        projected,
        default,
    } = view;
    let height = (ctx.width * 0.58).clamp(190.0, 340.0);
    let plot = Plot::new(ctx, threshold, assumptions, projected, height);
    let is_live = !assumptions.is_nullified();
    let mut svg = SvgBuilder::new();
    let measure = measure(ctx, threshold, assumptions);
    svg.text(
        "explainer-axis",
        (plot.years.start, 13.0),
        Anchor::Start,
        measure.into(),
    );
    let limit = plot.y(threshold.threshold.value);
    draw_grid(&mut svg, ctx, threshold, &plot, limit, is_live);
    let crossing = projected.crossing.filter(|_| is_live);
    draw_years(&mut svg, &plot, crossing);
    if assumptions.counting() == Counting::Cumulative {
        svg.path("explainer-area", area(projected, &plot));
    }
    if projected != default {
        svg.path("explainer-other", curve(default, &plot));
    }
    svg.path("explainer-curve", curve(projected, &plot));
    if is_live {
        svg.line(
            "explainer-limit",
            (plot.years.start, limit),
            (plot.years.end, limit),
        );
        let label = threshold.threshold.label.shared().into();
        svg.text(
            "explainer-limit-label",
            (plot.years.start, limit - 6.0),
            Anchor::Start,
            label,
        );
    }
    if let Some(year) = crossing {
        draw_crossing(&mut svg, &plot, projected, year);
    }
    svg.into_svg(ctx.width, height)
}

fn measure(ctx: &ModelContext, threshold: &Threshold, assumptions: &Assumptions) -> String {
    let counting = ctx.locale.counting(assumptions.counting());
    ctx.locale
        .labels
        .measure(threshold.measure.as_str(), counting)
}

impl Plot {
    fn new(
        ctx: &ModelContext,
        threshold: &Threshold,
        assumptions: &Assumptions,
        projected: &Projected,
        height: f64,
    ) -> Self {
        let (mut least, mut most) = (0, 1);
        for year in &projected.years {
            least = least.min(year.counted.micros());
            most = most.max(year.counted.micros());
        }
        let line = threshold.threshold.value.micros();
        if !assumptions.is_nullified() {
            least = least.min(line / 4 * 5);
            if line > 0 {
                // Growth that leaves the line far below would flatten all that matters.
                let room = (line / 4 * 5).max(1);
                most = most.clamp(room, room.saturating_mul(2));
            }
        }
        let year = |year: Option<&YearValue>| year.map_or(0, |year| year.year.into());
        let (start, end) = ctx.x_range(BESIDE);
        Self {
            years: Scale {
                from: year(projected.years.first()),
                to: year(projected.years.last()),
                start,
                end,
            },
            amounts: Scale {
                from: least,
                to: most,
                start: height - BELOW,
                end: ABOVE,
            },
        }
    }

    fn y(&self, amount: Quantity) -> f64 {
        self.amounts.at(amount.micros()).get()
    }

    fn point(&self, year: &YearValue) -> (f64, f64) {
        (self.years.at(year.year.into()).get(), self.y(year.counted))
    }

    /// Returns the middle of a label at `x` that does not leave the plot.
    fn within(&self, x: f64, half: f64) -> f64 {
        let Scale { start, end, .. } = self.years;
        clamp_within(x, start.min(end) + half, start.max(end) - half)
    }
}

/// Draws round amounts; none beside the threshold, which has a label of its own.
fn draw_grid(
    svg: &mut SvgBuilder,
    ctx: &ModelContext,
    threshold: &Threshold,
    plot: &Plot,
    limit: f64,
    is_live: bool,
) {
    for tick in ticks(plot.amounts.from, plot.amounts.to, 5) {
        let amount = Quantity::from_micros(tick);
        let y = plot.y(amount);
        let class = if tick == 0 {
            "explainer-zero"
        } else {
            "explainer-grid"
        };
        svg.line(class, (plot.years.start, y), (plot.years.end, y));
        let is_free = !is_live || (y - limit).abs() > APART;
        if is_free && tick != 0 {
            let label = ctx.locale.amount(amount, &threshold.unit);
            svg.text(
                "explainer-tick",
                (plot.years.start, y - 4.0),
                Anchor::Start,
                label.into(),
            );
        }
    }
}

/// Draws round years; none beside the year of the crossing, which has a label of its own.
fn draw_years(svg: &mut SvgBuilder, plot: &Plot, crossing: Option<u16>) {
    let Scale {
        from,
        to,
        start,
        end,
    } = plot.years;
    let most = if (end - start).abs() < 400.0 { 5 } else { 8 };
    let taken = crossing.map(|year| plot.years.at(year.into()).get());
    for year in ticks(from, to, most) {
        let x = plot.years.at(year).get();
        if taken.is_none_or(|other| (x - other).abs() > 2.2 * APART) {
            let at = (plot.within(x, 14.0), plot.amounts.start + 17.0);
            svg.text(
                "explainer-tick",
                at,
                Anchor::Middle,
                year.to_string().into(),
            );
        }
    }
}

fn draw_crossing(svg: &mut SvgBuilder, plot: &Plot, projected: &Projected, year: u16) {
    let Some(value) = projected.years.iter().find(|value| value.year == year) else {
        return;
    };
    let at = plot.point(value);
    svg.line("explainer-drop", at, (at.0, plot.amounts.start));
    svg.dot(at);
    let label = (plot.within(at.0, 16.0), plot.amounts.start + 17.0);
    svg.text(
        "explainer-crossing",
        label,
        Anchor::Middle,
        year.to_string().into(),
    );
}

/// Returns the points of a curve up to where it leaves the plot.
fn points(projected: &Projected, plot: &Plot) -> Vec<(f64, f64)> {
    let top = plot.amounts.to;
    let mut points = Vec::new();
    let mut before: Option<&YearValue> = None;
    for year in &projected.years {
        if i64::from(year.year) > plot.years.to {
            // The default may look further than the reader does.
            break;
        }
        if let Some(before) = before
            && year.counted.micros() > top
        {
            let (low, high) = (before.counted.micros() as f64, year.counted.micros() as f64);
            let share = (top as f64 - low) / (high - low);
            let (from, to) = (plot.point(before).0, plot.point(year).0);
            points.push((from + share * (to - from), plot.amounts.end));
            break;
        }
        points.push(plot.point(year));
        before = Some(year);
    }
    points
}

fn curve(projected: &Projected, plot: &Plot) -> String {
    let mut line = PathBuilder::default();
    for (x, y) in points(projected, plot) {
        line = line.to(Px::new(x), Px::new(y));
    }
    line.data()
}

fn area(projected: &Projected, plot: &Plot) -> String {
    let zero = plot.amounts.at(0);
    let points = points(projected, plot);
    let mut line = PathBuilder::default();
    if let Some((x, _)) = points.first() {
        line = line.to(Px::new(*x), zero);
    }
    for (x, y) in &points {
        line = line.to(Px::new(*x), Px::new(*y));
    }
    if let Some((x, _)) = points.last() {
        line = line.to(Px::new(*x), zero);
    }
    line.data()
}
