use std::cell::Cell;
use std::rc::Rc;

use explainer_dom::{by_id_around, find};
use explainer_i18n::Locale;
use explainer_story::Article;
use explainer_view::components::{OnceHtml, Root, RootProps};
use explainer_view::{self as view, RenderOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, window};
use yew::{AppHandle, AttrValue, Callback, Renderer};

use super::links::reveal;
use super::sections::SUMMARIZED;

/// The slot of the host's shadow root that shows a rendered story instead of the page's fallback.
const SLOT: &str = "article";

/// Renders the story into the host's light DOM, and calls `on_mounted` when it is there.
///
/// Yew renders into a detached element; a copy goes into the page, and Yew's own is dropped. So
/// nothing ever reconciles text that a translator or an extension changed, and nothing is kept in
/// memory for it.
pub(super) fn render_story(
    host: &HtmlElement,
    article: &Article,
    locale: &Locale,
    options: RenderOptions,
    on_mounted: impl Fn() + 'static,
) {
    let Some(document) = host.owner_document() else {
        return;
    };
    let Ok(root) = document.create_element("div") else {
        return;
    };
    let content = view::article(article, locale, options);
    let app = Rc::new(Cell::new(None::<AppHandle<Root>>));
    let on_rendered = {
        let (host, root, app) = (host.clone(), root.clone(), Rc::clone(&app));
        Callback::from(move |()| {
            copy_into(&host, &root);
            if let Some(app) = app.take() {
                app.destroy();
            }
            on_mounted();
        })
    };
    let props = RootProps {
        content: OnceHtml::new(content),
        on_rendered: Some(on_rendered),
    };
    app.set(Some(
        Renderer::<Root>::with_root_and_props(root, props).render(),
    ));
}

/// Puts a copy of what was rendered in `root` into the host, in place of the story before.
fn copy_into(host: &HtmlElement, root: &Element) {
    let copy = root
        .first_element_child()
        .and_then(|body| body.clone_node_with_deep(true).ok());
    let Some(body) = copy.and_then(|copy| copy.dyn_into::<Element>().ok()) else {
        return;
    };
    // Not in `view`: the same HTML prerendered has no slot.
    let _ = body.set_attribute("slot", SLOT);
    let previous: Option<Element> = find(host, ":scope > .explainer-body");
    match previous {
        Some(previous) => {
            // Summary mode belonged to the previous story.
            let _ = host.remove_attribute(SUMMARIZED);
            let _ = previous.replace_with_with_node_1(&body);
        }
        None => {
            let _ = host.append_child(&body);
            reveal_target(host, &body);
        }
    }
}

/// Returns what to put before the story's anchors so that it shares none with the rest of the page.
pub(super) fn free_prefix(host: &HtmlElement, article: &Article) -> AttrValue {
    let mut prefix = String::new();
    let mut number = 1_u32;
    while !is_free(host, article, &prefix) {
        let id = article.id.as_str();
        prefix = if number == 1 {
            ["story-", id, "-"].concat()
        } else {
            ["story-", id, "-", &number.to_string(), "-"].concat()
        };
        number += 1;
    }
    prefix.into()
}

fn is_free(host: &HtmlElement, article: &Article, prefix: &str) -> bool {
    for anchor in view::anchors(article, prefix) {
        let taken = by_id_around(host, &anchor);
        if taken.is_some_and(|taken| !host.contains(Some(&taken))) {
            return false;
        }
    }
    true
}

/// Opens and scrolls to what the page's address names, as the browser would have done had the
/// story been there when the page loaded.
fn reveal_target(host: &HtmlElement, body: &Element) {
    let hash = window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default();
    let Some(target) = hash
        .strip_prefix('#')
        .and_then(|id| by_id_around(host, id))
        .filter(|target| body.contains(Some(target)))
    else {
        return;
    };
    reveal(&target);
}
