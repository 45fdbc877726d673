use crate::Fault;
use crate::read::FromText;

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

impl FromText for Status {
    const EXPECTED: &'static str = "reported, inferred or illustrative";

    fn from_text(text: String) -> Result<Self, Fault> {
        match text.as_str() {
            "reported" => Ok(Self::Reported),
            "inferred" => Ok(Self::Inferred),
            "illustrative" => Ok(Self::Illustrative),
            _ => Err(Fault::UnknownWord {
                found: text,
                expected: Self::EXPECTED,
            }),
        }
    }
}
