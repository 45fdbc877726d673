use std::fmt;

use crate::json::{FromJson, Reader};
use crate::{JsonValue, ProblemKind};

/// An exact amount from -10^12 to 10^12, in millionths: six decimals, no rounding, no NaN.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quantity(i64);

/// Millionths in one.
const ONE: i64 = 1_000_000;
/// Decimals that a quantity can hold.
const DECIMALS: usize = 6;

impl Quantity {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The largest amount: 10^12.
    pub const MAX: Self = Self(1_000_000_000_000 * ONE);

    /// Returns that many millionths, or the nearest amount there is.
    pub fn from_micros(micros: i64) -> Self {
        Self(micros.clamp(-Self::MAX.0, Self::MAX.0))
    }

    /// Returns a whole number, or the nearest amount there is.
    pub fn whole(number: i64) -> Self {
        Self::from_micros(number.saturating_mul(ONE))
    }

    /// Returns the amount in millionths.
    pub fn micros(self) -> i64 {
        self.0
    }

    /// Returns the whole part, without the decimals.
    pub fn trunc(self) -> i64 {
        self.0 / ONE
    }

    /// Returns whether there are no decimals.
    pub fn is_whole(self) -> bool {
        self.0 % ONE == 0
    }

    /// Returns the amount for drawing and formatting; beyond 2^53 millionths the nearest.
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / ONE as f64
    }

    /// Writes plain decimal digits: `-12.5`.
    pub fn text(self) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        let micros = self.0.unsigned_abs();
        let (whole, rest) = (micros / ONE.unsigned_abs(), micros % ONE.unsigned_abs());
        if rest == 0 {
            return format!("{sign}{whole}");
        }
        let decimals = format!("{rest:06}");
        format!("{sign}{whole}.{}", decimals.trim_end_matches('0'))
    }

    /// Reads plain decimal digits, as [`Self::text`] writes them.
    pub fn parse(text: &str) -> Option<Self> {
        let (is_negative, digits) = match text.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, text),
        };
        let (mut whole, mut decimals, mut has_point) = (0, 0, false);
        // 19 digits at most, which 64 bits hold only without a sign.
        let mut micros = 0_u64;
        for byte in digits.bytes() {
            match byte {
                b'.' if !has_point => {
                    has_point = true;
                    continue;
                }
                b'0'..=b'9' if has_point => decimals += 1,
                b'0'..=b'9' => whole += 1,
                _ => return None,
            }
            if whole > 13 || decimals > DECIMALS {
                return None;
            }
            micros = micros * 10 + u64::from(byte - b'0');
        }
        if whole + decimals == 0 {
            return None;
        }
        for _ in decimals..DECIMALS {
            micros *= 10;
        }
        let micros = i64::try_from(micros).ok()?;
        let micros = if is_negative { -micros } else { micros };
        (micros.abs() <= Self::MAX.0).then_some(Self(micros))
    }

    /// Returns the amount that a JSON number gives; nothing where it has more than six
    /// decimals or 15 digits, or is out of range.
    pub(crate) fn from_number(number: f64) -> Option<Self> {
        // NaN is in no range.
        if !(-1e12..=1e12).contains(&number) {
            return None;
        }
        // A float tells numbers of up to 15 digits apart, so the larger the number, the fewer
        // decimals can be read back.
        let mut parts = ONE;
        while number.abs() * parts as f64 >= 1e15 {
            parts /= 10;
        }
        let whole = number.trunc();
        let decimals = ((number - whole) * parts as f64).round();
        let read = whole as i64 * parts + decimals as i64;
        // Both are exact, so this gives the float nearest to what was read.
        let is_same = read as f64 / parts as f64 == number;
        is_same.then_some(Self(read * (ONE / parts)))
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl FromJson for Quantity {
    const EXPECTED: &'static str = "a number";

    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self> {
        let number = reader.number(value, Self::EXPECTED)?;
        reader.accept(Self::from_number(number).ok_or(ProblemKind::BadNumber))
    }
}

#[cfg(test)]
mod tests {
    use super::Quantity;

    #[track_caller]
    fn check(text: &str, micros: Option<i64>) {
        assert_eq!(Quantity::parse(text).map(Quantity::micros), micros);
    }

    #[test]
    fn plain_decimals_are_read_exactly() {
        check("12.5", Some(12_500_000));
        check("-0.000001", Some(-1));
        check("1000000000000", Some(1_000_000_000_000_000_000));
        check(".5", Some(500_000));
        check("5.", Some(5_000_000));
    }

    #[test]
    fn what_is_no_plain_decimal_is_refused() {
        for text in [
            "",
            ".",
            "-",
            "1e3",
            "+1",
            " 1",
            "1,5",
            "0.0000001",
            "1000000000001",
            "9999999999999",
            "-9999999999999.999999",
            "٣",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn a_quantity_reads_as_it_is_written() {
        for text in ["0", "-12.5", "0.000001", "999999999999.999999", "100"] {
            assert_eq!(Quantity::parse(text).unwrap_or_default().to_string(), text);
        }
    }

    #[test]
    fn json_numbers_are_exact_or_refused() {
        let check = |number: f64, text: Option<&str>| {
            let read = Quantity::from_number(number).map(|quantity| quantity.to_string());
            assert_eq!(read.as_deref(), text);
        };
        check(0.1, Some("0.1"));
        check(123_456_789_012.0, Some("123456789012"));
        check(-7.25, Some("-7.25"));
        check(-0.0, Some("0"));
        check(12_345_678_901.3, Some("12345678901.3"));
        check(-999_999_999_999.999, Some("-999999999999.999"));
        check(999_999_999.999_999, Some("999999999.999999"));
        check(1e12, Some("1000000000000"));
        check(999_999_999_999.999_9, None);
        check(0.123_456_7, None);
        check(1e12 + 1.0, None);
        check(f64::NAN, None);
        check(f64::INFINITY, None);
    }
}
