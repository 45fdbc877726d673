use std::fmt;

use explainer_story::PartialDate;

use crate::{Entry, Scenario, SetResult, Timeline, When};

/// A month of a year, 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(i32);

/// The month that a reader looks at; the first, unless it was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SelectedMonth(Month);

impl Month {
    fn new(year: u16, month: u8) -> Self {
        Self(i32::from(year) * 12 + i32::from(month) - 1)
    }

    fn first_of(date: &PartialDate) -> Self {
        Self::new(date.year(), date.month().unwrap_or(1))
    }

    /// Returns the month with that number, or the nearest there is.
    pub fn from_number(number: i32) -> Self {
        Self(number.clamp(12, 10_000 * 12 - 1))
    }

    /// Returns its number; the next month's is one more.
    pub fn number(self) -> i32 {
        self.0
    }

    /// Returns the year.
    pub fn year(self) -> u16 {
        u16::try_from(self.0 / 12).unwrap_or(u16::MAX)
    }

    /// Returns the month of the year, 1 to 12.
    pub fn month(self) -> u8 {
        u8::try_from(self.0 % 12 + 1).unwrap_or(12)
    }

    /// Returns its days, counted as in [`PartialDate::first_day`].
    pub fn days(self) -> (i32, i32) {
        let date = PartialDate::parse(&self.text());
        date.map(|date| (date.first_day(), date.last_day()))
            .unwrap_or_default()
    }

    /// Writes the month as HTML does: `2025-01`.
    pub fn text(self) -> String {
        format!("{:04}-{:02}", self.year(), self.month())
    }

    fn parse(text: &str) -> Option<Self> {
        // A native range holds the number.
        if let Ok(number) = text.parse() {
            return Some(Self::from_number(number));
        }
        let date = PartialDate::parse(text).filter(|date| date.day().is_none())?;
        Some(Self::new(date.year(), date.month()?))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl SelectedMonth {
    /// The setting's name.
    pub const NAME: &'static str = "month";

    pub(super) fn new(timeline: &Timeline) -> Self {
        Self(Self::range(timeline).0)
    }

    /// Returns the month looked at.
    pub fn month(self) -> Month {
        self.0
    }

    /// Returns the months between which a reader may choose.
    pub fn range(timeline: &Timeline) -> (Month, Month) {
        let mut range = None;
        for entry in timeline.entries.iter() {
            let (from, until) = match &entry.when {
                When::On(date) => (date, date),
                When::During(span) => (&span.from, &span.until),
            };
            let (from, until) = (Month::first_of(from), last_of(until));
            let (first, last) = range.unwrap_or((from, until));
            range = Some((from.min(first), until.max(last)));
        }
        // There is at least one entry.
        let none = Month::from_number(0);
        range.unwrap_or((none, none))
    }

    pub(super) fn set(&mut self, timeline: &Timeline, name: &str, text: &str) -> SetResult {
        let Some(month) = Month::parse(text).filter(|_| name == Self::NAME) else {
            return SetResult::Ignored;
        };
        let (first, last) = Self::range(timeline);
        self.0 = month.clamp(first, last);
        if self.0 == month {
            SetResult::Applied
        } else {
            SetResult::Adjusted
        }
    }

    pub(super) fn add_to(self, scenario: &mut Scenario, timeline: &Timeline) {
        if self != Self::new(timeline) {
            scenario.add(Self::NAME, &self.0.text());
        }
    }
}

/// Returns what happens or runs in a month, the earliest first.
pub fn runs_in(timeline: &Timeline, month: Month) -> Vec<&Entry> {
    let (first, last) = month.days();
    let overlaps =
        |entry: &&Entry| entry.when.first_day() <= last && entry.when.last_day() >= first;
    let mut entries = in_order(timeline);
    entries.retain(overlaps);
    entries
}

/// Returns the entries as they begin.
pub fn in_order(timeline: &Timeline) -> Vec<&Entry> {
    // size: see docs/size.md.
    let mut entries = Vec::with_capacity(timeline.entries.len());
    for entry in timeline.entries.iter() {
        let first_day = entry.when.first_day();
        let index = entries.partition_point(|other: &&Entry| other.when.first_day() <= first_day);
        entries.insert(index, entry);
    }
    entries
}

/// Returns the year of a day counted as in [`PartialDate::first_day`], or the one after it.
pub fn year_of(day: i64) -> i64 {
    // 400 years have 146,097 days; a mean year is near enough.
    (day * 400).div_euclid(146_097) + 1
}

fn last_of(date: &PartialDate) -> Month {
    Month::new(date.year(), date.month().unwrap_or(12))
}
