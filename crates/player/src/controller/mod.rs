mod handlers;
mod rendering;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use explainer_dom::events::{Detail, emit};
use explainer_dom::{FrameTask, Listener, Root, copy_address, find, next_frame, set_fragment};
use explainer_i18n::ModelLocale;
use explainer_models::{SetResult, set_scenario};
use explainer_story::MiniModel;
use explainer_view::{MIN_WIDTH, PlayableModel};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};
use yew::AttrValue;

use crate::Player;
use crate::announcer::Announcer;

/// How long after the last change the sentence is announced, in milliseconds.
const ANNOUNCE_DELAY_MS: i32 = 500;
/// The live region is cleared this long first, so that a repeated message is announced again.
const LIVE_REGION_CLEAR_MS: i32 = 100;
/// Widest chart, as [`ModelContext::width`](explainer_view::ModelContext::width).
const MAX_WIDTH: f64 = 1000.0;
/// The font size for which a chart's unit is a CSS pixel.
const USUAL_FONT_SIZE: f64 = 16.0;
/// Width of a chart that cannot be measured.
const UNMEASURED: f64 = 320.0;
/// Begins the fragment that names a model and its scenario.
const SCENARIO: &str = "#scenario_";

/// A mini-model that the reader can set, in one element. Dropping it takes its controls and listeners
/// away.
pub(crate) struct ModelController {
    inner: Rc<Inner>,
    _listeners: Vec<Listener>,
}

struct Inner {
    host: HtmlElement,
    root: HtmlElement,
    model: MiniModel,
    playable: RefCell<Box<dyn PlayableModel>>,
    locale: ModelLocale,
    roots: RefCell<Option<Roots>>,
    // The container of `Roots::details`.
    details: Element,
    width: Cell<f64>,
    redraw: FrameTask,
    // True from a slider's input until its change; announcements and the collapsed part wait for it.
    is_dragging: Cell<bool>,
    // Whether the reader is typing into a field that must not be written over.
    is_typing: Cell<bool>,
    // What the reader sees of the last thing asked, such as that a link was copied.
    message: RefCell<AttrValue>,
    // Of the settings now: they change far less often than it is asked for.
    sentence: RefCell<AttrValue>,
    announcer: Announcer,
    on_rendered: Box<dyn Fn()>,
}

struct Roots {
    // Controls and chart.
    model: Root,
    // The collapsed table and sources: apart, so that a drag need not redraw them while closed.
    details: Root,
}

impl ModelController {
    /// Mounts a model in `root`, which is in the shadow root of `host` and gets `resize` events of
    /// its own. Calls `on_rendered` whenever it is rendered.
    pub fn new(
        host: HtmlElement,
        root: HtmlElement,
        model: MiniModel,
        playable: Box<dyn PlayableModel>,
        locale: ModelLocale,
        on_rendered: impl Fn() + 'static,
    ) -> Option<Self> {
        let details = root.owner_document()?.create_element("div").ok()?;
        let inner = Rc::new(Inner {
            locale,
            width: Cell::new(width_of(&root)),
            host,
            root,
            model,
            playable: playable.into(),
            roots: RefCell::default(),
            details,
            redraw: FrameTask::default(),
            is_dragging: Cell::default(),
            is_typing: Cell::default(),
            message: RefCell::default(),
            sentence: RefCell::default(),
            announcer: Announcer::default(),
            on_rendered: Box::new(on_rendered),
        });
        let listeners = inner.listen();
        inner.update_sentence();
        inner.mount();
        Some(Self {
            inner,
            _listeners: listeners,
        })
    }
}

impl Player for ModelController {
    /// Returns what differs from the defaults, as an address writes it.
    fn scenario(&self) -> String {
        self.inner.scenario()
    }

    /// Sets the model as an address says, and tells the reader where that was not possible.
    fn set_scenario(&self, scenario: &str) {
        let inner = &self.inner;
        let fit = set_scenario(&mut **inner.playable.borrow_mut(), scenario);
        inner.update_sentence();
        inner.is_typing.set(false);
        let labels = inner.locale.labels;
        inner.show_message(match fit {
            SetResult::Applied => "",
            SetResult::Adjusted => labels.moved(),
            SetResult::Ignored => labels.ignored(),
        });
    }

    /// Tells the reader whether the table is in the clipboard.
    fn tell_copied(&self, is_copied: bool) {
        let labels = self.inner.locale.labels;
        self.inner.show_message(if is_copied {
            labels.table_copied()
        } else {
            labels.table_not_copied()
        });
    }
}

