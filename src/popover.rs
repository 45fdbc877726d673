use std::cell::RefCell;
use std::rc::Rc;

use explainer_dom::events::{Detail, emit};
use explainer_dom::{
    Root, anchor_in, find, find_all, follow_visual_viewport, hide_popover, popover_is_open,
    popover_is_supported, position_popover, show_popover, without_shadow_root,
};
use explainer_i18n::Labels;
use explainer_view::components::{DefinitionCard, definition};
use wasm_bindgen::JsCast;
use web_sys::{
    CssStyleSheet, Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition, ShadowRoot,
};
use yew::{AttrValue, Callback};

use super::focus::{focus_first, is_last_stop};
use super::glossary_copy::copy_entry;
use super::history::History;
use super::links;

/// A mention of a term, in the story or in a definition.
pub(super) const TERM: &str = "a.explainer-term, .explainer-noteref > a";
const EXPANDED: &str = "aria-expanded";

/// The popover that shows a definition beside its mention: always a copy of the glossary entry.
pub(super) struct DefinitionPopover {
    host: HtmlElement,
    popover: HtmlElement,
    labels: &'static Labels,
    prefix: AttrValue,
    sheet: CssStyleSheet,
    // Mounted when the first definition opens, so that the tools are ready sooner.
    root: RefCell<Option<Root>>,
    history: RefCell<History>,
    // The mention that the reader opened, while the popover is open.
    trigger: Rc<RefCell<Option<HtmlElement>>>,
}

impl DefinitionPopover {
    /// Sets up the popover; nothing where the browser has no popovers, so that a term stays a
    /// link to the glossary.
    pub fn new(
        host: &HtmlElement,
        sheet: &CssStyleSheet,
        labels: &'static Labels,
        prefix: AttrValue,
    ) -> Option<Self> {
        let container: HtmlElement = find(host, ".explainer-popover")?;
        popover_is_supported(&container).then_some(())?;
        // After a trap, the mention whose definition was open then still says so.
        for term in find_all::<Element>(host, ".explainer-body a[aria-expanded=true]") {
            let _ = term.set_attribute(EXPANDED, "false");
        }
        Some(Self {
            host: host.clone(),
            popover: without_shadow_root(&container)?,
            labels,
            prefix,
            sheet: sheet.clone(),
            root: RefCell::default(),
            history: RefCell::default(),
            trigger: Rc::default(),
        })
    }

    /// Tells assistive technology what the mentions in `scope` do.
    pub fn mark_terms(&self, scope: &Element) {
        for term in find_all::<Element>(scope, TERM) {
            if !term.has_attribute(EXPANDED) {
                let _ = term.set_attribute("aria-haspopup", "dialog");
                let _ = term.set_attribute(EXPANDED, "false");
            }
        }
    }

    /// Opens the definition of a mention, or closes it where this mention had opened it. Returns
    /// what to announce; nothing where there is no definition.
    pub fn toggle(&self, mention: &HtmlElement) -> Option<AttrValue> {
        if self.is_inside(mention) {
            return self.follow_term(mention);
        }
        if self.is_trigger(mention) && self.is_shown() {
            self.close();
            return Some(AttrValue::default());
        }
        self.close();
        *self.trigger.borrow_mut() = Some(mention.clone());
        let Some((anchor, entry)) = self.entry_of(mention) else {
            self.trigger.take();
            return None;
        };
        self.history.borrow_mut().start(anchor);
        let _ = mention.set_attribute(EXPANDED, "true");
        self.show(&entry, FocusTarget::Trigger);
        Some(entry.short)
    }

    /// Goes back to the definition read before. Returns what to announce.
    pub fn back(&self) -> Option<AttrValue> {
        self.history.borrow_mut().go_back();
        let entry = self.entry(&self.shown_anchor()?)?;
        self.show(&entry, FocusTarget::Popover);
        Some(entry.short)
    }

    /// Returns the anchor of the definition that is shown.
    pub fn shown_anchor(&self) -> Option<String> {
        self.history.borrow().current().map(String::from)
    }

    /// Closes the popover. Focus goes back to the mention if it was inside.
    pub fn close(&self) {
        let Some(trigger) = self.trigger.take() else {
            return;
        };
        let _ = trigger.set_attribute(EXPANDED, "false");
        let shadow = self.popover.shadow_root();
        let had_focus = shadow.is_some_and(|shadow| shadow.active_element().is_some());
        self.history.borrow_mut().clear();
        hide_popover(&self.popover);
        if had_focus {
            let _ = trigger.focus();
        }
    }

    /// Whether a mention is expanded.
    pub fn is_open(&self) -> bool {
        self.trigger.borrow().is_some()
    }

    /// Whether the popover is visible. Moving the element hides it without an event.
    pub fn is_shown(&self) -> bool {
        popover_is_open(&self.popover)
    }

    /// Whether this toggle hid the popover or collapsed the section around its trigger.
    pub fn is_hidden_by(&self, element: &Element) -> bool {
        let Some(trigger) = self.trigger.borrow().clone() else {
            return false;
        };
        let popover: &Element = &self.popover;
        if element == popover {
            return !popover_is_open(&self.popover);
        }
        !element.has_attribute("open") && element.contains(Some(&trigger))
    }

