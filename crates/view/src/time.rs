use explainer_story::Moment;
use yew::prelude::*;

use explainer_i18n::Labels;

/// Renders a date and time as a `time` element; perhaps as that of the last change.
pub(super) fn time(at: &Moment, is_updated: bool, labels: &Labels) -> Html {
    let mut words = labels.moment(at);
    if is_updated {
        words = labels.updated(&words);
    }
    html! { <time datetime={at.shared()}>{ words }</time> }
}
