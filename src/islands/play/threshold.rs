use explainer_engine::Assumptions;
use explainer_model::{Counting, Threshold};
use yew::prelude::*;

use super::control::{Slider, options, slider, switch};
use crate::view::Look;

pub(super) fn controls(look: &Look, threshold: &Threshold, assumptions: &Assumptions) -> Html {
    let words = look.writing.words;
    let sliders = threshold
        .parameters
        .iter()
        .enumerate()
        .map(|(place, parameter)| {
            let amount = assumptions.amount(place);
            slider(Slider {
                name: parameter.id.shared().into(),
                label: parameter.label.shared().into(),
                min: parameter.min.to_string(),
                max: parameter.max.to_string(),
                step: parameter.step.to_string(),
                value: amount.to_string(),
                words: look.writing.amount(amount, &parameter.unit),
                has_field: true,
            })
        });
    let counting = |counting: &Counting| {
        let label = match counting {
            Counting::Cumulative => words.cumulative,
            Counting::PerPeriod => words.per_period,
        };
        (counting.word().into(), label.into())
    };
    let countings = threshold.counting.iter().map(counting).collect();
    let chosen = assumptions.counting().word();
    let nullified = threshold.nullified.as_ref().map(|nullified| {
        switch(
            "nullified",
            nullified.label.shared().into(),
            assumptions.is_nullified(),
        )
    });
    html! {
        <>
            { for sliders }
            if threshold.counting.len() > 1 {
                { options("counting", words.counting, chosen, countings) }
            }
            { for nullified }
        </>
    }
}
