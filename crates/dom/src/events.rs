//! What the page hears: events and their details.

use explainer_story::{Problem, Problems, Severity};
use serde::{Serialize, Serializer};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, EventTarget};

/// The detail of an event: an object. docs/contracts says what each event has. One type for all, since
/// each further one that serde writes would cost readers bytes.
#[derive(Default)]
pub struct Detail(Vec<(&'static str, Value)>);

/// The value of a field of a detail.
pub enum Value {
    /// A text.
    Text(String),
    /// True or false.
    Flag(bool),
    /// A count.
    Count(usize),
    /// A list of objects.
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
    pub fn error(
        code: &str,
        message: String,
        help: &str,
        fatal: bool,
        problems: Vec<Self>,
    ) -> Self {
        Self::default()
            .with("code", code)
            .with("message", message)
            .with("help", help)
            .with("fatal", fatal)
            .with("problems", problems)
    }

    /// Returns the detail as a plain JavaScript object.
    pub fn to_js(&self) -> JsValue {
        self.serialize(&serde_wasm_bindgen::Serializer::json_compatible())
            .unwrap_or_default()
    }
}

/// What to do about an error that lists its problems.
pub const HELP_LISTED: &str = "correct the problems listed";

/// Returns the problems as an event lists them.
pub fn list(problems: &Problems) -> Vec<Detail> {
    problems.list().iter().map(of_problem).collect()
}

fn of_problem(problem: &Problem) -> Detail {
    let severity = match problem.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    Detail::default()
        .with("path", problem.path.to_string())
        .with("code", problem.kind.code())
        .with("severity", severity)
        .with("message", problem.kind.found())
        .with("expected", &*problem.kind.expected())
        .with("help", problem.kind.help())
}

/// Fires a bubbling, composed event at `host`.
pub fn emit(host: &EventTarget, name: &str, detail: &Detail) {
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
            // Far below 2^32: counts of parts of a story.
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
