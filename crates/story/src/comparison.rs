use crate::parts::unique;
use crate::read::{FromRaw, NonEmpty, record};
use crate::reader::Reader;
use crate::{PartId, ShortText, Source, Text, limits};

record! {
    /// What was so before and is so now.
    "a comparison model" => pub struct Comparison {
        /// Heads what was before.
        pub before: ShortText,
        /// Heads what is now.
        pub after: ShortText,
        /// What is compared.
        #[cfg_attr(feature = "schema", schemars(extend("maxItems" = limits::MAX_ROWS)))]
        pub rows: NonEmpty<Row>,
    }
}

record! {
    /// One thing, before and now.
    "a row" => pub struct Row {
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
    pub(crate) fn check(&self, reader: &mut Reader) {
        if reader.at_most("rows", self.rows.len(), limits::MAX_ROWS) {
            let ids: Vec<&PartId> = self.rows.iter().map(|row| &row.id).collect();
            unique(reader, "rows", &ids);
        }
    }
}

impl FromRaw for Change {
    fn read(reader: &mut Reader) -> Self {
        let words = ["ended", "new", "stays", "may-change"];
        match reader.word("ended, new, stays or may-change", &words) {
            0 => Self::Ended,
            1 => Self::New,
            2 => Self::Stays,
            _ => Self::MayChange,
        }
    }
}