impl Inner {
    fn set(self: &Rc<Self>, name: &str, value: &str) {
        self.change(|model| {
            model.set(name, value);
        });
    }

    /// Changes the settings and redraws with the next frame. Where they are different then, tells the
    /// page at once, and the reader after the last of several changes.
    fn change(self: &Rc<Self>, change: impl FnOnce(&mut dyn PlayableModel)) {
        let before = self.scenario();
        change(&mut **self.playable.borrow_mut());
        *self.message.borrow_mut() = AttrValue::default();
        // Also without a change: a number that was refused is replaced in its field.
        self.schedule_redraw();
        if self.scenario() != before {
            self.update_sentence();
            self.announce_later(ANNOUNCE_DELAY_MS, Self::sentence);
            self.emit_change();
        }
    }

    /// Returns what differs from the default settings.
    fn scenario(&self) -> String {
        self.playable.borrow().scenario()
    }

    fn sentence(&self) -> AttrValue {
        self.sentence.borrow().clone()
    }

    /// Notes the sentence after the settings have changed.
    fn update_sentence(&self) {
        let sentence = self.with_view(|ctx| ctx.sentence());
        *self.sentence.borrow_mut() = sentence.into();
    }

    /// Announces a message later, in place of any that waits.
    fn announce_later(
        self: &Rc<Self>,
        milliseconds: i32,
        message: impl FnOnce(&Self) -> AttrValue + 'static,
    ) {
        let weak = Rc::downgrade(self);
        self.announcer.schedule(milliseconds, move || {
            if let Some(inner) = weak.upgrade() {
                inner.announcer.set(message(&inner));
                inner.is_dragging.set(false);
                inner.schedule_redraw();
            }
        });
    }

    fn emit_change(&self) {
        let detail = Detail::default()
            .with("model", self.model.id.as_str())
            .with("scenario", self.scenario())
            .with("sentence", &*self.sentence());
        emit(&self.host, "explainer-model-change", &detail);
    }

    /// Shows and announces a message.
    fn show_message(self: &Rc<Self>, message: &'static str) {
        *self.message.borrow_mut() = message.into();
        self.announcer.clear();
        self.announce_later(LIVE_REGION_CLEAR_MS, move |_| message.into());
        self.schedule_redraw();
    }

    /// The pressed button is gone after the next frame: moves focus to the first of these controls.
    fn focus_first(self: &Rc<Self>, controls: &'static str) {
        let weak = Rc::downgrade(self);
        spawn_local(async move {
            next_frame().await;
            next_frame().await;
            let Some(inner) = weak.upgrade() else {
                return;
            };
            if let Some(next) = find::<HtmlElement>(&inner.root, controls) {
                let _ = next.focus();
            }
        });
    }

    /// Copies the address of this scenario; where the browser refuses, it goes into the address bar.
    fn copy_link(self: &Rc<Self>) {
        let fragment = fragment_of(self.model.id.as_str(), &self.scenario());
        let this = Rc::clone(self);
        let refused = fragment.clone();
        let on_done = move |is_copied| {
            let labels = this.locale.text.labels;
            if is_copied {
                this.show_message(labels.link_copied());
            } else {
                set_fragment(&refused);
                this.show_message(labels.link_not_copied());
            }
        };
        copy_address(fragment, Box::new(on_done));
    }
}

/// Returns the fragment that names a model and its scenario; a CSS selector, since pages look for
/// `location.hash` as one. No id, name or value has a `_`.
fn fragment_of(model: &str, scenario: &str) -> String {
    let mut fragment = [SCENARIO, model].concat();
    if !scenario.is_empty() {
        fragment.push('_');
    }
    for character in scenario.chars() {
        match character {
            '&' | '=' => fragment.push('_'),
            '.' => fragment.push_str("__"),
            other => fragment.push(other),
        }
    }
    fragment
}

/// Returns the width that a chart is laid out for. Where the reader asks for larger text there is room for
/// less of it, and the drawing is shown that much larger.
fn width_of(root: &HtmlElement) -> f64 {
    match root.client_width() {
        0 => UNMEASURED,
        width => (f64::from(width) / text_scale(root)).clamp(MIN_WIDTH, MAX_WIDTH),
    }
}

/// Returns how large the reader's text is, 1 being usual; before the first rendering it is taken to be that.
/// A resize event follows the rendering.
fn text_scale(root: &HtmlElement) -> f64 {
    let probe = find::<Element>(root, ".explainer-status");
    let size = probe.map_or(0.0, |probe| probe.get_bounding_client_rect().width());
    if size > 0.0 {
        size / USUAL_FONT_SIZE
    } else {
        1.0
    }
}
