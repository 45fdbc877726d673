//! Renders a story and its mini-models as plain HTML. Pure: no state, no listeners, no browser; the
//! same code runs in the browser and natively. Its HTML can be read, unfolded and followed without
//! any script.

mod article;
mod block;
pub mod components;
mod context;
mod corrections;
mod disclosure;
mod elements;
mod glossary;
mod header;
mod inline;
mod models;
mod section;
mod source;
mod summary;
mod time;
mod words;

pub use article::article;
pub use context::{HeadingLevel, LISTED_SECTIONS, RenderOptions, anchors};
pub use elements::ElementViews;
pub use models::controls;
pub use models::{
    Evidence, KindView, MIN_WIDTH, ModelContext, ModelView, PLAYABLE_KINDS, PlayableModel,
    StaticModels, standalone_model,
};
