//! Every word of the interface that a reader sees or hears, by language.
//!
//! The texts are in `languages/*.txt`, a file a language. `build/` checks that each language has the
//! labels and the holes of the English file, and writes [`Labels`], [`ElementLabels`] and [`ModelLabels`] from them: a
//! method a label, which takes a text for each hole.

use crate::pattern::Pattern;

include!(concat!(env!("OUT_DIR"), "/labels.rs"));

impl Labels {
    /// Returns the labels for a language tag; the English ones where there are none.
    pub fn for_lang(tag: &str) -> &'static Self {
        let [english, ..] = &LABELS;
        let find = |tag: &str| {
            LABELS
                .iter()
                .find(|labels| labels.lang.eq_ignore_ascii_case(tag))
        };
        look_up(tag, find).unwrap_or(english)
    }

    /// Returns the language of these labels, which names their file.
    pub fn lang(&self) -> &'static str {
        self.lang
    }
}

impl ElementLabels {
    /// Returns the labels for a language tag; the English ones where there are none.
    pub fn for_lang(tag: &str) -> &'static Self {
        let [english, ..] = &ELEMENT_LABELS;
        let find = |tag: &str| {
            ELEMENT_LABELS
                .iter()
                .find(|labels| labels.lang.eq_ignore_ascii_case(tag))
        };
        look_up(tag, find).unwrap_or(english)
    }
}

impl ModelLabels {
    /// Returns the labels for a language tag; the English ones where there are none.
    pub fn for_lang(tag: &str) -> &'static Self {
        let [english, ..] = &MODEL_LABELS;
        let find = |tag: &str| {
            MODEL_LABELS
                .iter()
                .find(|labels| labels.lang.eq_ignore_ascii_case(tag))
        };
        look_up(tag, find).unwrap_or(english)
    }
}

/// Finds what there is for a tag, or for what is left of it without its last subtags (RFC 4647, 3.4):
/// `zh-Hant-TW`, `zh-Hant`, `zh`.
fn look_up<T>(tag: &str, find: impl Fn(&str) -> Option<&'static T>) -> Option<&'static T> {
    let mut tag = tag;
    loop {
        if let Some(found) = find(tag) {
            return Some(found);
        }
        tag = tag.rsplit_once('-')?.0;
    }
}

#[cfg(test)]
mod tests {
    use super::{Labels, ModelLabels};

    #[test]
    fn a_region_reads_its_language_and_an_unknown_language_english() {
        let check = |tag: &str, lang: &str, reset: &str| {
            assert_eq!(Labels::for_lang(tag).lang(), lang);
            assert_eq!(ModelLabels::for_lang(tag).reset(), reset);
        };
        check("ja", "en", "Reset");
        check("", "en", "Reset");
        check("DE-at", "de", "Zurücksetzen");
        check("fr-Latn-CA", "fr", "Réinitialiser");
    }

    #[test]
    fn each_hole_takes_its_text_whatever_the_order_in_the_language() {
        let labels = ModelLabels::for_lang("de");
        assert_eq!(labels.span("{until}", "2027"), "{until} bis 2027");
    }
}
