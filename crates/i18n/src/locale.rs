use std::fmt;
use std::rc::Rc;

use explainer_story::{DateTime, Direction, PartialDate, Quantity};

use crate::{Labels, QuotationMarks, TextFormats};

/// How a language writes dates, lists and the words of a story's interface.
#[derive(Clone)]
pub struct Locale {
    /// The interface's words.
    pub labels: &'static Labels,
    /// Whether text and drawings run from right to left.
    pub is_rtl: bool,
    lang: Rc<str>,
    formats: Rc<dyn TextFormats>,
}

impl Locale {
    /// Returns how `lang` is written, in a text that runs in `direction`.
    pub fn new(lang: &str, direction: Direction, formats: Rc<dyn TextFormats>) -> Self {
        Self {
            labels: Labels::for_lang(lang),
            is_rtl: direction == Direction::Rtl,
            lang: lang.into(),
            formats,
        }
    }

    /// Returns the marks around somebody else's words.
    pub fn quotation_marks(&self) -> QuotationMarks {
        QuotationMarks::for_lang(&self.lang)
    }

    /// Returns the language tag.
    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// Writes a day, with the time of day where it has one.
    pub fn date_time(&self, at: &DateTime) -> String {
        let (year, month, day) = (at.year(), at.month(), at.day());
        match at.time() {
            Some(time) => self
                .formats
                .date_time((year, month, day), (time.hour, time.minute)),
            None => self.formats.date(year, Some(month), Some(day)),
        }
    }

    /// Writes a date as exactly as it is known.
    pub fn date(&self, date: &PartialDate) -> String {
        self.formats.date(date.year(), date.month(), date.day())
    }

    /// Writes a month of a year, 1 to 12.
    pub fn month(&self, year: u16, month: u8) -> String {
        self.formats.date(year, Some(month), None)
    }

    /// Writes a number with all its decimals.
    pub fn decimal(&self, number: Quantity) -> String {
        self.formats.decimal(number.to_f64())
    }

    /// Writes items as a sentence lists them.
    pub fn list(&self, items: &[String]) -> String {
        self.formats.list(items)
    }
}

impl PartialEq for Locale {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.formats, &other.formats) && self.is_rtl == other.is_rtl
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.lang)
    }
}
