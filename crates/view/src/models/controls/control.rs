use yew::prelude::*;

use crate::markup;

/// The attribute by which a native control names the setting that it changes.
pub const SETTING: &str = "data-explainer-setting";
/// What a control is to hold. It is set on the element when it stands: what a reader is typing must
/// not be written over.
pub const VALUE: &str = "data-explainer-value";

/// A number on a scale.
pub(super) struct Slider {
    pub name: AttrValue,
    pub label: AttrValue,
    pub min: String,
    pub max: String,
    pub step: String,
    pub value: String,
    /// The value with its unit.
    pub words: String,
    /// Whether the number itself means something to a reader, who may then type it.
    pub has_field: bool,
}

/// Draws a slider and, where it means something, a field for the exact number.
pub(super) fn slider(slider: Slider) -> Html {
    let words: AttrValue = slider.words.into();
    let scale = [slider.min, slider.max, slider.step].map(AttrValue::from);
    let [min, max, step] = scale.clone();
    let value: AttrValue = slider.value.into();
    let field = slider.has_field.then(|| {
        let [min, max, step] = scale;
        markup!(
            "<input type='number' min={} max={} step={} data-explainer-setting={} \
                data-explainer-value={} aria-label={}/>",
            min,
            max,
            step,
            slider.name.clone(),
            value.clone(),
            slider.label.clone(),
        )
    });
    // No `output`: the label would be its, and every step of a drag would be said.
    markup!(
        "<div class='explainer-setting'>\
            <label class='explainer-setting-label'>\
                <span>{}</span>\
                <span class='explainer-value' aria-hidden='true'>{}</span>\
                <input type='range' min={} max={} step={} data-explainer-setting={} \
                    data-explainer-value={} aria-valuetext={}/>\
            </label>\
            {}\
        </div>",
        slider.label,
        words.clone(),
        min,
        max,
        step,
        slider.name,
        value,
        words,
        field,
    )
}

/// Draws a choice of one among a few; each option has its value and its label.
pub(super) fn options(
    name: &'static str,
    label: &'static str,
    chosen: &str,
    options: Vec<(AttrValue, AttrValue)>,
) -> Html {
    let mut labels = Vec::new();
    for (value, label) in options {
        let is_chosen = *value == *chosen;
        let input = toggle("radio", name, value, is_chosen);
        labels.push(markup!(
            "<label class='explainer-option'>{}<span>{}</span></label>",
            input,
            label,
        ));
    }
    markup!(
        "<fieldset class='explainer-options'><legend>{}</legend>{}</fieldset>",
        label,
        labels,
    )
}

/// Draws a switch.
pub(super) fn switch(name: &'static str, label: AttrValue, is_on: bool) -> Html {
    markup!(
        "<label class='explainer-switch'>{}<span>{}</span></label>",
        toggle("checkbox", name, "yes".into(), is_on),
        label,
    )
}

fn toggle(kind: &'static str, name: &'static str, value: AttrValue, is_on: bool) -> Html {
    markup!(
        "<input type={} name={} value={} data-explainer-setting={} data-explainer-value={}/>",
        kind,
        name,
        value,
        name,
        if is_on { "yes" } else { "no" },
    )
}
