use std::rc::Rc;

use crate::json::{FromJson, Reader, TextRule, text_from_json};
use crate::{JsonValue, ProblemKind};

/// A language tag, well-formed by BCP 47: a language of two or three letters, then subtags of one
/// to eight letters or digits. 35 characters at most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lang(Rc<str>);

/// Which way the text runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "lowercase"))]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// The longest tag that RFC 5646 (section 4.4.1) tells software to expect.
const MAX_TAG: usize = 35;

/// Languages written right to left unless the tag names a script.
const RTL_LANGUAGES: [&str; 9] = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ur", "yi"];
/// Scripts written right to left.
const RTL_SCRIPTS: [&str; 5] = ["Adlm", "Arab", "Hebr", "Syrc", "Thaa"];

impl Lang {
    const RULE: TextRule = TextRule {
        expected: "a language tag",
        check,
        names: None,
    };

    fn from_checked(text: Rc<str>) -> Self {
        Self(text)
    }

    /// Returns the tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the tag as shared text.
    pub fn shared(&self) -> Rc<str> {
        Rc::clone(&self.0)
    }

    /// Returns which way the language is usually written.
    pub fn direction(&self) -> Direction {
        let mut subtags = self.0.split('-');
        let language = subtags.next().unwrap_or_default();
        let is_rtl = match subtags.find(|subtag| is_script(subtag)) {
            Some(script) => RTL_SCRIPTS.iter().any(|s| s.eq_ignore_ascii_case(script)),
            None => RTL_LANGUAGES
                .iter()
                .any(|l| l.eq_ignore_ascii_case(language)),
        };
        if is_rtl {
            Direction::Rtl
        } else {
            Direction::Ltr
        }
    }
}

impl Direction {
    /// Returns the value of HTML's `dir`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

text_from_json!(Lang);

impl FromJson for Direction {
    const EXPECTED: &'static str = "\"ltr\" or \"rtl\"";

    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self> {
        Some(match reader.word(value, Self::EXPECTED, &["ltr", "rtl"])? {
            0 => Self::Ltr,
            _ => Self::Rtl,
        })
    }
}

fn check(text: &str) -> Result<(), ProblemKind> {
    let mut subtags = text.split('-');
    let language = subtags.next().unwrap_or_default();
    let language_is_sound =
        matches!(language.len(), 2 | 3) && language.bytes().all(|b| b.is_ascii_alphabetic());
    let rest_is_sound = subtags.all(|subtag| {
        matches!(subtag.len(), 1..=8) && subtag.bytes().all(|b| b.is_ascii_alphanumeric())
    });
    if text.len() > MAX_TAG || !language_is_sound || !rest_is_sound {
        return Err(ProblemKind::BadLanguage(text.into()));
    }
    Ok(())
}

fn is_script(subtag: &str) -> bool {
    subtag.len() == 4 && subtag.bytes().all(|b| b.is_ascii_alphabetic())
}
