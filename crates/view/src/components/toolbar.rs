use yew::prelude::*;

use super::action::Action;
use crate::markup;
use explainer_i18n::Labels;

/// How the story stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Toolbar {
    /// Whether there is anything to summarize.
    pub can_summarize: bool,
    /// Whether the summary is shown.
    pub summarizing: bool,
    /// Whether every section is open.
    pub all_open: bool,
    /// What a screen reader should say next.
    pub status: AttrValue,
}

/// Draws the story's controls and its one live region.
pub fn toolbar(toolbar: Toolbar, labels: &Labels) -> Html {
    let fold_label = if toolbar.all_open {
        labels.collapse_all()
    } else {
        labels.expand_all()
    };
    let pressed = if toolbar.summarizing { "true" } else { "false" };
    markup!(
        "<div class='explainer-tools' part='tools' role='group' aria-label={}>\
            <button type='button' class='explainer-tool explainer-tool-summarize' part='tool' \
                hidden={} aria-pressed={} data-explainer-action={}>{}</button>\
            <button type='button' class='explainer-tool' part='tool' \
                data-explainer-action={}>{}</button>\
            <p class='explainer-status' role='status'>{}</p>\
        </div>",
        labels.tools(),
        (!toolbar.can_summarize).then_some("hidden"),
        pressed,
        Action::Summarize.name(),
        labels.summarize(),
        Action::FoldAll.name(),
        fold_label,
        toolbar.status,
    )
}
