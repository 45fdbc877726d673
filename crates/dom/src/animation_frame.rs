use std::cell::Cell;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::window;

/// Waits until the browser is about to paint again; not at all where there is no window.
pub async fn next_frame() {
    let Some(window) = window() else {
        return;
    };
    let frame = Promise::new(&mut |resolve, _| {
        // Fails only for a callback that is none.
        let _ = window.request_animation_frame(&resolve);
    });
    // A promise of ours is never rejected.
    let _ = JsFuture::from(frame).await;
}

/// A task that runs with the next animation frame, once for all requests until then.
#[derive(Default)]
pub struct FrameTask {
    is_scheduled: Rc<Cell<bool>>,
}

impl FrameTask {
    /// Runs `task` with the next frame, unless the task is scheduled already.
    pub fn schedule(&self, task: Box<dyn FnOnce()>) {
        if self.is_scheduled.replace(true) {
            return;
        }
        let is_scheduled = Rc::clone(&self.is_scheduled);
        spawn_local(async move {
            next_frame().await;
            is_scheduled.set(false);
            task();
        });
    }
}
