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
        let mut subtags = lang.split('-');
        let language = subtags.next().unwrap_or_default();
        let region = subtags.next().unwrap_or_default();
        let is_in = |regions: &[&str]| {
            regions
                .iter()
                .any(|known| region.eq_ignore_ascii_case(known))
        };
        match language.as_bytes() {
            b"ar" => marks(["”", "“"], ["’", "‘"]),
            b"bg" => marks(["„", "“"], ["’", "’"]),
            b"ca" | b"el" | b"es" | b"it" => marks(["«", "»"], ["“", "”"]),
            b"de" if is_in(&["CH", "LI"]) => marks(["«", "»"], ["‹", "›"]),
            b"cs" | b"de" | b"is" | b"sk" | b"sl" => marks(["„", "“"], ["‚", "‘"]),
            b"fa" => marks(["«", "»"], ["‹", "›"]),
            b"fi" | b"he" | b"sv" => marks(["”", "”"], ["’", "’"]),
            b"fr" => marks(["«\u{202f}", "\u{202f}»"], ["“", "”"]),
            b"hu" => marks(["„", "”"], ["»", "«"]),
            b"ja" => marks(["「", "」"], ["『", "』"]),
            b"nb" | b"nn" | b"no" => marks(["«", "»"], ["‘", "’"]),
            b"pl" | b"ro" => marks(["„", "”"], ["«", "»"]),
            b"pt" if is_in(&["PT"]) => marks(["«", "»"], ["“", "”"]),
            b"ru" | b"uk" => marks(["«", "»"], ["„", "“"]),
            b"zh" if is_in(&["TW", "HK", "Hant"]) => marks(["「", "」"], ["『", "』"]),
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
