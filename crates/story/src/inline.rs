use std::rc::Rc;

use crate::json::{FromField, FromJson, NonEmpty, Reader, TextRule};
use crate::scalar::check_length;
use crate::{JsonObject, JsonValue, Lang, ProblemKind, Source, TermId, Text, Url, limits};

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
    /// A link to another page, or to a place on this one.
    Link {
        /// Where it leads.
        url: Url,
        /// The words to show; neither a link nor a mention is in them.
        text: Inlines,
    },
    /// Stressed words.
    Emphasis(Inlines),
    /// Important words.
    Strong(Inlines),
    /// Somebody's words.
    Quote(Inlines),
    /// Words that no longer hold.
    Strike(Inlines),
    /// Words below the line, as in CO₂.
    Subscript(Inlines),
    /// Words above the line, as in m².
    Superscript(Inlines),
    /// Text for machines.
    Code(Text),
    /// Words in another language than the story's.
    Foreign {
        /// Their language.
        lang: Lang,
        /// The words.
        text: Inlines,
    },
    /// The end of a line inside a paragraph.
    LineBreak,
    /// A footnote; its sign stands here.
    Note(Inlines),
    /// Where the sentence before it comes from; the sign of a footnote stands here.
    Citation(Source),
    /// The words of a link that leads nowhere.
    Words(Inlines),
}

/// Running text: at least one [`Inline`]. In JSON a string, or a list of strings and objects.
#[derive(Clone, Debug, PartialEq)]
pub struct Inlines(NonEmpty<Inline>);

const KEYS: [&str; 13] = [
    "term",
    "link",
    "emphasis",
    "strong",
    "quote",
    "strike",
    "subscript",
    "superscript",
    "code",
    "lang",
    "lineBreak",
    "footnote",
    "cite",
];

impl Inlines {
    /// Returns the parts in reading order.
    pub fn parts(&self) -> &[Inline] {
        &self.0
    }

    pub(crate) fn parts_mut(&mut self) -> std::slice::IterMut<'_, Inline> {
        self.0.iter_mut()
    }
}

impl FromJson for Inlines {
    const EXPECTED: &'static str = "a text or a list of texts and inlines";

    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self> {
        Self::read_expecting(Self::EXPECTED, value, reader)
    }
}

impl Inlines {
    /// Reads running text where something else may be, too.
    pub(crate) fn read_expecting(
        expected: &'static str,
        value: &JsonValue,
        reader: &mut Reader,
    ) -> Option<Self> {
        if let JsonValue::Array(_) = value {
            return NonEmpty::from_json(value, reader).map(Self);
        }
        let rule = TextRule {
            expected,
            ..Text::RULE
        };
        let text = reader.text(value, &rule)?;
        Some(Self(NonEmpty::one(Inline::Text(text))))
    }
}

impl FromJson for Inline {
    const EXPECTED: &'static str = WORDS.expected;

    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self> {
        match value {
            JsonValue::Object(object) => read_object(object, reader),
            words => reader.text(words, &WORDS).map(Self::Text),
        }
    }
}

/// Words between inlines; a lone space between two of them is fine.
const WORDS: TextRule = TextRule {
    expected: "a text or an inline",
    check: |text| match text {
        "" => Err(ProblemKind::EmptyText),
        _ => check_length(text, limits::MAX_TEXT),
    },
    names: None,
};

