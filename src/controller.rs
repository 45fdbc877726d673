use std::rc::Rc;

use explainer_dom::{
    Listener, Phase, closest, event_target, find, find_all, is_unmodified, popover_is_supported,
};
use explainer_i18n::Labels;
use explainer_view::components::{ACTION, Action};
use wasm_bindgen::JsCast;
use web_sys::{CssStyleSheet, Element, Event, HtmlElement, KeyboardEvent, window};
use yew::AttrValue;

use super::events::emit_no_popovers;
use super::glossary_copy::BACKLINK;
use super::links;
use super::mentions;
use super::popover::{DefinitionPopover, TERM};
use super::printing;
use super::sections::Sections;
use super::toolbar::ArticleToolbar;

/// The tools of one story: hears events on its host and hands them to the toolbar, the sections and
/// the definition popover. Dropping it takes the tools and the listeners away.
pub(super) struct ArticleController {
    inner: Rc<Inner>,
    _listeners: Vec<Listener>,
}

struct Inner {
    host: HtmlElement,
    sheet: CssStyleSheet,
    labels: &'static Labels,
    prefix: AttrValue,
    sections: Rc<Sections>,
    toolbar: Rc<ArticleToolbar>,
    // None where the browser has no popovers.
    definition: Option<DefinitionPopover>,
}

/// What the style sheet makes a sheet of: a definition or a footnote that the page's address names.
const ADDRESSED: &str = ":is(.explainer-definition, .explainer-note):target";

impl ArticleController {
    /// Attaches the tools to the story in `host`; nothing where there is no story.
    pub fn attach(host: &HtmlElement, sheet: &CssStyleSheet) -> Option<Self> {
        let body: Element = find(host, ":scope > .explainer-body")?;
        let lang = host
            .get_attribute("data-explainer-lang")
            .or_else(|| body.get_attribute("lang"));
        let labels = Labels::for_lang(&lang.unwrap_or_default());
        let prefix: AttrValue = body
            .get_attribute("data-explainer-prefix")
            .unwrap_or_default()
            .into();
        let sections = Rc::new(Sections::new(host, prefix.clone()));
        let inner = Rc::new(Inner {
            host: host.clone(),
            sheet: sheet.clone(),
            labels,
            toolbar: ArticleToolbar::new(Rc::clone(&sections), labels),
            sections,
            definition: DefinitionPopover::new(host, sheet, labels, prefix.clone()),
            prefix,
        });
        let listeners = inner.listen();
        Some(Self {
            inner,
            _listeners: listeners,
        })
    }

    /// Shows the toolbar and tells assistive technology what the terms do.
    pub fn mount_toolbar(&self) {
        let Inner { host, sheet, .. } = &*self.inner;
        self.inner.toolbar.mount(host, sheet);
        self.inner.mark_visible_terms();
        if !popover_is_supported(host) {
            emit_no_popovers(host);
        }
        self.inner.open_addressed();
    }

    /// Returns the element.
    pub fn host(&self) -> &HtmlElement {
        &self.inner.host
    }
}

impl Inner {
    fn listen(self: &Rc<Self>) -> Vec<Listener> {
        let host = &self.host;
        let mut listeners = vec![
            self.listener(host, "click", Phase::Bubble, Self::on_click),
            self.listener(host, "keydown", Phase::Bubble, Self::on_key),
            // `toggle` does not bubble.
            self.listener(host, "toggle", Phase::Capture, Self::on_toggle),
        ];
        if let Some(window) = window() {
            listeners.extend([
                self.listener(
                    &window,
                    "pointerdown",
                    Phase::Capture,
                    Self::on_outside_interaction,
                ),
                self.listener(&window, "keydown", Phase::Capture, Self::on_key_anywhere),
                self.listener(&window, "hashchange", Phase::Bubble, Self::on_address),
                self.listener(
                    &window,
                    "focusin",
                    Phase::Capture,
                    Self::on_outside_interaction,
                ),
            ]);
            for kind in ["beforeprint", "afterprint"] {
                listeners.push(self.listener(&window, kind, Phase::Bubble, Self::on_print));
            }
            if let Some(view) = window.visual_viewport() {
                listeners.push(self.listener(&view, "resize", Phase::Bubble, Self::on_resize));
            }
            listeners.extend([
                self.listener(&window, "scroll", Phase::Capture, Self::on_scroll),
                self.listener(&window, "resize", Phase::Capture, Self::on_resize),
            ]);
        }
        listeners
    }

