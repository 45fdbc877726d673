use js_sys::{Array, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{CssStyleSheet, Element, ShadowRootInit, ShadowRootMode};

/// Returns `container`, or a fresh copy in its place if it has a shadow root: that cannot be removed,
/// and may be in any state after a trap.
pub fn without_shadow_root<T: JsCast + Clone + AsRef<Element>>(container: &T) -> Option<T> {
    let element: &Element = container.as_ref();
    if element.shadow_root().is_none() {
        return Some(container.clone());
    }
    let fresh = element.clone_node().ok()?;
    element.replace_with_with_node_1(&fresh).ok()?;
    fresh.dyn_into().ok()
}

/// Attaches a shadow root styled by `sheet` and returns a div inside it, since Yew mounts into elements
/// only. An element that has a shadow root already is replaced by a copy.
pub fn open_shadow(container: &Element, sheet: &CssStyleSheet) -> Option<Element> {
    let container = &without_shadow_root(container)?;
    let shadow = container
        .attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))
        .ok()?;
    Reflect::set(&shadow, &"adoptedStyleSheets".into(), &Array::of1(sheet)).ok()?;
    let root = container.owner_document()?.create_element("div").ok()?;
    root.set_attribute("class", "explainer-island").ok()?;
    shadow.append_child(&root).ok()?;
    Some(root)
}
