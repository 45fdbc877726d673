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
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use controller::ModelController;

/// A mini-model with its controls, in one element. Dropping it takes both away.
pub trait Player {
    /// Returns what differs from the defaults, as an address writes it.
    fn scenario(&self) -> String;

    /// Sets the model as an address says, and tells the reader where that was not possible.
    fn set_scenario(&self, scenario: &str);

    /// Tells the reader whether the table is in the clipboard.
    fn tell_copied(&self, is_copied: bool);
}

/// Mounts the mini-model of that JSON in `root`, which is in the shadow root of `host`, and sets it as
/// `scenario` says. `lang` and `is_rtl` are those of the text around it.
///
/// Yew renders later, and `on_rendered` is called after each rendering. Until the first, `root` is
/// hidden, so that fallback and model never show together; the caller then shows it.
///
/// # Errors
/// The detail of an `explainer-error` where the model cannot be shown; its fallback then stays.
pub fn play(
    host: HtmlElement,
    root: HtmlElement,
    model: &js_sys::JsString,
    scenario: &str,
    lang: &str,
    is_rtl: bool,
    on_rendered: js_sys::Function,
) -> Result<Box<dyn Player>, JsValue> {
    let parsed = explainer_story::parse_model(read_json(model));
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
        let root = root.clone();
        ModelController::new(host.clone(), root, model, playable, locale, on_rendered)
    });
    let (Some(player), Some(ready)) = (player, ready) else {
        return Err(events::model_error(&problems, true).to_js());
    };
    root.set_hidden(true);
    if !scenario.is_empty() {
        player.set_scenario(scenario);
    }
    events::emit_ready(&host, &ready, &problems);
    Ok(Box::new(player))
}