    fn listener(
        self: &Rc<Self>,
        target: &web_sys::EventTarget,
        kind: &'static str,
        phase: Phase,
        handle: fn(&Rc<Self>, &Event),
    ) -> Listener {
        let weak = Rc::downgrade(self);
        Listener::new(target, kind, phase, move |event| {
            if let Some(inner) = weak.upgrade() {
                handle(&inner, &event);
            }
        })
    }

    fn on_click(self: &Rc<Self>, event: &Event) {
        let Some(origin) = event_target(event) else {
            return;
        };
        if event.default_prevented() || !is_unmodified(event) {
            return;
        }
        if let Some(control) = closest::<Element>(&origin, &["[", ACTION, "]"].concat()) {
            let name = control.get_attribute(ACTION).unwrap_or_default();
            if let Some(action) = Action::from_name(&name) {
                self.act(action, &control);
            }
        } else if let Some(term) = closest::<HtmlElement>(&origin, TERM) {
            self.open_term(&term, event);
        } else if let Some(link) = closest::<HtmlElement>(&origin, ".explainer-permalink") {
            event.prevent_default();
            self.copy_link(link);
        } else if let Some(link) = closest::<Element>(&origin, "a[href*='#']") {
            if closest::<Element>(&link, BACKLINK).is_some() {
                self.close_definition();
            }
            links::follow(&self.host, &link, event);
        }
    }

    fn on_key(self: &Rc<Self>, event: &Event) {
        let (Some(key), Some(origin)) = (event.dyn_ref::<KeyboardEvent>(), event_target(event))
        else {
            return;
        };
        match key.key().as_str() {
            " " if is_unmodified(event) => {
                if let Some(term) = closest::<HtmlElement>(&origin, TERM) {
                    if key.repeat() {
                        // Held down, it neither opens again nor scrolls.
                        event.prevent_default();
                    } else {
                        self.open_term(&term, event);
                    }
                }
            }
            "Tab" if self.definition_is_shown() => self.with_definition(|popover| {
                if popover.on_tab(&origin, key.shift_key()) {
                    event.prevent_default();
                }
            }),
            _ => {}
        }
    }

    fn on_toggle(self: &Rc<Self>, event: &Event) {
        let Some(details) = event_target(event) else {
            return;
        };
        if self
            .definition
            .as_ref()
            .is_some_and(|popover| popover.is_hidden_by(&details))
        {
            self.close_definition();
        }
        if details.has_attribute("open") {
            self.with_definition(|popover| popover.mark_terms(&details));
            mentions::show_controls(&details);
        }
        self.sections.on_toggle(&details);
        self.toolbar.schedule_redraw();
    }

    fn on_print(self: &Rc<Self>, event: &Event) {
        printing::on_print(&self.host, event);
    }

    /// Closes the definition when the reader presses or moves focus outside it.
    fn on_outside_interaction(self: &Rc<Self>, event: &Event) {
        if !self.definition_is_open() {
            return;
        }
        let Some(origin) = event_target(event) else {
            return;
        };
        self.with_definition(|popover| {
            let on_trigger =
                closest::<Element>(&origin, TERM).is_some_and(|term| popover.is_trigger(&term));
            if !on_trigger && !popover.is_inside(&origin) {
                self.close_definition();
            }
        });
    }

    fn on_key_anywhere(self: &Rc<Self>, event: &Event) {
        let is_escape = event
            .dyn_ref::<KeyboardEvent>()
            .is_some_and(|key| key.key() == "Escape");
        if is_escape && self.definition_is_shown() {
            // The page's own dialogs must not close on the same key.
            event.prevent_default();
            event.stop_propagation();
            self.close_definition();
        }
    }

