//! Numbers, dates and lists by the browser's `Intl`.

mod numbers;
mod text;

use std::rc::Rc;

use explainer_story::Direction;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::{Locale, ModelLocale};

pub use numbers::IntlNumberFormats;
pub use text::IntlTextFormats;

/// Returns how `lang` is written by the browser, in a text that runs in `direction`.
pub fn intl_locale(lang: &str, direction: Direction) -> Locale {
    Locale::new(lang, direction, Rc::new(IntlTextFormats::for_lang(lang)))
}

/// Returns how the browser writes the numbers and words of a mini-model in such a text.
pub fn intl_model_locale(text: &Locale) -> ModelLocale {
    let formats = Rc::new(IntlNumberFormats::for_lang(text.lang()));
    ModelLocale::new(text.clone(), formats)
}

/// Returns the languages to ask for: `Intl` throws at a tag that it finds malformed.
fn locales(lang: &str) -> Array {
    let canonical = intl("getCanonicalLocales")
        .and_then(|canonical| canonical.call1(&JsValue::NULL, &lang.into()));
    let known = canonical.is_ok().then_some(lang);
    known.into_iter().chain(["en"]).map(JsValue::from).collect()
}

/// Returns a function of `Intl`.
fn intl(name: &str) -> Result<Function, JsValue> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into())?;
    Reflect::get(&intl, &name.into()).map(JsCast::unchecked_into)
}

/// A formatter of `Intl`.
struct Formatter {
    object: JsValue,
    format: Function,
}

impl Formatter {
    /// Makes the formatter of that name, such as `DateTimeFormat`; `None` where the browser has none.
    fn new(name: &str, locales: &Array, asked: &[(&str, &str)]) -> Option<Self> {
        let arguments: [&JsValue; 2] = [locales, &options(asked)];
        let arguments: Array = arguments.into_iter().collect();
        let object = Reflect::construct(&intl(name).ok()?, &arguments).ok()?;
        let format = Reflect::get(&object, &"format".into()).ok()?;
        Some(Self {
            object,
            format: format.unchecked_into(),
        })
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

fn call(formatter: Option<&Formatter>, value: &JsValue) -> String {
    let written =
        formatter.and_then(|formatter| formatter.format.call1(&formatter.object, value).ok());
    let text = written.and_then(|text| text.as_string());
    text.unwrap_or_default()
}
