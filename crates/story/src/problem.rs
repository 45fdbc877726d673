use std::fmt;

use crate::digits::push_number;
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
#[error("{}", self.found())]
pub enum Fault {
    /// The text is no JSON, or the JavaScript value has no JSON form.
    NotJson(String),
    /// More bytes than [`limits::MAX_BYTES`].
    TooLong(usize),
    /// More values than [`limits::MAX_VALUES`].
    TooMany,
    /// Deeper than [`limits::MAX_DEPTH`].
    TooDeep,
    /// The wrong JSON type.
    WrongType {
        /// The type that stands there.
        found: &'static str,
        /// What should.
        expected: &'static str,
    },
    /// A version of the model that this release does not read.
    UnknownVersion,
    /// A required field is not there.
    MissingField {
        /// Its name.
        field: &'static str,
        /// What it should hold.
        expected: &'static str,
    },
    /// A field this release does not know.
    UnknownField {
        /// Its name.
        field: String,
        /// The known name nearest to it.
        nearest: Option<String>,
    },
    /// A text with nothing but white space.
    EmptyText,
    /// A list that needs an item and has none.
    EmptyList,
    /// A text over its limit.
    LongText {
        /// Characters found.
        found: usize,
        /// Characters allowed.
        max: usize,
    },
    /// Not an id.
    BadId(String),
    /// An id that would clash with an anchor the widget makes.
    ReservedId(String),
    /// An id used before.
    DuplicateId {
        /// The id.
        id: String,
        /// Where it was used first.
        first: JsonPath,
    },
    /// A reference to a term, section or model that is not there, or was refused.
    Dangling {
        /// `term`, `section` or `model`, or a part of one model: `state`, `lane` or `parameter`.
        what: &'static str,
        /// The id that leads nowhere.
        id: String,
        /// The known id nearest to it.
        nearest: Option<String>,
    },
    /// Not a date, or not one on the calendar.
    BadDate(String),
    /// Not a language tag.
    BadLanguage(String),
    /// Not an address, or one with a scheme that is not allowed.
    BadUrl(String),
    /// A number out of range, or with too many digits.
    BadNumber,
    /// Not a year of the calendar.
    BadYear,
    /// Not a date of any precision, or not one on the calendar.
    BadPartialDate(String),
    /// A list over its limit.
    LongList {
        /// Items found.
        found: usize,
        /// Items allowed.
        max: usize,
    },
    /// Parts of a mini-model that do not fit together.
    Unsound {
        /// What does not fit.
        found: String,
        /// What would.
        expected: &'static str,
        /// What to do.
        mend: &'static str,
    },
    /// A word outside a closed set.
    UnknownWord {
        /// The word found.
        found: String,
        /// The words allowed.
        expected: &'static str,
    },
    /// A record in running text that is no known inline.
    UnknownInline {
        /// The known inline nearest to its first field.
        nearest: Option<String>,
    },
    /// A block or model of a kind this release does not draw.
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
    has_errors: bool,
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
        self.words().split('|').next().unwrap_or_default()
    }

    /// Returns what was found.
    pub fn found(&self) -> String {
        self.say(1)
    }

    /// Returns what should stand there instead.
    pub fn expected(&self) -> String {
        self.say(2)
    }

    /// Returns what the editor can do about it.
    pub fn mend(&self) -> String {
        match self.guess() {
            Some(guess) => ["did you mean \"", &guess, "\"?"].concat(),
            None => self.say(3),
        }
    }

    /// Returns the code, what was found, what was expected and how to mend it; [`Self::say`] takes one
    /// of the four and fills in what stands in braces. Formats, or texts of their own, would weigh more
    /// in wasm.
    fn words(&self) -> &'static str {
        match self {
            Self::NotJson(_) => {
                "not-json|\
                 not JSON: {a}|\
                 one JSON record|\
                 check commas, quotes and brackets near that place"
            }
            Self::TooLong(_) => {
                "too-long|\
                 the story is {m} bytes long|\
                 at most {n} bytes|\
                 split the story in two"
            }
            Self::TooMany => {
                "too-many-values|\
                 the story holds more than {n} values|\
                 at most {n} values|\
                 split the story in two"
            }
            Self::TooDeep => {
                "too-deep|\
                 nested more than {n} levels deep|\
                 at most {n} levels|\
                 take lists and records out of one another"
            }
            Self::WrongType { found: "null", .. } => {
                "wrong-type|\
                 found {a}|\
                 {b}|\
                 leave the field out or fill it in"
            }
            Self::WrongType { .. } => {
                "wrong-type|\
                 found {a}|\
                 {b}|\
                 change the value"
            }
            Self::UnknownVersion => {
                "unknown-version|\
                 this schemaVersion is not known here|\
                 schemaVersion 1|\
                 set schemaVersion to 1 or update the widget"
            }
            Self::MissingField { .. } => {
                "missing-field|\
                 the field \"{a}\" is missing|\
                 {b}|\
                 add it"
            }
            Self::UnknownField { .. } => {
                "unknown-field|\
                 unknown field \"{a}\"|\
                 only the fields in the schema|\
                 take the field out"
            }
            Self::EmptyText => {
                "empty-text|\
                 the text is empty|\
                 at least one word|\
                 write the text or leave the field out"
            }
            Self::EmptyList => {
                "empty-list|\
                 the list is empty|\
                 at least one item|\
                 add an item or leave it out"
            }
            Self::LongText { .. } => {
                "long-text|\
                 the text is {m} characters long|\
                 at most {n} characters|\
                 shorten it"
            }
            Self::BadId(_) => {
                "bad-id|\
                 \"{a}\" is not an id|\
                 lower-case letters, digits and hyphens, {n} at most|\
                 use a word such as lead"
            }
            Self::ReservedId(_) => {
                "reserved-id|\
                 the id \"{a}\" begins with a word kept for the widget's own anchors|\
                 another first word|\
                 "
            }
            Self::DuplicateId { .. } => {
                "duplicate-id|\
                 the id \"{a}\" is already used at {p}|\
                 an id of its own|\
                 rename one of the two"
            }
            Self::Dangling {
                what: "term" | "section" | "model",
                ..
            } => {
                "dangling-reference|\
                 no {a} \"{b}\"|\
                 the id of a {a} in this story|\
                 add the {a} or correct the id"
            }
            Self::Dangling { what: "state", .. } => {
                "dangling-reference|\
                 no {a} \"{b}\"|\
                 the id of a state under these rules|\
                 add the {a} or correct the id"
            }
            Self::Dangling { .. } => {
                "dangling-reference|\
                 no {a} \"{b}\"|\
                 the id of a {a} in this model|\
                 add the {a} or correct the id"
            }
            Self::BadDate(_) => {
                "bad-date|\
                 \"{a}\" is not a date|\
                 a date such as 2025-01-22, 2025-01-22T12:36 or 2025-01-22T12:36:00Z|\
                 write year, month and day, in that order"
            }
            Self::BadLanguage(_) => {
                "bad-language|\
                 \"{a}\" is not a language tag|\
                 a tag such as en, pt-BR or zh-Hant|\
                 use the tag of the story's language"
            }
            Self::BadUrl(_) => {
                "bad-url|\
                 \"{a}\" is not an allowed address|\
                 a full https:, http: or mailto: address without spaces|\
                 write the address in full, beginning with https://"
            }
            Self::BadNumber => {
                "bad-number|\
                 the number is out of range or has too many digits|\
                 a number from -10^12 to 10^12 with at most 6 decimals and 15 digits|\
                 use a larger unit or fewer decimals"
            }
            Self::BadYear => {
                "bad-year|\
                 the number is not a year|\
                 a whole number from 1 to 9999|\
                 write the year alone, as in 2025"
            }
            Self::BadPartialDate(_) => {
                "bad-partial-date|\
                 \"{a}\" is not a date|\
                 a date such as 2025, 2025-01 or 2025-01-22|\
                 write year, month and day, in that order, as far as they are known"
            }
            Self::LongList { .. } => {
                "long-list|\
                 the list has {m} items|\
                 at most {n} items|\
                 shorten it"
            }
            Self::Unsound { .. } => {
                "unsound-model|\
                 {a}|\
                 {b}|\
                 {c}"
            }
            Self::UnknownWord { .. } => {
                "unknown-word|\
                 unknown value \"{a}\"|\
                 {b}|\
                 use one of these words"
            }
            Self::UnknownInline { .. } => {
                "unknown-inline|\
                 a record in running text names no known inline|\
                 term, link, emphasis, strong or quote|\
                 use one of these, or plain text"
            }
            Self::UnknownKind { .. } => {
                "unknown-kind|\
                 unknown {a} kind \"{b}\"|\
                 a {a} kind that this release draws|\
                 update the widget, or read its fallback text once more"
            }
        }
    }

    /// Returns what stands for `{a}`, `{b}` and `{c}`.
    fn texts(&self) -> [&str; 3] {
        match self {
            Self::NotJson(a)
            | Self::BadId(a)
            | Self::ReservedId(a)
            | Self::BadDate(a)
            | Self::BadPartialDate(a)
            | Self::BadLanguage(a)
            | Self::BadUrl(a)
            | Self::DuplicateId { id: a, .. }
            | Self::UnknownField { field: a, .. } => [a, "", ""],
            Self::WrongType { found, expected } => [found, expected, ""],
            Self::MissingField { field, expected } => [field, expected, ""],
            Self::UnknownWord { found, expected } => [found, expected, ""],
            Self::Dangling { what, id, .. } => [what, id, ""],
            Self::UnknownKind { what, kind, .. } => [what, kind, ""],
            Self::Unsound {
                found,
                expected,
                mend,
            } => [found, expected, mend],
            _ => [""; 3],
        }
    }

    /// Returns what stands for `{m}` and `{n}`: how much was found and how much may be.
    fn numbers(&self) -> [usize; 2] {
        match self {
            Self::TooLong(found) => [*found, limits::MAX_BYTES],
            Self::LongText { found, max } | Self::LongList { found, max } => [*found, *max],
            Self::TooMany => [0, limits::MAX_VALUES],
            Self::TooDeep => [0, limits::MAX_DEPTH],
            _ => [0, limits::MAX_ID],
        }
    }

    /// Returns what the editor may have meant.
    fn guess(&self) -> Option<String> {
        match self {
            Self::UnknownField { nearest, .. }
            | Self::Dangling { nearest, .. }
            | Self::UnknownInline { nearest }
            | Self::UnknownKind { nearest, .. } => nearest.clone(),
            Self::BadId(id) => slug(id),
            Self::ReservedId(id) => Some(["about-", id].concat()),
            _ => None,
        }
    }

    fn say(&self, place: usize) -> String {
        let words = self.words().split('|').nth(place).unwrap_or_default();
        let ([a, b, c], [m, n]) = (self.texts(), self.numbers());
        let mut said = String::new();
        let mut letters = words.chars();
        while let Some(letter) = letters.next() {
            if letter != '{' {
                said.push(letter);
                continue;
            }
            match letters.next() {
                Some('a') => said.push_str(a),
                Some('b') => said.push_str(b),
                Some('c') => said.push_str(c),
                Some('m') => push_number(&mut said, m as u64),
                Some('n') => push_number(&mut said, n as u64),
                _ => {
                    if let Self::DuplicateId { first, .. } = self {
                        said.push_str(&first.text());
                    }
                }
            }
            // The closing brace.
            letters.next();
        }
        said
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
        self.has_errors
    }

    /// Returns whether another problem would only be counted.
    pub(crate) fn is_full(&self) -> bool {
        self.list.len() >= limits::MAX_PROBLEMS
    }

    pub(crate) fn add(&mut self, problem: Problem) {
        self.has_errors |= problem.severity() == Severity::Error;
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
    let length = word.chars().count();
    let mut too_far = (length / 3).clamp(1, 3) + 1;
    let mut nearest = None;
    for candidate in candidates {
        // So many letters are missing or too many: no need to compare the rest.
        if candidate.chars().count().abs_diff(length) >= too_far {
            continue;
        }
        let distance = strsim::osa_distance(word, candidate);
        if distance < too_far {
            too_far = distance;
            nearest = Some(String::from(*candidate));
        }
    }
    nearest
}

/// Returns what is left of `text` as an id, if anything is.
fn slug(text: &str) -> Option<String> {
    let mut slug = String::new();
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    if slug.ends_with('-') {
        slug.pop();
    }
    slug.truncate(limits::MAX_ID);
    (!slug.is_empty()).then_some(slug)
}
