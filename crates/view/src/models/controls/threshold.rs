use explainer_models::Assumptions;
use explainer_story::Threshold;
use yew::prelude::*;

use super::control::{Slider, options, slider, switch};
use crate::Look;

pub(super) fn controls(look: &Look, threshold: &Threshold, assumptions: &Assumptions) -> Vec<Html> {
    let mut controls = Vec::new();
    for (place, parameter) in threshold.parameters.iter().enumerate() {
        let amount = assumptions.amount(place);
        controls.push(slider(Slider {
            name: parameter.id.shared().into(),
            label: parameter.label.shared().into(),
            min: parameter.min.text(),
            max: parameter.max.text(),
            step: parameter.step.text(),
            value: amount.text(),
            words: look.writing.amount(amount, &parameter.unit),
            has_field: true,
        }));
    }
    if threshold.counting.len() > 1 {
        let mut countings = Vec::new();
        for counting in threshold.counting.iter() {
            countings.push((
                counting.word().into(),
                look.writing.counting(*counting).into(),
            ));
        }
        let chosen = assumptions.counting().word();
        controls.push(options(
            "counting",
            look.writing.words.counting(),
            chosen,
            countings,
        ));
    }
    if let Some(nullified) = &threshold.nullified {
        let label = nullified.label.shared().into();
        controls.push(switch("nullified", label, assumptions.is_nullified()));
    }
    controls
}
