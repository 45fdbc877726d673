use std::rc::Rc;

use crate::ProblemKind;
use crate::json::{TextRule, text_from_json};

/// A length of a recording, or a place in one: `m:ss` or `h:mm:ss`, less than 100 hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MediaTime {
    text: Rc<str>,
    seconds: u32,
}

impl MediaTime {
    const RULE: TextRule = TextRule {
        expected: "a time such as 1:20",
        check: |text| match seconds(text) {
            Some(_) => Ok(()),
            None => Err(ProblemKind::BadMediaTime(text.into())),
        },
        names: None,
    };

    fn from_checked(text: Rc<str>) -> Self {
        let seconds = seconds(&text).unwrap_or_default();
        Self { text, seconds }
    }

    /// Returns the time as it was written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns the seconds from the beginning, less than 360,000.
    pub fn seconds(&self) -> u32 {
        self.seconds
    }
}

text_from_json!(MediaTime);

/// Returns the seconds of `m:ss` or `h:mm:ss`.
fn seconds(text: &str) -> Option<u32> {
    let mut parts = text.split(':');
    let first = number(parts.next()?, 1..=2)?;
    let second = number(parts.next()?, 2..=2)?;
    let third = parts.next().map(|part| number(part, 2..=2));
    if parts.next().is_some() {
        return None;
    }
    match third {
        None => Some(first * 60 + second),
        Some(third) => Some((first * 60 + second) * 60 + third?),
    }
}

/// Returns the number that a part of a time is, of that many digits. All but the first are below 60.
fn number(part: &str, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
    let is_number = digits.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let number = if is_number { part.parse().ok() } else { None };
    number.filter(|number| *digits.start() == 1 || *number < 60)
}

#[cfg(test)]
mod tests {
    use super::seconds;

    #[test]
    fn times_of_recordings() {
        assert_eq!(seconds("0:00"), Some(0));
        assert_eq!(seconds("1:20"), Some(80));
        assert_eq!(seconds("75:00"), Some(4500));
        assert_eq!(seconds("1:02:03"), Some(3723));
        assert_eq!(seconds("99:59:59"), Some(359_999));
        for wrong in [
            "",
            "80",
            "1:2",
            "1:60",
            "1:60:00",
            "1:00:00:00",
            "-1:00",
            "1:+2",
            "100:00",
            "1:00:",
            "１:00",
        ] {
            assert_eq!(seconds(wrong), None, "{wrong}");
        }
    }
}
