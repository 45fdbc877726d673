use std::rc::Rc;

use explainer_story::Direction;
use fixed_decimal::{
    Decimal, FloatPrecision, SignDisplay, SignedRoundingMode, UnsignedRoundingMode,
};
use icu_calendar::{Date, Gregorian};
use icu_datetime::fieldsets::{Y, YM, YMD, YMDT};
use icu_datetime::input::{DateTime, Time};
use icu_datetime::pattern::FixedCalendarDateTimeNames;
use icu_datetime::{DateTimeFormatterLoadError, FixedCalendarDateTimeFormatter};
use icu_decimal::{CompactDecimalFormatter, DecimalFormatter};
use icu_experimental::dimension::currency::CurrencyType;
use icu_experimental::dimension::currency::formatter::CurrencyFormatter;
use icu_experimental::dimension::percent::formatter::PercentFormatter;
use icu_experimental::dimension::units::categorized_formatter::CategorizedFormatter;
use icu_experimental::dimension::units::options::Width;
use icu_experimental::measure::category::Duration;
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_locale_core::subtags::language;
use icu_locale_core::{Locale, locale};

use crate::{ModelLocale, NumberFormats, TextFormats};

/// Writes numbers, dates and lists with ICU4X and the CLDR data that are compiled in.
///
/// Leaves out the parts of a date that the calendar does not have, with those below them. One
/// difference from browsers is known in the languages that are checked: `Intl` puts U+00A0 after the
/// `Cg.` of the Caribbean guilder in English.
///
/// ```
/// use explainer_i18n::{NativeFormats, NumberFormats};
///
/// let german = NativeFormats::for_lang("de")?;
/// assert_eq!(german.number(1234.5), "1.234,5");
/// # Ok::<(), explainer_i18n::NoLocaleData>(())
/// ```
#[derive(Debug)]
pub struct NativeFormats {
    locale: Locale,
    number: DecimalFormatter,
    percent: PercentFormatter<DecimalFormatter>,
    compact: CompactDecimalFormatter,
    year: FixedCalendarDateTimeFormatter<Gregorian, Y>,
    month: FixedCalendarDateTimeFormatter<Gregorian, YM>,
    day: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    date_time: FixedCalendarDateTimeFormatter<Gregorian, YMDT>,
    years: CategorizedFormatter<Duration>,
    list: ListFormatter,
}

/// The data that are compiled in have neither the language nor English.
#[derive(Debug, thiserror::Error)]
#[error("no locale data for English: {0}")]
pub struct NoLocaleData(DateTimeFormatterLoadError);

impl NativeFormats {
    /// Returns the formats of a language, those of English for a tag that is malformed or of a
    /// language that CLDR does not know.
    ///
    /// # Errors
    /// Where the data that are compiled in have no English, which no released ICU4X lacks.
    pub fn for_lang(tag: &str) -> Result<Self, NoLocaleData> {
        Locale::try_from_str(tag)
            .ok()
            .and_then(|locale| Self::load(&locale).ok())
            .filter(Self::knows_its_language)
            .map_or_else(|| Self::load(&locale!("en")).map_err(NoLocaleData), Ok)
    }

    fn load(tag: &Locale) -> Result<Self, DateTimeFormatterLoadError> {
        let locale = with_western_digits(tag);
        Ok(Self {
            number: DecimalFormatter::try_new((&locale).into(), Default::default())?,
            percent: PercentFormatter::try_new((&locale).into(), Default::default())?,
            compact: CompactDecimalFormatter::try_new_long((&locale).into(), Default::default())?,
            year: FixedCalendarDateTimeFormatter::try_new((&locale).into(), Y::long())?,
            month: months(&locale)?,
            day: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::long())?,
            date_time: FixedCalendarDateTimeFormatter::try_new(
                (&locale).into(),
                YMD::long().with_time_hm(),
            )?,
            years: CategorizedFormatter::try_new_outlier(
                (&locale).into(),
                Duration::year(),
                Width::Long.into(),
            )?,
            list: ListFormatter::try_new_and((&locale).into(), ListFormatterOptions::default())?,
            locale,
        })
    }

    /// A language that CLDR does not know gets CLDR's root, whose name for January is M01.
    fn knows_its_language(&self) -> bool {
        !self.date(2025, Some(1), None).contains("M01")
    }

    /// Returns 1 or -1 as an amount of a currency, without decimals.
    fn one_of(&self, code: &str, is_negative: bool) -> Option<String> {
        let code = CurrencyType::try_from_str(code).ok()?;
        let new = if codes_without_symbol(&self.locale).contains(&code.iso_code().as_str()) {
            CurrencyFormatter::try_new_compact_long_code
        } else {
            CurrencyFormatter::try_new_compact_long_symbol
        };
        let formatter = new((&self.locale).into(), code, Default::default()).ok()?;
        let one = Decimal::from(if is_negative { -1 } else { 1 });
        Some(formatter.format_fixed_decimal(&one).to_string())
    }

    /// Returns a number without its sign in words and at most one decimal: `100 billion`.
    fn compact(&self, value: Decimal) -> String {
        let mut value = value.with_sign_display(SignDisplay::Never);
        // Rounding may lead to the next word: 999,950,000 is 1 billion.
        let mut exponent = self.exponent(&value);
        value = rounded(value, i16::from(exponent) - 1);
        exponent = self.exponent(&value);
        value.multiply_pow10(-i16::from(exponent));
        value = rounded(value, -1);
        self.compact
            .format_with_exponent(&value, exponent)
            .map_or_else(|_| value.to_string(), |text| text.to_string())
    }

    fn exponent(&self, value: &Decimal) -> u8 {
        self.compact
            .compact_exponent_for_magnitude(value.absolute.nonzero_magnitude_start())
    }
}

