use std::ops::Deref;

use crate::problem::nearest;
use crate::read::{Field, FromRaw, NonEmpty, record};
use crate::reader::Reader;
use crate::{Fault, Inlines, ModelId, Text};

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
    fn read(reader: &mut Reader) -> Self {
        let is_list = reader.open_filled_list("a list with at least one block");
        let blocks = reader.items();
        if !is_list {
            reader.lose();
        }
        Self(blocks)
    }
}

impl FromRaw for Block {
    fn read(reader: &mut Reader) -> Self {
        let expected = "a text, a list of inlines or a record with a kind";
        if !reader.is_record() {
            return Self::Paragraph(Inlines::read_expecting(expected, reader));
        }
        let Some(kind) = reader.kind(expected) else {
            // Nothing is left to read.
            return Self::Model(ModelId::read(reader));
        };
        match kind.as_str() {
            "paragraph" => Self::Paragraph(TextBlock::read(reader).text),
            "subheading" => Self::Subheading(TextBlock::read(reader).text),
            "list" => Self::List(FromRaw::read(reader)),
            "quote" => Self::Quote(FromRaw::read(reader)),
            "model" => Self::Model(ModelBlock::read(reader).model),
            _ => Self::Unknown(read_unknown(kind, reader)),
        }
    }
}

fn read_unknown(kind: Text, reader: &mut Reader) -> UnknownBlock {
    let fault = Fault::UnknownKind {
        what: "block",
        kind: kind.as_str().into(),
        nearest: nearest(kind.as_str(), &KINDS),
    };
    reader.report_in("kind", fault);
    reader.open_part(&["fallback"]);
    let fallback = Text::read_field(reader);
    reader.close();
    UnknownBlock { kind, fallback }
}
