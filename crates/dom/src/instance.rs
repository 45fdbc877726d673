use std::cell::RefCell;

use web_sys::AbortSignal;

thread_local! {
    static SIGNAL: RefCell<Option<AbortSignal>> = const { RefCell::new(None) };
}

/// Ties every listener of this wasm instance to `signal`: when the page aborts it, the browser
/// drops them all, even where a panic has left the instance unable to do so.
pub fn set_instance_signal(signal: AbortSignal) {
    SIGNAL.with_borrow_mut(|kept| *kept = Some(signal));
}

/// Returns the signal that ends this instance.
pub fn instance_signal() -> Option<AbortSignal> {
    SIGNAL.with_borrow(Clone::clone)
}
