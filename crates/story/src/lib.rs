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
mod comparison;
mod decision;
mod digits;
mod id;
mod index;
mod inline;
mod letters;
pub mod limits;
mod mini_model;
mod moment;
mod parse;
mod partial_date;
mod participants;
mod parts;
mod path;
mod problem;
mod quantity;
mod raw;
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
mod status;
mod tag;
mod term;
#[cfg(feature = "testing")]
pub mod testing;
mod text;
mod threshold;
mod timeline;
mod unit;
mod url;

pub use article::{Article, Correction, SummaryPoint};
pub use block::{Block, Blocks, ListBlock, QuoteBlock, UnknownBlock};
pub use comparison::{Change, Comparison, Row};
pub use decision::{Choice, Decision, Rules, State};
pub use id::PartId;
pub use id::{ArticleId, ModelId, SectionId, TermId};
pub use index::Index;
pub use inline::{Inline, Inlines};
pub use mini_model::MiniModel;
pub use mini_model::{Kind, Kinds};
pub use moment::{Moment, TimeOfDay};
#[cfg(feature = "json")]
pub use parse::parse_json;
pub use parse::{Parsed, parse};
pub use parse::{ParsedModel, parse_model};
pub use partial_date::PartialDate;
pub use participants::{Amount, Group, Member, Participants};
pub use path::JsonPath;
pub use problem::{Fault, Problem, Problems, Severity};
pub use quantity::Quantity;
pub use raw::Raw;
pub use read::NonEmpty;
pub use section::Section;
pub use source::Source;
pub use status::Status;
pub use tag::{Direction, Lang};
pub use term::Term;
pub use text::{ShortText, Text};
pub use threshold::{
    Compound, Counting, Line, Linear, Logistic, Nullified, Parameter, Piecewise, Projection,
    Threshold, Year, YearAmount,
};
pub use timeline::{Entry, Lane, Span, Timeline, When};
pub use unit::Unit;
pub use url::Url;
