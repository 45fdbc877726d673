use std::rc::Rc;

use crate::problem::nearest;
use crate::read::{Field, FromRaw, NonEmpty};
use crate::reader::{Reader, TextRule};
use crate::text::not_long;
use crate::{Fault, TermId, Text, Url, limits};

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
    fn read(reader: &mut Reader) -> Self {
        Self::read_expecting("a text or a list of texts and inlines", reader)
    }
}

impl Inlines {
    /// Reads running text where something else may stand, too.
    pub(crate) fn read_expecting(expected: &'static str, reader: &mut Reader) -> Self {
        if reader.is_list() {
            return Self(NonEmpty::read(reader));
        }
        let rule = TextRule {
            expected,
            ..Text::RULE
        };
        Self(NonEmpty::one(Inline::Text(
            reader.text(&rule).into_shared(),
        )))
    }
}

impl FromRaw for Inline {
    fn read(reader: &mut Reader) -> Self {
        if reader.is_record() {
            read_record(reader)
        } else {
            Self::Text(reader.text(&WORDS).into_shared())
        }
    }
}

/// Words between inlines; a lone space between two of them is fine.
const WORDS: TextRule = TextRule {
    expected: "a text or an inline",
    check: |text| match text {
        "" => Err(Fault::EmptyText),
        _ => not_long(text, limits::MAX_TEXT),
    },
    names: None,
};

fn read_record(reader: &mut Reader) -> Inline {
    let fields = reader.fields();
    let has = |key: &str| fields.iter().any(|(name, _)| name == key);
    let Some(key) = KEYS.into_iter().find(|key| has(key)) else {
        return read_unknown(reader);
    };
    let names: &[&str] = match key {
        "term" => &["term", "text"],
        "link" => &["link", "text"],
        "emphasis" => &["emphasis"],
        "strong" => &["strong"],
        _ => &["quote"],
    };
    reader.open("an inline", names);
    let inline = match key {
        "term" => read_mention(reader),
        "link" => read_link(reader),
        "emphasis" => Inline::Emphasis(Field::read_field(reader)),
        "strong" => Inline::Strong(Field::read_field(reader)),
        _ => Inline::Quote(Field::read_field(reader)),
    };
    reader.close();
    inline
}

/// Reads a mention; where its term is refused, its words stay.
fn read_mention(reader: &mut Reader) -> Inline {
    let term = reader.attempt(TermId::read_field);
    let text = Text::read_optional(reader);
    match (term, text) {
        (Some(term), text) => Inline::Term { term, text },
        (None, Some(text)) => Inline::Text(text.shared()),
        (None, None) => {
            reader.lose();
            Inline::Text(Rc::default())
        }
    }
}

/// Reads a link; where its address is refused, its words stay.
fn read_link(reader: &mut Reader) -> Inline {
    let url = reader.attempt(Url::read_field);
    let text = Text::read_field(reader);
    match url {
        Some(url) => Inline::Link { url, text },
        None => Inline::Text(text.shared()),
    }
}

/// Reports a record that is no inline, and keeps its words if it has any.
fn read_unknown(reader: &mut Reader) -> Inline {
    let first = reader.fields().first();
    let nearest = first.and_then(|(name, _)| nearest(name, &KEYS));
    reader.report(Fault::UnknownInline { nearest });
    reader.turn_to_text_in("text");
    Inline::Text(reader.text(&WORDS).into_shared())
}
