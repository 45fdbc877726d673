//! How a mini-model is rendered: at first, and again after a change.

use std::rc::Rc;

use explainer_dom::{Root, find, today};
use explainer_view::ModelContext;
use explainer_view::controls::{PlayerProps, details_panel, player};
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::{Callback, Html};

use super::{Inner, Roots};
use crate::inputs::sync_inputs;

impl Inner {
    /// Renders for the first time when the caller is done: a scenario that it sets shows at once.
    pub(super) fn mount(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        spawn_local(async move {
            if let Some(inner) = weak.upgrade() {
                let model = Root::mount_in(&inner.root, inner.render(), inner.on_rendered());
                // Its container is part of the first tree, so mount it second; Yew renders both
                // before it calls `rendered`.
                let details = Root::mount_in(&inner.details, inner.render_details(), None);
                *inner.roots.borrow_mut() = Some(Roots { model, details });
            }
        });
    }

    /// Returns what to do after the next rendering. Yew forgets it then.
    fn on_rendered(self: &Rc<Self>) -> Option<Callback<()>> {
        let weak = Rc::downgrade(self);
        Some(Callback::from(move |()| {
            if let Some(inner) = weak.upgrade() {
                sync_inputs(&inner.root, inner.is_typing.get());
                (inner.on_rendered)();
            }
        }))
    }

    fn render(&self) -> Html {
        self.with_view(|ctx| {
            player(&PlayerProps {
                ctx: *ctx,
                sentence: self.sentence(),
                message: self.message.borrow().clone(),
                announcement: self.announcer.message(),
                is_changed: !self.scenario().is_empty(),
                details_panel: Html::VRef(self.details.clone().into()),
            })
        })
    }

    fn render_details(&self) -> Html {
        self.with_view(details_panel)
    }

    /// Calls `render` with the model as the reader has set it.
    pub(super) fn with_view<T>(&self, render: impl FnOnce(&ModelContext) -> T) -> T {
        let playable = self.playable.borrow();
        let view = playable.view();
        render(&ModelContext {
            model: &self.model,
            view: &*view,
            locale: &self.locale,
            width: self.width.get(),
            today: Some(today()),
            is_played: true,
        })
    }

    pub(super) fn schedule_redraw(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        self.redraw.schedule(Box::new(move || {
            if let Some(inner) = weak.upgrade() {
                inner.redraw();
            }
        }));
    }

    /// Redraws at once, also the collapsed part.
    pub(super) fn redraw_all(self: &Rc<Self>) {
        self.is_dragging.set(false);
        self.redraw();
    }

    fn redraw(self: &Rc<Self>) {
        let Some(roots) = &mut *self.roots.borrow_mut() else {
            return;
        };
        roots.model.show(self.render(), self.on_rendered());
        if !self.is_dragging.get() || self.has_open_table() {
            roots.details.show(self.render_details(), None);
        }
    }

    fn has_open_table(&self) -> bool {
        find::<Element>(&self.details, ":scope > [open] table").is_some()
    }
}
