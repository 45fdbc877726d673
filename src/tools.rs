use std::cell::{Cell, RefCell};
use std::rc::Rc;

use explainer_dom::{
    Listener, Phase, Root, closest, find, find_all, must_measure, next_frame, origin,
    popover_is_supported,
};
use explainer_i18n::Labels;
use explainer_view::components::{ACTION, Action, Toolbar, toolbar};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{CssStyleSheet, Element, Event, HtmlElement, KeyboardEvent, MouseEvent, window};
use yew::{AttrValue, Html};

use super::definitions::{Definitions, TERM};
use super::entry::WAY_BACK;
use super::events::announce_no_popovers;
use super::folds::Folds;
use super::links;

/// The islands and listeners of one element. Dropping it takes them all away.
pub(super) struct Tools {
    inner: Rc<Inner>,
    _listeners: Vec<Listener>,
}

struct Inner {
    host: HtmlElement,
    sheet: CssStyleSheet,
    labels: &'static Labels,
    folds: Folds,
    definitions: Option<Definitions>,
    toolbar: RefCell<Option<Root>>,
    // Whether the toolbar is about to be drawn again.
    is_stale: Cell<bool>,
    // What the toolbar's live region says now.
    status: RefCell<AttrValue>,
}

impl Tools {
    /// Sets the tools to work on the story in `host`; nothing where none stands there.
    pub fn attach(host: &HtmlElement, sheet: &CssStyleSheet) -> Option<Self> {
        let body: Element = find(host, ":scope > .explainer-body")?;
        let labels = Labels::for_lang(&body.get_attribute("lang").unwrap_or_default());
        let prefix: AttrValue = body
            .get_attribute("data-explainer-prefix")
            .unwrap_or_default()
            .into();
        let inner = Rc::new(Inner {
            host: host.clone(),
            sheet: sheet.clone(),
            labels,
            folds: Folds::new(host, prefix.clone()),
            definitions: Definitions::new(host, sheet, labels, prefix),
            toolbar: RefCell::default(),
            is_stale: Cell::default(),
            status: RefCell::default(),
        });
        let listeners = inner.listen();
        Some(Self {
            inner,
            _listeners: listeners,
        })
    }

    /// Shows the toolbar and tells assistive technology what the terms do.
    pub fn begin(&self) {
        self.inner.mount_toolbar();
        self.inner.mark_open_terms();
        if !popover_is_supported(self.host()) {
            announce_no_popovers(self.host());
        }
    }

    /// Returns the element.
    pub fn host(&self) -> &HtmlElement {
        &self.inner.host
    }
}

impl Inner {
    fn mount_toolbar(&self) {
        let place: Option<Element> = find(&self.host, ".explainer-toolbar");
        let content = self.draw_toolbar();
        *self.toolbar.borrow_mut() =
            place.and_then(|place| Root::mount(&place, &self.sheet, content, None));
    }

