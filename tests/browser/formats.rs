//! The browser writes numbers and dates as the native tools do.

use explainer_i18n::{IntlNumberFormats, IntlTextFormats, NumberFormats, TextFormats};
use js_sys::{Array, JSON};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use super::page::{get, text};

const CORPUS: &str = include_str!("../fixtures/formats.json");

#[wasm_bindgen_test]
fn every_case_of_the_corpus_is_written_as_natively() {
    let cases: Array = JSON::parse(CORPUS).unwrap().unchecked_into();
    assert!(cases.length() > 1000);
    let mut known = (String::new(), None);
    let mut wrong = Vec::new();
    for case in cases.iter().filter(can_be_asked) {
        let lang = text(&case, "lang");
        if lang != known.0 {
            let formats = (
                IntlTextFormats::for_lang(&lang),
                IntlNumberFormats::for_lang(&lang),
            );
            known = (lang.clone(), Some(formats));
        }
        let written = write(known.1.as_ref().unwrap(), &case);
        if written != text(&case, "text") {
            let case = String::from(JSON::stringify(&case).unwrap());
            wrong.push(format!("{case} is written {written:?}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} cases:\n{}",
        wrong.len(),
        cases.length(),
        wrong.join("\n")
    );
}

#[wasm_bindgen_test]
fn a_language_that_the_browser_refuses_is_written_as_english() {
    for lang in ["", "not a tag", "x", "tlh"] {
        let numbers = IntlNumberFormats::for_lang(lang);
        assert_eq!(numbers.number(1234.5), "1,234.5", "{lang}");
        let text = IntlTextFormats::for_lang(lang);
        assert_eq!(text.date(2025, Some(1), None), "January 2025", "{lang}");
    }
}

/// `Intl` throws at a currency that is not three letters, and no model has one.
fn can_be_asked(case: &JsValue) -> bool {
    let args: Array = get(case, "args").unchecked_into();
    let code = args.get(1).as_string();
    let is_known = code.is_none_or(|code| code.len() == 3);
    let is_spanish_time = text(case, "lang") == "es" && text(case, "call") == "date-time";
    is_known && !(is_spanish_time && is_webkit_gtk())
}

/// Returns whether this is WebKitGTK. Its `Intl` is the system's, whose older CLDR writes a Spanish time after a
/// comma.
fn is_webkit_gtk() -> bool {
    let agent = text(&get(&js_sys::global(), "navigator"), "userAgent");
    agent.contains("AppleWebKit") && !agent.contains("Chrome")
}

/// Writes a case: `call` names a function of the formats, `args` holds what it takes.
fn write((text, numbers): &(IntlTextFormats, IntlNumberFormats), case: &JsValue) -> String {
    let args: Array = get(case, "args").unchecked_into();
    let number = |index| args.get(index).as_f64();
    let value = number(0).unwrap_or_default();
    let part = |index| number(index).map(|part| part as u8);
    match &*get(case, "call").as_string().unwrap() {
        "number" => numbers.number(value),
        "percent" => numbers.percent(value),
        "currency" => numbers.currency(value, &args.get(1).as_string().unwrap()),
        "date" => text.date(value as u16, part(1), part(2)),
        "date-time" => {
            let [month, day, hour, minute] = [1, 2, 3, 4].map(|index| part(index).unwrap());
            text.date_time((value as u16, month, day), (hour, minute))
        }
        "years" => numbers.years(value as u32),
        "list" => text.list(&texts(&args.get(0))),
        other => panic!("no call {other}"),
    }
}

fn texts(list: &JsValue) -> Vec<String> {
    let items = Array::from(list).into_iter();
    items.filter_map(|item| item.as_string()).collect()
}
