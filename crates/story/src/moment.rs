use std::rc::Rc;

use crate::Fault;
use crate::read::FromRaw;
use crate::reader::{Reader, TextRule};

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
    let mut rest = Digits::new(text);
    let (year, month, day) = rest.date()?;
    let time = if rest.skip(b'T') {
        Some(rest.clock()?)
    } else {
        None
    };
    rest.is_empty().then_some((year, month?, day?, time))
}

/// What is left to read of a date or a time.
pub(crate) struct Digits<'a>(&'a [u8]);

impl<'a> Digits<'a> {
    pub fn new(text: &'a str) -> Self {
        Self(text.as_bytes())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Reads a date of the calendar: a year, perhaps a month, perhaps a day.
    pub fn date(&mut self) -> Option<(u16, Option<u8>, Option<u8>)> {
        let year = 100 * u16::from(self.two()?) + u16::from(self.two()?);
        let (mut month, mut day) = (None, None);
        if self.skip(b'-') {
            month = Some(self.two().filter(|month| (1..=12).contains(month))?);
        }
        if let Some(month) = month
            && self.skip(b'-')
        {
            let last = days_in(year, month);
            day = Some(self.two().filter(|day| (1..=last).contains(day))?);
        }
        (year > 0).then_some((year, month, day))
    }

    /// Reads `HH:MM`, `HH:MM:SS` and either of them with `Z` or an offset such as `+05:30`.
    fn clock(&mut self) -> Option<TimeOfDay> {
        let time = self.hours_and_minutes()?;
        if self.skip(b':') {
            self.two().filter(|second| *second < 60)?;
        }
        if !self.skip(b'Z') && (self.skip(b'+') || self.skip(b'-')) {
            self.hours_and_minutes()
                .filter(|offset| offset.hour <= 14)?;
        }
        Some(time)
    }

    fn hours_and_minutes(&mut self) -> Option<TimeOfDay> {
        let hour = self.two().filter(|hour| *hour < 24)?;
        let minute = if self.skip(b':') { self.two()? } else { 60 };
        (minute < 60).then_some(TimeOfDay { hour, minute })
    }

    fn skip(&mut self, sign: u8) -> bool {
        match self.0 {
            [first, rest @ ..] if *first == sign => {
                self.0 = rest;
                true
            }
            _ => false,
        }
    }

    /// Reads a number of two digits.
    fn two(&mut self) -> Option<u8> {
        match self.0 {
            [tens @ b'0'..=b'9', ones @ b'0'..=b'9', rest @ ..] => {
                self.0 = rest;
                Some((tens - b'0') * 10 + (ones - b'0'))
            }
            _ => None,
        }
    }
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
