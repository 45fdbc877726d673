//! Draws a story as plain HTML. Pure: no state, no handlers, no browser; the same code draws in
//! the browser and natively. What it draws reads, folds and links without any script.

mod article;
mod block;
pub mod components;
mod corrections;
mod drawing;
mod glossary;
mod header;
mod inline;
mod models;
mod section;
mod source;
mod summary;
mod template;

pub use article::{Frame, article};
pub use drawing::{HeadingLevel, anchors};
pub use models::controls;
pub use models::{Look, StaticModels, alone, more, scrolling, state};
pub(crate) use template::markup;
pub use template::{Fill, Filling, all, holes_in, text};
