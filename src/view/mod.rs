//! Draws a story as plain HTML. Pure: no state, no handlers, no browser; the same code draws in
//! the browser and natively. What it draws reads, folds and links without any script.

mod article;
mod block;
mod corrections;
mod drawing;
mod glossary;
mod header;
mod inline;
#[cfg(feature = "models")]
mod models;
mod section;
mod source;
mod summary;
mod template;

pub use article::{Frame, article};
pub use drawing::{HeadingLevel, anchors};
#[cfg(feature = "models")]
pub use models::{Look, Writing, alone, more, scrolling, state};
pub(crate) use template::markup;
pub use template::{Fill, Filling, all, holes_in, text};
