use std::fmt;
use std::rc::Rc;

use explainer_story::{Counting, Direction, PartialDate, Quantity, Span, Status, Unit, When};

use crate::{Formats, Labels, ModelLabels};

/// How a language writes numbers, dates and the words of the interface.
#[derive(Clone)]
pub struct Locale {
    /// The interface's words.
    pub labels: &'static Labels,
    /// The mini-models' words.
    pub words: &'static ModelLabels,
    /// Whether drawings run from right to left.
    pub is_mirrored: bool,
    formats: Rc<dyn Formats>,
}

impl Locale {
    /// Returns how `lang` is written, in a text that runs in `direction`.
    pub fn new(lang: &str, direction: Direction, formats: Rc<dyn Formats>) -> Self {
        Self {
            labels: Labels::for_lang(lang),
            words: ModelLabels::for_lang(lang),
            is_mirrored: direction == Direction::Rtl,
            formats,
        }
    }

    /// Writes an amount with its unit.
    pub fn amount(&self, amount: Quantity, unit: &Unit) -> String {
        let value = amount.to_f64();
        let formats = &self.formats;
        let text = match unit {
            Unit::Percent => formats.percent(value),
            Unit::Years => u32::try_from(amount.trunc())
                .map_or_else(|_| formats.number(value), |count| formats.years(count)),
            Unit::Currency { code, scale } => formats.currency(value * *scale as f64, code),
            Unit::Words(words) => [&formats.number(value), "\u{a0}", words.as_str()].concat(),
        };
        // What lies beyond is not computed.
        if amount == Quantity::MAX {
            return ["≥\u{a0}", &text].concat();
        }
        text
    }

    /// Writes a number.
    pub fn number(&self, value: f64) -> String {
        self.formats.number(value)
    }

    /// Writes a number of years.
    pub fn years(&self, count: u16) -> String {
        self.formats.years(count.into())
    }

    /// Writes a month of a year, 1 to 12.
    pub fn month(&self, year: u16, month: u8) -> String {
        self.formats.date(year, Some(month), None)
    }

    /// Writes a date as exactly as it is known.
    pub fn date(&self, date: &PartialDate) -> String {
        self.formats.date(date.year(), date.month(), date.day())
    }

    /// Writes when something happens.
    pub fn when(&self, when: &When) -> String {
        match when {
            When::On(date) => self.date(date),
            When::During(Span { from, until }) => {
                self.words.span(&self.date(from), &self.date(until))
            }
        }
    }

    /// Writes a list.
    pub fn list(&self, items: &[String]) -> String {
        self.formats.list(items)
    }

    /// Says how years are counted.
    pub fn counting(&self, counting: Counting) -> &'static str {
        match counting {
            Counting::Cumulative => self.words.cumulative(),
            Counting::PerPeriod => self.words.per_period(),
        }
    }

    /// Says how well a number is known.
    pub fn status(&self, status: Status) -> &'static str {
        match status {
            Status::Reported => self.words.reported(),
            Status::Inferred => self.words.inferred(),
            Status::Illustrative => self.words.illustrative(),
        }
    }
}

impl PartialEq for Locale {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.formats, &other.formats) && self.is_mirrored == other.is_mirrored
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.labels.lang())
    }
}
