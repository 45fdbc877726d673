//! Guards over browser APIs. Knows no article types.

mod clipboard;
mod frame;
mod instance;
mod island;
mod listener;
mod measure;
mod popover;
mod query;

pub use clipboard::copy;
pub use frame::next_frame;
pub use instance::{instance_signal, set_instance_signal};
pub use island::{open_shadow, unmounted};
pub use listener::{Listener, Phase};
pub use measure::{must_measure, place_beside};
pub use popover::{hide_popover, popover_is_open, popover_is_supported, show_popover};
pub use query::{by_id, by_id_around, closest, find, find_all, focusable, origin};
