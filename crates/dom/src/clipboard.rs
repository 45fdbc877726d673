use js_sys::Reflect;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::window;

/// Copies the address of the page with another fragment, which begins with `#`, to the clipboard. Then
/// calls `on_done` with whether the browser let it.
pub fn copy_address(fragment: String, on_done: Box<dyn FnOnce(bool)>) {
    spawn_local(async move { on_done(copy_with(&fragment).await) });
}

async fn copy_with(fragment: &str) -> bool {
    let Some(address) = window().and_then(|window| window.location().href().ok()) else {
        return false;
    };
    let page = address.split('#').next().unwrap_or_default();
    copy(&[page, fragment].concat()).await
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
