use explainer_engine::{
    Assumptions, Line, Projected, Px, Scale, Settings, YearValue, project, ticks,
};
use explainer_model::{Counting, Quantity, Threshold};
use yew::prelude::*;

use super::svg::{Anchor, line, path, picture, text};
use super::{Basis, Look};
use crate::labels::fill_all;

/// Above the plot, for the name of what is counted.
const ABOVE: f64 = 30.0;
/// Below it, for the years.
const BELOW: f64 = 24.0;
/// Beside it, for the ends of lines.
const BESIDE: f64 = 6.0;
/// Least distance of two labels, in pixels.
const APART: f64 = 18.0;

/// Where things stand in the plot.
struct Plot {
    years: Scale,
    amounts: Scale,
}

pub(super) fn body(look: &Look, threshold: &Threshold, assumptions: &Assumptions) -> Html {
    let projected = project(threshold, assumptions);
    let default = default_of(look, threshold);
    let height = (look.width * 0.58).clamp(190.0, 340.0);
    let plot = Plot::new(look, threshold, assumptions, &projected, height);
    let is_default = projected == default;
    html! {
        { picture(look.width, Px::new(height), html! {
            <>
                { text("explainer-axis", plot.start(), Px::new(13.0), Anchor::Start, measure(look, threshold, assumptions)) }
                { grid(look, threshold, assumptions, &plot) }
                { years(&projected, &plot) }
                if assumptions.counting() == Counting::Cumulative {
                    { path("explainer-area", area(&projected, &plot)) }
                }
                if !is_default {
                    { path("explainer-other", curve(&default, &plot)) }
                }
                { path("explainer-curve", curve(&projected, &plot)) }
                if !assumptions.is_nullified() {
                    { limit(threshold, &plot) }
                    { for projected.crossing.map(|year| crossing(year, &projected, &plot)) }
                }
            </>
        }) }
    }
}

pub(super) fn table(look: &Look, threshold: &Threshold, assumptions: &Assumptions) -> Html {
    let words = look.writing.words;
    let projected = project(threshold, assumptions);
    let is_added_up = assumptions.counting() == Counting::Cumulative;
    let cell = |amount: Quantity| {
        html! {
            <td><data value={amount.to_string()}>{ look.writing.amount(amount, &threshold.unit) }</data></td>
        }
    };
    let row = |year: &YearValue| {
        let is_crossing = projected.crossing == Some(year.year) && !assumptions.is_nullified();
        html! {
            <tr key={year.year.to_string()} class={is_crossing.then_some("explainer-crossed")}>
                <th scope="row">{ year.year }</th>
                { cell(year.amount) }
                if is_added_up { { cell(year.counted) } }
            </tr>
        }
    };
    html! {
        <table>
            <caption>{ threshold.measure.shared() }</caption>
            <thead><tr>
                <th scope="col">{ words.year }</th>
                <th scope="col">{ words.in_year }</th>
                if is_added_up { <th scope="col">{ words.so_far }</th> }
            </tr></thead>
            <tbody>{ for projected.years.iter().map(row) }</tbody>
        </table>
    }
}

pub(super) fn sentence(look: &Look, threshold: &Threshold, assumptions: &Assumptions) -> String {
    if let Some(nullified) = threshold
        .nullified
        .as_ref()
        .filter(|_| assumptions.is_nullified())
    {
        return nullified.text.as_str().into();
    }
    let words = look.writing.words;
    let name = threshold.threshold.label.as_str();
    let projected = project(threshold, assumptions);
    let Some(year) = projected.crossing else {
        let last = projected
            .years
            .last()
            .map_or(0, |year| year.year)
            .to_string();
        return [&fill_all(words.not_reached, &[name, &last]), "."].concat();
    };
    let reached = fill_all(words.reached, &[name, &year.to_string()]);
    let difference = difference(look, year, default_of(look, threshold).crossing);
    [
        &reached,
        &*difference,
        ". ",
        threshold.threshold.crossed.as_str(),
    ]
    .concat()
}

