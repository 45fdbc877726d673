use crate::json::FromObject;
use crate::{Block, Blocks, DateTime, ModelId, ShortText, Source, TermId, Text};

/// A hard word of the story, explained.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a term")]
pub struct Term {
    /// Names the term; mentions in the text refer to it.
    pub id: TermId,
    /// The word as the glossary shows it.
    pub label: Text,
    /// Other words for the same thing.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub aliases: Vec<Text>,
    /// What it means, for a reader in a hurry; 160 characters at most.
    pub short: ShortText,
    /// What it means in this story, where the short definition is not enough.
    pub long: Option<Blocks>,
    /// Where the definition comes from.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub sources: Vec<Source>,
    /// A mini-model that shows how it works.
    pub model: Option<ModelId>,
    /// When somebody last made sure that the definition holds.
    pub checked: Option<DateTime>,
}

impl Term {
    /// Returns the long definition; nothing where there is none.
    pub fn long(&self) -> &[Block] {
        self.long.as_deref().unwrap_or_default()
    }
}
