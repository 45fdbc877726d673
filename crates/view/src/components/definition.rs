use yew::prelude::*;

use super::action::Action;
use crate::markup;
use explainer_i18n::{Labels, fill};

/// A copy of a glossary entry, in whatever words stand there now: a translator may have changed
/// them.
#[derive(Clone)]
pub struct Entry {
    /// The term's label.
    pub label: AttrValue,
    /// The short definition, to be said when the popover opens.
    pub short: AttrValue,
    /// What stands below the label, in one element.
    pub body: Html,
}

/// Draws a definition, with a way back to the one read before it.
pub fn definition(entry: &Entry, back_to: Option<&str>, labels: &Labels) -> Html {
    let back = back_to.map(|label| {
        markup!(
            "<button type='button' class='explainer-back' part='back' \
                data-explainer-action={}>{}</button>",
            Action::Back.name(),
            fill(labels.back_to(), &[&labels.quoted(label)]),
        )
    });
    markup!(
        "<div class='explainer-card' part='card' role='dialog' aria-label={}>\
            {}\
            <div class='explainer-card-bar'>\
                <p class='explainer-card-label' part='label'>{}</p>\
                <button type='button' class='explainer-close' part='close' aria-label={} \
                    data-explainer-action={}></button>\
            </div>\
            {}\
        </div>",
        entry.label.clone(),
        back,
        entry.label.clone(),
        labels.close(),
        Action::Close.name(),
        entry.body.clone(),
    )
}
