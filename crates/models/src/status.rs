use explainer_story::JsonValue;
use explainer_story::json::{FromJson, Reader};

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

impl FromJson for Status {
    const EXPECTED: &'static str = "reported, inferred or illustrative";

    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self> {
        let words = ["reported", "inferred", "illustrative"];
        Some(match reader.word(value, Self::EXPECTED, &words)? {
            0 => Self::Reported,
            1 => Self::Inferred,
            _ => Self::Illustrative,
        })
    }
}
