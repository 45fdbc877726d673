use explainer_model::{Article, Problem, Problems, Severity};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, Element, EventTarget, HtmlElement};

use crate::dom::{find, find_all};

/// Detail of `explainer-ready`.
#[derive(Serialize)]
pub(super) struct ReadyDetail {
    id: String,
    headline: String,
    lang: String,
    sections: usize,
    terms: usize,
    problems: Vec<ProblemDetail>,
}

/// Detail of `explainer-error`; the shim fires it too, with codes of its own.
#[derive(Serialize)]
pub(super) struct ErrorDetail {
    code: &'static str,
    message: String,
    mend: &'static str,
    /// Whether the story cannot be shown at all.
    fatal: bool,
    problems: Vec<ProblemDetail>,
}

#[derive(Serialize)]
struct ProblemDetail {
    path: String,
    code: &'static str,
    severity: &'static str,
    message: String,
    expected: String,
    mend: String,
}

/// Tells the page what it goes without where the browser has no popovers.
pub(super) fn announce_no_popovers(host: &EventTarget) {
    let detail = ErrorDetail {
        code: "popover-missing",
        message: "no popovers here".into(),
        mend: "terms lead to the glossary",
        fatal: false,
        problems: Vec::new(),
    };
    emit(host, "explainer-error", &detail);
}

/// Detail of `explainer-section-toggle`.
#[derive(Serialize)]
pub(super) struct SectionToggleDetail {
    pub section: String,
    pub open: bool,
}

/// Detail of `explainer-term-open`.
#[derive(Serialize)]
pub(super) struct TermOpenDetail<'a> {
    pub term: &'a str,
    pub label: &'a str,
}

/// Detail of `explainer-summarize`.
#[derive(Serialize)]
pub(super) struct SummarizeDetail {
    pub summarizing: bool,
}

impl ErrorDetail {
    pub fn story(problems: &Problems, fatal: bool) -> Self {
        let count = problems.list().len() + problems.unlisted();
        Self {
            code: if fatal {
                "story-unreadable"
            } else {
                "story-problems"
            },
            message: format!("the story has {count} problems"),
            mend: "mend the problems listed",
            fatal,
            problems: problems.list().iter().map(ProblemDetail::from).collect(),
        }
    }
}

#[cfg(feature = "models")]
impl ErrorDetail {
    pub fn model(problems: &Problems, fatal: bool) -> Self {
        Self {
            code: if fatal {
                "model-unreadable"
            } else {
                "model-problems"
            },
            message: "the model has problems".into(),
            ..Self::story(problems, fatal)
        }
    }
}

/// Detail of `explainer-model-ready`.
#[cfg(feature = "models")]
#[derive(Serialize)]
pub(super) struct ModelReadyDetail {
    model: String,
    title: String,
}

#[cfg(feature = "models")]
impl ModelReadyDetail {
    pub fn new(model: &explainer_model::MiniModel) -> Self {
        Self {
            model: model.id.as_str().into(),
            title: model.title.as_str().into(),
        }
    }
}

/// Tells the page that a mini-model is at play, and what is wrong with it if anything is.
#[cfg(feature = "models")]
pub(super) fn announce_model(host: &EventTarget, ready: &ModelReadyDetail, problems: &Problems) {
    if problems.has_errors() {
        emit(
            host,
            "explainer-error",
            &ErrorDetail::model(problems, false),
        );
    }
    emit(host, "explainer-model-ready", ready);
}

impl From<&Problem> for ProblemDetail {
    fn from(problem: &Problem) -> Self {
        Self {
            path: problem.path.to_string(),
            code: problem.fault.code(),
            severity: match problem.severity() {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            message: problem.fault.to_string(),
            expected: problem.fault.expected(),
            mend: problem.fault.mend(),
        }
    }
}

impl ReadyDetail {
    pub fn new(article: &Article, problems: &Problems) -> Self {
        Self {
            id: article.id.as_str().into(),
            headline: article.headline.as_str().into(),
            lang: article.lang.as_str().into(),
            sections: article.sections.len(),
            terms: article.terms.len(),
            problems: problems.list().iter().map(ProblemDetail::from).collect(),
        }
    }
}

/// Tells the page that a story stands, and what is wrong with it if anything is.
pub(super) fn announce(host: &EventTarget, ready: &ReadyDetail, problems: &Problems) {
    if problems.has_errors() {
        emit(
            host,
            "explainer-error",
            &ErrorDetail::story(problems, false),
        );
    }
    emit(host, "explainer-ready", ready);
}

/// Tells the page that a story stands which came as HTML. What was wrong with it was said then.
pub(super) fn announce_standing(host: &HtmlElement) {
    let Some(body) = find::<Element>(host, ":scope > .explainer-body") else {
        return;
    };
    let attribute = |name: &str| body.get_attribute(name).unwrap_or_default();
    let headline: Option<Element> = find(&body, ".explainer-headline");
    let ready = ReadyDetail {
        id: attribute("data-explainer-story"),
        headline: headline
            .and_then(|headline| headline.text_content())
            .unwrap_or_default(),
        lang: attribute("lang"),
        sections: find_all::<Element>(&body, ".explainer-section").len(),
        terms: find_all::<Element>(&body, ".explainer-definition").len(),
        problems: Vec::new(),
    };
    emit(host, "explainer-ready", &ready);
}

/// Fires a bubbling, composed event at `host`.
pub(super) fn emit(host: &EventTarget, name: &str, detail: &impl Serialize) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&to_js(detail));
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        let _ = host.dispatch_event(&event);
    }
}

/// Returns a detail as a plain JavaScript object.
pub(super) fn to_js(detail: &impl Serialize) -> JsValue {
    detail
        .serialize(&Serializer::json_compatible())
        .unwrap_or_default()
}
