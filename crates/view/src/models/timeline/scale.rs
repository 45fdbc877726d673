//! The scale of a timeline, with its slider. Positions are shares of its width, so that the browser
//! lays it out beside the words, whatever room those take.

use explainer_models::{Px, SelectedMonth, Timeline, When, text_width, ticks, year_of};
use explainer_story::PartialDate;
use yew::prelude::*;

use crate::models::controls::{Slider, scale_slider};
use crate::models::{ModelContext, clamp_within};

/// Narrowest chart with words and bars side by side; as in the style sheet.
const SIDE_BY_SIDE: f64 = 544.0;
/// The share of such a chart that bars have at least.
const BARS: f64 = 0.45;
/// Font size of the scale's labels.
const FONT_SIZE: f64 = 13.0;
/// Width of the label of a year, with room beside it.
const YEAR: f64 = 44.0;

pub(super) struct TimeScale {
    from: i32,
    to: i32,
    /// The month that the reader looks at.
    month: SelectedMonth,
    /// The first and the last month that there are.
    range: (i32, i32),
    today: Option<f64>,
    is_rtl: bool,
    /// Whether a month is shown: a reader can choose it.
    is_played: bool,
    /// Least width in pixels.
    width: f64,
}

impl TimeScale {
    pub fn new(ctx: &ModelContext, timeline: &Timeline, month: SelectedMonth) -> Self {
        let (first, last) = SelectedMonth::range(timeline);
        let mut scale = Self {
            from: first.days().0,
            to: last.days().1 + 1,
            month,
            range: (first.number(), last.number()),
            today: None,
            is_rtl: ctx.is_rtl(),
            is_played: ctx.is_played,
            width: if ctx.width < SIDE_BY_SIDE {
                ctx.width
            } else {
                ctx.width * BARS
            },
        };
        let today = ctx.today.map(|day| scale.share(day));
        scale.today = today.filter(|share| *share > 0.0 && *share < 1.0);
        scale
    }

    /// Renders the slider, the month at its thumb, and the years.
    pub fn head(&self, ctx: &ModelContext) -> Html {
        let labels = ctx.locale.labels;
        let month = self.month.month();
        let words = ctx.locale.text.month(month.year(), month.month());
        let mut years = Vec::new();
        let mut taken = Vec::new();
        if let Some(today) = self.today {
            let half = text_width(labels.today(), FONT_SIZE) / 2.0 / self.width;
            let middle = clamp_within(today, half, 1.0 - half);
            taken.push((middle - half, middle + half));
            years.push(self.label("explainer-today", today, half, labels.today().into()));
        }
        let room = YEAR / self.width;
        for (year, share) in self.years() {
            let ends = share + room;
            let is_free = |(from, to): &(f64, f64)| ends <= *from || share >= *to;
            if ends <= 1.02 && taken.iter().all(is_free) {
                taken.push((share, ends));
                let x = self.at(share);
                years.push(html! { <text {x} y="75%">{ year }</text> });
            }
        }
        let half = text_width(&words, FONT_SIZE) / 2.0 / self.width;
        let slider = Slider {
            name: SelectedMonth::NAME.into(),
            label: labels.month().into(),
            min: self.range.0.to_string().into(),
            max: self.range.1.to_string().into(),
            step: "1".into(),
            value: month.number().to_string().into(),
            words: words.into(),
            unit: Default::default(),
        };
        let settings = labels.settings(ctx.model.title.as_str());
        html! {
            <div class="explainer-scale" part={self.is_played.then_some("controls")}
                role={self.is_played.then_some("group")}
                aria-label={self.is_played.then_some(settings)}>
                if self.is_played {
                    <svg class="explainer-track" aria-hidden="true">
                        { self.label("explainer-month", self.now(), half, slider.words.clone()) }
                    </svg>
                    { scale_slider(slider) }
                }
                <svg class="explainer-track" aria-hidden="true">{ for years }</svg>
            </div>
        }
    }

    /// Renders the lines behind the bars.
    pub fn lines(&self) -> Html {
        let years = self.years().into_iter();
        let years = years.map(|(_, share)| self.upright("explainer-grid", share));
        let today = self
            .today
            .map(|share| self.upright("explainer-today", share));
        html! {
            <svg class="explainer-lines" aria-hidden="true">
                { for years }
                { today }
                { self.month_line() }
            </svg>
        }
    }

    /// Renders the bar of an entry, and the line of the month that the reader looks at.
    pub fn bar(&self, when: &When) -> Html {
        let (x1, x2) = (
            self.at(self.share(when.first_day())),
            self.at(self.share(when.last_day() + 1)),
        );
        let class = match when {
            When::On(_) => "explainer-bar explainer-event",
            When::During(_) => "explainer-bar",
        };
        html! {
            <svg class="explainer-track" aria-hidden="true">
                { self.month_line() }
                <line {class} {x1} {x2} y1="50%" y2="50%"></line>
            </svg>
        }
    }

    /// Returns where a day begins, from 0 to 1.
    fn share(&self, day: i32) -> f64 {
        let share = f64::from(day - self.from) / f64::from((self.to - self.from).max(1));
        share.clamp(0.0, 1.0)
    }

    /// Returns where the slider's thumb is: at the beginning of the first month, at the end of the last,
    /// and within its month anywhere.
    fn now(&self) -> f64 {
        let (first, last) = self.range;
        f64::from(self.month.month().number() - first) / f64::from((last - first).max(1))
    }

    fn month_line(&self) -> Option<Html> {
        self.is_played
            .then(|| self.upright("explainer-now", self.now()))
    }

    /// Returns the years that have a line, and where they begin; the first one, too.
    fn years(&self) -> Vec<(i64, f64)> {
        let most = (self.width / YEAR) as usize;
        let mut years = Vec::new();
        for year in ticks(
            year_of(self.from.into()),
            year_of(self.to.into()),
            most.min(9),
        ) {
            let day = u16::try_from(year).ok().map(PartialDate::first_day_of);
            if let Some(day) = day.filter(|day| *day >= self.from && *day < self.to) {
                years.push((year, self.share(day)));
            }
        }
        years
    }

    /// Renders a label above a position, or as near to it as it has room.
    fn label(&self, class: &'static str, share: f64, half: f64, words: AttrValue) -> Html {
        let (share, anchor) = if share < half {
            (0.0, "start")
        } else if share > 1.0 - half {
            (1.0, "end")
        } else {
            (share, "middle")
        };
        let x = self.at(share);
        html! { <text {class} {x} y="75%" text-anchor={anchor}>{ words }</text> }
    }

    fn upright(&self, class: &'static str, share: f64) -> Html {
        let x = self.at(share);
        html! { <line {class} x1={x.clone()} x2={x} y1="0" y2="100%"></line> }
    }

    /// Writes a position as SVG reads it.
    fn at(&self, share: f64) -> AttrValue {
        let share = if self.is_rtl { 1.0 - share } else { share };
        [&Px::new(share * 100.0).text(), "%"].concat().into()
    }
}
