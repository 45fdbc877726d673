use explainer_models::Assumptions;
use explainer_story::Threshold;
use yew::prelude::*;

use super::control::{Slider, options, slider, switch};
use crate::ModelContext;

pub(super) fn controls(
    ctx: &ModelContext,
    threshold: &Threshold,
    assumptions: &Assumptions,
) -> Vec<Html> {
    let mut controls = Vec::new();
    for (index, parameter) in threshold.parameters.iter().enumerate() {
        let amount = assumptions.amount(index);
        controls.push(slider(Slider {
            name: parameter.id.shared().into(),
            label: parameter.label.shared().into(),
            min: parameter.min.text().into(),
            max: parameter.max.text().into(),
            step: parameter.step.text().into(),
            value: amount.text().into(),
            words: ctx.locale.amount(amount, &parameter.unit).into(),
            has_field: true,
        }));
    }
    if threshold.counting.len() > 1 {
        let mut countings = Vec::new();
        for counting in threshold.counting.iter() {
            countings.push((
                counting.word().into(),
                ctx.locale.counting(*counting).into(),
            ));
        }
        let chosen = assumptions.counting().word();
        controls.push(options(
            "counting",
            ctx.locale.words.counting(),
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
