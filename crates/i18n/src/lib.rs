//! Writes numbers, dates, lists and the words of the interface as readers of a language do.
//!
//! [`TextFormats`] and [`NumberFormats`] say what is written. `NativeFormats` (feature `icu`) writes it
//! with ICU4X; the widget writes it with the browser's `Intl` (feature `intl`). Both write the same
//! text, by code point, in the languages of `tests/fixtures/formats.json`, which
//! `tests/fixtures/formats.mjs` has Chromium and Firefox write.
//!
//! Digits are Western (`numberingSystem: "latn"`), also where a language has its own: `Intl`'s choice
//! for Arabic has changed between releases of browsers. The calendar is Gregorian. A `-u-` extension
//! of the language tag changes neither. `Intl` is asked for `[lang, "en"]`, so that a language it does
//! not know is written as English is.
#[cfg(feature = "intl")]
mod intl;
mod labels;
mod locale;
mod model_locale;
#[cfg(feature = "icu")]
mod native;
mod pattern;
mod quotation;

#[cfg(feature = "intl")]
pub use intl::{IntlNumberFormats, IntlTextFormats, intl_locale, intl_model_locale};
pub use labels::{ElementLabels, Labels, ModelLabels};
pub use locale::Locale;
pub use model_locale::ModelLocale;
#[cfg(feature = "icu")]
pub use native::{NativeFormats, NoLocaleData, native_locale};
pub use pattern::{Pattern, Piece};
pub use quotation::QuotationMarks;

/// Writes dates and lists as readers of one language do.
///
/// Months and days count from 1 and are in the calendar; years are 1000 to 9999.
pub trait TextFormats {
    /// Returns a day, a month or a year: `January 22, 2025`, `January 2025`, `2025`. A day without a
    /// month is left out.
    ///
    /// `Intl.DateTimeFormat`: `{ numberingSystem: "latn", calendar: "gregory", timeZone: "UTC" }`, with
    /// `dateStyle: "long"`, `year: "numeric", month: "long"`, or `year: "numeric"`.
    fn date(&self, year: u16, month: Option<u8>, day: Option<u8>) -> String;

    /// Returns a day and a time of day, hours (0 to 23) and minutes (0 to 59), by the clock of the
    /// language: `January 22, 2025 at 3:05 PM`, `22. Januar 2025 um 15:05`.
    ///
    /// `Intl.DateTimeFormat`: `{ numberingSystem: "latn", calendar: "gregory", timeZone: "UTC",
    /// dateStyle: "long", timeStyle: "short" }`. Its no-break spaces are written as plain ones:
    /// browsers do not agree on the one before `PM`.
    fn date_time(&self, date: (u16, u8, u8), time: (u8, u8)) -> String;

    /// Returns items as a sentence lists them: `a, b, and c`.
    ///
    /// `Intl.ListFormat`: `{ type: "conjunction", style: "long" }`.
    fn list(&self, items: &[String]) -> String;

    /// Returns a number as it is given, with at most six decimals: `1,234.5`.
    ///
    /// `Intl.NumberFormat`: `{ numberingSystem: "latn", maximumFractionDigits: 6 }`.
    fn decimal(&self, value: f64) -> String;
}

/// Writes numbers as readers of one language do.
///
/// Numbers are finite. They are rounded half away from zero, and what rounds to zero has no minus
/// sign.
pub trait NumberFormats {
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

    /// Returns a number of years: `1 year`, `3 years`. Arabic has no number in one and two.
    ///
    /// `Intl.NumberFormat`: `{ numberingSystem: "latn", style: "unit", unit: "year",
    /// unitDisplay: "long" }`.
    fn years(&self, count: u32) -> String;
}
