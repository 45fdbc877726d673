use explainer_models::MonthOf;
use explainer_story::Timeline;
use yew::prelude::*;

use super::control::{Slider, slider};
use crate::Look;

pub(super) fn controls(look: &Look, timeline: &Timeline, month: MonthOf) -> Vec<Html> {
    let (first, last) = MonthOf::range(timeline);
    let month = month.month();
    vec![slider(Slider {
        name: "month".into(),
        label: look.writing.words.month().into(),
        min: first.number().to_string(),
        max: last.number().to_string(),
        step: "1".into(),
        value: month.number().to_string(),
        words: look.writing.month(month.year(), month.month()),
        has_field: false,
    })]
}
