//! The widget with the mini-models: what `explainer-model.js` loads.
#![no_main]

use explainer_article::{self as widget, Models};
// Exports `play`.
use explainer_player as _;
use js_sys::{Function, JsString};
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, HtmlElement};

/// Draws a story with its mini-models; see [`widget::show`].
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
    widget::show(host, sheet, &story, level, Some(Models::all()), on_shown)
}
