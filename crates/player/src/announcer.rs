use std::cell::RefCell;

use explainer_dom::Timer;
use yew::AttrValue;

/// What the live region of a mini-model says, and what it will say next.
#[derive(Default)]
pub(crate) struct Announcer {
    message: RefCell<AttrValue>,
    next: RefCell<Option<Timer>>,
}

impl Announcer {
    /// Returns what the live region says now.
    pub fn message(&self) -> AttrValue {
        self.message.borrow().clone()
    }

    pub fn set(&self, message: AttrValue) {
        *self.message.borrow_mut() = message;
    }

    /// Empties the live region.
    pub fn clear(&self) {
        self.set(AttrValue::default());
    }

    /// Calls `announce` after that many milliseconds, in place of any announcement that waits.
    pub fn schedule(&self, milliseconds: i32, announce: impl FnOnce() + 'static) {
        *self.next.borrow_mut() = Some(Timer::new(milliseconds, announce));
    }
}
