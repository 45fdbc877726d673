use js_sys::Reflect;
use wasm_bindgen_futures::JsFuture;
use web_sys::window;

/// Puts `text` into the clipboard; returns whether the browser let it.
pub async fn copy(text: &str) -> bool {
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
