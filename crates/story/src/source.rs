use crate::json::FromObject;
use crate::{DateTime, Lang, Text, Url};

/// Where a fact or a definition comes from.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a source")]
pub struct Source {
    /// Title of the page or paper.
    pub title: Text,
    /// The language of the title, where it is not the story's.
    pub lang: Option<Lang>,
    /// Who published it.
    pub publisher: Option<Text>,
    /// When it was published.
    pub date: Option<DateTime>,
    /// Where to read it.
    pub url: Option<Url>,
}
