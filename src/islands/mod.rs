//! The tools, each in a shadow root of its own. They keep no state: what is open or folded stands
//! in the DOM, and a control names the [`Action`] that it asks for.

mod action;
mod definition;
#[cfg(feature = "models")]
mod play;
mod stage;
mod toolbar;
mod trail;

pub use action::{ACTION, Action};
pub use definition::{Entry, definition};
#[cfg(feature = "models")]
pub use play::{Ask, PLAY, Play, SETTING, VALUE, folds, play};
pub use stage::{Scene, Stage, StageProps};
pub use toolbar::{Toolbar, toolbar};
pub use trail::Trail;
