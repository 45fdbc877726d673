//! Tab stops in a shadow root.

use explainer_dom::focusable;
use web_sys::{Element, ShadowRoot};

/// Moves focus to the first tab stop; returns whether there is one.
pub(super) fn focus_first(shadow: &ShadowRoot) -> bool {
    let first = focusable(shadow).into_iter().next();
    first.is_some_and(|stop| stop.focus().is_ok())
}

/// Returns whether Tab, or Shift+Tab with `backwards`, leaves the shadow root from `element`.
pub(super) fn is_last_stop(shadow: &ShadowRoot, element: &Element, backwards: bool) -> bool {
    let stops = focusable(shadow);
    let last = if backwards {
        stops.first()
    } else {
        stops.last()
    };
    last.map(AsRef::<Element>::as_ref) == Some(element)
}
