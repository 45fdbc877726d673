use explainer_dom::events::{Detail, HELP_LISTED, emit, list};
use explainer_dom::{find, find_all};
use explainer_story::{Article, Problems};
use web_sys::{Element, EventTarget, HtmlElement};

/// Returns the detail of the `explainer-error` for the problems of a story.
pub(crate) fn story(problems: &Problems, fatal: bool) -> Detail {
    let count = problems.list().len() + problems.unlisted();
    let code = if fatal {
        "story-unreadable"
    } else {
        "story-problems"
    };
    let message = ["the story has ", &count.to_string(), " problems"].concat();
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

/// Tells the page what it goes without where the browser has no popovers.
pub(crate) fn announce_no_popovers(host: &EventTarget) {
    let (message, help) = ("no popovers here", "terms lead to the glossary");
    let detail = Detail::error("popover-missing", message.into(), help, false, Vec::new());
    emit(host, "explainer-error", &detail);
}

/// Tells the page that a story stands, and what is wrong with it if anything is.
pub(crate) fn announce(host: &EventTarget, ready: &Detail, problems: &Problems) {
    if problems.has_errors() {
        emit(host, "explainer-error", &story(problems, false));
    }
    emit(host, "explainer-ready", ready);
}

/// Tells the page that a story stands which came as HTML. What was wrong with it was said then.
pub(crate) fn announce_standing(host: &HtmlElement) {
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
