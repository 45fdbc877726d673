use std::fs;

use super::{LANGUAGES, Labels, ModelLabels, fill};

/// Returns what is wrong with a text, for whoever writes it.
fn faults(file: &str, text: &str, english: &str, names: &[&str]) -> Vec<String> {
    let parts = |phrase: &str| phrase.matches("{}").count();
    let mut faults = Vec::new();
    let lines = text.lines().count();
    if lines != names.len() {
        faults.push(format!("{file}: {lines} lines for {} phrases", names.len()));
    }
    for ((number, name), (phrase, english)) in
        (1..).zip(names).zip(text.lines().zip(english.lines()))
    {
        let place = format!("{file}:{number}: {name}");
        if phrase.trim().is_empty() {
            faults.push(format!("{place} is empty"));
        } else if phrase.trim() != phrase {
            faults.push(format!("{place} has a space at an end: \"{phrase}\""));
        }
        let (found, expected) = (parts(phrase), parts(english));
        if found != expected {
            faults.push(format!(
                "{place} has {found} {{}}, in English {expected}: \"{phrase}\""
            ));
        }
        if phrase.matches(['{', '}']).count() != 2 * found {
            faults.push(format!("{place} has a brace alone: \"{phrase}\""));
        }
    }
    faults
}

#[test]
fn every_language_has_every_phrase() {
    let text = |file: &str| {
        let path = [env!("CARGO_MANIFEST_DIR"), "/src/labels/", file].concat();
        fs::read_to_string(path).unwrap_or_default()
    };
    let mut found = Vec::new();
    for language in LANGUAGES.iter() {
        let lang = language.labels.lang();
        for (part, names) in [(".txt", Labels::NAMES), ("-models.txt", ModelLabels::NAMES)] {
            let file = [lang, part].concat();
            let english = text(&["en", part].concat());
            found.extend(faults(&file, &text(&file), &english, names));
        }
        let months = language.labels.months().split(' ').count();
        if months != 12 {
            found.push(format!(
                "{lang}.txt: months has {months} words for 12 months"
            ));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_fault_names_the_language_and_the_phrase() {
    let check = |text: &str, expected: &[&str]| {
        let found = faults("de.txt", text, "also: {}\nClose\n", &["also", "close"]);
        assert_eq!(found, expected);
    };
    check("auch: {}\nSchließen\n", &[]);
    check("auch: {}\n", &["de.txt: 1 lines for 2 phrases"]);
    check("auch: {}\n\n", &["de.txt:2: close is empty"]);
    check(
        "auch:\nSchließen\n",
        &["de.txt:1: also has 0 {}, in English 1: \"auch:\""],
    );
    check(
        "auch: {}{\nSchließen\n",
        &["de.txt:1: also has a brace alone: \"auch: {}{\""],
    );
}

#[test]
fn a_part_with_braces_is_not_filled_again() {
    assert_eq!(fill("{} and {}", &["{}", "b"]), "{} and b");
    assert_eq!(fill("{} and {}", &["a"]), "a and ");
}

#[test]
fn an_unknown_language_reads_english() {
    let check = |tag: &str, lang: &str, reset: &str| {
        assert_eq!(Labels::for_lang(tag).lang(), lang);
        assert_eq!(ModelLabels::for_lang(tag).reset(), reset);
    };
    check("ja", "en", "Reset");
    check("DE-at", "de", "Zurücksetzen");
}
