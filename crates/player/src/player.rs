use std::cell::{Cell, RefCell};
use std::rc::Rc;

use explainer_dom::events::{Detail, emit};
use explainer_dom::{
    Listener, Phase, Root, Timer, closest, copy, find, find_all, next_frame, origin, set_fragment,
};
use explainer_i18n::Locale;
use explainer_models::{Fit, Settings};
use explainer_story::{Kind, MiniModel};
use explainer_view::Look;
use explainer_view::controls::{Ask, PLAY, Play, SETTING, VALUE, folds, play};
use js_sys::Date;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, EventTarget, HtmlElement, HtmlInputElement, ShadowRoot, window};
use yew::{AttrValue, Callback, Html};

/// How long a screen reader waits for the reader's hand to rest, in milliseconds.
const REST: i32 = 500;
/// How long the live region stays empty before it says a message: said again, it is heard again.
const BREATH: i32 = 100;
/// Widest drawing, in CSS pixels.
const WIDEST: f64 = 720.0;
/// Width of a drawing that cannot be measured.
const UNMEASURED: f64 = 320.0;
/// Begins the fragment that names a model and its scenario.
const SCENARIO: &str = "scenario:";

/// A mini-model at play in one element. Dropping it takes away its controls and listeners.
pub(crate) struct Player {
    inner: Rc<Inner>,
    _listeners: Vec<Listener>,
}

struct Inner {
    host: HtmlElement,
    root: HtmlElement,
    model: MiniModel,
    kind: Kind,
    writing: Locale,
    settings: RefCell<Settings>,
    // All of it, and apart from the rest, in an element of its own, what is folded away: while that
    // is closed, it need not follow each step of a drag.
    islands: RefCell<Option<[Root; 2]>>,
    folds: Element,
    width: Cell<f64>,
    is_stale: Cell<bool>,
    // Whether the reader's hand drags. Until it rests, speech waits, which then draws the folds, too.
    is_dragging: Cell<bool>,
    // Whether the reader is typing into a field that must not be written over.
    is_typing: Cell<bool>,
    message: RefCell<AttrValue>,
    said: RefCell<AttrValue>,
    // Speaks when the reader's hand rests.
    speech: RefCell<Option<Timer>>,
    on_shown: Box<dyn Fn()>,
}

impl Player {
    /// Sets a model to play in `root`, which stands in the shadow root of `host` and hears of its
    /// own size by `resize`. Calls `on_shown` whenever it is drawn. Nothing where its kind is not
    /// played.
    pub fn new(
        host: HtmlElement,
        root: HtmlElement,
        mut model: MiniModel,
        locale: Locale,
        on_shown: impl Fn() + 'static,
    ) -> Option<Self> {
        let kind = model.kind.take()?;
        let folds = root.owner_document()?.create_element("div").ok()?;
        let inner = Rc::new(Inner {
            settings: Settings::new(&kind).into(),
            writing: locale,
            width: Cell::new(width_of(&root)),
            host,
            root,
            model,
            kind,
            islands: RefCell::default(),
            folds,
            is_stale: Cell::default(),
            is_dragging: Cell::default(),
            is_typing: Cell::default(),
            message: RefCell::default(),
            said: RefCell::default(),
            speech: RefCell::default(),
            on_shown: Box::new(on_shown),
        });
        let listeners = inner.listen();
        inner.mount();
        Some(Self {
            inner,
            _listeners: listeners,
        })
    }

    /// Returns what differs from the defaults, as it stands in an address.
    pub fn scenario(&self) -> String {
        self.inner.settings.borrow().scenario(&self.inner.kind)
    }

    /// Sets the model as an address says, and tells the reader where that was not possible.
    pub fn set_scenario(&self, scenario: &str) {
        let inner = &self.inner;
        let (settings, fit) = Settings::from_scenario(&inner.kind, scenario);
        *inner.settings.borrow_mut() = settings;
        inner.is_typing.set(false);
        let words = inner.writing.words;
        inner.tell(match fit {
            Fit::Kept => "",
            Fit::Moved => words.moved(),
            Fit::Ignored => words.ignored(),
        });
    }

    /// Tells the reader whether the table is in the clipboard.
    pub fn tell_copied(&self, is_copied: bool) {
        let words = self.inner.writing.words;
        self.inner.tell(if is_copied {
            words.csv_copied()
        } else {
            words.csv_not_copied()
        });
    }
}

