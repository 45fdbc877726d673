use yew::prelude::*;

use super::action::Action;
use explainer_i18n::Labels;

/// State of the toolbar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Toolbar {
    /// Whether the story has a summary.
    pub can_summarize: bool,
    /// Whether the summary is shown.
    pub summarizing: bool,
    /// Whether every section is open.
    pub all_open: bool,
    /// What a screen reader announces next.
    pub status: AttrValue,
}

/// Renders the story's controls and its one live region.
pub fn toolbar(toolbar: Toolbar, labels: &Labels) -> Html {
    html! {
        <>
            { controls(&toolbar, labels) }
            <p class="explainer-status" role="status">{ toolbar.status }</p>
        </>
    }
}

/// Renders the story's controls.
pub fn controls(toolbar: &Toolbar, labels: &Labels) -> Html {
    let sections_label = if toolbar.all_open {
        labels.collapse_all()
    } else {
        labels.expand_all()
    };
    let summary_label = if toolbar.summarizing {
        labels.show_story()
    } else {
        labels.summarize()
    };
    html! {
        <div class="explainer-tools" part="tools" role="group" aria-label={labels.tools()}>
            <button type="button" class="explainer-tool explainer-tool-summarize" part="tool"
                hidden={!toolbar.can_summarize}
                data-explainer-action={Action::Summarize.name()}>
                { summary_label }
            </button>
            <button type="button" class="explainer-tool" part="tool"
                data-explainer-action={Action::ToggleAll.name()}>
                { sections_label }
            </button>
        </div>
    }
}
