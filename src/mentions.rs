//! The list of every section that mentions a term. A definition in the page lists only the first; the
//! others have no anchor before the reader asks for them.

use explainer_dom::{find, find_all};
use explainer_view::components::{ACTION, Action};
use wasm_bindgen::JsValue;
use web_sys::{Document, Element, HtmlElement};
use yew::AttrValue;

use super::glossary_copy::BACKLINK;

/// How many sections a definition lists at first, in the page and in the popover: more are slow to open.
pub(super) const FIRST_MENTIONS: u32 = 8;

/// Shows what lists every section, in definitions inside `scope`.
pub(super) fn show_controls(scope: &Element) {
    let selector = ["[", ACTION, "=", Action::AllMentions.name(), "]"].concat();
    for control in find_all::<Element>(scope, &selector) {
        let list = control.previous_element_sibling();
        if list.is_some_and(|list| list.child_element_count() <= FIRST_MENTIONS) {
            let _ = control.remove_attribute("hidden");
        }
    }
}

/// Lists in `mentions` each section of `host` that mentions the term of the definition `anchor`, in
/// place of the first ones and of the control that was pressed. Moves focus to the first that is new.
pub(super) fn list_all(host: &HtmlElement, mentions: &Element, anchor: &str, prefix: &AttrValue) {
    let Some(list) = find::<HtmlElement>(mentions, "ul") else {
        return;
    };
    let listed = list.child_element_count();
    // Fails only in a document that is gone.
    let _ = fill(host, &list, anchor, prefix);
    for control in find_all::<Element>(mentions, "button") {
        let _ = control.set_attribute("hidden", "");
    }
    let first_new = find_all::<HtmlElement>(&list, BACKLINK)
        .into_iter()
        .nth(listed as usize);
    if let Some(link) = first_new {
        let _ = link.focus();
    }
}

fn fill(
    host: &HtmlElement,
    list: &HtmlElement,
    anchor: &str,
    prefix: &AttrValue,
) -> Result<(), JsValue> {
    let Some(document) = host.owner_document() else {
        return Ok(());
    };
    let term = anchor.strip_prefix(prefix.as_str()).unwrap_or(anchor);
    let term = term.strip_prefix("term-").unwrap_or(term);
    let selector = [
        ".explainer-sections a.explainer-term[href=\"#",
        anchor,
        "\"]",
    ]
    .concat();
    let mut last_section: Option<Element> = None;
    list.set_text_content(None);
    for (index, mention) in find_all::<Element>(host, &selector).into_iter().enumerate() {
        let section = mention.closest(".explainer-section")?;
        if section == last_section {
            continue;
        }
        if mention.id().is_empty() {
            let number = (index + 1).to_string();
            mention.set_id(&[prefix.as_str(), "ref-", term, "-", &number].concat());
        }
        let heading = section
            .as_ref()
            .and_then(|section| find::<Element>(section, ".explainer-heading"));
        let heading = heading.and_then(|heading| heading.text_content());
        list.append_child(&backlink(&document, &mention.id(), heading.as_deref())?.into())?;
        last_section = section;
    }
    Ok(())
}

fn backlink(document: &Document, anchor: &str, heading: Option<&str>) -> Result<Element, JsValue> {
    let item = document.create_element("li")?;
    let link = document.create_element("a")?;
    link.set_attribute("role", "doc-backlink")?;
    link.set_attribute("href", &["#", anchor].concat())?;
    link.set_text_content(heading);
    item.append_child(&link)?;
    Ok(item)
}
