use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;

use super::{Formatter, call, locales};
use crate::NumberFormats;

/// Writes numbers by the browser's `Intl`; see [`NumberFormats`] for what it is asked.
pub struct IntlNumberFormats {
    locales: Array,
    number: Option<Formatter>,
    percent: Option<Formatter>,
    compact: Option<Formatter>,
    years: Option<Formatter>,
    // By currency: what is around the number of an amount, and of a negative one.
    currencies: RefCell<Vec<(Rc<str>, [String; 2])>>,
}

const NUMBER: &[(&str, &str)] = &[("signDisplay", "negative"), ("maximumFractionDigits", "2")];
const PERCENT: &[(&str, &str)] = &[
    ("signDisplay", "negative"),
    ("style", "unit"),
    ("unit", "percent"),
    ("maximumFractionDigits", "1"),
];
const COMPACT: &[(&str, &str)] = &[
    ("notation", "compact"),
    ("compactDisplay", "long"),
    ("maximumFractionDigits", "1"),
];
const YEARS: &[(&str, &str)] = &[("style", "unit"), ("unit", "year"), ("unitDisplay", "long")];

impl IntlNumberFormats {
    /// Returns how `lang` is written; as English is where the browser does not know it.
    pub fn for_lang(lang: &str) -> Self {
        let locales = locales(lang);
        let format = |asked| Formatter::new("NumberFormat", &locales, asked);
        Self {
            number: format(NUMBER),
            percent: format(PERCENT),
            compact: format(COMPACT),
            years: format(YEARS),
            currencies: RefCell::default(),
            locales,
        }
    }

    /// Returns 1 and -1 in a currency.
    fn one_in(&self, code: &str) -> [String; 2] {
        let known = self
            .currencies
            .borrow()
            .iter()
            .find(|(known, _)| **known == *code)
            .cloned();
        if let Some((_, ones)) = known {
            return ones;
        }
        let asked: &[(&str, &str)] = &[
            ("style", "currency"),
            ("currency", code),
            ("minimumFractionDigits", "0"),
            ("maximumFractionDigits", "0"),
        ];
        let format = Formatter::new("NumberFormat", &self.locales, asked);
        let ones = [1.0, -1.0].map(|one| call(format.as_ref(), &one.into()));
        self.currencies
            .borrow_mut()
            .push((code.into(), ones.clone()));
        ones
    }
}

impl NumberFormats for IntlNumberFormats {
    fn number(&self, value: f64) -> String {
        call(self.number.as_ref(), &value.into())
    }

    fn percent(&self, value: f64) -> String {
        call(self.percent.as_ref(), &value.into())
    }

    fn currency(&self, value: f64, code: &str) -> String {
        let number = call(self.compact.as_ref(), &value.abs().into());
        let [plus, minus] = self.one_in(code);
        let one = if value <= -0.05 { minus } else { plus };
        match one.split_once('1') {
            Some((before, after)) => [before, &number, after].concat(),
            None => one,
        }
    }

    fn years(&self, count: u32) -> String {
        call(self.years.as_ref(), &count.into())
    }
}
