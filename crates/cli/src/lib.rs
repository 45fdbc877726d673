//! Writes stories as HTML, text and data that need no script to be read: text in, text out, no files, no network.
//!
//! The native tool and the npm package both call this. [`tool`] is the command line that they have in common; it
//! asks a [`System`] for files.
//!
//! ```
//! use explainer_cli::{FragmentOptions, Shape, locale, prerender, read};
//!
//! let reading = read(
//!     r#"{ "schemaVersion": 1, "id": "toll", "lang": "en", "headline": "The toll",
//!          "sections": [{ "id": "lead", "heading": "Lead", "blocks": ["It rises."] }] }"#,
//!     None,
//! );
//! let article = reading.article().expect("the story has no problem");
//! let html = prerender(article, Shape::Fragment, FragmentOptions::default(), &locale(article)?);
//! assert!(html.starts_with("<explainer-article>"));
//! # Ok::<(), explainer_cli::Failure>(())
//! ```

mod assets;
mod contract;
mod failure;
mod feed;
mod glossary;
mod json_ld;
mod json_ld_elements;
mod oembed;
mod page;
mod plain;
mod prerender;
mod story;
mod syndicate;
mod system;
pub mod tool;

pub use assets::Assets;
pub use failure::Failure;
pub use glossary::Glossary;
pub use page::EmbedOptions;
pub use prerender::{FragmentOptions, Shape, anchor_prefix, prerender, prerender_model};
pub use story::{Reading, locale, read};
pub use syndicate::{Format, syndicate};
pub use system::System;