/// Returns how `lang` is written, in a text that runs in `direction`.
///
/// # Errors
/// As [`NativeFormats::for_lang`].
pub fn native_locale(lang: &str, direction: Direction) -> Result<ModelLocale, NoLocaleData> {
    let formats = Rc::new(NativeFormats::for_lang(lang)?);
    let text = crate::Locale::new(lang, direction, Rc::clone(&formats) as Rc<_>);
    Ok(ModelLocale::new(text, formats))
}

impl NumberFormats for NativeFormats {
    fn number(&self, value: f64) -> String {
        decimal(value).map_or_else(
            || value.to_string(),
            |value| self.number.format(&rounded(value, -2)).to_string(),
        )
    }

    fn percent(&self, value: f64) -> String {
        decimal(value).map_or_else(
            || value.to_string(),
            |value| self.percent.format(&rounded(value, -1)).to_string(),
        )
    }

    fn currency(&self, value: f64, code: &str) -> String {
        let amount = decimal(value).map_or_else(|| value.to_string(), |value| self.compact(value));
        match self.one_of(code, value <= -0.05) {
            Some(one) => one.replacen('1', &amount, 1),
            None => format!("{amount}\u{a0}{code}"),
        }
    }

    fn years(&self, count: u32) -> String {
        self.years.format_fixed_decimal(&count.into()).to_string()
    }
}

impl TextFormats for NativeFormats {
    fn date(&self, year: u16, month: Option<u8>, day: Option<u8>) -> String {
        let date = |month, day| Date::try_new_gregorian(year.into(), month, day).ok();
        let whole = month.zip(day).and_then(|(month, day)| date(month, day));
        let first_of_month = month.and_then(|month| date(month, 1));
        whole
            .map(|date| self.day.format(&date).to_string())
            .or_else(|| first_of_month.map(|date| self.month.format(&date).to_string()))
            .or_else(|| date(1, 1).map(|date| self.year.format(&date).to_string()))
            .unwrap_or_else(|| year.to_string())
    }

    fn date_time(&self, (year, month, day): (u16, u8, u8), (hour, minute): (u8, u8)) -> String {
        let date = Date::try_new_gregorian(year.into(), month, day).ok();
        let time = Time::try_new(hour, minute, 0, 0).ok();
        match date.zip(time) {
            Some((date, time)) => {
                let text = self.date_time.format(&DateTime { date, time }).to_string();
                let text = text.replace(['\u{202f}', '\u{a0}'], " ");
                // ICU4X 2.4 pads the hour in Spanish, where CLDR's short time does not.
                if self.locale.id.language == language!("es") {
                    return text.replacen(&format!(" 0{hour}:"), &format!(" {hour}:"), 1);
                }
                text
            }
            None => self.date(year, Some(month), Some(day)),
        }
    }

    fn list(&self, items: &[String]) -> String {
        self.list.format(items.iter()).to_string()
    }

    fn decimal(&self, value: f64) -> String {
        decimal(value).map_or_else(
            || value.to_string(),
            |value| self.number.format(&rounded(value, -6)).to_string(),
        )
    }
}

/// Returns a locale with what a tag says of language, script, region and variants, and `nu-latn`.
fn with_western_digits(tag: &Locale) -> Locale {
    let mut western = locale!("und-u-nu-latn");
    western.id = tag.id.clone();
    western
}

/// Returns the currencies for which a language writes the code, as CLDR has it. ICU4X 2.4 leaves out a
/// symbol that equals the code, and then finds that of CLDR's root.
fn codes_without_symbol(locale: &Locale) -> &'static [&'static str] {
    match locale.id.to_string().as_str() {
        "ar" | "de" | "de-DE" | "ja" | "ja-JP" | "pt" | "pt-BR" => &["PHP"],
        "es" | "es-ES" => &[
            "AUD", "BRL", "CAD", "CNY", "GBP", "HKD", "ILS", "INR", "JPY", "KRW", "MXN", "NZD",
            "PHP", "TWD", "XAF", "XCD", "XOF",
        ],
        "fr" | "fr-FR" => &["CNY", "HKD", "JPY", "PHP", "TWD", "XCD"],
        _ => &[],
    }
}

/// Returns what writes months. ICU4X loads what its pattern with an era needs, and in Portuguese that
/// one has no digits: without them at hand the pattern without an era fails an assertion.
fn months(
    locale: &Locale,
) -> Result<FixedCalendarDateTimeFormatter<Gregorian, YM>, DateTimeFormatterLoadError> {
    let formatter = FixedCalendarDateTimeFormatter::try_new(locale.into(), YM::long())?;
    let mut names = FixedCalendarDateTimeNames::from_formatter(locale.into(), formatter);
    names.include_decimal_formatter()?;
    names
        .try_into_formatter(YM::long())
        .map_err(|(fault, _)| fault)
}

/// Returns the shortest decimal that is read as this number, which is what `Intl` rounds too; `None`
/// for what is not finite.
fn decimal(value: f64) -> Option<Decimal> {
    Decimal::try_from_f64(value, FloatPrecision::RoundTrip).ok()
}

/// Returns a number rounded to a power of ten, half away from zero, without zeros at the end and
/// without the sign of a zero.
fn rounded(value: Decimal, magnitude: i16) -> Decimal {
    let half_expand = SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand);
    let mut value = value.rounded_with_mode(magnitude, half_expand);
    value.absolute.trim_end();
    value.with_sign_display(SignDisplay::Negative)
}
