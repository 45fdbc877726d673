use std::fmt;

use crate::json::{FromJson, Reader, read_of_kind};
use crate::{Blocks, Inlines, JsonObject, JsonValue, QuestionId, Text};

use super::{
    Aside, Audio, Cell, CodeBlock, DividerBlock, Embed, Gallery, Image, PullQuote, QAndA, Related,
    Table, Verse, Video, Views,
};

/// What a story may hold beside its text.
#[derive(Clone, Debug, PartialEq)]
pub enum Element {
    /// Lines of a poem or a song.
    Verse(Verse),
    /// Text for machines.
    Code(Text),
    /// A break between two thoughts.
    Divider,
    /// An image.
    Image(Image),
    /// Several images.
    Gallery(Gallery),
    /// A film.
    Video(Video),
    /// A recording to listen to.
    Audio(Audio),
    /// Something that stands on another site.
    Embed(Embed),
    /// A table.
    Table(Table),
    /// Links to other pages.
    Related(Related),
    /// A sentence of the story set large.
    PullQuote(PullQuote),
    /// A box beside the story.
    Aside(Aside),
    /// Questions with their answers.
    QAndA(QAndA),
    /// Who says what.
    Views(Views),
}

/// The kinds of blocks that are elements.
pub const ELEMENT_KINDS: [&str; 14] = [
    "verse",
    "code",
    "divider",
    "image",
    "gallery",
    "video",
    "audio",
    "embed",
    "table",
    "related",
    "pullquote",
    "aside",
    "qanda",
    "views",
];

/// Reads the element of a kind, one of [`ELEMENT_KINDS`].
pub type ReadElement = fn(&str, &JsonObject, &mut Reader) -> Option<ElementBlock>;

/// An [`Element`].
///
/// Behind a trait object with no more than that wasm calls, so that the wasm of a story without elements has nothing of them, not even what
/// drops them: they come with the part that has [`read_element`].
pub struct ElementBlock(Box<dyn HoldsElement>);

/// What a story without knowledge of the elements does with one.
trait HoldsElement {
    fn element(&self) -> &Element;
    fn texts_mut(&mut self) -> Vec<&mut Inlines>;
    fn inner_mut(&mut self) -> Vec<&mut Blocks>;
    fn retain_questions(&mut self, keep: &mut dyn FnMut(&QuestionId) -> bool);
}

/// The image above the text. In JSON an image without its kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Lead(ElementBlock);

impl Lead {
    /// Returns the image.
    pub fn element(&self) -> &ElementBlock {
        &self.0
    }

    pub(crate) fn texts_mut(&mut self) -> Vec<&mut Inlines> {
        self.0.texts_mut()
    }
}

impl FromJson for Lead {
    const EXPECTED: &'static str = "an image";

    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self> {
        let object = reader.object(value)?;
        let read = reader.elements?;
        read("image", object, reader).map(Self)
    }
}

impl ElementBlock {
    /// Returns the element.
    pub fn get(&self) -> &Element {
        self.0.element()
    }

    pub(crate) fn texts_mut(&mut self) -> Vec<&mut Inlines> {
        self.0.texts_mut()
    }

    pub(crate) fn inner_mut(&mut self) -> Vec<&mut Blocks> {
        self.0.inner_mut()
    }

    /// Keeps the questions that `keep` wants, where there are any.
    pub(crate) fn retain_questions(&mut self, keep: &mut dyn FnMut(&QuestionId) -> bool) {
        self.0.retain_questions(keep);
    }
}

impl Clone for ElementBlock {
    fn clone(&self) -> Self {
        Self(Box::new(self.get().clone()))
    }
}

impl PartialEq for ElementBlock {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl fmt::Debug for ElementBlock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(f)
    }
}

/// Reads the element of a kind, one of [`ELEMENT_KINDS`]; see [`ReadElement`].
pub fn read_element(kind: &str, object: &JsonObject, reader: &mut Reader) -> Option<ElementBlock> {
    let element = match kind {
        "verse" => Element::Verse(read_of_kind(object, reader)?),
        "code" => Element::Code(read_of_kind::<CodeBlock>(object, reader)?.text),
        "divider" => {
            read_of_kind::<DividerBlock>(object, reader)?;
            Element::Divider
        }
        "image" => Element::Image(read_of_kind(object, reader)?),
        "gallery" => Element::Gallery(read_of_kind(object, reader)?),
        "video" => Element::Video(read_of_kind(object, reader)?),
        "audio" => Element::Audio(read_of_kind(object, reader)?),
        "embed" => Element::Embed(read_of_kind(object, reader)?),
        "table" => Element::Table(read_of_kind(object, reader)?),
        "related" => Element::Related(read_of_kind(object, reader)?),
        "pullquote" => Element::PullQuote(read_of_kind(object, reader)?),
        "aside" => Element::Aside(read_of_kind(object, reader)?),
        "qanda" => Element::QAndA(read_of_kind(object, reader)?),
        _ => Element::Views(read_of_kind(object, reader)?),
    };
    Some(ElementBlock(Box::new(element)))
}

impl HoldsElement for Element {
    fn element(&self) -> &Element {
        self
    }

    fn texts_mut(&mut self) -> Vec<&mut Inlines> {
        let mut texts = Vec::new();
        match self {
            Self::Verse(verse) => {
                for stanza in verse.stanzas.iter_mut() {
                    texts.extend(stanza.iter_mut());
                }
            }
            Self::Image(image) => texts.extend(&mut image.caption),
            Self::Gallery(gallery) => {
                let captions = gallery.images.iter_mut();
                texts.extend(captions.filter_map(|image| image.caption.as_mut()));
                texts.extend(&mut gallery.caption);
            }
            Self::Video(video) => texts.extend(&mut video.caption),
            Self::Audio(audio) => texts.extend(&mut audio.caption),
            Self::Embed(embed) => {
                let poster = embed.poster.iter_mut();
                texts.extend(poster.filter_map(|image| image.caption.as_mut()));
            }
            Self::Table(table) => {
                for cell in table.rows.iter_mut().flatten() {
                    if let Cell::Words(words) = cell {
                        texts.push(words);
                    }
                }
                texts.extend(&mut table.note);
            }
            Self::PullQuote(quote) => texts.push(&mut quote.text),
            Self::Views(views) => {
                texts.extend(&mut views.agreed);
                for view in views.views.iter_mut() {
                    texts.extend(view.claims.iter_mut().map(|claim| &mut claim.text));
                }
            }
            Self::Related(related) => {
                let images = related.links.iter_mut();
                let images = images.filter_map(|link| link.image.as_mut());
                texts.extend(images.filter_map(|image| image.caption.as_mut()));
            }
            Self::Code(_) | Self::Divider | Self::Aside(_) | Self::QAndA(_) => {}
        }
        texts
    }

    fn inner_mut(&mut self) -> Vec<&mut Blocks> {
        match self {
            Self::Aside(aside) => vec![&mut aside.blocks],
            Self::QAndA(qanda) => {
                let questions = qanda.questions.iter_mut();
                questions.map(|question| &mut question.answer).collect()
            }
            Self::Video(video) => video.transcript.blocks_mut().into_iter().collect(),
            Self::Audio(audio) => audio.transcript.blocks_mut().into_iter().collect(),
            _ => Vec::new(),
        }
    }

    fn retain_questions(&mut self, keep: &mut dyn FnMut(&QuestionId) -> bool) {
        if let Self::QAndA(qanda) = self {
            qanda.questions.retain(|question| keep(&question.id));
        }
    }
}
