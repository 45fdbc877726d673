use std::rc::Rc;

use crate::json::{FromJson, Reader};
use crate::{JsonValue, ProblemKind};

use super::calendar::{Digits, days_in, push_two};

/// A day of the Gregorian calendar (years 1 to 9999), perhaps with a time of day, perhaps with an
/// offset from UTC. Read as content management systems write it: `2025-01-22`, `2025-01-22T12:36`,
/// `2025-01-22 12:36:00.000+0530`, or the milliseconds since 1970 as a number. Without an offset it is the
/// publisher's own clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateTime {
    text: Rc<str>,
    year: u16,
    month: u8,
    day: u8,
    time: Option<TimeOfDay>,
    has_zone: bool,
}

/// The first number that is read as milliseconds, of 3 March 1973: below it somebody has counted seconds.
const FIRST_MILLISECOND: f64 = 1e11;
/// The first millisecond of the year 10,000.
const LAST_MILLISECOND: f64 = 253_402_300_800_000.0;
const MILLISECONDS_A_DAY: i64 = 86_400_000;

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

    /// Returns whether there is a time of day that does not say where: it has no offset from UTC.
    pub fn lacks_zone(&self) -> bool {
        self.time.is_some() && !self.has_zone
    }

    /// Returns what sorts days and times as their clocks show them; a day without a time comes before its times.
    pub fn sort_key(&self) -> (u16, u8, u8, Option<(u8, u8)>) {
        let time = self.time.map(|time| (time.hour, time.minute));
        (self.year, self.month, self.day, time)
    }

    /// Returns the time of day, where one was given.
    pub fn time(&self) -> Option<TimeOfDay> {
        self.time
    }
}

impl FromJson for DateTime {
    const EXPECTED: &'static str = "a date";

    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self> {
        let made = match value {
            JsonValue::String(text) => {
                Self::parse(text).ok_or_else(|| ProblemKind::BadDate(text.clone()))
            }
            JsonValue::Number(number) => {
                Self::at_millisecond(*number).ok_or(ProblemKind::BadMilliseconds)
            }
            _ => return reader.refuse_type(value, Self::EXPECTED),
        };
        reader.accept(made)
    }
}

impl DateTime {
    fn parse(text: &str) -> Option<Self> {
        let mut rest = Digits::new(text);
        let (year, month, day) = rest.date()?;
        let mut written = text.get(..DATE_LENGTH)?.to_owned();
        let (mut time, mut has_zone) = (None, false);
        if rest.skip(b'T') || rest.skip(b' ') {
            let (clock, second) = rest.clock()?;
            push_clock(&mut written, clock, second);
            let zone = rest.zone()?;
            has_zone = !zone.is_empty();
            written.push_str(&zone);
            time = Some(clock);
        }
        rest.is_empty().then_some(Self {
            text: written.into(),
            year,
            month: month?,
            day: day?,
            time,
            has_zone,
        })
    }

    /// Returns the moment that many milliseconds after 1970 began, in UTC.
    fn at_millisecond(number: f64) -> Option<Self> {
        if number.fract() != 0.0 || !(FIRST_MILLISECOND..LAST_MILLISECOND).contains(&number) {
            return None;
        }
        let milliseconds = number as i64;
        let (year, month, day) = date_after_1970(milliseconds / MILLISECONDS_A_DAY);
        let seconds = milliseconds % MILLISECONDS_A_DAY / 1000;
        // Below a day, so each fits.
        let clock = TimeOfDay {
            hour: (seconds / 3600) as u8,
            minute: (seconds / 60 % 60) as u8,
        };
        let mut text = String::new();
        push_two(&mut text, (year / 100) as u8);
        push_two(&mut text, (year % 100) as u8);
        for part in [month, day] {
            text.push('-');
            push_two(&mut text, part);
        }
        push_clock(&mut text, clock, Some((seconds % 60) as u8));
        text.push('Z');
        Some(Self {
            text: text.into(),
            year,
            month,
            day,
            time: Some(clock),
            has_zone: true,
        })
    }
}

/// Length of `2025-01-22`.
const DATE_LENGTH: usize = 10;

fn push_clock(text: &mut String, clock: TimeOfDay, second: Option<u8>) {
    text.push('T');
    push_two(text, clock.hour);
    text.push(':');
    push_two(text, clock.minute);
    if let Some(second) = second {
        text.push(':');
        push_two(text, second);
    }
}

/// Returns the date that many days after 1 January 1970; at most in the year 9999.
fn date_after_1970(mut days: i64) -> (u16, u8, u8) {
    let mut year = 1970;
    loop {
        let length = if days_in(year, 2) == 29 { 366 } else { 365 };
        if days < length {
            break;
        }
        days -= length;
        year += 1;
    }
    let mut month = 1;
    while days >= i64::from(days_in(year, month)) {
        days -= i64::from(days_in(year, month));
        month += 1;
    }
    (year, month, days as u8 + 1)
}

#[cfg(test)]
mod tests {
    use super::DateTime;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>, lacks_zone: bool) {
        let read = DateTime::parse(text);
        assert_eq!(read.as_ref().map(DateTime::as_str), expected, "{text}");
        assert_eq!(
            read.is_some_and(|read| read.lacks_zone()),
            lacks_zone,
            "{text}"
        );
    }

    #[test]
    fn dates_are_read_as_content_management_systems_write_them() {
        check("2025-01-22", Some("2025-01-22"), false);
        check("2025-01-22T12:36", Some("2025-01-22T12:36"), true);
        check("2025-01-22 12:36:05", Some("2025-01-22T12:36:05"), true);
        check(
            "2025-01-22T12:36:05.123Z",
            Some("2025-01-22T12:36:05Z"),
            false,
        );
        check(
            "2025-01-22T12:36:05.123456+0000",
            Some("2025-01-22T12:36:05+00:00"),
            false,
        );
        check(
            "2025-01-22T12:36+02:00",
            Some("2025-01-22T12:36+02:00"),
            false,
        );
        check(
            "2025-01-22 12:36:05 -0330",
            Some("2025-01-22T12:36:05-03:30"),
            false,
        );
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "2025-01",
            "2025-02-29",
            "2025-01-22T",
            "2025-01-22T12",
            "2025-01-22T24:00",
            "2025-01-22T12:36:05.Z",
            "2025-01-22T12:36+15:00",
            "2025-01-22T12:36+02",
            "2025-01-22T12:36Zulu",
            "22.01.2025",
            "2025-01-22T12:36 CET",
        ] {
            check(text, None, false);
        }
    }

    #[test]
    fn milliseconds_since_1970_are_a_moment() {
        let at = |number| DateTime::at_millisecond(number).map(|read| read.text);
        assert_eq!(
            at(1_737_549_365_123.0).as_deref(),
            Some("2025-01-22T12:36:05Z")
        );
        assert_eq!(
            at(1_709_164_800_000.0).as_deref(),
            Some("2024-02-29T00:00:00Z")
        );
        assert_eq!(
            at(253_402_300_799_999.0).as_deref(),
            Some("9999-12-31T23:59:59Z")
        );
        for refused in [
            1_737_549_365.0,
            0.0,
            1_737_549_365_123.5,
            253_402_300_800_000.0,
            f64::NAN,
        ] {
            assert_eq!(at(refused), None, "{refused}");
        }
    }
}
