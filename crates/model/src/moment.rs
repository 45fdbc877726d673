use std::rc::Rc;

use crate::Fault;
use crate::read::{FromRaw, Reader, TextRule};

/// A day of the Gregorian calendar (years 1 to 9999), perhaps with a time of day, perhaps with an
/// offset from UTC. Written as in ISO 8601: `2025-01-22`, `2025-01-22T12:36`,
/// `2025-01-22T12:36:00+05:30`. Without an offset it is the publisher's own clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
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

impl Moment {
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

impl FromRaw for Moment {
    fn read(reader: &mut Reader) -> Self {
        let text = reader.text(&TextRule {
            expected: "a date",
            check: |text| match split(text) {
                Some(_) => Ok(()),
                None => Err(Fault::BadDate(text.into())),
            },
            names: None,
        });
        // What is no date was refused by the rule.
        let (year, month, day, time) = split(&text).unwrap_or((1, 1, 1, None));
        Self {
            text: text.into_shared(),
            year,
            month,
            day,
            time,
        }
    }
}

fn split(text: &str) -> Option<(u16, u8, u8, Option<TimeOfDay>)> {
    let (date, clock) = match text.split_once('T') {
        Some((date, clock)) => (date, Some(clock)),
        None => (text, None),
    };
    let mut parts = date.split('-');
    let year = digits(parts.next()?, 4)?;
    let month = u8::try_from(digits(parts.next()?, 2)?).ok()?;
    let day = u8::try_from(digits(parts.next()?, 2)?).ok()?;
    let is_sound = year > 0
        && (1..=12).contains(&month)
        && (1..=days_in(year, month)).contains(&day)
        && parts.next().is_none();
    let time = match clock {
        Some(clock) => Some(split_clock(clock)?),
        None => None,
    };
    is_sound.then_some((year, month, day, time))
}

/// Reads `HH:MM`, `HH:MM:SS` and either of them with `Z` or an offset such as `+05:30`.
fn split_clock(clock: &str) -> Option<TimeOfDay> {
    let clock = match clock.strip_suffix('Z') {
        Some(clock) => clock,
        None => match clock.split_once(['+', '-']) {
            Some((clock, offset)) => {
                let offset = hours_and_minutes(offset)?;
                (offset.hour <= 14).then_some(clock)?
            }
            None => clock,
        },
    };
    let (minutes, seconds) = match clock.rsplit_once(':') {
        Some((minutes, seconds)) if minutes.contains(':') => (minutes, Some(seconds)),
        _ => (clock, None),
    };
    if let Some(seconds) = seconds {
        (digits(seconds, 2)? < 60).then_some(())?;
    }
    hours_and_minutes(minutes)
}

fn hours_and_minutes(text: &str) -> Option<TimeOfDay> {
    let (hour, minute) = text.split_once(':')?;
    let hour = u8::try_from(digits(hour, 2)?).ok()?;
    let minute = u8::try_from(digits(minute, 2)?).ok()?;
    (hour < 24 && minute < 60).then_some(TimeOfDay { hour, minute })
}

pub(crate) fn digits(text: &str, length: usize) -> Option<u16> {
    let all = text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
    all.then(|| text.parse().ok())?
}

pub(crate) fn days_in(year: u16, month: u8) -> u8 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
