use wasm_bindgen::JsCast;
use web_sys::{Document, DocumentFragment, Element, Event, HtmlElement, NodeList, ShadowRoot};

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

/// Returns the element of that id in the document, or in the shadow root that `element` stands in.
pub fn by_id_around(element: &Element, id: &str) -> Option<Element> {
    let root = element.get_root_node();
    match root.dyn_ref::<Document>() {
        Some(document) => document.get_element_by_id(id),
        None => root.dyn_ref::<DocumentFragment>()?.get_element_by_id(id),
    }
}

/// Returns what an event happened to, also where that is inside an open shadow root.
pub fn origin(event: &Event) -> Option<Element> {
    event.composed_path().get(0).dyn_into().ok()
}

/// Returns what can take focus inside a shadow root, in document order.
pub fn focusable(root: &ShadowRoot) -> Vec<HtmlElement> {
    root.query_selector_all("a[href], button")
        .map(elements)
        .unwrap_or_default()
}

fn elements<T: JsCast>(nodes: NodeList) -> Vec<T> {
    (0..nodes.length())
        .filter_map(|place| nodes.get(place)?.dyn_into().ok())
        .collect()
}
