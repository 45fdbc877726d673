//! The tools, each in a shadow root of its own. They keep no state: what is open or folded stands
//! in the DOM, and a control names the [`Action`] that it asks for.

mod action;
mod definition;
mod stage;
mod toolbar;

pub use action::{ACTION, Action};
pub use definition::{Entry, definition};
pub use stage::{Scene, Stage, StageProps};
pub use toolbar::{Toolbar, toolbar};
