use std::rc::Rc;

use crate::json::{FromJson, Reader};
use crate::{JsonValue, ProblemKind};

use super::calendar::Digits;

/// A day of the Gregorian calendar (years 1 to 9999), perhaps with a time of day, perhaps with an
/// offset from UTC. Written as in ISO 8601: `2025-01-22`, `2025-01-22T12:36`,
/// `2025-01-22T12:36:00+05:30`. Without an offset it is the publisher's own clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateTime {
    text: Rc<str>,
    year: u16,
    month: u8,
    day: u8,
    time: Option<TimeOfDay>,
}

/// Hours and minutes on a 24-hour clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeOfDay {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
}

impl DateTime {
    /// Returns the moment as HTML's `datetime` wants it.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns the same as shared text.
    pub fn shared(&self) -> Rc<str> {
        Rc::clone(&self.text)
    }

    /// Returns the year, 1 to 9999.
    pub fn year(&self) -> u16 {
        self.year
    }

    /// Returns the month, 1 to 12.
    pub fn month(&self) -> u8 {
        self.month
    }

    /// Returns the day of the month, 1 to 31.
    pub fn day(&self) -> u8 {
        self.day
    }

    /// Returns the time of day, where one was given.
    pub fn time(&self) -> Option<TimeOfDay> {
        self.time
    }
}

impl FromJson for DateTime {
    const EXPECTED: &'static str = "a date";

    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self> {
        let JsonValue::String(text) = value else {
            return reader.refuse_type(value, Self::EXPECTED);
        };
        reader.accept(Self::parse(text).ok_or_else(|| ProblemKind::BadDate(text.clone())))
    }
}

impl DateTime {
    fn parse(text: &str) -> Option<Self> {
        let mut rest = Digits::new(text);
        let (year, month, day) = rest.date()?;
        let time = if rest.skip(b'T') {
            Some(rest.clock()?)
        } else {
            None
        };
        rest.is_empty().then_some(Self {
            text: text.into(),
            year,
            month: month?,
            day: day?,
            time,
        })
    }
}