    fn on_resize(self: &Rc<Self>, _event: &Event) {
        self.with_definition(DefinitionPopover::reposition);
    }

    /// With the page the popover scrolls by itself.
    fn on_scroll(self: &Rc<Self>, event: &Event) {
        let scrolled = event.target();
        if scrolled.is_some_and(|target| target.has_type::<Element>()) {
            self.with_definition(DefinitionPopover::reposition);
        }
    }

    fn act(&self, action: Action, control: &Element) {
        match action {
            Action::Summarize => self.toggle_summary(),
            Action::ToggleAll => {
                self.sections.toggle_all();
                self.toolbar.redraw();
            }
            Action::Back => {
                if let Some(short) = self.definition.as_ref().and_then(DefinitionPopover::back) {
                    self.toolbar.announce(short);
                }
            }
            Action::Close => self.close_definition(),
            Action::AllMentions => {
                let shown = self.definition.as_ref();
                let shown = shown.and_then(DefinitionPopover::shown_anchor);
                mentions::list_all(&self.host, control, shown, &self.prefix);
            }
        }
    }

    /// Closes the definition and clears the live region, so that reopening announces it again.
    fn close_definition(&self) {
        self.with_definition(DefinitionPopover::close);
        self.toolbar.announce("");
    }

    fn toggle_summary(&self) {
        self.close_definition();
        self.sections.toggle_summary();
        self.toolbar.announce(if self.sections.is_summarizing() {
            self.labels.summary_shown()
        } else {
            self.labels.story_shown()
        });
    }

    fn on_address(self: &Rc<Self>, _event: &Event) {
        self.open_addressed();
    }

    /// Opens the definition or the footnote that the page's address names at its first mention, in place of the
    /// sheet that the style sheet makes of it.
    fn open_addressed(&self) {
        let addressed = find::<Element>(&self.host, ADDRESSED);
        let mention = addressed.and_then(|addressed| {
            let href = ["[href='#", &addressed.id(), "']"].concat();
            find_all::<HtmlElement>(&self.host, TERM)
                .into_iter()
                .find(|mention| mention.matches(&href).unwrap_or_default())
        });
        let (Some(mention), Some(popover)) = (mention, &self.definition) else {
            return;
        };
        links::reveal(&mention);
        links::forget_address(&self.prefix);
        if let Some(short) = popover.toggle(&mention) {
            self.toolbar.announce(short);
        }
    }

    fn open_term(&self, term: &HtmlElement, event: &Event) {
        let popover = self.definition.as_ref();
        if let Some(short) = popover.and_then(|popover| popover.toggle(term)) {
            event.prevent_default();
            self.toolbar.announce(short);
        }
    }

    /// Copies the address of a section and announces whether that worked.
    fn copy_link(self: &Rc<Self>, link: HtmlElement) {
        self.toolbar.announce("");
        let this = Rc::clone(self);
        links::copy_section_address(link, self.labels, move |message| {
            this.toolbar.announce(message);
        });
    }

    fn mark_visible_terms(&self) {
        self.with_definition(|popover| {
            let outside = find_all::<Element>(&self.host, ".explainer-opening, .explainer-summary");
            let open = find_all::<Element>(&self.host, "details[open]");
            for scope in outside.into_iter().chain(open) {
                popover.mark_terms(&scope);
            }
        });
    }

    fn with_definition(&self, act: impl FnOnce(&DefinitionPopover)) {
        if let Some(popover) = &self.definition {
            act(popover);
        }
    }

    fn definition_is_shown(&self) -> bool {
        self.definition
            .as_ref()
            .is_some_and(DefinitionPopover::is_shown)
    }

    fn definition_is_open(&self) -> bool {
        self.definition
            .as_ref()
            .is_some_and(DefinitionPopover::is_open)
    }
}
