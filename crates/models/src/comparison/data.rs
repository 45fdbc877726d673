use explainer_story::json::{FromJson, FromObject, Reader};
use explainer_story::{JsonValue, NonEmpty, PartId, ShortText, Source, Text, limits};

use crate::checks::{check_length, check_unique};

/// What was so before and is so now.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a comparison model")]
pub struct Comparison {
    /// Heads what was before.
    pub before: ShortText,
    /// Heads what is now.
    pub after: ShortText,
    /// What is compared.
    #[cfg_attr(feature = "schema", schemars(extend("maxItems" = limits::MAX_ROWS)))]
    pub rows: NonEmpty<Row>,
}

/// One thing, before and now.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a row")]
pub struct Row {
    /// Names the row.
    pub id: PartId,
    /// What is compared.
    pub label: ShortText,
    /// How it was.
    pub before: Text,
    /// How it is.
    pub after: Text,
    /// What became of it.
    pub state: Change,
    /// Where that comes from.
    pub source: Option<Source>,
}

/// What became of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "kebab-case"))]
pub enum Change {
    /// It is over.
    Ended,
    /// It was not there before.
    New,
    /// It is as it was.
    Stays,
    /// It is as it was, for now.
    MayChange,
}

impl Change {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 4] = [Self::Ended, Self::New, Self::Stays, Self::MayChange];

    /// Returns the word for it in JSON and in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Self::Ended => "ended",
            Self::New => "new",
            Self::Stays => "stays",
            Self::MayChange => "may-change",
        }
    }
}

impl Comparison {
    pub(super) fn check(&self, reader: &mut Reader) {
        if check_length(reader, "rows", self.rows.len(), limits::MAX_ROWS) {
            let ids: Vec<&PartId> = self.rows.iter().map(|row| &row.id).collect();
            check_unique(reader, "rows", &ids);
        }
    }
}

impl FromJson for Change {
    const EXPECTED: &'static str = "ended, new, stays or may-change";

    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self> {
        let words = Self::ALL.map(Self::word);
        let index = reader.word(value, Self::EXPECTED, &words)?;
        Self::ALL.get(index).copied()
    }
}
