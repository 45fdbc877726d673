use crate::json::FromObject;
use crate::{Blocks, DateTime, SectionId, Text};

/// One foldable part of the story.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a section")]
pub struct Section {
    /// Names the section; also its URL fragment.
    pub id: SectionId,
    /// A word or two above the heading.
    pub kicker: Option<Text>,
    /// The section's heading.
    pub heading: Text,
    /// The section in one sentence; shown while it is closed.
    pub gist: Option<Text>,
    /// Whether the section is open at first. Left out: the first section is, others are not.
    pub open: Option<bool>,
    /// When the section was last changed.
    pub updated: Option<DateTime>,
    /// What the section says.
    pub blocks: Blocks,
}
