use std::fmt;
use std::rc::Rc;

use explainer_models::{Counting, Span, Status, When};
use explainer_story::{Quantity, Unit};

use crate::{Locale, ModelLabels, NumberFormats};

/// How a language writes the numbers and the words of a mini-model.
#[derive(Clone)]
pub struct ModelLocale {
    /// Writes dates and lists.
    pub text: Locale,
    /// The mini-models' words.
    pub labels: &'static ModelLabels,
    formats: Rc<dyn NumberFormats>,
}

impl ModelLocale {
    /// Returns how the language of `text` writes numbers.
    pub fn new(text: Locale, formats: Rc<dyn NumberFormats>) -> Self {
        Self {
            labels: ModelLabels::for_lang(text.lang()),
            text,
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

    /// Writes how many things there are within a sentence: `four`, `12`.
    pub fn count(&self, count: usize) -> String {
        let mut few = self.labels.few().split(' ');
        match count.checked_sub(2).and_then(|index| few.nth(index)) {
            Some(word) => word.into(),
            None => self.number(count as f64),
        }
    }

    /// Writes a number of years.
    pub fn years(&self, count: u16) -> String {
        self.formats.years(count.into())
    }

    /// Writes when something happens.
    pub fn when(&self, when: &When) -> String {
        match when {
            When::On(date) => self.text.date(date),
            When::During(Span { from, until }) => self
                .labels
                .span(&self.text.date(from), &self.text.date(until)),
        }
    }

    /// Puts sentences one after the other.
    pub fn sentences(&self, sentences: &[String]) -> String {
        let mut text = String::new();
        for sentence in sentences.iter().filter(|sentence| !sentence.is_empty()) {
            text = if text.is_empty() {
                sentence.clone()
            } else {
                self.labels.sentences(&text, sentence)
            };
        }
        text
    }

    /// Says how years are counted.
    pub fn counting(&self, counting: Counting) -> &'static str {
        match counting {
            Counting::Cumulative => self.labels.cumulative(),
            Counting::PerPeriod => self.labels.per_period(),
        }
    }

    /// Says how well a number is known.
    pub fn status(&self, status: Status) -> &'static str {
        match status {
            Status::Reported => self.labels.reported(),
            Status::Inferred => self.labels.inferred(),
            Status::Illustrative => self.labels.illustrative(),
        }
    }
}

impl PartialEq for ModelLocale {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.formats, &other.formats) && self.text == other.text
    }
}

impl fmt::Debug for ModelLocale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(f)
    }
}
