//! The wasm that `explainer-article.js` loads, in parts: what a page calls is in the main part; what renders
//! a story (`story`), its images, tables and boxes (`elements`), and what plays a mini-model (`models`) come when
//! they are needed.
//!
//! `xtask/src/wasm.rs` splits them, `scripts/wasm-parts.js` links them.
#![cfg_attr(target_family = "wasm", no_main)]

use explainer_article::Elements;
use explainer_player::Player;
use js_sys::{Function, JsString};
use wasm_bindgen::prelude::*;
use wasm_split_helpers::wasm_split;
use web_sys::{CssStyleSheet, HtmlElement};

/// Renders a story; see [`explainer_article::show`].
///
/// # Errors
/// As there.
#[wasm_bindgen]
pub async fn show(
    host: HtmlElement,
    sheet: CssStyleSheet,
    story: JsString,
    level: f64,
    has_elements: bool,
    on_rendered: Function,
) -> Result<(), JsValue> {
    let elements = if has_elements {
        Some(read_and_render_elements().await)
    } else {
        None
    };
    show_story(host, sheet, story, level, elements, on_rendered).await
}

#[wasm_split(story)]
fn show_story(
    host: HtmlElement,
    sheet: CssStyleSheet,
    story: JsString,
    level: f64,
    elements: Option<Elements>,
    on_rendered: Function,
) -> Result<(), JsValue> {
    explainer_article::show(host, sheet, &story, level, elements, on_rendered)
}

#[wasm_split(elements)]
fn read_and_render_elements() -> Elements {
    Elements::all()
}

/// Plays a mini-model; see [`explainer_player::play`].
///
/// # Errors
/// As there.
#[wasm_bindgen]
pub async fn play(
    host: HtmlElement,
    root: HtmlElement,
    model: JsString,
    scenario: String,
    lang: String,
    is_rtl: bool,
    on_rendered: Function,
) -> Result<PlayerHandle, JsValue> {
    let player = play_model(host, root, model, scenario, lang, is_rtl, on_rendered).await?;
    Ok(PlayerHandle(player))
}

#[wasm_split(models)]
fn play_model(
    host: HtmlElement,
    root: HtmlElement,
    model: JsString,
    scenario: String,
    lang: String,
    is_rtl: bool,
    on_rendered: Function,
) -> Result<Box<dyn Player>, JsValue> {
    explainer_player::play(host, root, &model, &scenario, &lang, is_rtl, on_rendered)
}

/// A mini-model with its controls, in one element.
#[wasm_bindgen(js_name = Player)]
pub struct PlayerHandle(Box<dyn Player>);

#[wasm_bindgen(js_class = Player)]
impl PlayerHandle {
    /// What differs from the defaults, as an address writes it.
    #[wasm_bindgen(getter)]
    pub fn scenario(&self) -> String {
        self.0.scenario()
    }

    /// Sets the model as an address says.
    #[wasm_bindgen(setter)]
    pub fn set_scenario(&self, scenario: &str) {
        self.0.set_scenario(scenario);
    }

    /// Tells the reader whether the table is in the clipboard.
    #[wasm_bindgen(js_name = tellCopied)]
    pub fn tell_copied(&self, is_copied: bool) {
        self.0.tell_copied(is_copied);
    }
}

// The page calls the exports. A native build, as of `cargo test --workspace`, wants a `main`; in the
// wasm it would cost 0.3 KB.
#[cfg(not(target_family = "wasm"))]
fn main() {}
