//! Links inside the story: into shadow roots, and into the clipboard.

use explainer_dom::{by_id, copy_address};
use explainer_i18n::Labels;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlDetailsElement, HtmlElement, window};

/// Holds the last message of a link, which the style sheet shows beside it.
const MESSAGE: &str = "data-explainer-said";

/// Follows a link inside the story where the browser would not: into a shadow root.
pub(super) fn follow(host: &HtmlElement, link: &Element, event: &Event) {
    if host.get_root_node().is_instance_of::<Document>() {
        return;
    }
    let href = link.get_attribute("href").unwrap_or_default();
    if let Some(target) = href.strip_prefix('#').and_then(|id| by_id(host, id)) {
        event.prevent_default();
        reveal(&target);
    }
}

/// Goes where a link leads, as a press on it would.
pub(super) fn go(host: &HtmlElement, link: &HtmlElement) {
    let fragment = link.get_attribute("href").unwrap_or_default();
    if !host.get_root_node().is_instance_of::<Document>() {
        if let Some(target) = fragment.strip_prefix('#').and_then(|id| by_id(host, id)) {
            reveal(&target);
        }
    } else if let Some(window) = window() {
        // Fails only for a page that may not be navigated; then the reader stays.
        let _ = window.location().set_hash(&fragment);
    }
}

/// Copies the address of a section and calls `announce` with what to announce; where the browser
/// refuses, the address goes into the address bar.
pub(super) fn copy_section_address(
    link: HtmlElement,
    labels: &'static Labels,
    announce: impl FnOnce(&'static str) + 'static,
) {
    // The same message shows again only if the browser has seen it gone.
    let _ = link.remove_attribute(MESSAGE);
    link.get_bounding_client_rect();
    let fragment = link.get_attribute("href").unwrap_or_default();
    let refused = fragment.clone();
    let on_done = move |is_copied| {
        let message = if is_copied {
            labels.link_copied()
        } else {
            if let Some(window) = window() {
                let _ = window.location().set_hash(&refused);
            }
            labels.link_not_copied()
        };
        let _ = link.set_attribute(MESSAGE, message);
        announce(message);
    };
    copy_address(fragment, Box::new(on_done));
}

/// Opens every `<details>` around `target` and scrolls to it.
pub(super) fn reveal(target: &Element) {
    let mut outer = target.closest("details").ok().flatten();
    while let Some(details) = outer {
        if let Some(details) = details.dyn_ref::<HtmlDetailsElement>() {
            details.set_open(true);
        }
        outer = details
            .parent_element()
            .and_then(|parent| parent.closest("details").ok().flatten());
    }
    target.scroll_into_view();
}
