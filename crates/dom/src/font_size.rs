use web_sys::window;

/// Returns the computed font size of the page's root, as CSS writes it: `16px`. It is larger where a reader
/// asked the browser for larger text.
pub fn root_font_size() -> Option<String> {
    let window = window()?;
    let root = window.document()?.document_element()?;
    let style = window.get_computed_style(&root).ok()??;
    style.get_property_value("font-size").ok()
}
