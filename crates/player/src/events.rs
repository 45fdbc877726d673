use explainer_dom::events::{Detail, HELP_LISTED, emit, list};
use explainer_story::{MiniModel, Problems};
use web_sys::EventTarget;

/// Returns the detail of the `explainer-error` for the problems of a mini-model.
pub(crate) fn model(problems: &Problems, fatal: bool) -> Detail {
    let code = if fatal {
        "model-unreadable"
    } else {
        "model-problems"
    };
    let message = "the model has problems".into();
    Detail::error(code, message, HELP_LISTED, fatal, list(problems))
}

/// Returns the detail of an `explainer-model-ready`.
pub(crate) fn ready(model: &MiniModel) -> Detail {
    Detail::default()
        .with("model", model.id.as_str())
        .with("title", model.title.as_str())
}

/// Tells the page that a mini-model is at play, and what is wrong with it if anything is.
pub(crate) fn announce(host: &EventTarget, ready: &Detail, problems: &Problems) {
    if problems.has_errors() {
        emit(host, "explainer-error", &model(problems, false));
    }
    emit(host, "explainer-model-ready", ready);
}
