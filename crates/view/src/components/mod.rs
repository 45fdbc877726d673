//! The tools, each mounted in a shadow root of its own. They keep no state: what is open or
//! collapsed is in the DOM, and a control names the [`Action`] that it asks for.

mod action;
mod definition;
mod root;
mod toolbar;

pub use action::{ACTION, Action};
pub use definition::{DefinitionCard, definition};
pub use root::{OnceHtml, Root, RootProps};
pub use toolbar::{Toolbar, controls, toolbar};
