use super::TimeOfDay;

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

    /// Reads `HH:MM` or `HH:MM:SS`, perhaps with a fraction of the second. Returns the time and the second.
    pub fn clock(&mut self) -> Option<(TimeOfDay, Option<u8>)> {
        let hour = self.two().filter(|hour| *hour < 24)?;
        let minute = if self.skip(b':') { self.two()? } else { 60 };
        let mut second = None;
        if self.skip(b':') {
            second = Some(self.two().filter(|second| *second < 60)?);
            if self.skip(b'.') || self.skip(b',') {
                self.fraction()?;
            }
        }
        (minute < 60).then_some((TimeOfDay { hour, minute }, second))
    }

    /// Reads `Z` or an offset such as `+05:30` or `+0530`, perhaps after a space. Returns how HTML writes it;
    /// an empty text where there is none.
    pub fn zone(&mut self) -> Option<String> {
        self.skip(b' ');
        let mut zone = String::new();
        if self.skip(b'Z') {
            zone.push('Z');
        } else if let Some(sign @ (b'+' | b'-')) = self.0.first() {
            zone.push(char::from(*sign));
            self.skip(*sign);
            push_two(&mut zone, self.two().filter(|hour| *hour <= 14)?);
            self.skip(b':');
            zone.push(':');
            push_two(&mut zone, self.two().filter(|minute| *minute < 60)?);
        }
        Some(zone)
    }

    fn fraction(&mut self) -> Option<()> {
        let digits = self.0.iter().take_while(|digit| digit.is_ascii_digit());
        let count = digits.count();
        self.0 = self.0.get(count..)?;
        (count > 0).then_some(())
    }

    pub fn skip(&mut self, sign: u8) -> bool {
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

/// Writes a number below 100 with two digits.
pub(crate) fn push_two(text: &mut String, number: u8) {
    text.push(char::from(b'0' + number / 10));
    text.push(char::from(b'0' + number % 10));
}

/// Returns the number of days in a month of the Gregorian calendar.
pub(crate) fn days_in(year: u16, month: u8) -> u8 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
