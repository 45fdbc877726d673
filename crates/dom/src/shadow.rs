use js_sys::{Array, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{CssStyleSheet, Element, ShadowRootInit, ShadowRootMode};

/// Returns `place`, or a fresh copy that took its place where something was mounted before: an
/// element's shadow root is for good, and what was mounted there may have left it in any state.
pub fn unmounted<T: JsCast + Clone + AsRef<Element>>(place: &T) -> Option<T> {
    let element: &Element = place.as_ref();
    if element.shadow_root().is_none() {
        return Some(place.clone());
    }
    let fresh = element.clone_node().ok()?;
    element.replace_with_with_node_1(&fresh).ok()?;
    fresh.dyn_into().ok()
}

/// Opens a shadow root at `place`, or at what took its place, styled by `sheet`, and returns an
/// element in it to mount into: a shadow root is none.
pub fn open_shadow(place: &Element, sheet: &CssStyleSheet) -> Option<Element> {
    let place = &unmounted(place)?;
    let shadow = place
        .attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))
        .ok()?;
    Reflect::set(&shadow, &"adoptedStyleSheets".into(), &Array::of1(sheet)).ok()?;
    let root = place.owner_document()?.create_element("div").ok()?;
    root.set_class_name("explainer-island");
    shadow.append_child(&root).ok()?;
    Some(root)
}
