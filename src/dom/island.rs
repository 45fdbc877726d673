use js_sys::{Array, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{CssStyleSheet, Element, ShadowRoot, ShadowRootInit, ShadowRootMode};

/// Opens a shadow root at `place`, styled by `sheet`, and returns it with an element to mount into:
/// a shadow root is none.
///
/// A place that was mounted before is exchanged for a fresh copy: an element's shadow root is for
/// good, and what was mounted there may have left it in any state.
pub fn open_shadow(place: &Element, sheet: &CssStyleSheet) -> Option<(ShadowRoot, Element)> {
    let fresh: Element;
    let place = if place.shadow_root().is_some() {
        fresh = place.clone_node().ok()?.dyn_into().ok()?;
        place.replace_with_with_node_1(&fresh).ok()?;
        &fresh
    } else {
        place
    };
    let shadow = place
        .attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))
        .ok()?;
    Reflect::set(&shadow, &"adoptedStyleSheets".into(), &Array::of1(sheet)).ok()?;
    let root = place.owner_document()?.create_element("div").ok()?;
    root.set_class_name("explainer-island");
    shadow.append_child(&root).ok()?;
    Some((shadow, root))
}
