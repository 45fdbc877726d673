use explainer_engine::{Path, walk};
use explainer_model::{Choice, Decision, Text};
use yew::prelude::*;

use super::ask::Ask;
use crate::labels::fill_all;
use crate::view::Look;

pub(super) fn controls(look: &Look, decision: &Decision, path: &Path) -> Html {
    let words = look.writing.words;
    let Some(walk) = walk(decision.rules.first(), path.choices()) else {
        return Html::default();
    };
    let lead = if walk.at.is_outcome() {
        words.outcome.into()
    } else {
        let by = walk.at.by.as_ref().map(Text::as_str);
        by.map_or_else(|| words.choose.into(), |by| fill_all(words.decides, &[by]))
    };
    let choice = |choice: &Choice| {
        html! {
            <button type="button" class="explainer-choice" part="choice" key={choice.id.as_str()}
                data-explainer-play={Ask::Choose.name()} value={choice.id.shared()}>
                { choice.label.shared() }
            </button>
        }
    };
    html! {
        <>
            <p class="explainer-state-text">{ walk.at.text.shared() }</p>
            <p class="explainer-lead"><strong>{ lead }</strong></p>
            <div class="explainer-choices">
                { for walk.at.choices.iter().map(choice) }
                if !walk.steps.is_empty() {
                    <button type="button" class="explainer-tool" part="tool"
                        data-explainer-play={Ask::StepBack.name()}>
                        { words.step_back }
                    </button>
                }
            </div>
        </>
    }
}
