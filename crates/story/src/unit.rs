use std::rc::Rc;

use crate::read::FromRaw;
use crate::reader::{Reader, TextRule};
use crate::{Fault, Text};

/// What a number counts. In JSON a text: `percent`, `years`, a currency by its ISO 4217 code with or
/// without a scale (`USD`, `USD billion`), or any other words, which stand behind the number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Hundredths: 12.5 stands for 12.5 %.
    Percent,
    /// Years.
    Years,
    /// Money.
    Currency {
        /// Three capital letters, as in ISO 4217.
        code: Rc<str>,
        /// What one stands for: 1 or a power of a thousand.
        scale: u64,
    },
    /// Anything else: the words behind the number.
    Words(Text),
}

/// The words for a power of a thousand.
const SCALES: [(&str, u64); 4] = [
    ("thousand", 1_000),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
    ("trillion", 1_000_000_000_000),
];

impl FromRaw for Unit {
    fn read(reader: &mut Reader) -> Self {
        let text = reader.text(&TextRule {
            expected: "percent, years, a currency such as USD or USD billion, or words",
            check: |text| Self::parse(text).map(drop),
            names: None,
        });
        // What is no unit was refused by the rule.
        Self::parse(&text).unwrap_or(Self::Percent)
    }
}

impl Unit {
    fn parse(text: &str) -> Result<Self, Fault> {
        let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
        let is_code = first.len() == 3 && first.bytes().all(|b| b.is_ascii_uppercase());
        if is_code {
            let known = SCALES.iter().find(|(word, _)| *word == rest);
            let scale = match known {
                Some((_, scale)) => *scale,
                None if text.len() == first.len() => 1,
                None => {
                    return Err(Fault::UnknownWord {
                        found: rest.into(),
                        expected: "thousand, million, billion or trillion",
                    });
                }
            };
            let code = first.into();
            return Ok(Self::Currency { code, scale });
        }
        match text {
            "percent" => Ok(Self::Percent),
            "years" => Ok(Self::Years),
            _ => Text::parse(text).map(Self::Words),
        }
    }
}
