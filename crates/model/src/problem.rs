use std::fmt;

use crate::{JsonPath, limits};

/// Says what is wrong with a story, where, what was expected and how to mend it.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Where in the JSON.
    pub path: JsonPath,
    /// What is wrong there.
    pub fault: Fault,
}

/// Says how much a [`Problem`] matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Something the editor wrote is not shown as written. Mend it before publishing.
    Error,
    /// Shown in another way than its author may have meant.
    Warning,
}

/// What can be wrong with a story. Its text says what was found.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Fault {
    /// The text is no JSON, or the JavaScript value has no JSON form.
    #[error("not JSON: {0}")]
    NotJson(String),
    /// More bytes than [`limits::MAX_BYTES`].
    #[error("the story is {0} bytes long")]
    TooLong(usize),
    /// More values than [`limits::MAX_VALUES`].
    #[error("the story holds more than {max} values", max = limits::MAX_VALUES)]
    TooMany,
    /// Deeper than [`limits::MAX_DEPTH`].
    #[error("nested more than {max} levels deep", max = limits::MAX_DEPTH)]
    TooDeep,
    /// The wrong JSON type.
    #[error("found {found}")]
    WrongType {
        /// The type that stands there.
        found: &'static str,
        /// What should.
        expected: &'static str,
    },
    /// A version of the model that this release does not read.
    #[error("this schemaVersion is not known here")]
    UnknownVersion,
    /// A required field is not there.
    #[error("the field \"{field}\" is missing")]
    MissingField {
        /// Its name.
        field: &'static str,
        /// What it should hold.
        expected: &'static str,
    },
    /// A field this release does not know.
    #[error("unknown field \"{field}\"")]
    UnknownField {
        /// Its name.
        field: String,
        /// The known name nearest to it.
        nearest: Option<String>,
    },
    /// A text with nothing but white space.
    #[error("the text is empty")]
    EmptyText,
    /// A list that needs an item and has none.
    #[error("the list is empty")]
    EmptyList,
    /// A text over its limit.
    #[error("the text is {found} characters long")]
    LongText {
        /// Characters found.
        found: usize,
        /// Characters allowed.
        max: usize,
    },
    /// Not an id.
    #[error("\"{0}\" is not an id")]
    BadId(String),
    /// An id that would clash with an anchor the widget makes.
    #[error("the id \"{0}\" begins with a word kept for the widget's own anchors")]
    ReservedId(String),
    /// An id used before.
    #[error("the id \"{id}\" is already used at {first}")]
    DuplicateId {
        /// The id.
        id: String,
        /// Where it was used first.
        first: JsonPath,
    },
    /// A reference to a term, section or model that is not there, or was refused.
    #[error("no {what} \"{id}\"")]
    Dangling {
        /// `term`, `section` or `model`, or a part of one model: `state`, `lane` or `parameter`.
        what: &'static str,
        /// The id that leads nowhere.
        id: String,
        /// The known id nearest to it.
        nearest: Option<String>,
    },
    /// Not a date, or not one on the calendar.
    #[error("\"{0}\" is not a date")]
    BadDate(String),
    /// Not a language tag.
    #[error("\"{0}\" is not a language tag")]
    BadLanguage(String),
    /// Not an address, or one with a scheme that is not allowed.
    #[error("\"{0}\" is not an allowed address")]
    BadUrl(String),
    /// A number out of range, or with too many digits.
    #[error("the number is out of range or has too many digits")]
    BadNumber,
    /// Not a year of the calendar.
    #[error("the number is not a year")]
    BadYear,
    /// Not a date of any precision, or not one on the calendar.
    #[error("\"{0}\" is not a date")]
    BadPartialDate(String),
    /// A list over its limit.
    #[error("the list has {found} items")]
    LongList {
        /// Items found.
        found: usize,
        /// Items allowed.
        max: usize,
    },
    /// Parts of a mini-model that do not fit together.
    #[error("{found}")]
    Unsound {
        /// What does not fit.
        found: String,
        /// What would.
        expected: &'static str,
        /// What to do.
        mend: &'static str,
    },
    /// A word outside a closed set.
    #[error("unknown value \"{found}\"")]
    UnknownWord {
        /// The word found.
        found: String,
        /// The words allowed.
        expected: &'static str,
    },
    /// A record in running text that is no known inline.
    #[error("a record in running text names no known inline")]
    UnknownInline {
        /// The known inline nearest to its first field.
        nearest: Option<String>,
    },
    /// A block or model of a kind this release does not draw.
    #[error("unknown {what} kind \"{kind}\"")]
    UnknownKind {
        /// `block` or `model`.
        what: &'static str,
        /// The kind found.
        kind: String,
        /// The known kind nearest to it.
        nearest: Option<String>,
    },
}

