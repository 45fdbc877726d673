use explainer_dom::events::{Detail, HELP_LISTED, emit, list};
use explainer_story::{MiniModel, Problems};
use web_sys::EventTarget;

/// Returns the detail of the `explainer-error` for the problems of a mini-model.
pub(crate) fn model_error(problems: &Problems, fatal: bool) -> Detail {
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

/// Fires `explainer-model-ready`, and `explainer-error` before it if the model has errors.
pub(crate) fn emit_ready(host: &EventTarget, ready: &Detail, problems: &Problems) {
    if problems.has_errors() {
        emit(host, "explainer-error", &model_error(problems, false));
    }
    emit(host, "explainer-model-ready", ready);
}
