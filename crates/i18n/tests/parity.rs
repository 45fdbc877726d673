//! Holds `NativeFormats` to what Chromium and Firefox write, which tests/fixtures/formats.mjs asks them.
#![allow(clippy::expect_used)]

use explainer_i18n::{NativeFormats, NumberFormats, TextFormats};
use serde::Deserialize;

const FIXTURE: &str = include_str!("../../../tests/fixtures/formats.json");

#[derive(Deserialize)]
struct Row {
    lang: String,
    #[serde(flatten)]
    call: Call,
    text: String,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "call", content = "args", rename_all = "kebab-case")]
enum Call {
    Number([f64; 1]),
    Percent([f64; 1]),
    Currency(f64, String),
    Date(Vec<u16>),
    DateTime(u16, u8, u8, u8, u8),
    Years([u32; 1]),
    List([Vec<String>; 1]),
}

impl Call {
    fn write(&self, formats: &NativeFormats) -> String {
        match self {
            Self::Number([value]) => formats.number(*value),
            Self::Percent([value]) => formats.percent(*value),
            Self::Currency(value, code) => formats.currency(*value, code),
            Self::Date(parts) => {
                let year = parts.first().copied().unwrap_or_default();
                let part = |place: usize| parts.get(place).and_then(|&part| part.try_into().ok());
                formats.date(year, part(1), part(2))
            }
            Self::DateTime(year, month, day, hour, minute) => {
                formats.date_time((*year, *month, *day), (*hour, *minute))
            }
            Self::Years([count]) => formats.years(*count),
            Self::List([items]) => formats.list(items),
        }
    }
}

#[test]
fn natively_as_in_browsers() {
    let rows: Vec<Row> = serde_json::from_str(FIXTURE).expect("the fixture is JSON of rows");
    assert!(rows.len() > 1000);
    let mut faults = Vec::new();
    for of_lang in rows.chunk_by(|one, next| one.lang == next.lang) {
        let lang = of_lang.first().map_or("", |row| &row.lang);
        let formats = formats(lang);
        for Row { call, text, .. } in of_lang {
            let written = call.write(&formats);
            if written != *text {
                faults.push(format!("{lang} {call:?}: {written:?}, not {text:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn an_unknown_language_is_written_as_english() {
    for tag in ["", "x", "xx", "qaa-Latn", "not a tag", "und"] {
        check(
            tag,
            |formats| formats.date(2025, Some(1), Some(22)),
            "January 22, 2025",
        );
    }
}

#[test]
fn a_region_keeps_its_language() {
    check("de-DE", |formats| formats.number(1234.5), "1.234,5");
    check(
        "es-ES",
        |formats| formats.currency(2e9, "GBP"),
        "2 mil millones\u{a0}GBP",
    );
}

#[test]
fn an_extension_changes_neither_digits_nor_calendar() {
    check("ar-u-nu-arab", |formats| formats.number(12.0), "12");
    check(
        "ar-u-ca-islamic",
        |formats| formats.date(2025, None, None),
        "2025",
    );
}

#[test]
fn what_the_calendar_does_not_have_is_left_out() {
    check(
        "en",
        |formats| formats.date(2025, Some(2), Some(29)),
        "February 2025",
    );
    check(
        "en",
        |formats| formats.date(2025, Some(13), Some(1)),
        "2025",
    );
    check("en", |formats| formats.date(2025, None, Some(1)), "2025");
}

#[test]
fn no_number_is_too_much() {
    let written = |value| move |formats: &NativeFormats| formats.currency(value, "USD");
    check("en", written(1e21), "$1,000,000,000 trillion");
    check("en", written(f64::NAN), "$NaN");
    assert!(formats("en").number(f64::MAX).starts_with("179,769,313"));
}

fn formats(tag: &str) -> NativeFormats {
    NativeFormats::for_lang(tag).expect("there are data for English")
}

#[track_caller]
fn check(tag: &str, write: impl Fn(&NativeFormats) -> String, text: &str) {
    assert_eq!(write(&formats(tag)), text, "{tag}");
}
