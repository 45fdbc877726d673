//! Small functions around browser APIs; fires events with a story's problems, and mounts Yew in shadow
//! roots.
mod address;
mod animation_frame;
mod clipboard;
mod date;
pub mod events;
mod instance;
mod json;
mod listener;
mod popover;
mod popover_position;
mod query;
mod root;
mod shadow;
mod timer;
pub use address::{anchor_in, leads_to_this_page, page_address, set_fragment};
pub use animation_frame::{FrameTask, next_frame};
pub use clipboard::copy_address;
pub use date::today;
pub use instance::{instance_signal, set_instance_signal};
pub use json::{read_json, to_json_value};
pub use listener::{Listener, Phase};
pub use popover::{hide_popover, popover_is_open, popover_is_supported, show_popover};
pub use popover_position::{follow_visual_viewport, needs_manual_positioning, position_popover};
pub use query::{
    by_id, by_id_around, closest, event_target, find, find_all, focusable, focused_around,
    is_unmodified,
};
pub use root::Root;
pub use shadow::{open_shadow, without_shadow_root};
pub use timer::Timer;
