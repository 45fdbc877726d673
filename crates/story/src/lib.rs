//! The article model: types that cannot hold a broken story, and the parser that builds them.
//!
//! Reading goes in two steps, the same natively and in the browser. What JSON or JavaScript holds
//! fills a small [`Raw`] tree; the tree becomes an [`Article`], and everything wrong with it becomes
//! a [`Problem`] that says where, what was expected and how to mend it.
//!
//! ```
//! let parsed = explainer_story::parse_json(r#"{ "schemaVersion": 1 }"#);
//! assert!(parsed.article.is_none());
//! assert_eq!(parsed.problems.list()[0].to_string(),
//!     "article: the field \"id\" is missing; expected an id; add it");
//! ```

mod article;
mod block;
#[cfg(feature = "models")]
mod comparison;
#[cfg(feature = "models")]
mod decision;
mod digits;
mod id;
mod inline;
mod letters;
pub mod limits;
mod mini_model;
mod moment;
mod parse;
#[cfg(feature = "models")]
mod partial_date;
#[cfg(feature = "models")]
mod participants;
#[cfg(feature = "models")]
mod parts;
mod path;
mod problem;
#[cfg(feature = "models")]
mod quantity;
mod raw;
#[cfg(feature = "models")]
mod raw_json;
#[cfg(feature = "json")]
mod raw_serde;
mod read;
mod reader;
mod references;
#[cfg(feature = "schema")]
pub mod schema;
mod section;
mod source;
#[cfg(feature = "models")]
mod status;
mod tag;
mod term;
mod text;
#[cfg(feature = "models")]
mod threshold;
#[cfg(feature = "models")]
mod timeline;
#[cfg(feature = "models")]
mod unit;
mod url;

pub use article::{Article, Correction, SummaryPoint};
pub use block::{Block, Blocks, ListBlock, QuoteBlock, UnknownBlock};
#[cfg(feature = "models")]
pub use comparison::{Change, Comparison, Row};
#[cfg(feature = "models")]
pub use decision::{Choice, Decision, Rules, State};
#[cfg(feature = "models")]
pub use id::PartId;
pub use id::{ArticleId, ModelId, SectionId, TermId};
pub use inline::{Inline, Inlines};
#[cfg(feature = "models")]
pub use mini_model::Kind;
pub use mini_model::MiniModel;
pub use moment::{Moment, TimeOfDay};
#[cfg(feature = "json")]
pub use parse::parse_json;
pub use parse::{Parsed, parse};
#[cfg(feature = "models")]
pub use parse::{ParsedModel, parse_model};
#[cfg(feature = "models")]
pub use partial_date::PartialDate;
#[cfg(feature = "models")]
pub use participants::{Amount, Group, Member, Participants};
pub use path::JsonPath;
pub use problem::{Fault, Problem, Problems, Severity};
#[cfg(feature = "models")]
pub use quantity::Quantity;
pub use raw::Raw;
pub use read::NonEmpty;
pub use section::Section;
pub use source::Source;
#[cfg(feature = "models")]
pub use status::Status;
pub use tag::{Direction, Lang};
pub use term::Term;
pub use text::{ShortText, Text};
#[cfg(feature = "models")]
pub use threshold::{
    Compound, Counting, Line, Linear, Logistic, Nullified, Parameter, Piecewise, Projection,
    Threshold, Year, YearAmount,
};
#[cfg(feature = "models")]
pub use timeline::{Entry, Lane, Span, Timeline, When};
#[cfg(feature = "models")]
pub use unit::Unit;
pub use url::Url;
