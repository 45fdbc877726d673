//! Links inside the story: where the browser would not find their target, and into the clipboard.

use explainer_dom::{anchor_in, by_id, by_id_around, copy_address, leads_to_this_page};
use explainer_i18n::Labels;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlDetailsElement, HtmlElement, window};

/// Holds the last message of a link, which the style sheet shows beside it.
const MESSAGE: &str = "data-explainer-said";
/// The links of the view: each leads to a part of the same story.
const OWN: &str =
    "a.explainer-term, a.explainer-permalink, a.explainer-point-section, a[role=doc-backlink]";

/// Follows a link inside the story where the browser would lead the reader elsewhere: into a shadow root, under a
/// `<base>`, after a copy of the page made links absolute, and beside a story with the same ids.
pub(super) fn follow(host: &HtmlElement, link: &Element, event: &Event) {
    if let Some((id, target)) = target_in(host, link)
        && !(leads_to_this_page(link) && is_found(&target, &id))
    {
        event.prevent_default();
        go_to(host, &id, &target);
    }
}

/// Goes where a link leads, as a press on it would.
pub(super) fn go(host: &HtmlElement, link: &HtmlElement) {
    if let Some((id, target)) = target_in(host, link) {
        go_to(host, &id, &target);
    }
}

/// Returns the part of the story in `host` that a link leads to, and its id.
fn target_in(host: &HtmlElement, link: &Element) -> Option<(String, Element)> {
    let is_own = link.matches(OWN).unwrap_or_default();
    let id = anchor_in(link).filter(|_| is_own || leads_to_this_page(link))?;
    let target = by_id(host, &id)?;
    Some((id, target))
}

/// Returns whether the browser finds `target` by its id: the first of the document.
fn is_found(target: &Element, id: &str) -> bool {
    target.get_root_node().is_instance_of::<Document>()
        && by_id_around(target, id).as_ref() == Some(target)
}

fn go_to(host: &HtmlElement, id: &str, target: &Element) {
    if host.get_root_node().is_instance_of::<Document>() {
        set_hash(&["#", id].concat());
    }
    reveal(target);
}

fn set_hash(fragment: &str) {
    if let Some(window) = window() {
        // Fails only for a page that may not be navigated; then the reader stays.
        let _ = window.location().set_hash(fragment);
    }
}

/// Takes the part that the page's address names out of it, without a step in the browser's history.
pub(super) fn forget_address(prefix: &str) {
    if let Some(window) = window() {
        // A fragment that nothing has moves nothing. Fails only for a page that may not be navigated.
        let _ = window
            .location()
            .replace(&["#", prefix, "explainer-closed"].concat());
    }
}

/// Returns the fragment that a link of the view has in its address.
fn fragment_of(link: &Element) -> String {
    ["#", &anchor_in(link).unwrap_or_default()].concat()
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
    let fragment = fragment_of(&link);
    let refused = fragment.clone();
    let on_done = move |is_copied| {
        let message = if is_copied {
            labels.link_copied()
        } else {
            set_hash(&refused);
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
