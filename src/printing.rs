//! Printing in browsers whose style sheets cannot show what a closed `<details>` holds.

use explainer_dom::find_all;
use web_sys::{Event, HtmlDetailsElement, HtmlElement, css};

/// Marks a `<details>` that was opened for the print.
const OPENED: &str = "data-explainer-opened-for-print";

/// Opens everything in `host` before the page is printed, and closes again after it what was closed.
pub(super) fn on_print(host: &HtmlElement, event: &Event) {
    // Elsewhere the style sheet for print does it, without a change to the page.
    if css::supports("selector(::details-content)").unwrap_or(true) {
        return;
    }
    let is_before = event.type_() == "beforeprint";
    let selector = if is_before {
        "details:not([open], explainer-model details)"
    } else {
        "[data-explainer-opened-for-print]"
    };
    for details in find_all::<HtmlDetailsElement>(host, selector) {
        details.set_open(is_before);
        // Fails only for a name that is no attribute name.
        let _ = details.toggle_attribute_with_force(OPENED, is_before);
    }
}
