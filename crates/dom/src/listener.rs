use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{AddEventListenerOptions, Event, EventTarget};

use super::instance_signal;

/// Listens until it is dropped, or until its wasm instance ends.
pub struct Listener {
    target: EventTarget,
    kind: &'static str,
    phase: Phase,
    // `Fn`, since a handler may cause the event it handles.
    callback: Closure<dyn Fn(Event)>,
}

/// When a listener hears an event.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// On its way down; also events that do not bubble.
    Capture,
    /// On its way up.
    Bubble,
}

impl Listener {
    /// Calls `callback` for each event of that kind at `target`.
    pub fn new(
        target: &EventTarget,
        kind: &'static str,
        phase: Phase,
        callback: impl Fn(Event) + 'static,
    ) -> Self {
        let callback = Closure::<dyn Fn(Event)>::new(callback);
        let options = AddEventListenerOptions::new();
        options.set_capture(phase == Phase::Capture);
        if let Some(signal) = instance_signal() {
            options.set_signal(&signal);
        }
        // Fails only for a target without a global object; then there is nothing to hear.
        let _ = target.add_event_listener_with_callback_and_add_event_listener_options(
            kind,
            callback.as_ref().unchecked_ref(),
            &options,
        );
        Self {
            target: target.clone(),
            kind,
            phase,
            callback,
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.target.remove_event_listener_with_callback_and_bool(
            self.kind,
            self.callback.as_ref().unchecked_ref(),
            self.phase == Phase::Capture,
        );
    }
}
