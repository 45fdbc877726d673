/// The marks around somebody else's words, as a language writes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuotationMarks {
    outer: [&'static str; 2],
    // Inside other quoted words.
    inner: [&'static str; 2],
}

const ENGLISH: QuotationMarks = marks(["“", "”"], ["‘", "’"]);

const fn marks(outer: [&'static str; 2], inner: [&'static str; 2]) -> QuotationMarks {
    QuotationMarks { outer, inner }
}

impl QuotationMarks {
    /// Returns the marks of a language; English ones where it is not known here.
    ///
    /// From the delimiters of CLDR 48 (<https://cldr.unicode.org>). French has its narrow spaces inside.
    pub fn for_lang(lang: &str) -> Self {
        let lower = lang.to_ascii_lowercase();
        match lower.as_str() {
            "de-ch" | "de-li" => return marks(["«", "»"], ["‹", "›"]),
            "fr-ch" => return marks(["«\u{202f}", "\u{202f}»"], ["‹\u{202f}", "\u{202f}›"]),
            "pt-pt" => return marks(["«", "»"], ["“", "”"]),
            "zh-tw" | "zh-hk" | "zh-hant" => return marks(["「", "」"], ["『", "』"]),
            _ => {}
        }
        match lower.split('-').next().unwrap_or_default() {
            "ar" => marks(["”", "“"], ["’", "‘"]),
            "bg" => marks(["„", "“"], ["’", "’"]),
            "ca" | "el" | "es" | "it" => marks(["«", "»"], ["“", "”"]),
            "cs" | "de" | "is" | "sk" | "sl" => marks(["„", "“"], ["‚", "‘"]),
            "fa" => marks(["«", "»"], ["‹", "›"]),
            "fi" | "he" | "sv" => marks(["”", "”"], ["’", "’"]),
            "fr" => marks(["«\u{202f}", "\u{202f}»"], ["“", "”"]),
            "hu" => marks(["„", "”"], ["»", "«"]),
            "ja" => marks(["「", "」"], ["『", "』"]),
            "nb" | "nn" | "no" => marks(["«", "»"], ["‘", "’"]),
            "pl" | "ro" => marks(["„", "”"], ["«", "»"]),
            "ru" | "uk" => marks(["«", "»"], ["„", "“"]),
            _ => ENGLISH,
        }
    }

    /// Returns the opening and the closing mark of words quoted inside `depth` other quotations.
    pub fn at(&self, depth: usize) -> [&'static str; 2] {
        if depth.is_multiple_of(2) {
            self.outer
        } else {
            self.inner
        }
    }
}

#[cfg(test)]
mod tests {
    use super::QuotationMarks;

    #[track_caller]
    fn check(lang: &str, outer: [&str; 2], inner: [&str; 2]) {
        let marks = QuotationMarks::for_lang(lang);
        assert_eq!(
            (marks.at(0), marks.at(1), marks.at(2)),
            (outer, inner, outer)
        );
    }

    #[test]
    fn each_language_has_its_own_marks() {
        check("en-GB", ["“", "”"], ["‘", "’"]);
        check("de", ["„", "“"], ["‚", "‘"]);
        check("de-CH", ["«", "»"], ["‹", "›"]);
        check("fr", ["«\u{202f}", "\u{202f}»"], ["“", "”"]);
        check("ar", ["”", "“"], ["’", "‘"]);
        check("zh-Hant", ["「", "」"], ["『", "』"]);
    }

    #[test]
    fn a_language_that_is_not_known_is_written_as_english() {
        check("tlh", ["“", "”"], ["‘", "’"]);
    }
}
