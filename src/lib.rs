//! The boundary with the page: what the shim calls, what the page hears, and the events that are
//! delegated on the host. Keeps no copy of what the DOM already knows.

mod controller;
mod events;
mod focus;
mod glossary_copy;
mod history;
mod links;
mod mentions;
mod mount;
mod popover;
mod printing;
mod sections;
mod toolbar;

use explainer_dom::{read_json, set_instance_signal};
use explainer_i18n::intl_locale;
use explainer_story::{ReadElement, read_element};
use explainer_view::{ElementViews, HeadingLevel, RenderOptions};
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

/// What reads and renders what a story holds beside its text.
#[derive(Clone, Copy)]
pub struct Elements {
    read: ReadElement,
    views: ElementViews,
}

impl Elements {
    /// Returns what reads and renders every element.
    pub fn all() -> Self {
        Self {
            read: read_element,
            views: ElementViews::all(),
        }
    }
}

/// Renders `story` into `host`, in place of any story there, and attaches the tools.
///
/// `story` is its JSON; `level` is the headline's level, 1 to 5. Any other is reported by an
/// `explainer-error`, and the headline is an `h1`. Each mini-model is there as its fallback text and its
/// JSON: its element reads and plays it later. `elements` is none where the story is known to have no elements.
/// Yew renders later; `on_rendered` is then called with the tools.
///
/// # Errors
/// The detail of an `explainer-error` where there is no story to show; the host is then as it was.
pub fn show(
    host: HtmlElement,
    sheet: CssStyleSheet,
    story: &js_sys::JsString,
    level: f64,
    elements: Option<Elements>,
    on_rendered: js_sys::Function,
) -> Result<(), JsValue> {
    let read = elements.map(|elements| elements.read);
    let parsed = explainer_story::parse(read_json(story), read);
    let Some(article) = parsed.article else {
        return Err(events::story_error(&parsed.problems, true).to_js());
    };
    let known_level = HeadingLevel::try_from(level);
    let problems = parsed.problems;
    let locale = intl_locale(article.lang.as_str(), article.direction());
    let ready = events::ready(&article, &problems);
    mount::render_story(
        &host.clone(),
        &article,
        &locale,
        RenderOptions {
            level: known_level.unwrap_or_default(),
            prefix: mount::free_prefix(&host, &article),
            models: None,
            elements: elements.map(|elements| elements.views),
        },
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

/// Attaches the tools to the prerendered story in `host`; [`ToolsHandle::begin`] shows them.
///
/// # Errors
/// `undefined` where there is none.
#[wasm_bindgen]
pub fn attach(host: HtmlElement, sheet: CssStyleSheet) -> Result<ToolsHandle, JsValue> {
    let tools = ArticleController::attach(&host, &sheet).ok_or(JsValue::UNDEFINED)?;
    Ok(ToolsHandle(tools))
}
