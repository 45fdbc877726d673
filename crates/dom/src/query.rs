use wasm_bindgen::JsCast;
use web_sys::{
    Document, DocumentFragment, Element, Event, HtmlElement, KeyboardEvent, MouseEvent, NodeList,
    ShadowRoot,
};

/// Returns the first `T` inside `scope` that matches.
pub fn find<T: JsCast>(scope: &Element, selector: &str) -> Option<T> {
    scope.query_selector(selector).ok()??.dyn_into().ok()
}

/// Returns every `T` inside `scope` that matches, in document order.
pub fn find_all<T: JsCast>(scope: &Element, selector: &str) -> Vec<T> {
    scope
        .query_selector_all(selector)
        .map(elements)
        .unwrap_or_default()
}

/// Returns the nearest ancestor that matches, or the element itself.
pub fn closest<T: JsCast>(element: &Element, selector: &str) -> Option<T> {
    element.closest(selector).ok()??.dyn_into().ok()
}

/// Returns the element of that id inside `scope`, also inside a shadow root of the page's.
pub fn by_id(scope: &Element, id: &str) -> Option<Element> {
    find(scope, &["[id=\"", id, "\"]"].concat())
}

/// Returns the element of that id in the document or shadow root that holds `element`.
pub fn by_id_around(element: &Element, id: &str) -> Option<Element> {
    let root = element.get_root_node();
    match root.dyn_ref::<Document>() {
        Some(document) => document.get_element_by_id(id),
        None => root.dyn_ref::<DocumentFragment>()?.get_element_by_id(id),
    }
}

/// Returns the element that has the focus in the document or shadow root that holds `element`.
pub fn focused_around(element: &Element) -> Option<Element> {
    let root = element.get_root_node();
    match root.dyn_ref::<Document>() {
        Some(document) => document.active_element(),
        None => root.dyn_ref::<ShadowRoot>()?.active_element(),
    }
}

/// Returns the target of an event, also inside an open shadow root.
pub fn event_target(event: &Event) -> Option<Element> {
    event.composed_path().get(0).dyn_into().ok()
}

/// Returns whether no modifier key is held, which would ask for a new tab or the like.
pub fn is_unmodified(event: &Event) -> bool {
    if let Some(mouse) = event.dyn_ref::<MouseEvent>() {
        return !(mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.alt_key());
    }
    if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
        return !(key.ctrl_key() || key.meta_key() || key.alt_key());
    }
    true
}

/// What Tab stops at; of the radio buttons of a group, only the chosen one.
const STOPS: &str = "a[href], button:enabled, input:enabled:not([type=radio]:not(:checked)), \
                     select:enabled, textarea:enabled, summary, [tabindex='0']";

/// Returns what Tab stops at inside a shadow root and the open shadow roots in it, in order.
pub fn focusable(root: &ShadowRoot) -> Vec<HtmlElement> {
    let mut stops = Vec::new();
    let all = root.query_selector_all("*").map(elements::<HtmlElement>);
    for element in all.unwrap_or_default() {
        if !is_rendered(&element) {
            continue;
        }
        if element.matches(STOPS).unwrap_or_default() {
            stops.push(element.clone());
        }
        if let Some(inner) = element.shadow_root() {
            stops.extend(focusable(&inner));
        }
    }
    stops
}

/// Returns whether an element is laid out, and not in a closed `<details>`.
fn is_rendered(element: &HtmlElement) -> bool {
    let in_closed_details =
        closest::<Element>(element, "details:not([open]) > :not(summary:first-of-type)");
    in_closed_details.is_none() && element.get_client_rects().length() > 0
}

fn elements<T: JsCast>(nodes: NodeList) -> Vec<T> {
    (0..nodes.length())
        .filter_map(|index| nodes.get(index)?.dyn_into().ok())
        .collect()
}
