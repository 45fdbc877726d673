use explainer_models::{Path, walk};
use explainer_story::Decision;
use yew::prelude::*;

use super::ask::Ask;
use super::tool;
use crate::{Look, markup};
use explainer_i18n::fill;

pub(super) fn controls(look: &Look, decision: &Decision, path: &Path) -> Vec<Html> {
    let text = look.writing.words;
    let Some(walk) = walk(decision.rules.first(), path.choices()) else {
        return Vec::new();
    };
    let lead: AttrValue = match &walk.at.by {
        _ if walk.at.is_outcome() => text.outcome().into(),
        Some(by) => fill(text.decides(), &[by.as_str()]).into(),
        None => text.choose().into(),
    };
    let mut buttons = Vec::new();
    for choice in &walk.at.choices {
        buttons.push(markup!(
            "<button type='button' class='explainer-choice' part='choice' \
                data-explainer-play={} value={}>{}</button>",
            Ask::Choose.name(),
            choice.id.shared(),
            choice.label.shared(),
        ));
    }
    if !walk.steps.is_empty() {
        buttons.push(tool(Ask::StepBack, text.step_back()));
    }
    vec![markup!(
        "<p>{}</p><p class='explainer-lead'>{}</p><div class='explainer-choices'>{}</div>",
        walk.at.text.shared(),
        lead,
        buttons,
    )]
}
