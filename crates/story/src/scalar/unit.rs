use std::rc::Rc;

use crate::json::{FromJson, Reader};
use crate::{JsonValue, ProblemKind, Text};

/// What a number counts. In JSON a text: `percent`, `years`, a currency by its ISO 4217 code with or
/// without a scale (`USD`, `USD billion`), or any other words, which follow the number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Hundredths: 12.5 means 12.5 %.
    Percent,
    /// Years.
    Years,
    /// Money.
    Currency {
        /// Three capital letters, as in ISO 4217.
        code: Rc<str>,
        /// What one of them means: 1 or a power of a thousand.
        scale: u64,
    },
    /// Anything else: the words behind the number.
    Words(Text),
}

/// The currencies of ISO 4217 that are in use: any other three letters are words.
pub const CURRENCIES: &str = "\
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD \
    BTN BWP BYN BZD CAD CDF CHF CLF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN \
    ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR \
    ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL \
    MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN \
    PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP \
    STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND \
    VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG";

/// The words for a power of a thousand.
const SCALES: [(&str, u64); 4] = [
    ("thousand", 1_000),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
    ("trillion", 1_000_000_000_000),
];

impl FromJson for Unit {
    const EXPECTED: &'static str =
        "percent, years, a currency such as USD or USD billion, or words";

    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self> {
        let JsonValue::String(text) = value else {
            return reader.refuse_type(value, Self::EXPECTED);
        };
        reader.accept(Self::parse(text))
    }
}

impl Unit {
    fn parse(text: &str) -> Result<Self, ProblemKind> {
        let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
        if CURRENCIES.split(' ').any(|code| code == first) {
            let known = SCALES.iter().find(|(word, _)| *word == rest);
            let scale = match known {
                Some((_, scale)) => *scale,
                None if text.len() == first.len() => 1,
                None => {
                    return Err(ProblemKind::UnknownWord {
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
            _ => Text::try_from(text).map(Self::Words),
        }
    }
}
