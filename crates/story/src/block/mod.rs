mod element;
mod embed;
mod group;
mod media;
mod table;

use std::ops::Deref;

use crate::json::{FromField, FromJson, FromObject, NonEmpty, Reader, read_of_kind};
use crate::{Inlines, JsonObject, JsonValue, ModelId, ProblemKind, Text};

pub use element::{ELEMENT_KINDS, Element, ElementBlock, Lead, ReadElement, read_element};
pub use embed::{Embed, Frame};
pub use group::{
    Aside, AsideRole, Claim, PullQuote, QAndA, Question, Related, RelatedLink, View, Views,
};
pub use media::{
    Alt, Audio, Captions, Gallery, Image, ImageRole, ImageSource, MediaFile, RecordingPart,
    Transcript, Video,
};
pub use table::{Align, Cell, Column, Rows, Table};

/// A part of a section or of a definition on lines of its own.
///
/// In JSON a paragraph is just its running text; every other block is an object with a `kind`.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Inlines),
    /// A heading inside a section.
    Subheading(Subheading),
    /// A list.
    List(ListBlock),
    /// A block quotation.
    Quote(QuoteBlock),
    /// An image, a table, a box and the like.
    Element(ElementBlock),
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
    pub items: NonEmpty<ListItem>,
}

/// An item of a list. In JSON its running text, or an object where a list is in it.
#[derive(Clone, Debug, PartialEq)]
pub struct ListItem {
    /// What it says.
    pub text: Inlines,
    /// The list below it.
    pub list: Option<ListBlock>,
}

/// An item with a list in it.
#[derive(FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "an item with a text and a list")]
pub(crate) struct NestedItem {
    /// What it says.
    text: Inlines,
    /// The list below it.
    list: Option<ListBlock>,
}

/// A heading inside a section.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a subheading")]
pub struct Subheading {
    /// The heading.
    pub text: Inlines,
    /// Whether it is one level below the subheading before it.
    pub minor: Option<bool>,
}

/// Lines that end where they end.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "verse")]
pub struct Verse {
    /// The stanzas, each a list of lines.
    pub stanzas: NonEmpty<NonEmpty<Inlines>>,
    /// Whose words they are.
    pub attribution: Option<Text>,
}

/// Text for machines.
#[derive(FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "code")]
pub(crate) struct CodeBlock {
    /// The text, with its line ends and spaces.
    text: Text,
}

/// A break between two thoughts.
#[derive(FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a divider")]
pub(crate) struct DividerBlock {}

/// A block quotation.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a quote block")]
pub struct QuoteBlock {
    /// The words quoted.
    pub text: Inlines,
    /// Their further paragraphs.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub more: Vec<Inlines>,
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

/// The kinds that every story may hold.
const BASIC_KINDS: [&str; 5] = ["paragraph", "subheading", "list", "quote", "model"];

/// Returns every kind of block that this release knows.
pub(crate) fn kinds() -> impl Iterator<Item = &'static str> {
    BASIC_KINDS.into_iter().chain(ELEMENT_KINDS)
}

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
            "subheading" => Self::Subheading(read_of_kind(object, reader)?),
            "list" => Self::List(read_of_kind(object, reader)?),
            "quote" => Self::Quote(read_of_kind(object, reader)?),
            "model" => Self::Model(read_of_kind::<ModelBlock>(object, reader)?.model),
            other => match (reader.elements, ELEMENT_KINDS.contains(&other)) {
                (Some(read), true) => Self::Element(read(other, object, reader)?),
                _ => Self::Unknown(read_unknown(kind, object, reader)?),
            },
        })
    }
}

fn read_unknown(kind: Text, object: &JsonObject, reader: &mut Reader) -> Option<UnknownBlock> {
    let problem = ProblemKind::UnknownKind {
        what: "block",
        kind: kind.as_str().into(),
        nearest: reader.guess(kind.as_str(), &mut kinds()),
    };
    reader.report_in("kind", problem);
    let fallback = Text::from_field(object, "fallback", reader)?;
    Some(UnknownBlock { kind, fallback })
}

impl FromJson for ListItem {
    const EXPECTED: &'static str = "a text, a list of inlines or an item with a list";

    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self> {
        if let JsonValue::Object(_) = value {
            let NestedItem { text, list } = NestedItem::from_json(value, reader)?;
            return Some(Self { text, list });
        }
        let text = Inlines::read_expecting(Self::EXPECTED, value, reader)?;
        Some(Self { text, list: None })
    }
}

impl ListBlock {
    /// Adds the running texts of the items, and of the lists in them.
    fn add_texts<'a>(&'a mut self, texts: &mut Vec<&'a mut Inlines>) {
        for item in self.items.iter_mut() {
            texts.push(&mut item.text);
            if let Some(list) = &mut item.list {
                list.add_texts(texts);
            }
        }
    }
}

impl Block {
    /// Returns the running texts of this block, but for those in its [`Self::inner_mut`].
    pub(crate) fn texts_mut(&mut self) -> Vec<&mut Inlines> {
        let mut texts = Vec::new();
        match self {
            Self::Paragraph(text) => texts.push(text),
            Self::Subheading(heading) => texts.push(&mut heading.text),
            Self::List(list) => list.add_texts(&mut texts),
            Self::Quote(quote) => {
                texts.push(&mut quote.text);
                texts.extend(&mut quote.more);
            }
            Self::Element(element) => texts = element.texts_mut(),
            Self::Model(_) | Self::Unknown(_) => {}
        }
        texts
    }

    /// Returns the blocks inside this one.
    pub(crate) fn inner_mut(&mut self) -> Vec<&mut Blocks> {
        match self {
            Self::Element(element) => element.inner_mut(),
            _ => Vec::new(),
        }
    }
}
