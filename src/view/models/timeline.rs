use explainer_engine::{MonthOf, Px, Scale, runs_in, ticks};
use explainer_model::{Entry, Lane, PartialDate, Timeline, When};
use yew::prelude::*;

use super::svg::{Anchor, line, picture, rect, text};
use super::{Basis, Look};
use crate::labels::fill_all;

/// Height of an entry with its label, of a lane's name, and of the axis.
const ENTRY: f64 = 36.0;
const LANE: f64 = 30.0;
const AXIS: f64 = 26.0;
/// Beside the drawing.
const BESIDE: f64 = 6.0;
/// Height of a bar and width of the least one.
const BAR: f64 = 9.0;
/// Usual width of a letter.
const LETTER: f64 = 6.9;

pub(super) fn body(look: &Look, timeline: &Timeline, month: MonthOf) -> Html {
    let running = runs_in(timeline, month.month());
    let item = |entry: &&Entry| {
        let is_now = running.iter().any(|other| other.id == entry.id);
        html! {
            <li key={entry.id.as_str()} aria-current={is_now.then_some("date")}>
                { when(look, &entry.when) }
                <strong>{ entry.label.shared() }</strong>
                { for entry.text.as_ref().map(|text| html! { <>{" "}{ text.shared() }</> }) }
            </li>
        }
    };
    html! {
        <>
            <ol class="explainer-entries">{ for in_order(timeline).iter().map(item) }</ol>
            { drawing(look, timeline, month) }
        </>
    }
}

pub(super) fn table(look: &Look, timeline: &Timeline) -> Html {
    let words = look.writing.words;
    let row = |entry: &&Entry| {
        let lane = timeline.lanes.iter().find(|lane| lane.id == entry.lane);
        html! {
            <tr key={entry.id.as_str()}>
                <th scope="row">{ when(look, &entry.when) }</th>
                <td>{ entry.label.shared() }</td>
                <td>{ for lane.map(|lane| lane.label.shared()) }</td>
            </tr>
        }
    };
    html! {
        <table>
            <thead><tr>
                <th scope="col">{ words.when }</th>
                <th scope="col">{ words.what }</th>
                <th scope="col">{ words.lane }</th>
            </tr></thead>
            <tbody>{ for in_order(timeline).iter().map(row) }</tbody>
        </table>
    }
}

pub(super) fn sentence(look: &Look, timeline: &Timeline, month: MonthOf) -> String {
    let words = look.writing.words;
    let month = month.month();
    let running = runs_in(timeline, month);
    let labels: Vec<String> = running
        .iter()
        .map(|entry| entry.label.as_str().into())
        .collect();
    let what = if labels.is_empty() {
        words.nothing.into()
    } else {
        look.writing.list(&labels)
    };
    let when = look.writing.month(month.year(), month.month());
    [&fill_all(words.in_month, &[&when, &what]), "."].concat()
}

pub(super) fn basis(timeline: &Timeline) -> Vec<Basis<'_>> {
    let sourced = in_order(timeline)
        .into_iter()
        .filter(|entry| entry.source.is_some());
    let basis = sourced.map(|entry| Basis {
        label: entry.label.shared().into(),
        value: None,
        status: None,
        source: entry.source.as_ref(),
        note: None,
    });
    basis.collect()
}

/// Returns the entries as they begin.
fn in_order(timeline: &Timeline) -> Vec<&Entry> {
    let mut entries: Vec<&Entry> = timeline.entries.iter().collect();
    entries.sort_by_key(|entry| entry.when.first_day());
    entries
}

fn when(look: &Look, when: &When) -> Html {
    let time = |date: &PartialDate| {
        html! { <time datetime={date.shared()}>{ look.writing.date(date) }</time> }
    };
    match when {
        When::On(date) => time(date),
        When::During(span) => {
            let (before, after) = look
                .writing
                .words
                .span
                .split_once(" {}")
                .unwrap_or_default();
            let between = before.trim_start_matches("{}");
            html! { <span>{ time(&span.from) }{ between }{" "}{ time(&span.until) }{ after }</span> }
        }
    }
}

