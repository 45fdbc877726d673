use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, window};

/// Puts a fragment into the page's address without going there.
pub fn set_fragment(fragment: &str) {
    let history = window().and_then(|window| window.history().ok());
    // Whole: a `<base>` of the page would lead a fragment alone elsewhere.
    if let (Some(history), Some(page)) = (history, page_address()) {
        let address = [&page, fragment].concat();
        // Fails where the page is not allowed to, or does it too often.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// Returns the address of the page without its fragment.
pub fn page_address() -> Option<String> {
    let address = window()?.location().href().ok()?;
    Some(without_fragment(&address).into())
}

/// Returns the id that a link has in its fragment, whatever is before it: what publishes or stores a page may
/// make its links absolute, and a `<base>` leads them elsewhere.
pub fn anchor_in(link: &Element) -> Option<String> {
    let hash = link.dyn_ref::<HtmlAnchorElement>()?.hash();
    hash.strip_prefix('#').map(String::from)
}

/// Returns whether a link leads to the page that the reader is on.
pub fn leads_to_this_page(link: &Element) -> bool {
    let address = link
        .dyn_ref::<HtmlAnchorElement>()
        .map(HtmlAnchorElement::href);
    address.is_some_and(|address| page_address().as_deref() == Some(without_fragment(&address)))
}

fn without_fragment(address: &str) -> &str {
    address.split('#').next().unwrap_or_default()
}
