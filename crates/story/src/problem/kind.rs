use strum::VariantNames;

use crate::JsonPath;

/// What can be wrong with a story. Its text says what was found.
#[derive(Clone, Debug, PartialEq, strum::IntoStaticStr, strum::VariantNames, thiserror::Error)]
#[strum(serialize_all = "kebab-case")]
#[error("{}", self.found())]
pub enum ProblemKind {
    /// The text is no JSON, or the JavaScript value has no JSON form.
    NotJson(String),
    /// More bytes than [`crate::limits::MAX_BYTES`].
    TooLong(usize),
    /// More values than [`crate::limits::MAX_VALUES`].
    TooManyValues,
    /// Deeper than [`crate::limits::MAX_DEPTH`].
    TooDeep,
    /// The wrong JSON type.
    WrongType {
        /// The type that is there.
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
    DanglingReference {
        /// `term`, `section` or `model`, or a part of one model: `state`, `lane` or `parameter`.
        what: &'static str,
        /// The id that leads nowhere.
        id: String,
        /// The known id nearest to it.
        nearest: Option<String>,
    },
    /// Not a date, or not one on the calendar.
    BadDate(String),
    /// A number that is no moment in milliseconds since 1970.
    BadMilliseconds,
    /// A time of day that does not say where.
    TimeWithoutZone,
    /// Not the name of a time zone.
    BadTimeZone(String),
    /// Not a language tag.
    BadLanguage(String),
    /// Not an address, or one with a scheme that is not allowed.
    BadUrl(String),
    /// Not the address of a file.
    BadFileUrl(String),
    /// Not a size in pixels.
    BadPixels,
    /// Not a time in a recording.
    BadMediaTime(String),
    /// An image without words for those who do not see it.
    MissingAlt,
    /// A recording without words for those who do not hear it.
    MissingTranscript,
    /// A row of a table that has more or fewer cells than the table has columns.
    UnevenRow {
        /// Cells found.
        found: usize,
        /// Columns of the table.
        columns: usize,
    },
    /// A link or a mention in the words of a link.
    NestedLink,
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
    UnsoundModel {
        /// What does not fit.
        found: String,
        /// What would.
        expected: &'static str,
        /// What to do.
        help: &'static str,
    },
    /// A word outside a closed set.
    UnknownWord {
        /// The word found.
        found: String,
        /// The words allowed.
        expected: &'static str,
    },
    /// An object in running text that is no known inline.
    UnknownInline {
        /// The known inline nearest to its first field.
        nearest: Option<String>,
    },
    /// A block or model of a kind this release does not know.
    UnknownKind {
        /// `block` or `model`.
        what: &'static str,
        /// The kind found.
        kind: String,
        /// The known kind nearest to it.
        nearest: Option<String>,
    },
}

impl ProblemKind {
    /// Returns the code of every kind of problem.
    pub fn codes() -> &'static [&'static str] {
        Self::VARIANTS
    }

    /// Returns a stable name for the kind of problem, for tools.
    pub fn code(&self) -> &'static str {
        self.into()
    }
}
