use std::cell::OnceCell;

use js_sys::{Array, Date};
use wasm_bindgen::JsValue;

use super::{Formatter, call, locales};
use crate::TextFormats;

type LazyFormat = OnceCell<Option<Formatter>>;

/// Writes dates and lists by the browser's `Intl`; see [`TextFormats`] for what it is asked.
pub struct IntlTextFormats {
    locales: Array,
    // Made when they are first asked for, and kept: `Intl` takes longer to make one than to use it.
    year: LazyFormat,
    month: LazyFormat,
    day: LazyFormat,
    date_time: LazyFormat,
    list: LazyFormat,
    decimal: LazyFormat,
}

const YEAR: &[(&str, &str)] = &[("year", "numeric")];
const MONTH: &[(&str, &str)] = &[("year", "numeric"), ("month", "long")];
const DAY: &[(&str, &str)] = &[("dateStyle", "long")];
const DATE_TIME: &[(&str, &str)] = &[("dateStyle", "long"), ("timeStyle", "short")];

impl IntlTextFormats {
    /// Returns how `lang` is written; as English is where the browser does not know it.
    pub fn for_lang(lang: &str) -> Self {
        Self {
            locales: locales(lang),
            year: OnceCell::new(),
            month: OnceCell::new(),
            day: OnceCell::new(),
            date_time: OnceCell::new(),
            list: OnceCell::new(),
            decimal: OnceCell::new(),
        }
    }

    fn write(&self, format: &LazyFormat, asked: &[(&str, &str)], at: &Date) -> String {
        let format = format.get_or_init(|| {
            let calendar = [("timeZone", "UTC"), ("calendar", "gregory")];
            Formatter::new(
                "DateTimeFormat",
                &self.locales,
                &[&calendar, asked].concat(),
            )
        });
        call(format.as_ref(), at)
    }
}

impl TextFormats for IntlTextFormats {
    fn date(&self, year: u16, month: Option<u8>, day: Option<u8>) -> String {
        let (format, asked) = match (month, day) {
            (None, _) => (&self.year, YEAR),
            (_, None) => (&self.month, MONTH),
            _ => (&self.day, DAY),
        };
        let at = utc((year, month.unwrap_or(1), day.unwrap_or(1)), (12, 0));
        self.write(format, asked, &at)
    }

    fn date_time(&self, date: (u16, u8, u8), time: (u8, u8)) -> String {
        let text = self.write(&self.date_time, DATE_TIME, &utc(date, time));
        text.replace(['\u{202f}', '\u{a0}'], " ")
    }

    fn list(&self, items: &[String]) -> String {
        let items: Array = items.iter().map(|item| JsValue::from_str(item)).collect();
        let new = || Formatter::new("ListFormat", &self.locales, &[]);
        call(self.list.get_or_init(new).as_ref(), &items)
    }

    fn decimal(&self, value: f64) -> String {
        let asked = [("maximumFractionDigits", "6")];
        let new = || Formatter::new("NumberFormat", &self.locales, &asked);
        call(self.decimal.get_or_init(new).as_ref(), &value.into())
    }
}

fn utc((year, month, day): (u16, u8, u8), (hour, minute): (u8, u8)) -> Date {
    // Not by numbers: the constructor takes the year 25 for 1925.
    let text = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}Z");
    Date::new(&text.into())
}
