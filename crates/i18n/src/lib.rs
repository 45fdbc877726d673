//! Writes numbers and dates as readers of a language do.
//!
//! [`Formats`] says what is written. `NativeFormats` (feature `icu`) writes it with ICU4X; the widget
//! writes it with the browser's `Intl`. Both write the same text, by code point, in the languages of
//! `tests/fixtures/formats.json`, which `tests/fixtures/formats.mjs` has Chromium and Firefox write.
#[cfg(feature = "intl")]
mod intl;
mod labels;
mod locale;
#[cfg(feature = "icu")]
mod native;
mod pattern;

#[cfg(feature = "intl")]
pub use intl::IntlFormats;
pub use labels::{Labels, ModelLabels};
pub use locale::Locale;
#[cfg(feature = "icu")]
pub use native::{NativeFormats, NoLocaleData};
pub use pattern::{Pattern, Piece};

/// Writes numbers and dates as readers of one language do.
///
/// Digits are Western (`numberingSystem: "latn"`), also where a language has its own: `Intl`'s choice
/// for Arabic has changed between releases of browsers. The calendar is Gregorian. A `-u-` extension
/// of the language tag changes neither. `Intl` is asked for `[lang, "en"]`, so that a language it does
/// not know is written as English is.
///
/// Numbers are finite. They are rounded half away from zero, and what rounds to zero has no minus
/// sign.
pub trait Formats {
    /// Returns a number with at most two decimals: `1,234.5`.
    ///
    /// `Intl.NumberFormat`: `{ numberingSystem: "latn", signDisplay: "negative",
    /// maximumFractionDigits: 2 }`.
    fn number(&self, value: f64) -> String;

    /// Returns a number of percent with at most one decimal: 45.5 is `45.5%`.
    ///
    /// `Intl.NumberFormat`: `{ numberingSystem: "latn", signDisplay: "negative", style: "unit",
    /// unit: "percent", maximumFractionDigits: 1 }`. That writes what `style: "percent"` does of a
    /// hundredth of the value, without the division and its rounding.
    fn percent(&self, value: f64) -> String;

    /// Returns an amount of money in words and at most one decimal: `$100 billion`,
    /// `100 Milliarden $`. `code` is the currency's three letters by ISO 4217.
    ///
    /// `Intl` has no long compact amounts with a symbol (it shortens them to `$100B`), so two of its
    /// texts are put together: the first `1` of an amount of 1, or of -1 where the value is -0.05 or
    /// less, is replaced by the compact number.
    ///
    /// `Intl.NumberFormat`, of the value without its sign: `{ numberingSystem: "latn",
    /// notation: "compact", compactDisplay: "long", maximumFractionDigits: 1 }`; of 1 or -1:
    /// `{ numberingSystem: "latn", style: "currency", currency: code, minimumFractionDigits: 0,
    /// maximumFractionDigits: 0 }`. A code that is not three letters, at which `Intl` throws, is
    /// written after the number and U+00A0.
    fn currency(&self, value: f64, code: &str) -> String;

    /// Returns a day, a month or a year: `January 22, 2025`, `January 2025`, `2025`. Months and days
    /// count from 1 and are in the calendar, years are 1000 to 9999. A day without a month is left
    /// out.
    ///
    /// `Intl.DateTimeFormat`: `{ numberingSystem: "latn", calendar: "gregory", timeZone: "UTC",
    /// year: "numeric", month: "long", day: "numeric" }`, the last one or two left out with the part.
    fn date(&self, year: u16, month: Option<u8>, day: Option<u8>) -> String;

    /// Returns a number of years: `1 year`, `3 years`. Arabic has no number in one and two.
    ///
    /// `Intl.NumberFormat`: `{ numberingSystem: "latn", style: "unit", unit: "year",
    /// unitDisplay: "long" }`.
    fn years(&self, count: u32) -> String;

    /// Returns items as a sentence lists them: `a, b, and c`.
    ///
    /// `Intl.ListFormat`: `{ type: "conjunction", style: "long" }`.
    fn list(&self, items: &[String]) -> String;
}
