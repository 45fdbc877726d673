//! Below the columns: the years, and the amounts of the first, of that in which the threshold is
//! reached, and of the last.

use explainer_models::{Projected, Threshold, YearValue, text_width};
use yew::AttrValue;

use super::chart::{Plot, TICK};
use crate::models::svg::{Anchor, SvgBuilder};
use crate::models::{ModelContext, clamp_within};

/// Font size of the year in which the threshold is reached, and its amount.
const MARKED: f64 = 13.0;
/// From the axis to the years, from them to the amounts, and from those to the end.
const YEARS: f64 = 18.0;
const AMOUNTS: f64 = 16.0;
const END: f64 = 7.0;
/// Least distance of two labels.
const APART: f64 = 10.0;
/// Width for each of the round years.
const ROOM: f64 = 64.0;

/// A label in a row: its text, its middle and half its width.
struct Label {
    class: &'static str,
    words: String,
    middle: f64,
    half: f64,
}

/// A row of labels that never touch.
#[derive(Default)]
struct Row(Vec<Label>);

impl Row {
    fn has_room(&self, middle: f64, half: f64) -> bool {
        let is_free = |label: &Label| (label.middle - middle).abs() >= label.half + half + APART;
        self.0.iter().all(is_free)
    }

    fn draw(self, svg: &mut SvgBuilder, y: f64) {
        for label in self.0 {
            let words: AttrValue = label.words.into();
            svg.text(label.class, (label.middle, y), Anchor::Middle, words);
        }
    }
}

/// Draws years and amounts. Returns where they end.
pub(super) fn draw_years(
    svg: &mut SvgBuilder,
    ctx: &ModelContext,
    threshold: &Threshold,
    projected: &Projected,
    crossing: Option<u16>,
    plot: &Plot,
) -> f64 {
    let label = |year: &YearValue, words: String| {
        let is_marked = crossing == Some(year.year);
        let (class, size) = if is_marked {
            ("explainer-crossing", MARKED)
        } else {
            ("explainer-tick", TICK)
        };
        let half = (text_width(&words, size) / 2.0).min(ctx.width / 2.0);
        let middle = clamp_within(plot.middle(year.year), half, ctx.width - half);
        Label {
            class,
            words,
            middle,
            half,
        }
    };
    let of_year = |year: &YearValue| label(year, year.year.to_string());
    let of_amount = |year: &YearValue| {
        let mut words = ctx.locale.amount(year.counted, &threshold.unit);
        if text_width(&words, MARKED) > ctx.width {
            words = ctx.locale.number(year.counted.to_f64());
        }
        if plot.is_cut(year.counted) {
            words.push_str("\u{a0}↑");
        }
        label(year, words)
    };
    let (first, last) = (projected.years.first(), projected.years.last());
    let crossed = projected
        .years
        .iter()
        .find(|year| Some(year.year) == crossing);
    let y = plot.bottom() + YEARS;
    let (mut years, mut amounts) = (Row::default(), Row::default());
    // The year has its row below where it would touch the last one, its amount where it would stand
    // below another year.
    let mut below = Vec::new();
    if let Some(year) = last {
        years.0.push(of_year(year));
        amounts.0.push(of_amount(year));
    }
    let between = crossed.filter(|year| last.is_none_or(|last| last.year != year.year));
    if let Some(year) = between {
        let (name, mut amount) = (of_year(year), of_amount(year));
        let own = amount.middle;
        if let Some(last) = amounts.0.first() {
            amount.middle = own.min(last.middle - last.half - APART - amount.half);
        }
        let is_below = amount.middle < amount.half || own - amount.middle > amount.half / 2.0;
        if years.has_room(name.middle, name.half) {
            years.0.push(name);
        } else {
            below.push((name, YEARS));
        }
        if is_below || !below.is_empty() {
            amount.middle = own;
            below.push((amount, AMOUNTS));
        } else {
            amounts.0.push(amount);
        }
    }
    if let Some(year) = first {
        let (name, amount) = (of_year(year), of_amount(year));
        if years.has_room(name.middle, name.half) {
            if amounts.has_room(amount.middle, amount.half) {
                amounts.0.push(amount);
            }
            years.0.push(name);
        }
    }
    for year in round_years(projected, ctx.width) {
        let name = of_year(year);
        if years.has_room(name.middle, name.half + APART) {
            years.0.push(name);
        }
    }
    let mut bottom = y + AMOUNTS;
    years.draw(svg, y);
    amounts.draw(svg, bottom);
    for (label, height) in below {
        bottom += height;
        Row(vec![label]).draw(svg, bottom);
    }
    if let Some(year) = crossed {
        let (middle, axis) = (plot.middle(year.year), plot.bottom());
        svg.line("explainer-mark", (middle, axis), (middle, axis + 5.0));
    }
    bottom + END
}

/// Returns round years at even distances, as many as have room.
fn round_years(projected: &Projected, width: f64) -> Vec<&YearValue> {
    let count = projected.years.len() as f64;
    let steps = [1_u16, 2, 5, 10, 20, 25];
    let fits = |step: &u16| count / f64::from(*step) * ROOM <= width;
    let step = steps.into_iter().find(fits).unwrap_or(50);
    let mut round = Vec::new();
    for year in &projected.years {
        if year.year.is_multiple_of(step) {
            round.push(year);
        }
    }
    round
}
