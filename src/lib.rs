//! The boundary with the page: what the shim calls, what the page hears, and the events that are
//! delegated on the host. Keeps no copy of what the DOM already knows.

mod controller;
mod events;
mod focus;
mod glossary_copy;
mod history;
mod links;
mod mount;
mod popover;
mod sections;
mod toolbar;

use explainer_dom::{read_json, set_instance_signal, to_raw};
use explainer_i18n::{Locale, intl_model_locale};
use explainer_story::{Kinds, Parsed};
use explainer_view::{HeadingLevel, StaticModels};
use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, CssStyleSheet, HtmlElement};

use controller::ArticleController;

/// Ties the listeners of this instance to `signal`, by which the shim ends it after a trap.
#[wasm_bindgen]
pub fn start(signal: AbortSignal) {
    set_instance_signal(signal);
}

/// The tools of one element.
#[wasm_bindgen(js_name = Tools)]
pub struct ToolsHandle(ArticleController);

#[wasm_bindgen(js_class = Tools)]
impl ToolsHandle {
    /// Mounts the toolbar of a prerendered story, in a task of its own: a slow phone stays responsive
    /// between the two. `is_new` also fires `explainer-ready`.
    pub fn begin(&self, is_new: bool) {
        self.0.mount_toolbar();
        if is_new {
            events::emit_ready_of_prerendered(self.0.host());
        }
    }
}

/// Which mini-models a story shows: those that the widget reads, and how it renders them.
#[derive(Clone, Copy)]
pub struct Models {
    kinds: Kinds,
    draw: fn(&Locale) -> StaticModels,
}

impl Models {
    /// Returns all of them. A widget that does not call this has no code for them in its wasm, and shows
    /// the fallback of each.
    pub fn all() -> Self {
        Self {
            kinds: Kinds::ALL,
            draw: |locale| StaticModels::new(intl_model_locale(locale)),
        }
    }
}

/// Renders `story` into `host`, in place of any story there, and attaches the tools.
///
/// `story` is its JSON; `level` is the headline's level, 1 to 5. Any other is reported by an
/// `explainer-error`, and the headline is an `h1`. Yew
/// renders later, and `on_rendered` is then called with the tools.
///
/// # Errors
/// The detail of an `explainer-error` where there is no story to show; the host is then as it was.
pub fn show(
    host: HtmlElement,
    sheet: CssStyleSheet,
    story: &js_sys::JsString,
    level: f64,
    models: Option<Models>,
    on_rendered: js_sys::Function,
) -> Result<(), JsValue> {
    let kinds = models.map_or(Kinds::NONE, |models| models.kinds);
    let parsed = explainer_story::parse(read_json(story), kinds);
    let Some(article) = parsed.article else {
        return Err(events::story_error(&parsed.problems, true).to_js());
    };
    let known_level = HeadingLevel::try_from(level);
    let problems = parsed.problems;
    let ready = events::ready(&article, &problems);
    let draw = models.map(|models| models.draw);
    mount::render_story(
        &host.clone(),
        &article,
        known_level.unwrap_or_default(),
        draw,
        move || {
            let tools = ArticleController::attach(&host, &sheet);
            if let Some(tools) = &tools {
                tools.mount_toolbar();
            }
            let tools = tools.map(ToolsHandle);
            // The shim's own function; it does not throw.
            let _ = on_rendered.call1(&JsValue::NULL, &tools.into());
            if known_level.is_err() {
                events::emit_unknown_level(&host);
            }
            events::emit_ready(&host, &ready, &problems);
        },
    );
    Ok(())
}

/// Reads a story from what `JSON.parse` gave.
pub fn read(story: &JsValue) -> Parsed {
    explainer_story::parse(to_raw(story), Kinds::ALL)
}

/// Attaches the tools to the prerendered story in `host`; [`ToolsHandle::begin`] shows them.
///
/// # Errors
/// `undefined` where there is none.
#[wasm_bindgen]
pub fn attach(host: HtmlElement, sheet: CssStyleSheet) -> Result<ToolsHandle, JsValue> {
    let tools = ArticleController::attach(&host, &sheet).ok_or(JsValue::UNDEFINED)?;
    Ok(ToolsHandle(tools))
}
