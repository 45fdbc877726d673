//! The article model: types that cannot hold a broken story, and the parser that builds them.
//!
//! Reading goes in two steps, the same natively and in the browser. What JSON or JavaScript holds
//! becomes a [`JsonValue`]; that becomes an [`Article`], and everything wrong with it becomes a
//! [`Problem`] that says where, what was expected and how to correct it.
//!
//! ```
//! let parsed = explainer_story::parse_json(r#"{ "schemaVersion": 1 }"#);
//! assert!(parsed.article.is_none());
//! assert_eq!(parsed.problems.list()[0].to_string(),
//!     "article: the field \"id\" is missing; expected an id; add it");
//! ```

// The derive names the crate as others do.
extern crate self as explainer_story;

mod article;
mod block;
mod index;
mod inline;
pub mod json;
pub mod limits;
mod mini_model;
mod parse;
mod problem;
mod references;
mod scalar;
#[cfg(feature = "schema")]
pub mod schema;
mod section;
mod source;
mod term;
#[cfg(feature = "testing")]
pub mod testing;

pub use article::{Article, Author, AuthorKind, Change, Correction, Post, SummaryPoint};
pub use block::{
    Align, Alt, Aside, AsideRole, Audio, Block, Blocks, Captions, Cell, Claim, Column,
    ELEMENT_KINDS, Element, ElementBlock, Embed, Frame, Gallery, Image, ImageRole, ImageSource,
    Lead, ListBlock, ListItem, MediaFile, PullQuote, QAndA, Question, QuoteBlock, ReadElement,
    RecordingPart, Related, RelatedLink, Rows, Subheading, Table, Transcript, UnknownBlock, Verse,
    Video, View, Views, read_element,
};
pub use index::Index;
pub use inline::{Inline, Inlines};
pub use json::{JsonObject, JsonPath, JsonValue, NonEmpty};
pub use mini_model::MiniModel;
#[cfg(feature = "json")]
pub use parse::parse_json;
pub use parse::{Parsed, ParsedModel, parse, parse_model};
pub use problem::{Problem, ProblemKind, Problems, Severity};
pub use scalar::{
    ArticleId, CURRENCIES, DateTime, Direction, FileUrl, Lang, MediaTime, ModelId, PartId,
    PartialDate, Pixels, PostId, Quantity, QuestionId, SectionId, ShortText, TermId, Text,
    TimeOfDay, TimeZone, Unit, Url,
};
pub use section::Section;
pub use source::Source;
pub use term::Term;
