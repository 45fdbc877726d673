//! The native controls of a mini-model.

use explainer_dom::{find_all, focused_around};
use explainer_view::controls::{SETTING, VALUE};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};

/// A control that an event happened to.
pub(crate) struct Input {
    element: HtmlInputElement,
    kind: String,
}

impl Input {
    /// Returns the target of `event`, if it is an `<input>`.
    pub fn of(event: &Event) -> Option<Self> {
        // The listeners are inside the shadow root, where the target is the control itself.
        let element: HtmlInputElement = event.target()?.dyn_into().ok()?;
        let kind = element.type_();
        Some(Self { element, kind })
    }

    pub fn is_slider(&self) -> bool {
        self.kind == "range"
    }

    pub fn is_number_field(&self) -> bool {
        self.kind == "number"
    }

    /// Returns the name of the setting that the control changes.
    pub fn setting(&self) -> String {
        self.element.get_attribute(SETTING).unwrap_or_default()
    }

    /// Returns what the reader has set: `yes` or `no` for a checkbox.
    pub fn value(&self) -> String {
        match &*self.kind {
            "checkbox" if self.element.checked() => "yes".into(),
            "checkbox" => "no".into(),
            _ => self.element.value(),
        }
    }
}

/// Writes the settings, which the controls carry in an attribute, into the native controls. The field
/// that has the focus is left alone while the reader is typing.
pub(crate) fn sync_inputs(root: &HtmlElement, is_typing: bool) {
    let focused = focused_around(root);
    for input in find_all::<HtmlInputElement>(root, "input") {
        let value = input.get_attribute(VALUE).unwrap_or_default();
        // Radios and checkboxes carry yes or no.
        if matches!(&*value, "yes" | "no") {
            input.set_checked(value == "yes");
            continue;
        }
        let element: &Element = &input;
        let is_theirs = is_typing && focused.as_ref() == Some(element);
        if !is_theirs && input.value() != value {
            input.set_value(&value);
        }
    }
}