pub(super) fn basis<'a>(look: &Look, threshold: &'a Threshold) -> Vec<Basis<'a>> {
    let line = &threshold.threshold;
    let of_line = Basis {
        label: line.label.shared().into(),
        value: Some(look.writing.amount(line.value, &threshold.unit)),
        status: Some(line.status),
        source: line.source.as_ref(),
        note: line.note.as_ref(),
    };
    let parameters = threshold.parameters.iter().map(|parameter| Basis {
        label: parameter.label.shared().into(),
        value: Some(look.writing.amount(parameter.default, &parameter.unit)),
        status: Some(parameter.status),
        source: parameter.source.as_ref(),
        note: parameter.note.as_ref(),
    });
    let nullified = threshold.nullified.iter().map(|nullified| Basis {
        label: nullified.label.shared().into(),
        value: None,
        status: Some(nullified.status),
        source: nullified.source.as_ref(),
        note: None,
    });
    std::iter::once(of_line)
        .chain(nullified)
        .chain(parameters)
        .collect()
}

/// Says how much later or earlier than by default; nothing where it is the same year.
fn difference(look: &Look, year: u16, default: Option<u16>) -> String {
    let words = look.writing.words;
    let Some(default) = default.filter(|default| *default != year) else {
        return String::new();
    };
    let phrase = if year > default {
        words.later
    } else {
        words.earlier
    };
    [
        ", ",
        &fill_all(phrase, &[&look.writing.years(year.abs_diff(default))]),
    ]
    .concat()
}

fn default_of(look: &Look, threshold: &Threshold) -> Projected {
    match Settings::new(look.kind) {
        Settings::Threshold(default) => project(threshold, &default),
        _ => Projected {
            years: Vec::new(),
            crossing: None,
        },
    }
}

fn measure(look: &Look, threshold: &Threshold, assumptions: &Assumptions) -> String {
    let words = look.writing.words;
    let counting = match assumptions.counting() {
        Counting::Cumulative => words.cumulative,
        Counting::PerPeriod => words.per_period,
    };
    [threshold.measure.as_str(), ", ", counting].concat()
}

impl Plot {
    fn new(
        look: &Look,
        threshold: &Threshold,
        assumptions: &Assumptions,
        projected: &Projected,
        height: f64,
    ) -> Self {
        let counted = || projected.years.iter().map(|year| year.counted.micros());
        let most = counted().max().unwrap_or_default();
        let line = threshold.threshold.value.micros();
        // Growth that leaves the line far below would flatten all that matters.
        let top = if assumptions.is_nullified() {
            most
        } else {
            most.clamp(line / 4 * 5, (line / 2 * 5).max(line / 4 * 5))
        };
        let (left, right) = (BESIDE, look.width - BESIDE);
        let year = |year: Option<&YearValue>| year.map_or(0, |year| year.year.into());
        Self {
            years: Scale {
                from: year(projected.years.first()),
                to: year(projected.years.last()),
                start: if look.is_mirrored() { right } else { left },
                end: if look.is_mirrored() { left } else { right },
            },
            amounts: Scale {
                from: counted().min().unwrap_or_default().min(0),
                to: top.max(1),
                start: height - BELOW,
                end: ABOVE,
            },
        }
    }

    fn start(&self) -> Px {
        Px::new(self.years.start)
    }

    fn end(&self) -> Px {
        Px::new(self.years.end)
    }

    fn point(&self, year: &YearValue) -> (Px, Px) {
        (
            self.years.at(year.year.into()),
            self.amounts.at(year.counted.micros()),
        )
    }
}

/// Draws round amounts; not beside the threshold, which has a label of its own.
fn grid(look: &Look, threshold: &Threshold, assumptions: &Assumptions, plot: &Plot) -> Html {
    let limit = plot.amounts.at(threshold.threshold.value.micros()).get();
    let row = |tick: i64| {
        let y = plot.amounts.at(tick);
        let class = if tick == 0 {
            "explainer-zero"
        } else {
            "explainer-grid"
        };
        let is_free = assumptions.is_nullified() || (y.get() - limit).abs() > APART;
        let amount = look
            .writing
            .amount(Quantity::from_micros(tick), &threshold.unit);
        let at = Px::new(y.get() - 4.0);
        html! {
            <>
                { line(class, (plot.start(), y), (plot.end(), y)) }
                if is_free && tick != 0 {
                    { text("explainer-tick", plot.start(), at, Anchor::Start, amount) }
                }
            </>
        }
    };
    html! { <>{ for ticks(plot.amounts.from, plot.amounts.to, 5).into_iter().map(row) }</> }
}

