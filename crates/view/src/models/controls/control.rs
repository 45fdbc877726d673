use yew::prelude::*;

/// The attribute by which a native control names the setting that it changes.
pub const SETTING: &str = "data-explainer-setting";
/// The attribute with the value that a control is to have. The player sets it on the element after
/// rendering, since what a reader is typing must not be overwritten.
pub const VALUE: &str = "data-explainer-value";

/// Properties of a slider.
pub struct Slider {
    pub name: AttrValue,
    pub label: AttrValue,
    pub min: AttrValue,
    pub max: AttrValue,
    pub step: AttrValue,
    pub value: AttrValue,
    /// The value with its unit.
    pub words: AttrValue,
    /// What is written before and after the number.
    pub unit: (AttrValue, AttrValue),
}

/// Renders a slider and the field that shows its number and takes an exact one.
pub fn slider(slider: Slider) -> Html {
    let Slider {
        name,
        label,
        min,
        max,
        step,
        value,
        words,
        unit: (before, after),
    } = slider;
    // No `output`: every step of a drag would be announced.
    html! {
        <div class="explainer-setting">
            <label class="explainer-setting-label">
                <span>{ label.clone() }</span>
                <input type="range" min={min.clone()} max={max.clone()} step={step.clone()}
                    data-explainer-setting={name.clone()} data-explainer-value={value.clone()}
                    aria-valuetext={words} />
            </label>
            <span class="explainer-value">
                <span aria-hidden="true">{ before }</span>
                <input type="number" {min} {max} {step} data-explainer-setting={name}
                    data-explainer-value={value} aria-label={label} />
                <span aria-hidden="true">{ after }</span>
            </span>
        </div>
    }
}

/// Renders a slider that lies on the scale of a drawing, which has its value in words.
pub fn scale_slider(slider: Slider) -> Html {
    let Slider {
        name,
        label,
        min,
        max,
        step,
        value,
        words,
        ..
    } = slider;
    html! {
        <input type="range" class="explainer-slider" {min} {max} {step} data-explainer-setting={name}
            data-explainer-value={value} aria-label={label} aria-valuetext={words} />
    }
}

/// Renders radio buttons; each option has its value and its label.
pub fn options(
    name: &'static str,
    label: &'static str,
    chosen: &str,
    options: Vec<(AttrValue, AttrValue)>,
) -> Html {
    let options = options.into_iter().map(|(value, label)| {
        let is_chosen = *value == *chosen;
        html! {
            <label class="explainer-option">
                { toggle("radio", name, value, is_chosen) }
                <span>{ label }</span>
            </label>
        }
    });
    html! {
        <fieldset class="explainer-options"><legend>{ label }</legend>{ for options }</fieldset>
    }
}

/// Renders a checkbox.
pub fn switch(name: &'static str, label: AttrValue, is_on: bool) -> Html {
    html! {
        <label class="explainer-switch">
            { toggle("checkbox", name, "yes".into(), is_on) }
            <span>{ label }</span>
        </label>
    }
}

fn toggle(kind: &'static str, name: &'static str, value: AttrValue, is_on: bool) -> Html {
    let is_on = if is_on { "yes" } else { "no" };
    html! {
        <input type={kind} {name} {value} data-explainer-setting={name}
            data-explainer-value={is_on} />
    }
}
