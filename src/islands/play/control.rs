use yew::prelude::*;

use crate::view::{el, words};

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
    let said: AttrValue = slider.words.into();
    let scale = [
        ("type", AttrValue::from("range")),
        ("min", slider.min.into()),
        ("max", slider.max.into()),
        ("step", slider.step.into()),
        (SETTING, slider.name),
        (VALUE, slider.value.into()),
        ("aria-valuetext", said.clone()),
    ];
    let mut field = scale.clone();
    let label = el(
        "label",
        &[("class", "explainer-setting-label".into())],
        vec![
            words("span", "", slider.label.clone()),
            // No `output`: the label would be its, and every step of a drag would be said.
            el(
                "span",
                &[
                    ("class", "explainer-value".into()),
                    ("aria-hidden", "true".into()),
                ],
                vec![said.into()],
            ),
            el("input", &scale, Vec::new()),
        ],
    );
    let mut parts = vec![label];
    if slider.has_field {
        let [kind, .., said] = &mut field;
        *kind = ("type", "number".into());
        *said = ("aria-label", slider.label);
        parts.push(el("input", &field, Vec::new()));
    }
    el("div", &[("class", "explainer-setting".into())], parts)
}

/// Draws a choice of one among a few; each option has its value and its label.
pub(super) fn options(
    name: &'static str,
    label: &'static str,
    chosen: &str,
    options: Vec<(AttrValue, AttrValue)>,
) -> Html {
    let mut parts = vec![words("legend", "", label.into())];
    for (value, label) in options {
        let is_chosen = *value == *chosen;
        let input = toggle("radio", name, value, is_chosen);
        let parts_of = vec![input, words("span", "", label)];
        parts.push(el(
            "label",
            &[("class", "explainer-option".into())],
            parts_of,
        ));
    }
    el("fieldset", &[("class", "explainer-options".into())], parts)
}

/// Draws a switch.
pub(super) fn switch(name: &'static str, label: AttrValue, is_on: bool) -> Html {
    let parts = vec![
        toggle("checkbox", name, "yes".into(), is_on),
        words("span", "", label),
    ];
    el("label", &[("class", "explainer-switch".into())], parts)
}

fn toggle(kind: &'static str, name: &'static str, value: AttrValue, is_on: bool) -> Html {
    let attributes = [
        ("type", kind.into()),
        ("name", name.into()),
        ("value", value),
        (SETTING, name.into()),
        (VALUE, if is_on { "yes" } else { "no" }.into()),
    ];
    el("input", &attributes, Vec::new())
}
