//! The boundary with the page: what the shim calls, what the page hears, and the events that are
//! delegated on the host. Keeps no copy of what the DOM already knows.

mod definitions;
mod detail;
mod drawing;
mod folds;
mod tools;

use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, CssStyleSheet, HtmlElement};

use crate::dom::set_instance_signal;
use crate::view::HeadingLevel;
use detail::{ErrorDetail, to_js};
use tools::Tools;

/// Prepares a fresh instance: its listeners end with `signal`, and `on_panic` hears its last words.
#[wasm_bindgen]
pub fn start(signal: AbortSignal, on_panic: js_sys::Function) {
    set_instance_signal(signal);
    // A panic hook must be `Send`; this wasm has one thread, and the function stays in it.
    thread_local! {
        static ON_PANIC: std::cell::RefCell<Option<js_sys::Function>> =
            const { std::cell::RefCell::new(None) };
    }
    ON_PANIC.with_borrow_mut(|kept| *kept = Some(on_panic));
    yew::set_custom_panic_hook(Box::new(|info| {
        let words = info.to_string();
        ON_PANIC.with_borrow(|on_panic| {
            if let Some(on_panic) = on_panic {
                // If the page throws here, there is no one left to tell.
                let _ = on_panic.call1(&JsValue::NULL, &words.into());
            }
        });
    }));
}

/// The tools at work on one element.
#[wasm_bindgen(js_name = Tools)]
pub struct ToolsHandle(#[allow(dead_code, reason = "keeps the listeners and islands alive")] Tools);

/// Draws `story` into `host`, in place of any story drawn there before, and sets the tools to work.
///
/// `story` is what `JSON.parse` gave; `level` is the headline's level, 1 to 5. Yew draws later:
/// `on_shown` is then called with the tools.
///
/// # Errors
/// An `ErrorDetail` where there is no story to show; the host is then as it was.
#[wasm_bindgen]
pub fn show(
    host: HtmlElement,
    sheet: CssStyleSheet,
    story: JsValue,
    level: f64,
    on_shown: js_sys::Function,
) -> Result<(), JsValue> {
    let parsed = explainer_model::parse(serde_wasm_bindgen::Deserializer::from(story));
    let Some(article) = parsed.article else {
        return Err(to_js(&ErrorDetail::story(&parsed.problems, true)));
    };
    let level = HeadingLevel::try_from(level).unwrap_or_default();
    let problems = parsed.problems;
    let ready = detail::ReadyDetail::new(&article, &problems);
    drawing::draw(&host.clone(), &article, level, move || {
        let tools = Tools::attach(&host, &sheet).map(ToolsHandle);
        // The shim's own function; it does not throw.
        let _ = on_shown.call1(&JsValue::NULL, &tools.into());
        detail::announce(&host, &ready, &problems);
    });
    Ok(())
}

/// Sets the tools to work on a story that already stands in `host`.
///
/// # Errors
/// `undefined` where none stands there.
#[wasm_bindgen]
pub fn attach(host: HtmlElement, sheet: CssStyleSheet) -> Result<ToolsHandle, JsValue> {
    Tools::attach(&host, &sheet)
        .map(ToolsHandle)
        .ok_or(JsValue::UNDEFINED)
}
