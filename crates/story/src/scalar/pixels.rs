use crate::json::{FromJson, Reader};
use crate::{JsonValue, ProblemKind};

/// A width or a height in CSS pixels, 1 to 20,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pixels(u16);

impl Pixels {
    /// The greatest size.
    pub const MAX: u16 = 20_000;

    /// Returns the number of pixels.
    pub fn get(self) -> u16 {
        self.0
    }
}

impl FromJson for Pixels {
    const EXPECTED: &'static str = "a whole number of pixels";

    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self> {
        let number = reader.number(value, Self::EXPECTED)?;
        let is_size = number.fract() == 0.0 && (1.0..=f64::from(Self::MAX)).contains(&number);
        if !is_size {
            reader.report(ProblemKind::BadPixels);
            return None;
        }
        // Whole and in range.
        Some(Self(number as u16))
    }
}