fn read_object(object: &JsonObject, reader: &mut Reader) -> Option<Inline> {
    let Some(key) = KEYS.into_iter().find(|key| object.get(key).is_some()) else {
        return read_unknown(object, reader);
    };
    let fields: &[&str] = match key {
        "term" | "link" | "lang" => &[key, "text"],
        _ => &[key],
    };
    reader.check_fields(object, &[fields]);
    match key {
        "term" => read_mention(object, reader),
        "link" => read_link(object, reader),
        "emphasis" => FromField::from_field(object, key, reader).map(Inline::Emphasis),
        "strong" => FromField::from_field(object, key, reader).map(Inline::Strong),
        "quote" => FromField::from_field(object, key, reader).map(Inline::Quote),
        "strike" => FromField::from_field(object, key, reader).map(Inline::Strike),
        "subscript" => FromField::from_field(object, key, reader).map(Inline::Subscript),
        "superscript" => FromField::from_field(object, key, reader).map(Inline::Superscript),
        "code" => FromField::from_field(object, key, reader).map(Inline::Code),
        "lang" => read_foreign(object, reader),
        "lineBreak" => bool::from_field(object, key, reader).map(|_| Inline::LineBreak),
        "footnote" => FromField::from_field(object, key, reader).map(Inline::Note),
        _ => FromField::from_field(object, key, reader).map(Inline::Citation),
    }
}

/// Reads words in another language; where that is refused, the words stay.
fn read_foreign(object: &JsonObject, reader: &mut Reader) -> Option<Inline> {
    let lang = Lang::from_field(object, "lang", reader);
    let text = Inlines::from_field(object, "text", reader)?;
    Some(match lang {
        Some(lang) => Inline::Foreign { lang, text },
        None => Inline::Words(text),
    })
}

/// Reads a mention; where its term is refused, its words stay.
fn read_mention(object: &JsonObject, reader: &mut Reader) -> Option<Inline> {
    let term = TermId::from_field(object, "term", reader);
    let text = Option::<Text>::from_field(object, "text", reader)?;
    match term {
        Some(term) => Some(Inline::Term { term, text }),
        None => text.map(|text| Inline::Text(text.shared())),
    }
}

/// Reads a link; where its address is refused, its words stay.
fn read_link(object: &JsonObject, reader: &mut Reader) -> Option<Inline> {
    let url = Url::from_field(object, "link", reader);
    let mut text = Inlines::from_field(object, "text", reader)?;
    if take_out_links(&mut text) {
        reader.report_in("text", ProblemKind::NestedLink);
    }
    Some(match url {
        Some(url) => Inline::Link { url, text },
        None => Inline::Words(text),
    })
}

/// Makes plain words of the links and mentions in running text. Returns whether there were any.
fn take_out_links(text: &mut Inlines) -> bool {
    let mut found = false;
    for part in text.parts_mut() {
        match part {
            Inline::Text(_) | Inline::Code(_) | Inline::LineBreak => {}
            Inline::Note(_) | Inline::Citation(_) => {
                *part = Inline::Text(Rc::default());
                found = true;
            }
            Inline::Strike(inner)
            | Inline::Subscript(inner)
            | Inline::Superscript(inner)
            | Inline::Foreign { text: inner, .. }
            | Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Quote(inner)
            | Inline::Words(inner) => found |= take_out_links(inner),
            Inline::Link { .. } => {
                let nothing = Inline::Text(Rc::default());
                if let Inline::Link { text, .. } = std::mem::replace(part, nothing) {
                    *part = Inline::Words(text);
                }
                found = true;
            }
            Inline::Term { term, text } => {
                *part = Inline::Text(words_of_mention(term, text.as_ref()));
                found = true;
            }
        }
    }
    found
}

/// Returns the words of a mention without its term: its own, or the id's.
pub(crate) fn words_of_mention(term: &TermId, text: Option<&Text>) -> Rc<str> {
    match text {
        Some(text) => text.shared(),
        None => term.as_str().replace('-', " ").into(),
    }
}

/// Reports an object that is no inline, and keeps its words if it has any.
fn read_unknown(object: &JsonObject, reader: &mut Reader) -> Option<Inline> {
    let first = object.names().next();
    let nearest = first.and_then(|name| reader.guess(name, &mut KEYS.into_iter()));
    reader.report(ProblemKind::UnknownInline { nearest });
    match object.get("text") {
        Some(text @ JsonValue::String(_)) => reader.text(text, &WORDS).map(Inline::Text),
        _ => None,
    }
}
