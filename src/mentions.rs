//! The list of every section that mentions a term. A definition in the page lists only the first; the
//! others have no anchor before the reader asks for them.

use explainer_dom::{closest, find, find_all};
use explainer_view::LISTED_SECTIONS;
use explainer_view::components::{ACTION, Action};
use wasm_bindgen::JsValue;
use web_sys::{Document, Element, HtmlElement};
use yew::AttrValue;

use super::glossary_copy::BACKLINK;
use super::popover::term_of;

/// Shows what lists every section, in definitions inside `scope`.
pub(super) fn show_controls(scope: &Element) {
    let selector = ["[", ACTION, "=", Action::AllMentions.name(), "]"].concat();
    for control in find_all::<Element>(scope, &selector) {
        let list = control.previous_element_sibling();
        // Where all are listed there is nothing more to show.
        if list.is_some_and(|list| list.child_element_count() as usize <= LISTED_SECTIONS) {
            let _ = control.remove_attribute("hidden");
        }
    }
}

/// Lists each section of `host` that mentions a term, where `control` was pressed: in the definition in the
/// page, or else in the popover, which shows the one `in_popover`. Moves focus to the first that is new.
pub(super) fn list_all(
    host: &HtmlElement,
    control: &Element,
    in_popover: Option<String>,
    prefix: &AttrValue,
) {
    let in_page = closest::<Element>(control, ".explainer-definition").map(|entry| entry.id());
    let Some(anchor) = in_page.or(in_popover) else {
        return;
    };
    let Some(list) = control.previous_element_sibling() else {
        return;
    };
    let listed = list.child_element_count();
    // Fails only in a document that is gone.
    let _ = fill(host, &list, &anchor, prefix);
    let _ = control.set_attribute("hidden", "");
    let first_new = find_all::<HtmlElement>(&list, BACKLINK)
        .into_iter()
        .nth(listed as usize);
    if let Some(link) = first_new {
        let _ = link.focus();
    }
}

fn fill(
    host: &HtmlElement,
    list: &Element,
    anchor: &str,
    prefix: &AttrValue,
) -> Result<(), JsValue> {
    let Some(document) = host.owner_document() else {
        return Ok(());
    };
    let term = term_of(anchor, prefix);
    let selector = [
        ".explainer-sections a.explainer-term[href$=\"#",
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
