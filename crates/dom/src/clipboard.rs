use js_sys::Reflect;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::window;

use crate::page_address;

/// Copies the address of the page with another fragment, which begins with `#`, to the clipboard. Then
/// calls `on_done` with whether the browser let it.
pub fn copy_address(fragment: String, on_done: Box<dyn FnOnce(bool)>) {
    spawn_local(async move { on_done(copy_with(&fragment).await) });
}

async fn copy_with(fragment: &str) -> bool {
    let Some(page) = page_address() else {
        return false;
    };
    copy(&[&page, fragment].concat()).await
}

async fn copy(text: &str) -> bool {
    let Some(navigator) = window().map(|window| window.navigator()) else {
        return false;
    };
    // Browsers leave the clipboard out on pages that came without TLS.
    let is_there = Reflect::get(&navigator, &"clipboard".into())
        .is_ok_and(|clipboard| !clipboard.is_undefined());
    is_there
        && JsFuture::from(navigator.clipboard().write_text(text))
            .await
            .is_ok()
}
