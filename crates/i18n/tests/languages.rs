//! What the build says of a language file that is wrong, by file and line.
#![allow(clippy::expect_used)]

#[allow(dead_code)]
#[path = "../build/language.rs"]
mod language;

use std::fs;

use language::{Language, check};

const ENGLISH: &str = "[story]\nclose = Close\nupdated = Updated {date}\n";

#[track_caller]
fn faults(text: &str, expected: &[&str]) {
    let (english, none) = Language::read("en", "en.txt", ENGLISH);
    assert!(none.is_empty(), "{none:?}");
    let (language, mut found) = Language::read("de", "de.txt", text);
    found.extend(check(&language, &english));
    assert_eq!(found, expected);
}

#[test]
fn a_fault_names_its_file_and_line() {
    faults("[story]\nclose = Zu\nupdated = Vom {date}\n", &[]);
    faults(
        "[story]\nclose = Zu\n",
        &["de.txt: [story] has no updated, which is in en.txt:3"],
    );
    faults(
        "[story]\nclose = Zu\nupdated = Neu\n",
        &["de.txt:3: updated: the holes are {}, in English {date}"],
    );
    faults(
        "[story]\nclose = Zu\nclose = Weg\nupdated = Vom {date}\nold = Alt\n",
        &[
            "de.txt:3: close is already in line 2",
            "de.txt:5: old: there is no such label in English",
        ],
    );
    faults(
        "[story]\nclose =\nupdated = Vom {date}\n",
        &["de.txt:2: close: there is no text"],
    );
}

#[test]
fn a_checkout_with_crlf_reads_the_same() {
    for lang in ["en", "de", "fr", "es", "ar"] {
        let path = format!("{}/languages/{lang}.txt", env!("CARGO_MANIFEST_DIR"));
        let text = fs::read_to_string(path).expect("the language has a file");
        let read = |text: &str| {
            let (language, faults) = Language::read(lang, "x.txt", text);
            assert!(faults.is_empty(), "{faults:?}");
            let texts = language.labels.into_iter().map(|label| label.text);
            texts.collect::<Vec<_>>()
        };
        let unix = text.replace("\r\n", "\n");
        assert_eq!(read(&unix), read(&unix.replace('\n', "\r\n")), "{lang}");
    }
}
