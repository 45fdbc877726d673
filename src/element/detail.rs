use explainer_story::{Article, Problem, Problems, Severity};
use serde::{Serialize, Serializer};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, Element, EventTarget, HtmlElement};

use crate::dom::{find, find_all};

/// The detail of an event: a record. docs/contracts says what each event has. One type for all, since
/// each further one that serde writes would cost readers bytes.
#[derive(Default)]
pub(super) struct Detail(Vec<(&'static str, Value)>);

/// What stands in a field of a detail.
pub(super) enum Value {
    Text(String),
    Flag(bool),
    Count(usize),
    List(Vec<Detail>),
}

impl Detail {
    /// Returns the detail with one field more.
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.0.push((name, value.into()));
        self
    }

    /// Returns the detail of an `explainer-error`; the shim fires it too, with codes of its own.
    /// `fatal` is whether the story cannot be shown at all.
    fn error(code: &str, message: String, help: &str, fatal: bool, problems: Vec<Self>) -> Self {
        Self::default()
            .with("code", code)
            .with("message", message)
            .with("help", help)
            .with("fatal", fatal)
            .with("problems", problems)
    }

    /// Returns the detail of the `explainer-error` for the problems of a story.
    pub fn story(problems: &Problems, fatal: bool) -> Self {
        let count = problems.list().len() + problems.unlisted();
        let code = if fatal {
            "story-unreadable"
        } else {
            "story-problems"
        };
        let message = ["the story has ", &count.to_string(), " problems"].concat();
        Self::error(code, message, MEND_LISTED, fatal, list(problems))
    }

    /// Returns the detail of the `explainer-error` for the problems of a mini-model.
    #[cfg(feature = "models")]
    pub fn model(problems: &Problems, fatal: bool) -> Self {
        let code = if fatal {
            "model-unreadable"
        } else {
            "model-problems"
        };
        let message = "the model has problems".into();
        Self::error(code, message, MEND_LISTED, fatal, list(problems))
    }

    /// Returns the detail of the `explainer-ready` for a story that was drawn.
    pub fn ready(article: &Article, problems: &Problems) -> Self {
        Self::default()
            .with("id", article.id.as_str())
            .with("headline", article.headline.as_str())
            .with("lang", article.lang.as_str())
            .with("sections", article.sections.len())
            .with("terms", article.terms.len())
            .with("problems", list(problems))
    }

    /// Returns the detail of an `explainer-model-ready`.
    #[cfg(feature = "models")]
    pub fn model_ready(model: &explainer_story::MiniModel) -> Self {
        Self::default()
            .with("model", model.id.as_str())
            .with("title", model.title.as_str())
    }

    /// Returns the detail as a plain JavaScript object.
    pub fn to_js(&self) -> JsValue {
        self.serialize(&serde_wasm_bindgen::Serializer::json_compatible())
            .unwrap_or_default()
    }
}

const MEND_LISTED: &str = "mend the problems listed";

fn list(problems: &Problems) -> Vec<Detail> {
    problems.list().iter().map(of_problem).collect()
}

fn of_problem(problem: &Problem) -> Detail {
    let severity = match problem.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    Detail::default()
        .with("path", problem.path.text())
        .with("code", problem.fault.code())
        .with("severity", severity)
        .with("message", problem.fault.found())
        .with("expected", problem.fault.expected())
        .with("help", problem.fault.mend())
}

/// Tells the page what it goes without where the browser has no popovers.
pub(super) fn announce_no_popovers(host: &EventTarget) {
    let (message, help) = ("no popovers here", "terms lead to the glossary");
    let detail = Detail::error("popover-missing", message.into(), help, false, Vec::new());
    emit(host, "explainer-error", &detail);
}

/// Tells the page that a mini-model is at play, and what is wrong with it if anything is.
#[cfg(feature = "models")]
pub(super) fn announce_model(host: &EventTarget, ready: &Detail, problems: &Problems) {
    if problems.has_errors() {
        emit(host, "explainer-error", &Detail::model(problems, false));
    }
    emit(host, "explainer-model-ready", ready);
}

/// Tells the page that a story stands, and what is wrong with it if anything is.
pub(super) fn announce(host: &EventTarget, ready: &Detail, problems: &Problems) {
    if problems.has_errors() {
        emit(host, "explainer-error", &Detail::story(problems, false));
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

/// Fires a bubbling, composed event at `host`.
pub(super) fn emit(host: &EventTarget, name: &str, detail: &Detail) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&detail.to_js());
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        let _ = host.dispatch_event(&event);
    }
}

impl Serialize for Detail {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            // Far below 2^32: counts of what stands in a story.
            Self::Count(count) => serializer.serialize_u32(*count as u32),
            Self::List(list) => serializer.collect_seq(list),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<usize> for Value {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl From<Vec<Detail>> for Value {
    fn from(list: Vec<Detail>) -> Self {
        Self::List(list)
    }
}
