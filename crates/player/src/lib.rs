//! The controls, state and events of one mini-model in the browser. Knows no article.

mod announcer;
mod controller;
mod events;
mod inputs;

use explainer_dom::read_json;
use explainer_i18n::{intl_locale, intl_model_locale};
use explainer_models::read;
use explainer_story::Direction;
use explainer_view::PLAYABLE_KINDS;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use controller::ModelController;

/// A mini-model with its controls, in one element.
#[wasm_bindgen(js_name = Player)]
pub struct PlayerHandle(ModelController);

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

/// Mounts the mini-model of that JSON in `root`, which is in the shadow root of `host`. `lang` and
/// `is_rtl` are those of the text around it. Yew renders later, and `on_rendered` is called after each
/// rendering.
///
/// # Errors
/// The detail of an `explainer-error` where the model cannot be shown; its fallback then stays.
#[wasm_bindgen]
pub fn play(
    host: HtmlElement,
    root: HtmlElement,
    model: js_sys::JsString,
    lang: &str,
    is_rtl: bool,
    on_rendered: js_sys::Function,
) -> Result<PlayerHandle, JsValue> {
    let parsed = explainer_story::parse_model(read_json(&model));
    let mut problems = parsed.problems;
    let direction = if is_rtl {
        Direction::Rtl
    } else {
        Direction::Ltr
    };
    let locale = intl_model_locale(&intl_locale(lang, direction));
    let on_rendered = move || {
        // The shim's own function; it does not throw.
        let _ = on_rendered.call0(&JsValue::NULL);
    };
    let ready = parsed.model.as_ref().map(events::ready);
    let player = parsed.model.and_then(|model| {
        let playable = read(&model, PLAYABLE_KINDS, &mut problems)?;
        ModelController::new(host.clone(), root, model, playable, locale, on_rendered)
    });
    let (Some(player), Some(ready)) = (player, ready) else {
        return Err(events::model_error(&problems, true).to_js());
    };
    events::emit_ready(&host, &ready, &problems);
    Ok(PlayerHandle(player))
}
