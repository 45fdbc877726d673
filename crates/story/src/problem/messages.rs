use std::borrow::Cow;

use crate::{Pixels, limits};

use super::ProblemKind;
use super::suggest::slug;

/// What is said of a kind of problem.
struct Message {
    found: String,
    expected: Cow<'static, str>,
    help: Cow<'static, str>,
}

impl Message {
    fn new(
        found: impl Into<String>,
        expected: impl Into<Cow<'static, str>>,
        help: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            found: found.into(),
            expected: expected.into(),
            help: help.into(),
        }
    }
}

impl ProblemKind {
    /// Returns what was found.
    pub fn found(&self) -> String {
        self.message().found
    }

    /// Returns what should be there instead.
    pub fn expected(&self) -> Cow<'static, str> {
        self.message().expected
    }

    /// Returns what the editor can do about it.
    pub fn help(&self) -> String {
        match self.guess() {
            Some(guess) => format!("did you mean \"{guess}\"?"),
            None => self.message().help.into(),
        }
    }

    fn message(&self) -> Message {
        match self {
            Self::NotJson(error) => Message::new(
                format!("not JSON: {error}"),
                "one JSON object",
                "check commas, quotes and brackets near that place",
            ),
            Self::TooLong(found) => Message::new(
                format!("the story is {found} bytes long"),
                format!("at most {} bytes", limits::MAX_BYTES),
                "split the story in two",
            ),
            Self::TooManyValues => Message::new(
                format!("the story holds more than {} values", limits::MAX_VALUES),
                format!("at most {} values", limits::MAX_VALUES),
                "split the story in two",
            ),
            Self::TooDeep => Message::new(
                format!("nested more than {} levels deep", limits::MAX_DEPTH),
                format!("at most {} levels", limits::MAX_DEPTH),
                "take lists and objects out of one another",
            ),
            Self::WrongType { found, expected } => Message::new(
                format!("found {found}"),
                *expected,
                match *found {
                    "null" => "leave the field out or fill it in",
                    _ => "change the value",
                },
            ),
            Self::UnknownVersion => Message::new(
                "this schemaVersion is not known here",
                "schemaVersion 1",
                "set schemaVersion to 1 or update the widget",
            ),
            Self::MissingField { field, expected } => Message::new(
                format!("the field \"{field}\" is missing"),
                *expected,
                "add it",
            ),
            Self::UnknownField { field, .. } => Message::new(
                format!("unknown field \"{field}\""),
                "only the fields in the schema",
                "take the field out",
            ),
            Self::EmptyText => Message::new(
                "the text is empty",
                "at least one word",
                "write the text or leave the field out",
            ),
            Self::EmptyList => Message::new(
                "the list is empty",
                "at least one item",
                "add an item or leave it out",
            ),
            Self::LongText { found, max } => Message::new(
                format!("the text is {found} characters long"),
                format!("at most {max} characters"),
                "shorten it",
            ),
            Self::LongList { found, max } => Message::new(
                format!("the list has {found} items"),
                format!("at most {max} items"),
                "shorten it",
            ),
            Self::UnsoundModel {
                found,
                expected,
                help,
            } => Message::new(found.as_str(), *expected, *help),
            Self::UnknownWord { found, expected } => Message::new(
                format!("unknown value \"{found}\""),
                *expected,
                "use one of these words",
            ),
            Self::BadId(id) => Message::new(
                format!("\"{id}\" is not an id"),
                format!(
                    "lower-case letters, digits and hyphens, {} at most",
                    limits::MAX_ID
                ),
                "use a word such as lead",
            ),
            Self::ReservedId(id) => Message::new(
                format!("the id \"{id}\" begins with a word kept for the widget's own anchors"),
                "another first word",
                "",
            ),
            Self::DuplicateId { id, first } => Message::new(
                format!("the id \"{id}\" is already used at {first}"),
                "an id of its own",
                "rename one of the two",
            ),
            Self::DanglingReference { what, id, .. } => {
                let whole = match *what {
                    "term" | "section" | "model" => "in this story",
                    "state" => "under these rules",
                    _ => "in this model",
                };
                Message::new(
                    format!("no {what} \"{id}\""),
                    format!("the id of a {what} {whole}"),
                    format!("add the {what} or correct the id"),
                )
            }
            Self::BadDate(text) => Message::new(
                format!("\"{text}\" is not a date"),
                "a date such as 2025-01-22 or 2025-01-22T12:36:00+02:00",
                "write year, month and day, in that order",
            ),
            Self::BadPartialDate(text) => Message::new(
                format!("\"{text}\" is not a date"),
                "a date such as 2025, 2025-01 or 2025-01-22",
                "write year, month and day, in that order, as far as they are known",
            ),
            Self::BadMilliseconds => Message::new(
                "the number is not a time",
                "milliseconds since 1970, or a date such as 2025-01-22",
                "multiply seconds by 1000",
            ),
            Self::TimeWithoutZone => Message::new(
                "the time has no time zone",
                "a time with Z or an offset such as +02:00, or the story's timeZone",
                "add \"timeZone\", such as \"Europe/Berlin\", to the story",
            ),
            Self::BadTimeZone(text) => Message::new(
                format!("\"{text}\" is not a time zone"),
                "a name such as Europe/Berlin or UTC",
                "use the name in the IANA time zone database",
            ),
            Self::BadLanguage(text) => Message::new(
                format!("\"{text}\" is not a language tag"),
                "a tag such as en, pt-BR or zh-Hant",
                "use the tag of the story's language",
            ),
            Self::BadUrl(text) => Message::new(
                format!("\"{text}\" is not an allowed address"),
                "an https:, http:, mailto: or tel: address, or one on the same site, without spaces",
                "write the address in full, beginning with https://",
            ),
            Self::BadFileUrl(text) => Message::new(
                format!("\"{text}\" is not the address of a file"),
                "an https: or http: address, or one on the same site, without spaces",
                "write the address in full, beginning with https://",
            ),
            Self::BadPixels => Message::new(
                "the number is not a size in pixels",
                format!("a whole number from 1 to {}", Pixels::MAX),
                "write the width and the height of the file",
            ),
            Self::BadMediaTime(text) => Message::new(
                format!("\"{text}\" is not a time in a recording"),
                "minutes and seconds such as 1:20, or hours before them such as 1:02:03",
                "write the time as the player shows it",
            ),
            Self::MissingAlt => Message::new(
                "the image has no \"alt\"",
                "what the image shows, in words",
                "add \"alt\", or \"decorative\": true where the image says nothing",
            ),
            Self::MissingTranscript => Message::new(
                "the recording has neither \"captions\" nor a \"transcript\"",
                "what is said, in words",
                "add one of the two",
            ),
            Self::UnevenRow { found, columns } => Message::new(
                format!("the row has {found} cells"),
                format!("{columns}, one for each column"),
                "write \"\" for an empty cell",
            ),
            Self::NestedLink => Message::new(
                "there is a link or a term in the words of a link",
                "words, perhaps with marks such as emphasis",
                "take it out of the link; its words are shown",
            ),
            Self::BadYear => Message::new(
                "the number is not a year",
                "a whole number from 1 to 9999",
                "write the year alone, as in 2025",
            ),
            Self::UnknownInline { .. } => Message::new(
                "an object in running text names no known inline",
                "term, link, footnote, emphasis, strong, quote, strike, subscript, superscript, code, lang or lineBreak",
                "use one of these, or plain text",
            ),
            Self::UnknownKind { what, kind, .. } => Message::new(
                format!("unknown {what} kind \"{kind}\""),
                format!("a {what} kind that this release draws"),
                "update the widget, or read its fallback text once more",
            ),
            Self::BadNumber => Message::new(
                "the number is out of range or has too many digits",
                "a number from -10^12 to 10^12 with at most 6 decimals and 15 digits",
                "use a larger unit or fewer decimals",
            ),
        }
    }

    /// Returns what the editor may have meant.
    fn guess(&self) -> Option<String> {
        match self {
            Self::UnknownField { nearest, .. }
            | Self::DanglingReference { nearest, .. }
            | Self::UnknownInline { nearest }
            | Self::UnknownKind { nearest, .. } => nearest.clone(),
            Self::BadId(id) => slug(id),
            Self::ReservedId(id) => Some(format!("about-{id}")),
            _ => None,
        }
    }
}
