use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::Formats;

/// Writes numbers and dates by the browser's `Intl`; see [`Formats`] for what it is asked.
pub struct IntlFormats {
    locales: Array,
    number: Function,
    percent: Function,
    compact: Function,
    years: Function,
    // By currency: what stands around the number of an amount, and of a negative one.
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

impl IntlFormats {
    /// Returns how `lang` is written; as English is where the browser does not know it.
    pub fn for_lang(lang: &str) -> Self {
        let locales = locales(lang);
        let format = |asked| Intl::NumberFormat::new(&locales, &options(asked)).format();
        Self {
            number: format(NUMBER),
            percent: format(PERCENT),
            compact: format(COMPACT),
            years: format(YEARS),
            currencies: RefCell::default(),
            locales,
        }
    }

    // js-sys has no list format yet.
    fn write_list(&self, items: &Array) -> Result<JsValue, JsValue> {
        let intl = Reflect::get(&js_sys::global(), &"Intl".into())?;
        let list: Function = Reflect::get(&intl, &"ListFormat".into())?.unchecked_into();
        let format = Reflect::construct(&list, &Array::of1(&self.locales))?;
        let write: Function = Reflect::get(&format, &"format".into())?.unchecked_into();
        write.call1(&format, items)
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
        let format = Intl::NumberFormat::new(&self.locales, &options(asked)).format();
        let ones = [1.0, -1.0].map(|one| call(&format, one));
        self.currencies
            .borrow_mut()
            .push((code.into(), ones.clone()));
        ones
    }
}

impl Formats for IntlFormats {
    fn number(&self, value: f64) -> String {
        call(&self.number, value)
    }

    fn percent(&self, value: f64) -> String {
        call(&self.percent, value)
    }

    fn currency(&self, value: f64, code: &str) -> String {
        let number = call(&self.compact, value.abs());
        let [plus, minus] = self.one_in(code);
        let one = if value <= -0.05 { minus } else { plus };
        match one.split_once('1') {
            Some((before, after)) => [before, &number, after].concat(),
            None => one,
        }
    }

    fn date(&self, year: u16, month: Option<u8>, day: Option<u8>) -> String {
        let mut asked = vec![
            ("timeZone", "UTC"),
            ("calendar", "gregory"),
            ("year", "numeric"),
        ];
        if month.is_some() {
            asked.push(("month", "long"));
        }
        if month.and(day).is_some() {
            asked.push(("day", "numeric"));
        }
        let at = Date::new_with_year_month_day(0, 0, 1);
        at.set_utc_full_year_with_month_date(
            year.into(),
            i32::from(month.unwrap_or(1)) - 1,
            day.unwrap_or(1).into(),
        );
        at.set_utc_hours(12);
        let format = Intl::DateTimeFormat::new(&self.locales, &options(&asked)).format();
        text(format.call1(&JsValue::NULL, &at))
    }

    fn years(&self, count: u32) -> String {
        call(&self.years, count.into())
    }

    fn list(&self, items: &[String]) -> String {
        let items: Array = items.iter().map(|item| JsValue::from_str(item)).collect();
        text(self.write_list(&items))
    }
}

/// Returns the languages to ask for: `Intl` throws at a tag that it finds malformed.
fn locales(lang: &str) -> Array {
    let english = JsValue::from_str("en");
    let canonical = Reflect::get(&js_sys::global(), &"Intl".into())
        .and_then(|intl| Reflect::get(&intl, &"getCanonicalLocales".into()))
        .and_then(|canonical| {
            canonical
                .unchecked_into::<Function>()
                .call1(&JsValue::NULL, &lang.into())
        });
    match canonical {
        Ok(_) => Array::of2(&lang.into(), &english),
        Err(_) => Array::of1(&english),
    }
}

fn options(asked: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in [("numberingSystem", "latn")].iter().chain(asked) {
        // A plain object takes any field. Numbers may be given as texts.
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    options
}

fn call(format: &Function, value: f64) -> String {
    text(format.call1(&JsValue::NULL, &value.into()))
}

fn text(written: Result<JsValue, JsValue>) -> String {
    written
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}
