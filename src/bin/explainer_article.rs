//! The widget for stories without mini-models: what `explainer-article.js` loads.
#![no_main]

use explainer_article as widget;
use js_sys::{Function, JsString};
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, HtmlElement};

/// Draws a story; see [`widget::show`]. A mini-model in it is shown by its fallback.
///
/// # Errors
/// As [`widget::show`].
#[wasm_bindgen]
pub fn show(
    host: HtmlElement,
    sheet: CssStyleSheet,
    story: JsString,
    level: f64,
    on_shown: Function,
) -> Result<(), JsValue> {
    widget::show(host, sheet, &story, level, None, on_shown)
}
