use explainer_dom::events::{Detail, HELP_LISTED, emit, list};
use explainer_dom::{find, find_all};
use explainer_story::{Article, Problems};
use web_sys::{Element, EventTarget, HtmlElement};

/// Returns the detail of the `explainer-error` for the problems of a story.
pub(crate) fn story_error(problems: &Problems, fatal: bool) -> Detail {
    let count = problems.list().len() + problems.unlisted();
    let code = if fatal {
        "story-unreadable"
    } else {
        "story-problems"
    };
    let message = match count {
        1 => "the story has 1 problem".into(),
        _ => format!("the story has {count} problems"),
    };
    Detail::error(code, message, HELP_LISTED, fatal, list(problems))
}

/// Returns the detail of the `explainer-ready` for a story that was drawn.
pub(crate) fn ready(article: &Article, problems: &Problems) -> Detail {
    Detail::default()
        .with("id", article.id.as_str())
        .with("headline", article.headline.as_str())
        .with("lang", article.lang.as_str())
        .with("sections", article.sections.len())
        .with("terms", article.terms.len())
        .with("problems", list(problems))
}

/// Fires the `explainer-error` that says what is missing where the browser has no popovers.
pub(crate) fn emit_no_popovers(host: &EventTarget) {
    let (message, help) = ("no popovers here", "terms lead to the glossary");
    let detail = Detail::error("popover-missing", message.into(), help, false, Vec::new());
    emit(host, "explainer-error", &detail);
}

/// Fires the `explainer-error` about a `heading-level` that is not 1 to 5.
pub(crate) fn emit_unknown_level(host: &EventTarget) {
    // Without the level itself: to write a float weighs 5.6 KB.
    let message = "heading-level is not a number from 1 to 5".into();
    let help = "write 1, 2, 3, 4 or 5; the headline is an h1 now";
    let detail = Detail::error("heading-level-unknown", message, help, false, Vec::new());
    emit(host, "explainer-error", &detail);
}

/// Fires `explainer-ready`, and `explainer-error` before it if the story has errors.
pub(crate) fn emit_ready(host: &EventTarget, ready: &Detail, problems: &Problems) {
    if problems.has_errors() {
        emit(host, "explainer-error", &story_error(problems, false));
    }
    emit(host, "explainer-ready", ready);
}

/// Fires `explainer-ready` for a prerendered story; its problems were reported by the tool.
pub(crate) fn emit_ready_of_prerendered(host: &HtmlElement) {
    let Some(body) = find::<Element>(host, ":scope > .explainer-body") else {
        return;
    };
    let attribute = |name: &str| body.get_attribute(name).unwrap_or_default();
    let headline: Option<Element> = find(&body, ".explainer-headline");
    let headline = headline.and_then(|headline| headline.text_content());
    let sections = find_all::<Element>(&body, ".explainer-section").len();
    let terms = find_all::<Element>(&body, ".explainer-definition").len();
    let ready = Detail::default()
        .with("id", attribute("data-explainer-story"))
        .with("headline", headline.unwrap_or_default())
        .with("lang", attribute("lang"))
        .with("sections", sections)
        .with("terms", terms)
        .with("problems", Vec::new());
    emit(host, "explainer-ready", &ready);
}
