use yew::prelude::*;

/// The attribute by which a native control names the setting that it changes.
pub const SETTING: &str = "data-explainer-setting";

/// A number on a scale: a range and, beside it, a field for the exact value.
pub(super) struct Slider {
    pub name: AttrValue,
    pub label: AttrValue,
    pub min: String,
    pub max: String,
    pub step: String,
    pub value: String,
    /// The value with its unit.
    pub words: String,
    /// Whether the number itself means something to a reader.
    pub has_field: bool,
}

/// Draws a slider. Values are set on the elements when they stand: what a reader is typing must not
/// be written over.
pub(super) fn slider(slider: Slider) -> Html {
    let Slider {
        name,
        label,
        min,
        max,
        step,
        value,
        words,
        has_field,
    } = slider;
    html! {
        <div class="explainer-setting" key={name.as_str()}>
            <label class="explainer-setting-label">
                <span>{ label.clone() }</span>
                <output>{ words.clone() }</output>
                <input type="range" min={min.clone()} max={max.clone()} step={step.clone()}
                    aria-valuetext={words.clone()} data-explainer-setting={name.clone()}
                    data-explainer-value={value.clone()}/>
            </label>
            if has_field {
                <input type="number" inputmode="decimal" {min} {max} {step} aria-label={label}
                    data-explainer-setting={name} data-explainer-value={value}/>
            }
        </div>
    }
}

/// Draws a choice of one among a few; each option has its value and its label.
pub(super) fn options(
    name: &'static str,
    label: &'static str,
    chosen: &str,
    options: Vec<(AttrValue, AttrValue)>,
) -> Html {
    let option = |(value, label): (AttrValue, AttrValue)| {
        let is_chosen = if *value == *chosen { "yes" } else { "no" };
        html! {
            <label class="explainer-option" key={value.as_str()}>
                <input type="radio" {name} {value} data-explainer-setting={name}
                    data-explainer-checked={is_chosen}/>
                <span>{ label }</span>
            </label>
        }
    };
    html! {
        <fieldset class="explainer-options">
            <legend>{ label }</legend>
            { for options.into_iter().map(option) }
        </fieldset>
    }
}

/// Draws a switch.
pub(super) fn switch(name: &'static str, label: AttrValue, is_on: bool) -> Html {
    html! {
        <label class="explainer-switch">
            <input type="checkbox" data-explainer-setting={name}
                data-explainer-checked={if is_on { "yes" } else { "no" }}/>
            <span>{ label }</span>
        </label>
    }
}
