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
mod tools;

use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, CssStyleSheet, HtmlElement};

use crate::dom::set_instance_signal;
use crate::view::HeadingLevel;
use detail::{ErrorDetail, to_js};
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
/// An `ErrorDetail` where there is no story to show; the host is then as it was.
#[wasm_bindgen]
pub fn show(
    host: HtmlElement,
    sheet: CssStyleSheet,
    story: js_sys::JsString,
    level: f64,
    on_shown: js_sys::Function,
) -> Result<(), JsValue> {
    let parsed = explainer_model::parse(json::read(&story));
    let Some(article) = parsed.article else {
        return Err(to_js(&ErrorDetail::story(&parsed.problems, true)));
    };
    let level = HeadingLevel::try_from(level).unwrap_or_default();
    let problems = parsed.problems;
    let ready = detail::ReadyDetail::new(&article, &problems);
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
pub fn read(story: &JsValue) -> explainer_model::Parsed {
    explainer_model::parse(json::to_raw(story))
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
