//! Plays a mini-model in one element: its controls, its state and its events. Knows no article.

mod events;
mod player;

use std::rc::Rc;

use explainer_dom::read_json;
use explainer_i18n::{IntlFormats, Locale};
use explainer_story::Direction;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use player::Player;

/// A mini-model at play in one element.
#[wasm_bindgen(js_name = Player)]
pub struct PlayerHandle(Player);

#[wasm_bindgen(js_class = Player)]
impl PlayerHandle {
    /// What differs from the defaults, as it stands in an address.
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

/// Sets the mini-model of that JSON to play in `root`, which stands in the shadow root of `host`.
/// `lang` and `is_rtl` say how the text around it is written. Yew draws later: `on_shown` is then
/// called, whenever it has drawn.
///
/// # Errors
/// The detail of an `explainer-error` where the model cannot be played; its fallback then stands.
#[wasm_bindgen]
pub fn play(
    host: HtmlElement,
    root: HtmlElement,
    model: js_sys::JsString,
    lang: &str,
    is_rtl: bool,
    on_shown: js_sys::Function,
) -> Result<PlayerHandle, JsValue> {
    let parsed = explainer_story::parse_model(read_json(&model));
    let direction = if is_rtl {
        Direction::Rtl
    } else {
        Direction::Ltr
    };
    let locale = Locale::new(lang, direction, Rc::new(IntlFormats::for_lang(lang)));
    let on_shown = move || {
        // The shim's own function; it does not throw.
        let _ = on_shown.call0(&JsValue::NULL);
    };
    let ready = parsed.model.as_ref().map(events::ready);
    let player = parsed
        .model
        .and_then(|model| Player::new(host.clone(), root, model, locale, on_shown));
    let (Some(player), Some(ready)) = (player, ready) else {
        return Err(events::model(&parsed.problems, true).to_js());
    };
    events::announce(&host, &ready, &parsed.problems);
    Ok(PlayerHandle(player))
}
