use explainer_i18n::Locale;
use explainer_story::DateTime;
use yew::prelude::*;

/// Renders a date and time as a `time` element; perhaps as that of the last change.
pub(super) fn time(at: &DateTime, is_updated: bool, locale: &Locale) -> Html {
    let mut words = locale.date_time(at);
    if is_updated {
        words = locale.labels.updated(&words);
    }
    html! { <time datetime={at.shared()}>{ words }</time> }
}
