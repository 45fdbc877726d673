//! What the events of a mini-model's controls do.

use std::rc::Rc;

use explainer_dom::{Listener, Phase, closest, event_target};
use explainer_models::{Path, SetResult, set_scenario};
use explainer_view::controls::{MODEL_ACTION, ModelAction};
use web_sys::{Element, Event, EventTarget, window};

use super::{Inner, width_of};
use crate::inputs::Input;

impl Inner {
    pub(super) fn listen(self: &Rc<Self>) -> Vec<Listener> {
        let mut listeners = vec![
            self.listener(&self.root, "click", Self::on_click),
            self.listener(&self.root, "input", Self::on_input),
            self.listener(&self.root, "change", Self::on_change),
            // Sent by explainer-model.js from its ResizeObserver.
            self.listener(&self.root, "resize", Self::on_resize),
            self.listener(&self.root, "toggle", Self::on_details_opened),
        ];
        if let Some(window) = window() {
            listeners.push(self.listener(&window, "beforeprint", Self::on_details_opened));
        }
        listeners
    }

    fn listener(
        self: &Rc<Self>,
        target: &EventTarget,
        kind: &'static str,
        handle: fn(&Rc<Self>, &Event),
    ) -> Listener {
        let weak = Rc::downgrade(self);
        // A toggle does not bubble.
        Listener::new(target, kind, Phase::Capture, move |event| {
            if let Some(inner) = weak.upgrade() {
                handle(&inner, &event);
            }
        })
    }

    fn on_click(self: &Rc<Self>, event: &Event) {
        let control = event_target(event)
            .and_then(|target| closest::<Element>(&target, &["[", MODEL_ACTION, "]"].concat()));
        let Some(control) = control else {
            return;
        };
        let name = control.get_attribute(MODEL_ACTION).unwrap_or_default();
        match ModelAction::from_name(&name) {
            Some(ModelAction::Choose) => {
                let choice = control.get_attribute("value").unwrap_or_default();
                self.set(Path::CHOOSE, &choice);
                self.focus_first(".explainer-choices button");
            }
            Some(ModelAction::StepBack) => {
                self.set(Path::BACK, "");
                self.focus_first(".explainer-choices button");
            }
            Some(ModelAction::Reset) => {
                self.is_typing.set(false);
                self.change(|model| model.reset());
                // The button goes with what was set.
                self.focus_first(".explainer-choices button, input");
            }
            Some(ModelAction::CopyLink) => self.copy_link(),
            // Exported by explainer-model.js; make sure the collapsed table is current.
            Some(
                ModelAction::CopyTable
                | ModelAction::SaveCsv
                | ModelAction::SaveSvg
                | ModelAction::SavePng,
            ) => self.redraw_all(),
            None => {}
        }
    }

    /// Applies sliders and checkboxes at once, a typed number as soon as it is valid.
    fn on_input(self: &Rc<Self>, event: &Event) {
        let Some(input) = Input::of(event) else {
            return;
        };
        self.is_dragging.set(input.is_slider());
        if input.is_number_field() {
            self.is_typing.set(true);
            self.change(|model| {
                let before = model.scenario();
                if model.set(&input.setting(), &input.value()) == SetResult::Adjusted {
                    // What is being typed is not adjusted before it is complete.
                    set_scenario(model, &before);
                }
            });
        } else {
            self.set(&input.setting(), &input.value());
        }
    }

    /// Applies a typed number on commit and shows what it was adjusted to; ends a drag.
    fn on_change(self: &Rc<Self>, event: &Event) {
        if let Some(input) = Input::of(event)
            && input.is_number_field()
        {
            self.is_typing.set(false);
            self.set(&input.setting(), &input.value());
        }
        if self.is_dragging.replace(false) {
            self.schedule_redraw();
        }
    }

    /// Redraws what a drag has left out, since the reader looks at it now.
    fn on_details_opened(self: &Rc<Self>, _event: &Event) {
        if self.is_dragging.get() {
            self.redraw_all();
        }
    }

    fn on_resize(self: &Rc<Self>, _event: &Event) {
        let width = width_of(&self.root);
        if width != self.width.replace(width) {
            self.schedule_redraw();
        }
    }
}
