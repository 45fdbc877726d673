use explainer_models::MonthOf;
use explainer_story::Timeline;
use yew::prelude::*;

use super::control::{Slider, slider};
use crate::ModelContext;

pub(super) fn controls(ctx: &ModelContext, timeline: &Timeline, month: MonthOf) -> Vec<Html> {
    let (first, last) = MonthOf::range(timeline);
    let month = month.month();
    vec![slider(Slider {
        name: "month".into(),
        label: ctx.locale.words.month().into(),
        min: first.number().to_string().into(),
        max: last.number().to_string().into(),
        step: "1".into(),
        value: month.number().to_string().into(),
        words: ctx.locale.month(month.year(), month.month()).into(),
        has_field: false,
    })]
}
