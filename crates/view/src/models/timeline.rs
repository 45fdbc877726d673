use explainer_models::{MonthOf, Scale, in_order, runs_in, ticks, year_of};
use explainer_story::{Entry, PartialDate, Timeline, When};
use yew::prelude::*;

use super::canvas::{Anchor, Canvas};
use super::table::Table;
use super::{Basis, Look};
use crate::{all, markup, text};
use explainer_i18n::fill;

/// Height of an entry with its label, of a lane's name, and of the axis.
const ENTRY: f64 = 36.0;
const LANE: f64 = 30.0;
const AXIS: f64 = 26.0;
/// Above the lanes, for the name of today's line.
const ABOVE: f64 = 14.0;
/// Beside the drawing.
const BESIDE: f64 = 6.0;
/// Height of a bar and width of the least one.
const BAR: f64 = 9.0;
/// Usual width of a letter.
const LETTER: f64 = 6.9;

pub(super) fn body(look: &Look, timeline: &Timeline, month: MonthOf) -> Html {
    let running = runs_in(timeline, month.month());
    let mut items = Vec::new();
    for entry in in_order(timeline) {
        let is_now = running.iter().any(|other| other.id == entry.id);
        let text = entry.text.as_ref();
        items.push(markup!(
            "<li aria-current={}>{} <strong>{}</strong>{}</li>",
            if is_now { "date" } else { "false" },
            when(look, &entry.when),
            entry.label.shared(),
            text.map(|text| markup!(" {}", text.shared())),
        ));
    }
    markup!(
        "<ol class='explainer-entries'>{}</ol>{}",
        items,
        drawing(look, timeline, month),
    )
}

pub(super) fn table(look: &Look, timeline: &Timeline) -> Html {
    let words = look.writing.words;
    let mut table = Table::new(&[words.when(), words.what(), words.lane()]);
    for entry in in_order(timeline) {
        let lane = timeline.lanes.iter().find(|lane| lane.id == entry.lane);
        table.string(look.writing.when(&entry.when));
        table.shared(entry.label.shared());
        table.shared(lane.map(|lane| lane.label.shared()).unwrap_or_default());
        table.end_row(None);
    }
    table.draw(None, None)
}

pub(super) fn sentence(look: &Look, timeline: &Timeline, month: MonthOf) -> String {
    let words = look.writing.words;
    let month = month.month();
    let mut labels: Vec<String> = Vec::new();
    for entry in runs_in(timeline, month) {
        labels.push(entry.label.as_str().into());
    }
    let what = if labels.is_empty() {
        words.nothing().into()
    } else {
        look.writing.list(&labels)
    };
    let when = look.writing.month(month.year(), month.month());
    [&fill(words.in_month(), &[&when, &what]), "."].concat()
}

pub(super) fn basis(timeline: &Timeline) -> Vec<Basis<'_>> {
    let mut list = Vec::new();
    for entry in in_order(timeline) {
        list.extend(Basis::of(&entry.label, &entry.source));
    }
    list
}

/// Draws the date, or both of them with the language's words between.
fn when(look: &Look, when: &When) -> Html {
    let time = |date: &PartialDate| {
        let words = look.writing.date(date);
        markup!("<time datetime={}>{}</time>", date.shared(), words)
    };
    let span = match when {
        When::On(date) => return time(date),
        When::During(span) => span,
    };
    let mut dates = [&span.from, &span.until].into_iter();
    let mut parts = Vec::new();
    for (place, between) in look.writing.words.span().split('{').enumerate() {
        if place > 0 {
            parts.extend(dates.next().map(time));
        }
        let between = between.strip_prefix('}').unwrap_or(between);
        if !between.is_empty() {
            parts.push(text(between));
        }
    }
    all(parts)
}

fn drawing(look: &Look, timeline: &Timeline, month: MonthOf) -> Html {
    let (first, last) = MonthOf::range(timeline);
    let (start, end) = look.ends(BESIDE);
    let scale = Scale {
        from: first.days().0.into(),
        to: last.days().1.into(),
        start,
        end,
    };
    let entries = in_order(timeline);
    let height = ABOVE + timeline.lanes.len() as f64 * LANE + entries.len() as f64 * ENTRY;
    let mut canvas = Canvas::new();
    draw_axis(&mut canvas, look, &scale, height);
    let (from, to) = month.month().days();
    let now = scale.at(i64::from(from.midpoint(to))).get();
    canvas.line("explainer-now", (now, 0.0), (now, height));
    if let Some(day) = look.today.map(i64::from)
        && day >= scale.from
        && day <= scale.to
    {
        let x = scale.at(day).get();
        canvas.line("explainer-today", (x, ABOVE), (x, height));
        let words = look.writing.words.today();
        let half = words.chars().count() as f64 * LETTER / 2.0;
        let at = (x.clamp(half, look.width - half), 10.0);
        canvas.text("explainer-today-label", at, Anchor::Middle, words.into());
    }
    let mut y = ABOVE;
    for lane in timeline.lanes.iter() {
        canvas.text(
            "explainer-lane",
            (start, y + 19.0),
            Anchor::Start,
            lane.label.shared().into(),
        );
        y += LANE;
        for entry in entries.iter().filter(|entry| entry.lane == lane.id) {
            draw_entry(&mut canvas, look, entry, &scale, y);
            y += ENTRY;
        }
    }
    canvas.picture(look.width, height + AXIS)
}

fn draw_entry(canvas: &mut Canvas, look: &Look, entry: &Entry, scale: &Scale, y: f64) {
    let from = scale.at(entry.when.first_day().into()).get();
    let to = scale.at((entry.when.last_day() + 1).into()).get();
    let width = (to - from).abs().max(BAR);
    let left = from.min(to).clamp(BESIDE, look.width - BESIDE - width);
    // The label begins where the bar does, unless it would leave the drawing.
    let length = entry.label.as_str().chars().count() as f64 * LETTER;
    let most = (look.width - BESIDE - length).max(BESIDE);
    let at = if look.is_mirrored() {
        (left + width).max(look.width - most)
    } else {
        left.min(most)
    };
    let class = match entry.when {
        When::On(_) => "explainer-bar explainer-event",
        When::During(_) => "explainer-bar",
    };
    canvas.text(
        "explainer-entry",
        (at, y + 12.0),
        Anchor::Start,
        entry.label.shared().into(),
    );
    canvas.rect(class, (left, y + 17.0), (width, BAR));
}

fn draw_axis(canvas: &mut Canvas, look: &Look, scale: &Scale, height: f64) {
    let most = if look.width < 400.0 { 5 } else { 9 };
    for year in ticks(year_of(scale.from), year_of(scale.to), most) {
        let Some(day) = u16::try_from(year).ok().map(PartialDate::first_day_of) else {
            continue;
        };
        let day = i64::from(day);
        if day >= scale.from && day <= scale.to {
            let x = scale.at(day).get();
            canvas.line("explainer-grid", (x, 0.0), (x, height));
            let at = (
                x.clamp(BESIDE + 15.0, look.width - BESIDE - 15.0),
                height + 17.0,
            );
            canvas.text(
                "explainer-tick",
                at,
                Anchor::Middle,
                year.to_string().into(),
            );
        }
    }
}
