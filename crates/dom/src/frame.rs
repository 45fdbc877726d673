use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;
use web_sys::window;

/// Waits until the browser is about to draw the page again; not at all where there is no window.
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
