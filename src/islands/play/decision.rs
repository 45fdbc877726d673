use explainer_engine::{Path, walk};
use explainer_model::Decision;
use yew::prelude::*;

use super::ask::Ask;
use super::button;
use crate::labels::fill_all;
use crate::view::{Look, el, words};

pub(super) fn controls(look: &Look, decision: &Decision, path: &Path) -> Vec<Html> {
    let text = look.writing.words;
    let Some(walk) = walk(decision.rules.first(), path.choices()) else {
        return Vec::new();
    };
    let lead: AttrValue = match &walk.at.by {
        _ if walk.at.is_outcome() => text.outcome.into(),
        Some(by) => fill_all(text.decides, &[by.as_str()]).into(),
        None => text.choose.into(),
    };
    let mut buttons = Vec::new();
    for choice in &walk.at.choices {
        let (id, label) = (choice.id.shared().into(), choice.label.shared().into());
        buttons.push(button(Ask::Choose, "explainer-choice", "choice", id, label));
    }
    if !walk.steps.is_empty() {
        let label = text.step_back.into();
        buttons.push(button(
            Ask::StepBack,
            "explainer-tool",
            "tool",
            "".into(),
            label,
        ));
    }
    vec![
        words("p", "", walk.at.text.shared().into()),
        words("p", "explainer-lead", lead),
        el("div", &[("class", "explainer-choices".into())], buttons),
    ]
}
