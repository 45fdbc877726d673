use crate::read::FromRaw;
use crate::reader::Reader;

/// How well a number is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "kebab-case"))]
pub enum Status {
    /// A source gives it.
    Reported,
    /// Worked out from what sources give.
    Inferred,
    /// Made up, to show how the mechanism works.
    Illustrative,
}

impl FromRaw for Status {
    fn read(reader: &mut Reader) -> Self {
        const EXPECTED: &str = "reported, inferred or illustrative";
        match reader.word(EXPECTED, &["reported", "inferred", "illustrative"]) {
            0 => Self::Reported,
            1 => Self::Inferred,
            _ => Self::Illustrative,
        }
    }
}
