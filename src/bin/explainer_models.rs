//! The widget with the mini-models: what `explainer-model.js` loads.
#![cfg_attr(target_family = "wasm", no_main)]

use explainer_article as widget;
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
    widget::show(
        host,
        sheet,
        &story,
        level,
        Some(widget::read_models),
        on_shown,
    )
}

// The page calls the exports. A native build, as of `cargo test --workspace`, wants a `main`; in the
// wasm it would cost 0.3 KB.
#[cfg(not(target_family = "wasm"))]
fn main() {}
