use js_sys::Reflect;
use web_sys::{Element, HtmlElement};

/// Returns whether the browser knows the popover attribute.
pub fn popover_is_supported(element: &Element) -> bool {
    Reflect::has(element, &"showPopover".into()).unwrap_or(false)
}

/// Shows a popover in the top layer; a second call changes nothing.
pub fn show_popover(popover: &HtmlElement) {
    if popover.is_connected() && !popover_is_open(popover) {
        // Fails only for an element without the attribute; there is then nothing to show.
        let _ = popover.show_popover();
    }
}

/// Hides a popover; a second call changes nothing.
pub fn hide_popover(popover: &HtmlElement) {
    if popover_is_open(popover) {
        let _ = popover.hide_popover();
    }
}

/// Returns whether a popover is shown.
pub fn popover_is_open(popover: &HtmlElement) -> bool {
    popover.matches(":popover-open").unwrap_or(false)
}