impl Inner {
    fn listen(self: &Rc<Self>) -> Vec<Listener> {
        let mut listeners = vec![
            self.listener(&self.root, "click", Self::on_click),
            self.listener(&self.root, "input", Self::on_input),
            self.listener(&self.root, "change", Self::on_change),
            // The shim's: a fold that opens changes the width, too.
            self.listener(&self.root, "resize", Self::on_resize),
            self.listener(&self.root, "toggle", Self::on_look),
        ];
        if let Some(window) = window() {
            listeners.push(self.listener(&window, "beforeprint", Self::on_look));
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

    /// Draws for the first time when the caller is done: a scenario that it sets shows at once.
    fn mount(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        spawn_local(async move {
            if let Some(inner) = weak.upgrade() {
                let island = Root::mount_in(&inner.root, inner.draw(), inner.on_rendered());
                // Then they stand in the page already. Yew draws both before it tells of either.
                let folded = Root::mount_in(&inner.folds, inner.draw_folds(), None);
                *inner.islands.borrow_mut() = Some([island, folded]);
            }
        });
    }

    /// Returns what is left to do when something stands. Yew forgets it for what it draws later.
    fn on_rendered(self: &Rc<Self>) -> Option<Callback<()>> {
        let weak = Rc::downgrade(self);
        Some(Callback::from(move |()| {
            if let Some(inner) = weak.upgrade() {
                inner.fill_in();
                (inner.on_shown)();
            }
        }))
    }

    fn draw(&self) -> Html {
        let settings = self.settings.borrow();
        play(&Play {
            look: self.look(&settings),
            message: self.message.borrow().clone(),
            said: self.said.borrow().clone(),
            folds: Html::VRef(self.folds.clone().into()),
        })
    }

    fn draw_folds(&self) -> Html {
        folds(&self.look(&self.settings.borrow()))
    }

    fn look<'a>(&'a self, settings: &'a Settings) -> Look<'a> {
        Look {
            model: &self.model,
            kind: &self.kind,
            settings,
            writing: &self.writing,
            width: self.width.get(),
            today: Some(today()),
        }
    }

    fn on_click(self: &Rc<Self>, event: &Event) {
        let control = origin(event)
            .and_then(|origin| closest::<Element>(&origin, &["[", PLAY, "]"].concat()));
        let Some(control) = control else {
            return;
        };
        let name = control.get_attribute(PLAY).unwrap_or_default();
        match Ask::from_name(&name) {
            Some(Ask::Choose) => {
                let choice = control.get_attribute("value").unwrap_or_default();
                self.set("choose", &choice);
                self.keep_focus();
            }
            Some(Ask::StepBack) => {
                if let Settings::Decision(path) = &mut *self.settings.borrow_mut() {
                    path.step_back();
                }
                self.changed();
                self.keep_focus();
            }
            Some(Ask::Reset) => {
                *self.settings.borrow_mut() = Settings::new(&self.kind);
                self.is_typing.set(false);
                self.changed();
            }
            Some(Ask::CopyLink) => self.copy_link(),
            // The shim's: they need files of their own. It takes what stands.
            Some(Ask::CopyCsv | Ask::SaveSvg | Ask::SavePng) => self.refresh(),
            None => {}
        }
    }

    /// Takes what a reader drags or types, as far as it is a value already.
    fn on_input(self: &Rc<Self>, event: &Event) {
        let Some((input, kind)) = input_of(event) else {
            return;
        };
        self.is_dragging.set(kind == "range");
        if kind == "number" {
            let name = input.get_attribute(SETTING).unwrap_or_default();
            let mut settings = self.settings.borrow().clone();
            self.is_typing.set(true);
            if settings.set(&self.kind, &name, &input.value()) == Fit::Kept {
                *self.settings.borrow_mut() = settings;
                self.changed();
            }
        } else {
            self.take(&input, &kind);
        }
    }

    /// Takes what a reader has typed to the end, and writes what became of it into the field. A
    /// slider says so that the reader lets it go.
    fn on_change(self: &Rc<Self>, event: &Event) {
        if let Some((input, kind)) = input_of(event)
            && kind == "number"
        {
            self.is_typing.set(false);
            self.take(&input, &kind);
        }
        if self.is_dragging.replace(false) {
            self.refresh_soon();
        }
    }

    /// Draws what a drag has left out, since somebody looks.
    fn on_look(self: &Rc<Self>, _event: &Event) {
        if self.is_dragging.get() {
            self.refresh();
        }
    }

    fn on_resize(self: &Rc<Self>, _event: &Event) {
        let width = width_of(&self.root);
        if width != self.width.replace(width) {
            self.refresh_soon();
        }
    }

    fn take(self: &Rc<Self>, input: &HtmlInputElement, kind: &str) {
        let name = input.get_attribute(SETTING).unwrap_or_default();
        let value = match kind {
            "checkbox" if input.checked() => "yes".into(),
            "checkbox" => "no".into(),
            _ => input.value(),
        };
        self.set(&name, &value);
    }

    fn set(self: &Rc<Self>, name: &str, value: &str) {
        self.settings.borrow_mut().set(&self.kind, name, value);
        self.changed();
    }

    /// Shows what changed with the next frame, and says it when the reader's hand rests.
    fn changed(self: &Rc<Self>) {
        *self.message.borrow_mut() = AttrValue::default();
        self.say_after(REST, |inner| {
            let settings = inner.settings.borrow().clone();
            inner.look(&settings).sentence().into()
        });
        self.refresh_soon();
        self.announce();
    }

    /// Says words later, in place of any that wait to be said.
    fn say_after(
        self: &Rc<Self>,
        milliseconds: i32,
        words: impl FnOnce(&Self) -> AttrValue + 'static,
    ) {
        let weak = Rc::downgrade(self);
        let speech = Timer::new(milliseconds, move || {
            if let Some(inner) = weak.upgrade() {
                let words = words(&inner);
                *inner.said.borrow_mut() = words;
                inner.is_dragging.set(false);
                inner.refresh_soon();
            }
        });
        *self.speech.borrow_mut() = Some(speech);
    }

    fn announce(&self) {
        let settings = self.settings.borrow();
        let detail = Detail::default()
            .with("model", self.model.id.as_str())
            .with("scenario", settings.scenario(&self.kind))
            .with("sentence", self.look(&settings).sentence());
        emit(&self.host, "explainer-model-change", &detail);
    }

    /// Shows and says a message.
    fn tell(self: &Rc<Self>, message: &'static str) {
        *self.message.borrow_mut() = message.into();
        *self.said.borrow_mut() = AttrValue::default();
        self.say_after(BREATH, move |_| message.into());
        self.refresh_soon();
    }

    /// A choice that was made is no longer there to hold the focus: the first of the next takes it.
    fn keep_focus(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        spawn_local(async move {
            next_frame().await;
            next_frame().await;
            let Some(inner) = weak.upgrade() else {
                return;
            };
            if let Some(next) = find::<HtmlElement>(&inner.root, ".explainer-choices button") {
                let _ = next.focus();
            }
        });
    }

    fn copy_link(self: &Rc<Self>) {
        let fragment = [
            "#",
            SCENARIO,
            self.model.id.as_str(),
            "?",
            &self.settings.borrow().scenario(&self.kind),
        ]
        .concat();
        let fragment = fragment.trim_end_matches('?').to_owned();
        let this = Rc::clone(self);
        spawn_local(async move {
            let address = window()
                .and_then(|window| window.location().href().ok())
                .unwrap_or_default();
            let page = address.split('#').next().unwrap_or_default();
            let labels = this.writing.labels;
            if copy(&[page, &fragment].concat()).await {
                this.tell(labels.link_copied());
            } else {
                set_fragment(&fragment);
                this.tell(labels.link_not_copied());
            }
        });
    }

    /// Draws again with the next frame, once for all that happens until then.
    fn refresh_soon(self: &Rc<Self>) {
        if self.is_stale.replace(true) {
            return;
        }
        let weak = Rc::downgrade(self);
        spawn_local(async move {
            next_frame().await;
            if let Some(inner) = weak.upgrade() {
                inner.is_stale.set(false);
                inner.redraw();
            }
        });
    }

    /// Draws all again, also what is folded away.
    fn refresh(self: &Rc<Self>) {
        self.is_dragging.set(false);
        self.redraw();
    }

    fn redraw(self: &Rc<Self>) {
        let Some([island, folded]) = &mut *self.islands.borrow_mut() else {
            return;
        };
        island.show(self.draw(), self.on_rendered());
        if !self.is_dragging.get() || self.has_open_table() {
            folded.show(self.draw_folds(), None);
        }
    }

    fn has_open_table(&self) -> bool {
        find::<Element>(&self.folds, ":scope > [open] table").is_some()
    }

    /// Writes the settings into the native controls, except where the reader is typing.
    fn fill_in(&self) {
        let focused = self.shadow().and_then(|shadow| shadow.active_element());
        for input in find_all::<HtmlInputElement>(&self.root, "input") {
            let value = input.get_attribute(VALUE).unwrap_or_default();
            // What is no number is a radio button or a checkbox.
            if matches!(&*value, "yes" | "no") {
                input.set_checked(value == "yes");
                continue;
            }
            let element: &Element = &input;
            let is_theirs = self.is_typing.get() && focused.as_ref() == Some(element);
            if !is_theirs && input.value() != value {
                input.set_value(&value);
            }
        }
    }

    fn shadow(&self) -> Option<ShadowRoot> {
        self.root.get_root_node().dyn_into().ok()
    }
}

/// Returns the native control that an event happened to, and its type.
fn input_of(event: &Event) -> Option<(HtmlInputElement, String)> {
    // The listeners are inside the shadow root, where the target is the control itself.
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let kind = input.type_();
    Some((input, kind))
}

fn width_of(root: &HtmlElement) -> f64 {
    match root.client_width() {
        0 => UNMEASURED,
        width => f64::from(width).min(WIDEST),
    }
}

/// Returns today in the reader's own time zone, counted from 1 January of year 1 as day 1.
fn today() -> i32 {
    /// 1 January 1970, counted so.
    const BEGINNING: f64 = 719_163.0;
    let now = Date::new_0();
    let local = Date::now() - now.get_timezone_offset() * 60_000.0;
    ((local / 86_400_000.0).floor() + BEGINNING) as i32
}