/// Everything wrong with one story, in the order found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problems {
    list: Vec<Problem>,
    unlisted: usize,
}

impl Problem {
    /// Returns whether the story shows as written all the same.
    pub fn severity(&self) -> Severity {
        match self.fault {
            Fault::UnknownKind { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

impl Fault {
    /// Returns a stable name for the kind of fault, for tools.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotJson(_) => "not-json",
            Self::TooLong(_) => "too-long",
            Self::TooMany => "too-many-values",
            Self::TooDeep => "too-deep",
            Self::WrongType { .. } => "wrong-type",
            Self::UnknownVersion => "unknown-version",
            Self::MissingField { .. } => "missing-field",
            Self::UnknownField { .. } => "unknown-field",
            Self::EmptyText => "empty-text",
            Self::EmptyList => "empty-list",
            Self::LongText { .. } => "long-text",
            Self::BadId(_) => "bad-id",
            Self::ReservedId(_) => "reserved-id",
            Self::DuplicateId { .. } => "duplicate-id",
            Self::Dangling { .. } => "dangling-reference",
            Self::BadDate(_) => "bad-date",
            Self::BadNumber => "bad-number",
            Self::BadYear => "bad-year",
            Self::BadPartialDate(_) => "bad-partial-date",
            Self::LongList { .. } => "long-list",
            Self::Unsound { .. } => "unsound-model",
            Self::BadLanguage(_) => "bad-language",
            Self::BadUrl(_) => "bad-url",
            Self::UnknownWord { .. } => "unknown-word",
            Self::UnknownInline { .. } => "unknown-inline",
            Self::UnknownKind { .. } => "unknown-kind",
        }
    }

    /// Returns what should stand there instead.
    pub fn expected(&self) -> String {
        match self {
            Self::NotJson(_) => "one JSON record".into(),
            Self::TooLong(_) => format!("at most {} bytes", limits::MAX_BYTES),
            Self::TooMany => format!("at most {} values", limits::MAX_VALUES),
            Self::TooDeep => format!("at most {} levels", limits::MAX_DEPTH),
            Self::WrongType { expected, .. }
            | Self::MissingField { expected, .. }
            | Self::Unsound { expected, .. }
            | Self::UnknownWord { expected, .. } => (*expected).into(),
            Self::BadNumber => {
                "a number from -10^12 to 10^12 with at most 6 decimals and 15 digits".into()
            }
            Self::BadYear => "a whole number from 1 to 9999".into(),
            Self::BadPartialDate(_) => "a date such as 2025, 2025-01 or 2025-01-22".into(),
            Self::LongList { max, .. } => format!("at most {max} items"),
            Self::UnknownVersion => "schemaVersion 1".into(),
            Self::UnknownField { .. } => "only the fields in the schema".into(),
            Self::EmptyText => "at least one word".into(),
            Self::EmptyList => "at least one item".into(),
            Self::LongText { max, .. } => format!("at most {max} characters"),
            Self::BadId(_) => format!(
                "lower-case letters, digits and hyphens, {} at most",
                limits::MAX_ID
            ),
            Self::ReservedId(_) => "another first word".into(),
            Self::DuplicateId { .. } => "an id of its own".into(),
            Self::Dangling { what, .. } => match *what {
                "term" | "section" | "model" => format!("the id of a {what} in this story"),
                "state" => "the id of a state under these rules".into(),
                _ => format!("the id of a {what} in this model"),
            },
            Self::BadDate(_) => {
                "a date such as 2025-01-22, 2025-01-22T12:36 or 2025-01-22T12:36:00Z".into()
            }
            Self::BadLanguage(_) => "a tag such as en, pt-BR or zh-Hant".into(),
            Self::BadUrl(_) => "a full https:, http: or mailto: address without spaces".into(),
            Self::UnknownInline { .. } => "term, link, emphasis, strong or quote".into(),
            Self::UnknownKind { what, .. } => format!("a {what} kind that this release draws"),
        }
    }

    /// Returns what the editor can do about it.
    pub fn mend(&self) -> String {
        match self {
            Self::NotJson(_) => "check commas, quotes and brackets near that place".into(),
            Self::TooLong(_) | Self::TooMany => "split the story in two".into(),
            Self::TooDeep => "take lists and records out of one another".into(),
            Self::WrongType { found: "null", .. } => "leave the field out or fill it in".into(),
            Self::WrongType { .. } => "change the value".into(),
            Self::UnknownVersion => "set schemaVersion to 1 or update the widget".into(),
            Self::MissingField { .. } => "add it".into(),
            Self::EmptyText => "write the text or leave the field out".into(),
            Self::EmptyList => "add an item or leave it out".into(),
            Self::Unsound { mend, .. } => (*mend).into(),
            Self::BadNumber => "use a larger unit or fewer decimals".into(),
            Self::LongText { .. } | Self::LongList { .. } => "shorten it".into(),
            Self::BadYear => "write the year alone, as in 2025".into(),
            Self::BadId(id) => match slug(id) {
                Some(slug) => format!("did you mean \"{slug}\"?"),
                None => "use a word such as lead".into(),
            },
            Self::ReservedId(id) => format!("did you mean \"about-{id}\"?"),
            Self::DuplicateId { .. } => "rename one of the two".into(),
            Self::Dangling { what, nearest, .. } => {
                did_you_mean(nearest, || format!("add the {what} or correct the id"))
            }
            Self::BadDate(_) => "write year, month and day, in that order".into(),
            Self::BadPartialDate(_) => {
                "write year, month and day, in that order, as far as they are known".into()
            }
            Self::BadLanguage(_) => "use the tag of the story's language".into(),
            Self::BadUrl(_) => "write the address in full, beginning with https://".into(),
            Self::UnknownWord { .. } => "use one of these words".into(),
            Self::UnknownField { nearest, .. } => {
                did_you_mean(nearest, || "take the field out".into())
            }
            Self::UnknownInline { nearest } => {
                did_you_mean(nearest, || "use one of these, or plain text".into())
            }
            Self::UnknownKind { nearest, .. } => did_you_mean(nearest, || {
                "update the widget, or read its fallback text once more".into()
            }),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, fault } = self;
        write!(
            f,
            "{path}: {fault}; expected {}; {}",
            fault.expected(),
            fault.mend()
        )
    }
}

impl Problems {
    /// Returns the problems listed, [`limits::MAX_PROBLEMS`] at most.
    pub fn list(&self) -> &[Problem] {
        &self.list
    }

    /// Returns how many more there are.
    pub fn unlisted(&self) -> usize {
        self.unlisted
    }

    /// Returns whether anything must be mended before publishing.
    pub fn has_errors(&self) -> bool {
        self.unlisted > 0 || self.list.iter().any(|p| p.severity() == Severity::Error)
    }

    /// Returns whether another problem would only be counted.
    pub(crate) fn is_full(&self) -> bool {
        self.list.len() >= limits::MAX_PROBLEMS
    }

    pub(crate) fn add(&mut self, problem: Problem) {
        if self.is_full() {
            self.unlisted += 1;
        } else {
            self.list.push(problem);
        }
    }
}

/// Returns the candidate that `word` most likely misspells.
pub(crate) fn nearest(word: &str, candidates: &[&str]) -> Option<String> {
    // One slip in three letters still reads as the same word; a long word may hold three.
    let mut too_far = (word.chars().count() / 3).clamp(1, 3) + 1;
    let mut nearest = None;
    for candidate in candidates {
        let distance = strsim::osa_distance(word, candidate);
        if distance < too_far {
            too_far = distance;
            nearest = Some(String::from(*candidate));
        }
    }
    nearest
}

fn did_you_mean(nearest: &Option<String>, otherwise: impl FnOnce() -> String) -> String {
    match nearest {
        Some(word) => format!("did you mean \"{word}\"?"),
        None => otherwise(),
    }
}

/// Returns what is left of `text` as an id, if anything is.
fn slug(text: &str) -> Option<String> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    let slug: String = words.join("-").chars().take(limits::MAX_ID).collect();
    (!slug.is_empty()).then_some(slug)
}
