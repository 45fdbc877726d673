//! The browser writes numbers and dates as the native tools do.

use explainer_i18n::{Formats, IntlFormats};
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
            known = (lang.clone(), Some(IntlFormats::for_lang(&lang)));
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
        assert_eq!(
            IntlFormats::for_lang(lang).number(1234.5),
            "1,234.5",
            "{lang}"
        );
    }
}

/// `Intl` throws at a currency that is not three letters, and no model has one.
fn can_be_asked(case: &JsValue) -> bool {
    let args: Array = get(case, "args").unchecked_into();
    let code = args.get(1).as_string();
    code.is_none_or(|code| code.len() == 3)
}

/// Writes a case: `call` names a function of [`Formats`], `args` holds what it takes.
fn write(formats: &impl Formats, case: &JsValue) -> String {
    let args: Array = get(case, "args").unchecked_into();
    let number = |place| args.get(place).as_f64();
    let value = number(0).unwrap_or_default();
    let part = |place| number(place).map(|part| part as u8);
    match &*text(case, "call") {
        "number" => formats.number(value),
        "percent" => formats.percent(value),
        "currency" => formats.currency(value, &args.get(1).as_string().unwrap()),
        "date" => formats.date(value as u16, part(1), part(2)),
        "years" => formats.years(value as u32),
        "list" => formats.list(&texts(&args.get(0))),
        other => panic!("no call {other}"),
    }
}

fn texts(list: &JsValue) -> Vec<String> {
    let items = Array::from(list).into_iter();
    items.filter_map(|item| item.as_string()).collect()
}
