use std::cell::RefCell;
use std::rc::Rc;

use explainer_dom::{FrameTask, Root, find, focused_around};
use explainer_i18n::Labels;
use explainer_view::components::{ACTION, Toolbar, toolbar};
use wasm_bindgen::JsCast;
use web_sys::{CssStyleSheet, Element, HtmlElement};
use yew::{AttrValue, Callback, Html};

use super::sections::Sections;

/// The toolbar of one story and its live region.
pub(super) struct ArticleToolbar {
    sections: Rc<Sections>,
    labels: &'static Labels,
    root: RefCell<Option<Root>>,
    redraw: FrameTask,
    announcement: RefCell<AttrValue>,
    // The control that had the focus before the toolbar took its place; the next rendering moves it.
    focused: Rc<RefCell<Option<(HtmlElement, String)>>>,
}

impl ArticleToolbar {
    /// Returns the toolbar of those sections; [`Self::mount`] shows it.
    pub fn new(sections: Rc<Sections>, labels: &'static Labels) -> Rc<Self> {
        Rc::new(Self {
            sections,
            labels,
            root: RefCell::default(),
            redraw: FrameTask::default(),
            announcement: RefCell::default(),
            focused: Rc::default(),
        })
    }

    /// Shows the toolbar in its container in `host`, if there is one.
    pub fn mount(&self, host: &HtmlElement, sheet: &CssStyleSheet) {
        let Some(container) = find::<Element>(host, ".explainer-toolbar") else {
            return;
        };
        let action = focused_action(&container);
        *self.focused.borrow_mut() = action.map(|action| (host.clone(), action));
        // What was there before the tools.
        container.set_text_content(None);
        *self.root.borrow_mut() = Root::mount(&container, sheet, self.render(), self.on_rendered());
    }

    /// Announces a message through the live region.
    pub fn announce(&self, message: impl Into<AttrValue>) {
        *self.announcement.borrow_mut() = message.into();
        self.redraw();
    }

    /// Redraws the toolbar as the sections are now.
    pub fn redraw(&self) {
        let content = self.render();
        if let Some(root) = &mut *self.root.borrow_mut() {
            root.show(content, self.on_rendered());
        }
    }

    /// Redraws with the next frame: a thousand sections that open together cost one redraw.
    pub fn schedule_redraw(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        self.redraw.schedule(Box::new(move || {
            if let Some(toolbar) = weak.upgrade() {
                toolbar.redraw();
            }
        }));
    }

    fn on_rendered(&self) -> Option<Callback<()>> {
        self.focused.borrow().as_ref()?;
        let focused = Rc::clone(&self.focused);
        Some(Callback::from(move |()| {
            if let Some((host, action)) = focused.take() {
                focus(&host, &action);
            }
        }))
    }

    fn render(&self) -> Html {
        let state = Toolbar {
            can_summarize: self.sections.can_summarize(),
            summarizing: self.sections.is_summarizing(),
            all_open: self.sections.all_are_open(),
            status: self.announcement.borrow().clone(),
        };
        toolbar(state, self.labels)
    }
}

/// Returns the action of the control in `container` that has the focus.
fn focused_action(container: &Element) -> Option<String> {
    let focused = focused_around(container).filter(|focused| container.contains(Some(focused)))?;
    focused.get_attribute(ACTION)
}

/// Moves the focus to the control of that action in the toolbar of `host`.
fn focus(host: &HtmlElement, action: &str) {
    let selector = ["[", ACTION, "=", action, "]"].concat();
    let shadow = find::<Element>(host, ".explainer-toolbar").and_then(|place| place.shadow_root());
    let control = shadow.and_then(|shadow| shadow.query_selector(&selector).ok().flatten());
    if let Some(control) = control.and_then(|control| control.dyn_into::<HtmlElement>().ok()) {
        let _ = control.focus();
    }
}
