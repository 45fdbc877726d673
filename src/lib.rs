//! The boundary with the page: what the shim calls, what the page hears, and the events that are
//! delegated on the host. Keeps no copy of what the DOM already knows.

mod definitions;
mod drawing;
mod entry;
mod events;
mod folds;
mod links;
mod tools;
mod trail;

use explainer_dom::{read_json, set_instance_signal, to_raw};
use explainer_i18n::Locale;
use explainer_story::{Kinds, Parsed};
use explainer_view::{HeadingLevel, StaticModels};
use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, CssStyleSheet, HtmlElement};

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
            events::announce_standing(self.0.host());
        }
    }
}

/// Which mini-models a story shows: those that the widget reads, and how it draws them.
#[derive(Clone, Copy)]
pub struct Models {
    kinds: Kinds,
    draw: fn(Locale) -> StaticModels,
}

impl Models {
    /// Returns all of them. A widget that does not call this carries no code for them and shows the
    /// fallback of each.
    pub fn all() -> Self {
        Self {
            kinds: Kinds::ALL,
            draw: StaticModels::new,
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
pub fn show(
    host: HtmlElement,
    sheet: CssStyleSheet,
    story: &js_sys::JsString,
    level: f64,
    models: Option<Models>,
    on_shown: js_sys::Function,
) -> Result<(), JsValue> {
    let kinds = models.map_or(Kinds::NONE, |models| models.kinds);
    let parsed = explainer_story::parse(read_json(story), kinds);
    let Some(article) = parsed.article else {
        return Err(events::story(&parsed.problems, true).to_js());
    };
    let level = HeadingLevel::try_from(level).unwrap_or_default();
    let problems = parsed.problems;
    let ready = events::ready(&article, &problems);
    let draw = models.map(|models| models.draw);
    drawing::draw(&host.clone(), &article, level, draw, move || {
        let tools = Tools::attach(&host, &sheet);
        if let Some(tools) = &tools {
            tools.begin();
        }
        let tools = tools.map(ToolsHandle);
        // The shim's own function; it does not throw.
        let _ = on_shown.call1(&JsValue::NULL, &tools.into());
        events::announce(&host, &ready, &problems);
    });
    Ok(())
}

/// Reads a story from what `JSON.parse` gave.
pub fn read(story: &JsValue) -> Parsed {
    explainer_story::parse(to_raw(story), Kinds::ALL)
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
