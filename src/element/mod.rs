//! The boundary with the page: what the shim calls, what the page hears, and the events that are
//! delegated on the host. Keeps no copy of what the DOM already knows.

mod definitions;
mod detail;
mod drawing;
mod entry;
mod folds;
mod island;
mod json;
mod links;
#[cfg(feature = "models")]
mod player;
mod tools;

use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, CssStyleSheet, HtmlElement};

use crate::dom::set_instance_signal;
use crate::view::HeadingLevel;
use detail::Detail;
use tools::Tools;

/// Ties the listeners of this instance to `signal`, by which the shim ends it after a trap.
#[wasm_bindgen]
pub fn start(signal: AbortSignal) {
    set_instance_signal(signal);
}

/// The tools at work on one element.
#[wasm_bindgen(js_name = Tools)]
pub struct ToolsHandle(Tools);

#[wasm_bindgen(js_class = Tools)]
impl ToolsHandle {
    /// Shows the tools of a story that stood before them, in a task of its own, so that neither
    /// keeps a slow phone busy for long. Tells the page of the story where it is new.
    pub fn begin(&self, is_new: bool) {
        self.0.begin();
        if is_new {
            detail::announce_standing(self.0.host());
        }
    }
}

/// Draws `story` into `host`, in place of any story drawn there before, and sets the tools to work.
///
/// `story` is its JSON; `level` is the headline's level, 1 to 5. Yew draws later:
/// `on_shown` is then called with the tools.
///
/// # Errors
/// The detail of an `explainer-error` where there is no story to show; the host is then as it was.
#[wasm_bindgen]
pub fn show(
    host: HtmlElement,
    sheet: CssStyleSheet,
    story: js_sys::JsString,
    level: f64,
    on_shown: js_sys::Function,
) -> Result<(), JsValue> {
    let parsed = explainer_story::parse(json::read(&story));
    let Some(article) = parsed.article else {
        return Err(Detail::story(&parsed.problems, true).to_js());
    };
    let level = HeadingLevel::try_from(level).unwrap_or_default();
    let problems = parsed.problems;
    let ready = Detail::ready(&article, &problems);
    drawing::draw(&host.clone(), &article, level, move || {
        let tools = Tools::attach(&host, &sheet);
        if let Some(tools) = &tools {
            tools.begin();
        }
        let tools = tools.map(ToolsHandle);
        // The shim's own function; it does not throw.
        let _ = on_shown.call1(&JsValue::NULL, &tools.into());
        detail::announce(&host, &ready, &problems);
    });
    Ok(())
}

/// Reads a story from what `JSON.parse` gave.
pub fn read(story: &JsValue) -> explainer_story::Parsed {
    explainer_story::parse(json::to_raw(story))
}

/// Returns how the browser writes the numbers and dates of a language.
#[cfg(feature = "models")]
#[doc(hidden)]
pub fn formats(lang: &str) -> impl explainer_i18n::Formats + use<> {
    crate::dom::IntlFormats::for_lang(lang)
}

/// Sets the tools to work on a story that already stands in `host`; [`ToolsHandle::begin`] shows
/// them.
///
/// # Errors
/// `undefined` where none stands there.
#[wasm_bindgen]
pub fn attach(host: HtmlElement, sheet: CssStyleSheet) -> Result<ToolsHandle, JsValue> {
    let tools = Tools::attach(&host, &sheet).ok_or(JsValue::UNDEFINED)?;
    Ok(ToolsHandle(tools))
}

/// A mini-model at play in one element.
#[cfg(feature = "models")]
#[wasm_bindgen(js_name = Player)]
pub struct PlayerHandle(player::Player);

#[cfg(feature = "models")]
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
#[cfg(feature = "models")]
#[wasm_bindgen]
pub fn play(
    host: HtmlElement,
    root: HtmlElement,
    model: js_sys::JsString,
    lang: &str,
    is_rtl: bool,
    on_shown: js_sys::Function,
) -> Result<PlayerHandle, JsValue> {
    use explainer_story::Direction;
    let parsed = explainer_story::parse_model(json::read(&model));
    let direction = if is_rtl {
        Direction::Rtl
    } else {
        Direction::Ltr
    };
    let on_shown = move || {
        // The shim's own function; it does not throw.
        let _ = on_shown.call0(&JsValue::NULL);
    };
    let ready = parsed.model.as_ref().map(Detail::model_ready);
    let player = parsed.model.and_then(|model| {
        player::Player::new(host.clone(), root, model, lang, direction, on_shown)
    });
    let (Some(player), Some(ready)) = (player, ready) else {
        return Err(Detail::model(&parsed.problems, true).to_js());
    };
    detail::announce_model(&host, &ready, &parsed.problems);
    Ok(PlayerHandle(player))
}
