use explainer_dom::{anchor_in, by_id, closest, find, find_all};
use explainer_view::LISTED_SECTIONS;
use explainer_view::components::DefinitionCard;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Node};
use yew::virtual_dom::VNode;

use super::mentions::show_controls;

/// A link from a definition to a mention.
pub(super) const BACKLINK: &str = "a[role=doc-backlink]";

/// Copies an entry of the host's glossary, or a footnote, for a reader who comes from `mention`.
pub(super) fn copy_entry(
    host: &HtmlElement,
    anchor: &str,
    mention: &str,
) -> Option<DefinitionCard> {
    let document = host.owner_document()?;
    let definition = by_id(host, anchor)?;
    let label: Element = find(&definition, ".explainer-label")?;
    let text: Element = find(&definition, "dd, .explainer-note-text")?;
    let body = copy(&document, &text)?;
    remove_backlink_to(&body, mention);
    // A footnote has no short form: all of it is said.
    let short: Option<Element> = find(&body, ".explainer-short");
    let short = short.unwrap_or_else(|| body.clone());
    Some(DefinitionCard {
        label: label.text_content().unwrap_or_default().into(),
        short: short.text_content().unwrap_or_default().into(),
        body: VNode::VRef(body.into()),
    })
}

/// Copies a definition's text without its anchors, which must stay unique.
fn copy(document: &Document, text: &Element) -> Option<Element> {
    let body = document.create_element("div").ok()?;
    body.set_attribute("class", "explainer-card-body").ok()?;
    let children = text.child_nodes();
    for index in 0..children.length() {
        let child = children.get(index)?;
        let is_list = child
            .dyn_ref::<Element>()
            .is_some_and(|child| child.matches(".explainer-mentions").unwrap_or(false));
        let child = if is_list {
            copy_mentions(child.unchecked_ref())?
        } else {
            child.clone_node_with_deep(true).ok()?
        };
        body.append_child(&child).ok()?;
    }
    for anchor in find_all::<Element>(&body, "[id]") {
        let _ = anchor.remove_attribute("id");
    }
    Some(body)
}

/// Copies the first backlinks.
fn copy_mentions(mentions: &Element) -> Option<Node> {
    let copy: Element = mentions.clone_node().ok()?.unchecked_into();
    let heading: Element = find(mentions, "p")?;
    let list: Element = find(mentions, "ul")?;
    copy.append_child(&heading.clone_node_with_deep(true).ok()?)
        .ok()?;
    let short = list.clone_node().ok()?;
    for item in find_all::<Element>(&list, ":scope > li")
        .into_iter()
        .take(LISTED_SECTIONS)
    {
        let item = item.clone_node_with_deep(true).ok()?;
        short.append_child(&item).ok()?;
    }
    copy.append_child(&short).ok()?;
    if let Some(control) = find::<Element>(mentions, "button") {
        copy.append_child(&control.clone_node_with_deep(true).ok()?)
            .ok()?;
        show_controls(&copy);
    }
    Some(copy.into())
}

/// Removes the link to the mention where the reader already is, and the list if it was the only one.
fn remove_backlink_to(body: &Element, mention: &str) {
    for link in find_all::<Element>(body, BACKLINK) {
        if anchor_in(&link).as_deref() == Some(mention)
            && let Some(item) = closest::<Element>(&link, "li")
        {
            item.remove();
        }
    }
    if find::<Element>(body, BACKLINK).is_none()
        && let Some(list) = find::<Element>(body, ".explainer-mentions")
    {
        list.remove();
    }
}
