use std::rc::Rc;

use crate::json::{FromJson, Reader};
use crate::{JsonValue, ProblemKind};

use super::calendar::{Digits, days_in};

/// A date as exactly as it is known: `2025`, `2025-01` or `2025-01-22` (Gregorian, years 1 to 9999).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartialDate {
    text: Rc<str>,
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

impl PartialDate {
    /// Returns the date as HTML's `datetime` wants it.
    pub fn shared(&self) -> Rc<str> {
        Rc::clone(&self.text)
    }

    /// Returns the year, 1 to 9999.
    pub fn year(&self) -> u16 {
        self.year
    }

    /// Returns the month, 1 to 12, where it is known.
    pub fn month(&self) -> Option<u8> {
        self.month
    }

    /// Returns the day of the month, 1 to 31, where it is known.
    pub fn day(&self) -> Option<u8> {
        self.day
    }

    /// Reads a date as precise as it was written.
    pub fn parse(text: &str) -> Option<Self> {
        let mut rest = Digits::new(text);
        let (year, month, day) = rest.date()?;
        rest.is_empty().then_some(Self {
            text: text.into(),
            year,
            month,
            day,
        })
    }

    /// Returns the first of the days it may mean, counted from 1 January of year 1 as day 1.
    pub fn first_day(&self) -> i32 {
        day_number(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// Returns 1 January of a year, counted so; years 1 to 9999.
    pub fn first_day_of(year: u16) -> i32 {
        day_number(year.max(1), 1, 1)
    }

    /// Returns the last of the days it may mean, counted as in [`Self::first_day`].
    pub fn last_day(&self) -> i32 {
        let month = self.month.unwrap_or(12);
        let day = self.day.unwrap_or_else(|| days_in(self.year, month));
        day_number(self.year, month, day)
    }
}

/// Counts days from 1 January of year 1, which is day 1, in the proleptic Gregorian calendar
/// (Reingold and Dershowitz, Calendrical Calculations, "fixed-from-gregorian").
fn day_number(year: u16, month: u8, day: u8) -> i32 {
    let before = i32::from(year) - 1;
    let leap_days = before / 4 - before / 100 + before / 400;
    let months = (1..month).map(|month| i32::from(days_in(year, month)));
    before * 365 + leap_days + months.sum::<i32>() + i32::from(day)
}

impl FromJson for PartialDate {
    const EXPECTED: &'static str = "a date";

    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self> {
        Self::read_expecting(Self::EXPECTED, value, reader)
    }
}

impl PartialDate {
    /// Reads a date where something else may be, too.
    pub fn read_expecting(
        expected: &'static str,
        value: &JsonValue,
        reader: &mut Reader,
    ) -> Option<Self> {
        let JsonValue::String(text) = value else {
            return reader.refuse_type(value, expected);
        };
        reader.accept(Self::parse(text).ok_or_else(|| ProblemKind::BadPartialDate(text.clone())))
    }
}

#[cfg(test)]
mod tests {
    use super::PartialDate;

    #[track_caller]
    fn check(text: &str, days: Option<(i32, i32)>) {
        let date = PartialDate::parse(text);
        assert_eq!(date.map(|date| (date.first_day(), date.last_day())), days);
    }

    #[test]
    fn a_date_means_all_the_days_it_may_be() {
        check("0001-01-01", Some((1, 1)));
        check("1970-01-01", Some((719_163, 719_163)));
        check("2025", Some((739_252, 739_616)));
        check("2024-02", Some((738_917, 738_945)));
    }

    #[test]
    fn what_is_not_on_the_calendar_is_refused() {
        for text in [
            "",
            "25",
            "2025-13",
            "2025-02-29",
            "2025-1",
            "2025-01-22-01",
            "0000",
            "2025-00",
        ] {
            check(text, None);
        }
    }
}
