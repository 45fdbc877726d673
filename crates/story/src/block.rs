use std::ops::Deref;

use crate::json::{FromField, FromJson, FromObject, NonEmpty, Reader, read_of_kind};
use crate::{Inlines, JsonObject, JsonValue, ModelId, ProblemKind, Text};

/// A part of a section or of a definition on lines of its own.
///
/// In JSON a paragraph is just its running text; every other block is an object with a `kind`.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Inlines),
    /// A heading inside a section.
    Subheading(Inlines),
    /// A list.
    List(ListBlock),
    /// A block quotation.
    Quote(QuoteBlock),
    /// A mini-model from the story's table.
    Model(ModelId),
    /// A block of a kind that this release does not draw.
    Unknown(UnknownBlock),
}

/// A list, numbered or not.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a list block")]
pub struct ListBlock {
    /// Whether the order of the items matters.
    pub ordered: Option<bool>,
    /// The items.
    pub items: NonEmpty<Inlines>,
}

/// A block quotation.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a quote block")]
pub struct QuoteBlock {
    /// The words quoted.
    pub text: Inlines,
    /// Whose words they are.
    pub attribution: Option<Text>,
}

/// Text in one field.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "an object with a text")]
pub struct TextBlock {
    /// The words.
    pub text: Inlines,
}

/// A mini-model in its place.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a model block")]
pub struct ModelBlock {
    /// The model, from the story's table.
    pub model: ModelId,
}

/// A block of a kind that this release does not know; its fallback is shown in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct UnknownBlock {
    /// Its kind.
    pub kind: Text,
    /// The same in words.
    pub fallback: Text,
}

/// Blocks in reading order. In JSON at least one; fewer only where a block was refused.
#[derive(Clone, Debug, PartialEq)]
pub struct Blocks(Vec<Block>);

pub(crate) const KINDS: [&str; 5] = ["paragraph", "subheading", "list", "quote", "model"];

impl Deref for Blocks {
    type Target = [Block];

    fn deref(&self) -> &[Block] {
        &self.0
    }
}

impl Blocks {
    pub(crate) fn retain(&mut self, keep: impl FnMut(&Block) -> bool) {
        self.0.retain(keep);
    }

    pub(crate) fn iter_mut(&mut self) -> std::slice::IterMut<'_, Block> {
        self.0.iter_mut()
    }
}

impl FromJson for Blocks {
    const EXPECTED: &'static str = "a list with at least one block";

    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self> {
        let items = reader.filled_list(value)?;
        Some(Self(reader.items(items)))
    }
}

impl FromJson for Block {
    const EXPECTED: &'static str = "a text, a list of inlines or an object with a kind";

    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self> {
        let JsonValue::Object(object) = value else {
            let inlines = Inlines::read_expecting(Self::EXPECTED, value, reader);
            return inlines.map(Self::Paragraph);
        };
        let kind = Text::from_field(object, "kind", reader)?;
        Some(match kind.as_str() {
            "paragraph" => Self::Paragraph(read_of_kind::<TextBlock>(object, reader)?.text),
            "subheading" => Self::Subheading(read_of_kind::<TextBlock>(object, reader)?.text),
            "list" => Self::List(read_of_kind(object, reader)?),
            "quote" => Self::Quote(read_of_kind(object, reader)?),
            "model" => Self::Model(read_of_kind::<ModelBlock>(object, reader)?.model),
            _ => Self::Unknown(read_unknown(kind, object, reader)?),
        })
    }
}

fn read_unknown(kind: Text, object: &JsonObject, reader: &mut Reader) -> Option<UnknownBlock> {
    let problem = ProblemKind::UnknownKind {
        what: "block",
        kind: kind.as_str().into(),
        nearest: reader.guess(kind.as_str(), &mut KINDS.into_iter()),
    };
    reader.report_in("kind", problem);
    let fallback = Text::from_field(object, "fallback", reader)?;
    Some(UnknownBlock { kind, fallback })
}
