use std::ops::Deref;

use crate::problem::nearest;
use crate::read::{Field, Fields, FromRaw, NonEmpty, Reader, record};
use crate::{Fault, Inlines, ModelId, Raw, Text};

/// A part of a section or of a definition that stands on lines of its own.
///
/// In JSON a paragraph is just its running text; every other block is a record with a `kind`.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Inlines),
    /// A heading inside a section.
    Subheading(Inlines),
    /// A list.
    List(ListBlock),
    /// A quotation that stands alone.
    Quote(QuoteBlock),
    /// A mini-model from the story's table.
    Model(ModelId),
    /// A block of a kind that this release does not draw.
    Unknown(UnknownBlock),
}

record! {
    /// A list, numbered or not.
    "a list block" => pub struct ListBlock {
        /// Whether the order of the items matters.
        pub ordered: Option<bool>,
        /// The items.
        pub items: NonEmpty<Inlines>,
    }
}

record! {
    /// A quotation that stands alone.
    "a quote block" => pub struct QuoteBlock {
        /// The words quoted.
        pub text: Inlines,
        /// Whose words they are.
        pub attribution: Option<Text>,
    }
}

record! {
    /// Text in one field.
    "a record with a text" => pub struct TextBlock {
        /// The words.
        pub text: Inlines,
    }
}

record! {
    /// A mini-model in its place.
    "a model block" => pub struct ModelBlock {
        /// The model, from the story's table.
        pub model: ModelId,
    }
}

/// A block of a kind that this release does not draw; its fallback stands for it.
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

impl FromRaw for Blocks {
    const EXPECTED: &'static str = "a list with at least one block";

    fn from_raw(raw: Raw, reader: &mut Reader) -> Option<Self> {
        if matches!(&raw, Raw::List(items) if items.is_empty()) {
            reader.report(Fault::EmptyList);
        }
        reader.list(raw).map(Self)
    }
}

impl FromRaw for Block {
    const EXPECTED: &'static str = "a text, a list of inlines or a record with a kind";

    fn from_raw(raw: Raw, reader: &mut Reader) -> Option<Self> {
        match raw {
            Raw::Text(_) | Raw::List(_) => Inlines::from_raw(raw, reader).map(Self::Paragraph),
            Raw::Record(_) => {
                let mut fields = reader.open_fields(raw)?;
                let kind = Text::read(&mut fields, "kind", reader)?;
                of_kind(&kind, fields, reader)
            }
            other => reader.wrong_type(&other, Self::EXPECTED),
        }
    }
}

fn of_kind(kind: &Text, fields: Fields, reader: &mut Reader) -> Option<Block> {
    let raw = Raw::from(fields);
    match kind.as_str() {
        "paragraph" => TextBlock::from_raw(raw, reader).map(|b| Block::Paragraph(b.text)),
        "subheading" => TextBlock::from_raw(raw, reader).map(|b| Block::Subheading(b.text)),
        "list" => ListBlock::from_raw(raw, reader).map(Block::List),
        "quote" => QuoteBlock::from_raw(raw, reader).map(Block::Quote),
        "model" => ModelBlock::from_raw(raw, reader).map(|b| Block::Model(b.model)),
        _ => unknown(kind, raw, reader),
    }
}

fn unknown(kind: &Text, raw: Raw, reader: &mut Reader) -> Option<Block> {
    reader.in_field("kind", |reader| {
        reader.report(Fault::UnknownKind {
            what: "block",
            kind: kind.as_str().into(),
            nearest: nearest(kind.as_str(), KINDS),
        });
    });
    let mut fields = reader.open_fields(raw)?;
    Some(Block::Unknown(UnknownBlock {
        kind: kind.clone(),
        fallback: Text::read(&mut fields, "fallback", reader)?,
    }))
}