fn drawing(look: &Look, timeline: &Timeline, month: MonthOf) -> Html {
    let (first, last) = MonthOf::range(timeline);
    let (left, right) = (BESIDE, look.width - BESIDE);
    let scale = Scale {
        from: first.days().0.into(),
        to: last.days().1.into(),
        start: if look.is_mirrored() { right } else { left },
        end: if look.is_mirrored() { left } else { right },
    };
    let mut y = 0.0;
    let mut rows = Vec::new();
    for lane in timeline.lanes.iter() {
        let of_lane = in_order(timeline)
            .into_iter()
            .filter(|entry| entry.lane == lane.id);
        rows.push(lane_name(lane, &scale, y));
        y += LANE;
        for each in of_lane {
            rows.push(entry(look, each, &scale, y));
            y += ENTRY;
        }
    }
    let (start, end) = month.month().days();
    let now = scale.at(i64::from(start.midpoint(end)));
    let today = look
        .today
        .map(i64::from)
        .filter(|day| (scale.from..=scale.to).contains(day));
    picture(
        look.width,
        Px::new(y + AXIS),
        html! {
            <>
                { axis(look, &scale, y) }
                { line("explainer-now", (now, Px::new(0.0)), (now, Px::new(y))) }
                { for today.map(|day| self::today(look, scale.at(day), y)) }
                { for rows }
            </>
        },
    )
}

fn lane_name(lane: &Lane, scale: &Scale, y: f64) -> Html {
    let at = (Px::new(scale.start), Px::new(y + 19.0));
    text(
        "explainer-lane",
        at.0,
        at.1,
        Anchor::Start,
        lane.label.shared(),
    )
}

fn entry(look: &Look, entry: &Entry, scale: &Scale, y: f64) -> Html {
    let (from, to) = (
        scale.at(entry.when.first_day().into()),
        scale.at((entry.when.last_day() + 1).into()),
    );
    let (left, right) = (from.get().min(to.get()), from.get().max(to.get()));
    let width = (right - left).max(BAR);
    let left = left.min(look.width - BESIDE - width);
    let (class, width) = match entry.when {
        When::On(_) => ("explainer-bar explainer-event", width),
        When::During(_) => ("explainer-bar", width),
    };
    // The label begins where the bar does, unless it would leave the drawing.
    let length = entry.label.as_str().chars().count() as f64 * LETTER;
    let most = (look.width - BESIDE - length).max(BESIDE);
    let at = if look.is_mirrored() {
        (left + width).max(look.width - most)
    } else {
        left.min(most)
    };
    html! {
        <>
            { text("explainer-entry", Px::new(at), Px::new(y + 12.0), Anchor::Start, entry.label.shared()) }
            { rect(class, (Px::new(left), Px::new(y + 17.0)), (Px::new(width), Px::new(BAR))) }
        </>
    }
}

fn axis(look: &Look, scale: &Scale, y: f64) -> Html {
    let (first, last) = (Scale { ..*scale }.from, scale.to);
    // Days of a mean year are near enough to find which years there are.
    let year_of = |day: i64| (day * 400).div_euclid(146_097) + 1;
    let most = if look.width < 400.0 { 5 } else { 9 };
    let tick = |year: i64| {
        let day =
            PartialDate::parse(&format!("{year:04}")).map(|date| i64::from(date.first_day()))?;
        let x = scale.at(day);
        let label = Px::new(x.get().clamp(BESIDE + 15.0, look.width - BESIDE - 15.0));
        (first..=last).contains(&day).then(|| html! {
            <>
                { line("explainer-grid", (x, Px::new(0.0)), (x, Px::new(y))) }
                { text("explainer-tick", label, Px::new(y + 17.0), Anchor::Middle, year.to_string()) }
            </>
        })
    };
    html! { <>{ for ticks(year_of(first), year_of(last), most).into_iter().filter_map(tick) }</> }
}

fn today(look: &Look, x: Px, y: f64) -> Html {
    let words = look.writing.words.today;
    let half = words.chars().count() as f64 * LETTER / 2.0;
    let label = Px::new(x.get().clamp(half, look.width - half));
    html! {
        <>
            { line("explainer-today", (x, Px::new(12.0)), (x, Px::new(y))) }
            { text("explainer-today-label", label, Px::new(10.0), Anchor::Middle, words) }
        </>
    }
}
