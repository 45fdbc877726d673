use web_sys::{Document, Element, HtmlElement};
use yew::virtual_dom::VNode;

use crate::dom::{by_id, closest, find, find_all};
use crate::islands::Entry;

/// A link from a definition to a mention.
pub(super) const WAY_BACK: &str = "a[role=doc-backlink]";

/// Copies an entry of the host's glossary for a reader who stands at `mention`.
pub(super) fn copy_entry(host: &HtmlElement, anchor: &str, mention: &str) -> Option<Entry> {
    let document = host.owner_document()?;
    let definition = by_id(host, anchor)?;
    let label: Element = find(&definition, ".explainer-label")?;
    let text: Element = find(&definition, "dd")?;
    let body = copy(&document, &text)?;
    leave_out_way_back(&body, mention);
    let short: Option<Element> = find(&body, ".explainer-short");
    Some(Entry {
        label: label.text_content().unwrap_or_default().into(),
        short: short
            .and_then(|short| short.text_content())
            .unwrap_or_default()
            .into(),
        body: VNode::VRef(body.into()),
    })
}

/// Copies a definition's text without its anchors, which must stay unique.
fn copy(document: &Document, text: &Element) -> Option<Element> {
    let body = document.create_element("div").ok()?;
    body.set_class_name("explainer-card-body");
    let children = text.child_nodes();
    for place in 0..children.length() {
        let child = children.get(place)?.clone_node_with_deep(true).ok()?;
        body.append_child(&child).ok()?;
    }
    for anchor in find_all::<Element>(&body, "[id]") {
        let _ = anchor.remove_attribute("id");
    }
    Some(body)
}

/// Leaves out the link to the mention where the reader already is.
fn leave_out_way_back(body: &Element, mention: &str) {
    let here = ["#", mention].concat();
    for link in find_all::<Element>(body, WAY_BACK) {
        if link.get_attribute("href").as_ref() == Some(&here)
            && let Some(item) = closest::<Element>(&link, "li")
        {
            item.remove();
        }
    }
    if find::<Element>(body, WAY_BACK).is_none()
        && let Some(list) = find::<Element>(body, ".explainer-mentions")
    {
        list.remove();
    }
}
