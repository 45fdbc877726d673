//! Dates as exact as they are known.

use proptest::prelude::*;

/// A year, and month and day as far as they are known.
pub type Date = (u16, Option<(u8, Option<u8>)>);

pub fn date() -> impl Strategy<Value = Date> {
    let years = prop_oneof![2019_u16..2031, 1_u16..=9999];
    (
        years,
        prop::option::of((1_u8..=12, prop::option::of(1_u8..=28))),
    )
}

pub fn first_day((year, rest): Date) -> (u16, u8, u8) {
    let (month, day) = rest.unwrap_or((1, None));
    (year, month, day.unwrap_or(1))
}

pub fn written((year, rest): Date) -> String {
    match rest {
        None => format!("{year:04}"),
        Some((month, None)) => format!("{year:04}-{month:02}"),
        Some((month, Some(day))) => format!("{year:04}-{month:02}-{day:02}"),
    }
}