    fn draw_toolbar(&self) -> Html {
        let state = Toolbar {
            can_summarize: self.folds.can_summarize(),
            summarizing: self.folds.is_summarizing(),
            all_open: self.folds.all_are_open(),
            status: self.status.borrow().clone(),
        };
        toolbar(state, self.labels)
    }

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
                    Self::on_attention_elsewhere,
                ),
                self.listener(&window, "keydown", Phase::Capture, Self::on_key_anywhere),
                self.listener(
                    &window,
                    "focusin",
                    Phase::Capture,
                    Self::on_attention_elsewhere,
                ),
            ]);
            if must_measure() {
                listeners.extend([
                    self.listener(&window, "scroll", Phase::Capture, Self::on_move),
                    self.listener(&window, "resize", Phase::Capture, Self::on_move),
                ]);
            }
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
        let Some(origin) = origin(event) else {
            return;
        };
        if event.default_prevented() || !is_plain(event) {
            return;
        }
        if let Some(control) = closest::<Element>(&origin, &["[", ACTION, "]"].concat()) {
            let name = control.get_attribute(ACTION).unwrap_or_default();
            if let Some(action) = Action::from_name(&name) {
                self.act(action);
            }
        } else if let Some(term) = closest::<HtmlElement>(&origin, TERM) {
            self.open_term(&term, event);
        } else if let Some(link) = closest::<HtmlElement>(&origin, ".explainer-permalink") {
            event.prevent_default();
            self.copy_link(link);
        } else if let Some(link) = closest::<Element>(&origin, "a[href^='#']") {
            if closest::<Element>(&link, WAY_BACK).is_some() {
                self.close_definition();
            }
            links::follow(&self.host, &link, event);
        }
    }

    fn on_key(self: &Rc<Self>, event: &Event) {
        let (Some(key), Some(origin)) = (event.dyn_ref::<KeyboardEvent>(), origin(event)) else {
            return;
        };
        match key.key().as_str() {
            " " if is_plain(event) => {
                if let Some(term) = closest::<HtmlElement>(&origin, TERM) {
                    if key.repeat() {
                        // Held down, it neither opens again nor scrolls.
                        event.prevent_default();
                    } else {
                        self.open_term(&term, event);
                    }
                }
            }
            "Tab" if self.definitions_are_shown() => self.with_definitions(|definitions| {
                if definitions.on_tab(&origin, key.shift_key()) {
                    event.prevent_default();
                }
            }),
            _ => {}
        }
    }

    fn on_toggle(self: &Rc<Self>, event: &Event) {
        let Some(fold) = origin(event) else {
            return;
        };
        if self
            .definitions
            .as_ref()
            .is_some_and(|definitions| definitions.is_lost(&fold))
        {
            self.close_definition();
        }
        if fold.has_attribute("open") {
            self.with_definitions(|definitions| definitions.mark_terms(&fold));
        }
        self.folds.on_toggle(&fold);
        self.refresh_soon();
    }

    /// Closes the definition when the reader presses or moves focus outside it.
    fn on_attention_elsewhere(self: &Rc<Self>, event: &Event) {
        if !self.definitions_are_open() {
            return;
        }
        let Some(origin) = origin(event) else {
            return;
        };
        self.with_definitions(|definitions| {
            let on_trigger =
                closest::<Element>(&origin, TERM).is_some_and(|term| definitions.is_trigger(&term));
            if !on_trigger && !definitions.is_inside(&origin) {
                self.close_definition();
            }
        });
    }

    fn on_key_anywhere(self: &Rc<Self>, event: &Event) {
        let is_escape = event
            .dyn_ref::<KeyboardEvent>()
            .is_some_and(|key| key.key() == "Escape");
        if is_escape && self.definitions_are_shown() {
            // The page's own dialogs must not close on the same key.
            event.prevent_default();
            event.stop_propagation();
            self.close_definition();
        }
    }

    fn on_move(self: &Rc<Self>, _event: &Event) {
        self.with_definitions(Definitions::place);
    }

    fn act(&self, action: Action) {
        match action {
            Action::Summarize => self.toggle_summary(),
            Action::FoldAll => {
                self.folds.toggle_all();
                self.refresh();
            }
            Action::Back => {
                if let Some(words) = self.definitions.as_ref().and_then(Definitions::back) {
                    self.say(words);
                }
            }
            Action::Close => self.close_definition(),
        }
    }

    /// Closes the definition and takes back what was said of it: said again, it is heard again.
    fn close_definition(&self) {
        self.with_definitions(Definitions::close);
        self.say("");
    }

    fn toggle_summary(&self) {
        self.close_definition();
        self.folds.toggle_summary();
        self.say(if self.folds.is_summarizing() {
            self.labels.summary_shown()
        } else {
            self.labels.story_shown()
        });
    }

    fn open_term(&self, term: &HtmlElement, event: &Event) {
        let definitions = self.definitions.as_ref();
        if let Some(words) = definitions.and_then(|definitions| definitions.toggle(term)) {
            event.prevent_default();
            self.say(words);
        }
    }

    /// Copies the address of a section and says whether that worked.
    fn copy_link(self: &Rc<Self>, link: HtmlElement) {
        self.say("");
        let this = Rc::clone(self);
        spawn_local(async move {
            let words = links::copy_address(&link, this.labels).await;
            this.say(words);
        });
    }

    /// Says words through the toolbar's live region: a definition, too, since focus stays outside.
    fn say(&self, words: impl Into<AttrValue>) {
        *self.status.borrow_mut() = words.into();
        self.refresh();
    }

    /// Draws the toolbar again when all that happens now has happened: a thousand sections that
    /// open together draw it once.
    fn refresh_soon(self: &Rc<Self>) {
        if self.is_stale.replace(true) {
            return;
        }
        let weak = Rc::downgrade(self);
        spawn_local(async move {
            next_frame().await;
            if let Some(this) = weak.upgrade() {
                this.is_stale.set(false);
                this.refresh();
            }
        });
    }

    /// Draws the toolbar again as the DOM now stands.
    fn refresh(&self) {
        let content = self.draw_toolbar();
        if let Some(toolbar) = &mut *self.toolbar.borrow_mut() {
            toolbar.show(content, None);
        }
    }

    fn mark_open_terms(&self) {
        self.with_definitions(|definitions| {
            let outside = find_all::<Element>(&self.host, ".explainer-opening, .explainer-summary");
            let open = find_all::<Element>(&self.host, "details[open]");
            for scope in outside.into_iter().chain(open) {
                definitions.mark_terms(&scope);
            }
        });
    }

    fn with_definitions(&self, act: impl FnOnce(&Definitions)) {
        if let Some(definitions) = &self.definitions {
            act(definitions);
        }
    }

    fn definitions_are_shown(&self) -> bool {
        self.definitions.as_ref().is_some_and(Definitions::is_shown)
    }

    fn definitions_are_open(&self) -> bool {
        self.definitions.as_ref().is_some_and(Definitions::is_open)
    }
}

/// Returns whether the reader asked for the ordinary thing, not for a new tab or the like.
fn is_plain(event: &Event) -> bool {
    if let Some(mouse) = event.dyn_ref::<MouseEvent>() {
        return !(mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.alt_key());
    }
    if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
        return !(key.ctrl_key() || key.meta_key() || key.alt_key());
    }
    true
}
