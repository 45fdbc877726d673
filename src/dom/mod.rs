//! Guards over browser APIs. Knows no article types.

#[cfg(feature = "models")]
mod address;
mod clipboard;
mod frame;
mod instance;
#[cfg(feature = "models")]
mod intl;
mod island;
mod listener;
mod measure;
mod popover;
mod query;
#[cfg(feature = "models")]
mod timer;

#[cfg(feature = "models")]
pub use address::set_fragment;
pub use clipboard::copy;
pub use frame::next_frame;
pub use instance::{instance_signal, set_instance_signal};
#[cfg(feature = "models")]
pub use intl::IntlFormats;
pub use island::{open_shadow, unmounted};
pub use listener::{Listener, Phase};
pub use measure::{must_measure, place_beside};
pub use popover::{hide_popover, popover_is_open, popover_is_supported, show_popover};
pub use query::{by_id, by_id_around, closest, find, find_all, focusable, origin};
#[cfg(feature = "models")]
pub use timer::Timer;
