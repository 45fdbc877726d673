//! Links inside the story: into shadow roots, and into the clipboard.

use explainer_dom::{by_id, copy};
use explainer_i18n::Labels;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlElement, window};

use super::drawing::reveal;

/// Holds what a link last said, for style to show beside it.
const SAID: &str = "data-explainer-said";

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

/// Copies the address of a section and returns what to say; where the browser refuses, the address
/// goes into the address bar.
pub(super) async fn copy_address(link: &HtmlElement, labels: &'static Labels) -> &'static str {
    // Said again, it shows again: for that, the browser must have seen it gone.
    let _ = link.remove_attribute(SAID);
    link.get_bounding_client_rect();
    let Some(location) = window().map(|window| window.location()) else {
        return labels.link_not_copied();
    };
    let address = location.href().unwrap_or_default();
    let page = address.split('#').next().unwrap_or_default();
    let fragment = link.get_attribute("href").unwrap_or_default();
    let words = if copy(&[page, &fragment].concat()).await {
        labels.link_copied()
    } else {
        let _ = location.set_hash(&fragment);
        labels.link_not_copied()
    };
    let _ = link.set_attribute(SAID, words);
    words
}
