use wasm_bindgen::JsValue;
use web_sys::window;

/// Puts a fragment into the page's address without going there.
pub fn set_fragment(fragment: &str) {
    let history = window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        // Fails where the page is not allowed to, or does it too often.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(fragment));
    }
}
