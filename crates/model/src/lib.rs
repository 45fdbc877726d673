//! The article model: types that cannot hold a broken story, and the parser that builds them.
//!
//! Reading goes in two steps, the same natively and in the browser. What JSON or JavaScript holds
//! fills a small [`Raw`] tree; the tree becomes an [`Article`], and everything wrong with it becomes
//! a [`Problem`] that says where, what was expected and how to mend it.
//!
//! ```
//! let parsed = explainer_model::parse_json(r#"{ "schemaVersion": 1 }"#);
//! assert!(parsed.article.is_none());
//! assert_eq!(parsed.problems.list()[0].to_string(),
//!     "article: the field \"id\" is missing; expected an id; add it");
//! ```

mod article;
mod block;
mod id;
mod inline;
pub mod limits;
mod mini_model;
mod moment;
mod parse;
mod path;
mod problem;
mod raw;
#[cfg(feature = "json")]
mod raw_serde;
mod read;
mod references;
#[cfg(feature = "schema")]
pub mod schema;
mod section;
mod source;
mod tag;
mod term;
mod text;
mod url;

pub use article::{Article, Correction, SummaryPoint};
pub use block::{Block, Blocks, ListBlock, QuoteBlock, UnknownBlock};
pub use id::{ArticleId, ModelId, SectionId, TermId};
pub use inline::{Inline, Inlines};
pub use mini_model::MiniModel;
pub use moment::{Moment, TimeOfDay};
#[cfg(feature = "json")]
pub use parse::parse_json;
pub use parse::{Parsed, parse};
pub use path::JsonPath;
pub use problem::{Fault, Problem, Problems, Severity};
pub use raw::Raw;
pub use read::NonEmpty;
pub use section::Section;
pub use source::Source;
pub use tag::{Direction, Lang};
pub use term::Term;
pub use text::{ShortText, Text};
pub use url::Url;
