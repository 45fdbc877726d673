use explainer_story::Moment;
use yew::prelude::*;

use explainer_i18n::{Labels, fill};

/// Renders a date and time as a `time` element; `phrase` is a label with a placeholder for it.
pub(super) fn time(at: &Moment, phrase: Option<&str>, labels: &Labels) -> Html {
    let mut words = labels.moment(at);
    if let Some(phrase) = phrase {
        words = fill(phrase, &[&words]);
    }
    html! { <time datetime={at.shared()}>{ words }</time> }
}