    /// Returns whether `element` is part of the popover, also of a mini-model in it.
    pub fn is_inside(&self, element: &Element) -> bool {
        let popover: &Element = &self.popover;
        let mut host = host_around(element);
        while let Some(outer) = host {
            if outer == *popover {
                return true;
            }
            host = host_around(&outer);
        }
        false
    }

    /// Returns whether `element` is the mention that opened the popover.
    pub fn is_trigger(&self, element: &Element) -> bool {
        let trigger = self.trigger.borrow();
        trigger.as_ref().is_some_and(|trigger| {
            let trigger: &Element = trigger;
            trigger == element
        })
    }

    /// Moves focus as if the popover came right after its mention. Returns whether the browser must
    /// not move it as well.
    pub fn on_tab(&self, from: &Element, backwards: bool) -> bool {
        let Some(shadow) = self.popover.shadow_root() else {
            return false;
        };
        if self.is_trigger(from) && !backwards {
            return focus_first(&shadow);
        }
        if self.is_inside(from) && is_last_stop(&shadow, from, backwards) {
            self.focus_trigger();
            // Backwards, the mention itself is the stop; forwards, the browser goes on from it.
            return backwards;
        }
        false
    }

    /// Positions the popover again, in a window of another size or where a box around the mention has scrolled.
    pub fn reposition(&self) {
        let trigger = self.trigger.borrow().clone();
        if let Some(trigger) = trigger {
            position(&self.popover, &trigger);
        }
    }

    fn follow_term(&self, mention: &HtmlElement) -> Option<AttrValue> {
        let (anchor, entry) = self.entry_of(mention)?;
        self.history.borrow_mut().push(anchor);
        self.show(&entry, FocusTarget::Popover);
        Some(entry.short)
    }

    fn show(&self, entry: &DefinitionCard, focus: FocusTarget) {
        let back_to = self.history.borrow().previous().map(String::from);
        let back_to = back_to.and_then(|anchor| self.entry(&anchor));
        let back_to = back_to.as_ref().map(|entry| entry.label.as_str());
        let content = definition(entry, back_to, self.labels);
        let on_rendered = self.on_rendered(focus);
        let mut root = self.root.borrow_mut();
        match &mut *root {
            Some(root) => root.show(content, Some(on_rendered)),
            None => {
                *root = Root::mount(&self.popover, &self.sheet, content, Some(on_rendered));
            }
        }
        drop(root);
        let current = self.shown_anchor().unwrap_or_default();
        let term = term_of(&current, &self.prefix);
        // Not for a footnote.
        if term.len() < current.len() - self.prefix.len() {
            let detail = Detail::default()
                .with("term", term)
                .with("label", &*entry.label);
            emit(&self.host, "explainer-term-open", &detail);
        }
    }

    /// Returns what to do when the definition is rendered. Only then is the popover shown, so that the
    /// browser lays the page out once.
    fn on_rendered(&self, focus: FocusTarget) -> Callback<()> {
        let (host, popover) = (self.host.clone(), self.popover.clone());
        let trigger = Rc::clone(&self.trigger);
        Callback::from(move |()| {
            let Some(mention) = trigger.borrow().clone() else {
                return;
            };
            if popover_is_open(&popover) {
                popover.set_scroll_top(0);
            }
            show_popover(&popover);
            if popover.get_client_rects().length() == 0 {
                // A page's style hides popovers: the link to the glossary still leads somewhere.
                hide_popover(&popover);
                links::go(&host, &mention);
                return;
            }
            position(&popover, &mention);
            mention.scroll_into_view_with_scroll_into_view_options(&nearest());
            if focus == FocusTarget::Popover
                && let Some(shadow) = popover.shadow_root()
            {
                focus_first(&shadow);
            }
        })
    }

    fn focus_trigger(&self) {
        let trigger = self.trigger.borrow().clone();
        if let Some(trigger) = trigger {
            let _ = trigger.focus();
        }
    }

    fn entry_of(&self, mention: &Element) -> Option<(String, DefinitionCard)> {
        let anchor = anchor_in(mention)?;
        let entry = self.entry(&anchor)?;
        Some((anchor, entry))
    }

    fn entry(&self, anchor: &str) -> Option<DefinitionCard> {
        let trigger = self.trigger.borrow().clone()?;
        copy_entry(&self.host, anchor, &trigger.id())
    }
}

impl Drop for DefinitionPopover {
    fn drop(&mut self) {
        self.close();
    }
}

/// Where focus is after a definition was opened.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FocusTarget {
    /// On the mention in the story.
    Trigger,
    /// In the popover, where the reader asked for it.
    Popover,
}

/// Positions the popover at the mention.
fn position(popover: &HtmlElement, mention: &HtmlElement) {
    follow_visual_viewport(popover);
    position_popover(popover, mention);
}

/// Returns the element whose shadow root holds `element`.
fn host_around(element: &Element) -> Option<Element> {
    let root = element.get_root_node().dyn_into::<ShadowRoot>().ok()?;
    Some(root.host())
}

/// Scrolls no further than needed.
fn nearest() -> ScrollIntoViewOptions {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options
}

/// Returns the term that an anchor names.
pub(super) fn term_of<'a>(anchor: &'a str, prefix: &str) -> &'a str {
    let own = anchor.strip_prefix(prefix).unwrap_or(anchor);
    own.strip_prefix("term-").unwrap_or(own)
}