/// Draws round years; not beside the year of the crossing, which has a label of its own.
fn years(projected: &Projected, plot: &Plot) -> Html {
    let at = Px::new(plot.amounts.start + 17.0);
    let crossing = projected
        .crossing
        .map(|year| plot.years.at(year.into()).get());
    let ends = (
        plot.years.start.min(plot.years.end),
        plot.years.start.max(plot.years.end),
    );
    let tick = |year: i64| {
        let x = plot.years.at(year);
        let is_free = crossing.is_none_or(|other| (x.get() - other).abs() > 2.2 * APART);
        let x = Px::new(x.get().clamp(ends.0 + 14.0, ends.1 - 14.0));
        is_free.then(|| text("explainer-tick", x, at, Anchor::Middle, year.to_string()))
    };
    let most = if (ends.1 - ends.0) < 400.0 { 5 } else { 8 };
    let years = ticks(plot.years.from, plot.years.to, most);
    html! { <>{ for years.into_iter().filter_map(tick) }</> }
}

fn limit(threshold: &Threshold, plot: &Plot) -> Html {
    let y = plot.amounts.at(threshold.threshold.value.micros());
    let at = Px::new(y.get() - 6.0);
    html! {
        <>
            { line("explainer-limit", (plot.start(), y), (plot.end(), y)) }
            { text("explainer-limit-label", plot.start(), at, Anchor::Start, threshold.threshold.label.shared()) }
        </>
    }
}

fn crossing(year: u16, projected: &Projected, plot: &Plot) -> Html {
    let value = projected.years.iter().find(|value| value.year == year);
    let Some((x, y)) = value.map(|value| plot.point(value)) else {
        return Html::default();
    };
    let zero = plot.amounts.at(plot.amounts.from);
    let ends = (
        plot.years.start.min(plot.years.end),
        plot.years.start.max(plot.years.end),
    );
    let label = Px::new(x.get().clamp(ends.0 + 16.0, ends.1 - 16.0));
    html! {
        <>
            { line("explainer-drop", (x, y), (x, zero)) }
            <circle class="explainer-dot" cx={x.to_string()} cy={y.to_string()} r="5"/>
            { text("explainer-crossing", label, Px::new(plot.amounts.start + 17.0), Anchor::Middle, year.to_string()) }
        </>
    }
}

/// Returns the points of a curve up to where it leaves the plot.
fn points(projected: &Projected, plot: &Plot) -> Vec<(Px, Px)> {
    let top = plot.amounts.to;
    let mut points = Vec::with_capacity(projected.years.len());
    let mut before: Option<&YearValue> = None;
    // The default curve may look further than the reader does.
    let seen = |year: &&YearValue| i64::from(year.year) <= plot.years.to;
    for year in projected.years.iter().filter(seen) {
        if year.counted.micros() > top
            && let Some(before) = before
        {
            let (low, high) = (before.counted.micros() as f64, year.counted.micros() as f64);
            let share = (top as f64 - low) / (high - low);
            let (from, to) = (plot.point(before).0.get(), plot.point(year).0.get());
            points.push((Px::new(from + share * (to - from)), plot.amounts.at(top)));
            break;
        }
        points.push(plot.point(year));
        before = Some(year);
    }
    points
}

fn curve(projected: &Projected, plot: &Plot) -> String {
    let line = |line: Line, (x, y): (Px, Px)| line.to(x, y);
    points(projected, plot)
        .into_iter()
        .fold(Line::default(), line)
        .data()
}

fn area(projected: &Projected, plot: &Plot) -> String {
    let points = points(projected, plot);
    let zero = plot.amounts.at(0);
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return String::new();
    };
    let begun = Line::default().to(first.0, zero);
    let upper = points.iter().fold(begun, |line, (x, y)| line.to(*x, *y));
    upper.to(last.0, zero).data()
}
