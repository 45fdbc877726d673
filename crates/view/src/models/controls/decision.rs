use explainer_models::{Path, walk};
use explainer_story::Decision;
use yew::prelude::*;

use super::action::ModelAction;
use super::button;
use crate::ModelContext;
use explainer_i18n::fill;

pub(super) fn controls(ctx: &ModelContext, decision: &Decision, path: &Path) -> Vec<Html> {
    let labels = ctx.locale.words;
    let Some(walk) = walk(decision.rules.first(), path.choices()) else {
        return Vec::new();
    };
    let lead: AttrValue = match &walk.at.by {
        _ if walk.at.is_outcome() => labels.outcome().into(),
        Some(by) => fill(labels.decides(), &[by.as_str()]).into(),
        None => labels.choose().into(),
    };
    let choices = walk.at.choices.iter().map(|choice| {
        html! {
            <button type="button" class="explainer-choice" part="choice"
                data-explainer-play={ModelAction::Choose.name()} value={choice.id.shared()}>
                { choice.label.shared() }
            </button>
        }
    });
    let step_back =
        (!walk.steps.is_empty()).then(|| button(ModelAction::StepBack, labels.step_back()));
    vec![
        html! { <p>{ walk.at.text.shared() }</p> },
        html! { <p class="explainer-lead">{ lead }</p> },
        html! { <div class="explainer-choices">{ for choices }{ step_back }</div> },
    ]
}
