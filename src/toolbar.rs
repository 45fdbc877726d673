use std::cell::RefCell;
use std::rc::Rc;

use explainer_dom::{FrameTask, Root, find};
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
        })
    }

    /// Shows the toolbar in its container in `host`, if there is one.
    pub fn mount(&self, host: &HtmlElement, sheet: &CssStyleSheet) {
        let Some(container) = find::<Element>(host, ".explainer-toolbar") else {
            return;
        };
        let on_rendered = keep_focus(&container);
        *self.root.borrow_mut() = Root::mount(&container, sheet, self.render(), on_rendered);
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
            root.show(content, None);
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

/// Returns what moves the focus from a control that was there before the tools to the one that takes its
/// place; nothing where none has it.
fn keep_focus(container: &Element) -> Option<Callback<()>> {
    let focused: Element = find(container, ":scope button:focus")?;
    let action = focused.get_attribute(ACTION)?;
    let container = container.clone();
    Some(Callback::from(move |()| {
        let selector = ["[", ACTION, "=", &action, "]"].concat();
        let control = container
            .shadow_root()
            .and_then(|shadow| shadow.query_selector(&selector).ok().flatten());
        if let Some(control) = control.and_then(|control| control.dyn_into::<HtmlElement>().ok()) {
            let _ = control.focus();
        }
    }))
}
