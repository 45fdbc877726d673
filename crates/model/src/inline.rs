use std::rc::Rc;

use crate::problem::nearest;
use crate::read::{Field, Fields, FromRaw, NonEmpty, Reader};
use crate::{Fault, Raw, TermId, Text, Url, limits};

/// A stretch of running text. Never markup, never character offsets.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Plain words.
    Text(Rc<str>),
    /// A mention of a term; without words of its own it shows the term's label.
    Term {
        /// The term meant.
        term: TermId,
        /// The words to show.
        text: Option<Text>,
    },
    /// A link out of the story.
    Link {
        /// Where it leads.
        url: Url,
        /// The words to show.
        text: Text,
    },
    /// Stressed words.
    Emphasis(Inlines),
    /// Important words.
    Strong(Inlines),
    /// Somebody's words.
    Quote(Inlines),
}

/// Running text: at least one [`Inline`]. In JSON a string, or a list of strings and records.
#[derive(Clone, Debug, PartialEq)]
pub struct Inlines(NonEmpty<Inline>);

const KEYS: [&str; 5] = ["term", "link", "emphasis", "strong", "quote"];

impl Inlines {
    /// Returns the parts in reading order.
    pub fn parts(&self) -> &[Inline] {
        &self.0
    }

    pub(crate) fn parts_mut(&mut self) -> std::slice::IterMut<'_, Inline> {
        self.0.iter_mut()
    }
}

impl FromRaw for Inlines {
    const EXPECTED: &'static str = "a text or a list of texts and inlines";

    fn from_raw(raw: Raw, reader: &mut Reader) -> Option<Self> {
        match raw {
            Raw::Text(_) => {
                let text = Text::from_raw(raw, reader)?;
                NonEmpty::new(vec![Inline::Text(text.shared())]).map(Self)
            }
            Raw::List(_) => NonEmpty::from_raw(raw, reader).map(Self),
            other => reader.wrong_type(&other, Self::EXPECTED),
        }
    }
}

impl FromRaw for Inline {
    const EXPECTED: &'static str = "a text or an inline";

    fn from_raw(raw: Raw, reader: &mut Reader) -> Option<Self> {
        match raw {
            Raw::Text(text) => words(text, reader),
            Raw::Record(_) => from_record(raw, reader),
            other => reader.wrong_type(&other, Self::EXPECTED),
        }
    }
}

/// Reads words between inlines; a lone space between two of them is fine.
fn words(text: String, reader: &mut Reader) -> Option<Inline> {
    let found = text.chars().count();
    if text.is_empty() {
        reader.report(Fault::EmptyText);
        return None;
    }
    if found > limits::MAX_TEXT {
        reader.report(Fault::LongText {
            found,
            max: limits::MAX_TEXT,
        });
        return None;
    }
    Some(Inline::Text(text.into()))
}

fn from_record(raw: Raw, reader: &mut Reader) -> Option<Inline> {
    let fields = reader.open_fields(raw)?;
    let Some(key) = KEYS.into_iter().find(|key| fields.has(key)) else {
        return unknown(fields, reader);
    };
    let known: &[&'static str] = match key {
        "term" => &["term", "text"],
        "link" => &["link", "text"],
        "emphasis" => &["emphasis"],
        "strong" => &["strong"],
        _ => &["quote"],
    };
    let mut fields = reader.fields(fields.into(), known)?;
    match key {
        "term" => mention(&mut fields, reader),
        "link" => link(&mut fields, reader),
        "emphasis" => Inlines::read(&mut fields, key, reader).map(Inline::Emphasis),
        "strong" => Inlines::read(&mut fields, key, reader).map(Inline::Strong),
        _ => Inlines::read(&mut fields, key, reader).map(Inline::Quote),
    }
}

fn mention(fields: &mut Fields, reader: &mut Reader) -> Option<Inline> {
    let term = TermId::read(fields, "term", reader);
    let text: Option<Text> = Option::read(fields, "text", reader)?;
    let Some(term) = term else {
        return text.map(|text| Inline::Text(text.shared()));
    };
    Some(Inline::Term { term, text })
}

/// Reads a link; where its address is refused, its words stay.
fn link(fields: &mut Fields, reader: &mut Reader) -> Option<Inline> {
    let url = Url::read(fields, "link", reader);
    let text = Text::read(fields, "text", reader)?;
    Some(match url {
        Some(url) => Inline::Link { url, text },
        None => Inline::Text(text.shared()),
    })
}

/// Reports a record that is no inline, and keeps its words if it has any.
fn unknown(mut fields: Fields, reader: &mut Reader) -> Option<Inline> {
    let nearest = fields.first_name().and_then(|name| nearest(name, KEYS));
    reader.report(Fault::UnknownInline { nearest });
    match fields.take("text") {
        Some(Raw::Text(text)) => words(text, reader),
        _ => None,
    }
}
