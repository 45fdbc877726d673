use std::cell::{Cell, RefCell};
use std::rc::Rc;

use explainer_dom::events::{Detail, emit};
use explainer_dom::{
    FrameTask, Listener, Phase, Root, closest, copy_address, event_target, find, next_frame,
    set_fragment, today,
};
use explainer_i18n::ModelLocale;
use explainer_models::{Fit, set_scenario};
use explainer_story::MiniModel;
use explainer_view::controls::{MODEL_ACTION, ModelAction, PlayerProps, details_panel, player};
use explainer_view::{MIN_WIDTH, ModelContext, PlayableModel};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, EventTarget, HtmlElement, window};
use yew::{AttrValue, Callback, Html};

use crate::announcer::Announcer;
use crate::inputs::{Input, sync_inputs};

/// How long the reader's hand rests before the sentence is announced, in milliseconds.
const ANNOUNCE_DELAY_MS: i32 = 500;
/// The live region is cleared this long first, so that a repeated message is announced again.
const LIVE_REGION_CLEAR_MS: i32 = 100;
/// Widest chart, in CSS pixels.
const MAX_WIDTH: f64 = 720.0;
/// Width of a chart that cannot be measured.
const UNMEASURED: f64 = 320.0;
/// Begins the fragment that names a model and its scenario.
const SCENARIO: &str = "scenario:";

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
            announcer: Announcer::default(),
            on_rendered: Box::new(on_rendered),
        });
        let listeners = inner.listen();
        inner.mount();
        Some(Self {
            inner,
            _listeners: listeners,
        })
    }

    /// Returns what differs from the defaults, as an address writes it.
    pub fn scenario(&self) -> String {
        self.inner.scenario()
    }

    /// Sets the model as an address says, and tells the reader where that was not possible.
    pub fn set_scenario(&self, scenario: &str) {
        let inner = &self.inner;
        let fit = set_scenario(&mut **inner.playable.borrow_mut(), scenario);
        inner.is_typing.set(false);
        let labels = inner.locale.labels;
        inner.show_message(match fit {
            Fit::Kept => "",
            Fit::Moved => labels.moved(),
            Fit::Ignored => labels.ignored(),
        });
    }

    /// Tells the reader whether the table is in the clipboard.
    pub fn tell_copied(&self, is_copied: bool) {
        let labels = self.inner.locale.labels;
        self.inner.show_message(if is_copied {
            labels.csv_copied()
        } else {
            labels.csv_not_copied()
        });
    }
}

impl Inner {
    fn listen(self: &Rc<Self>) -> Vec<Listener> {
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

    /// Renders for the first time when the caller is done: a scenario that it sets shows at once.
    fn mount(self: &Rc<Self>) {
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
                message: self.message.borrow().clone(),
                announcement: self.announcer.message(),
                details_panel: Html::VRef(self.details.clone().into()),
            })
        })
    }

    fn render_details(&self) -> Html {
        self.with_view(details_panel)
    }

    /// Calls `render` with the model as the reader has set it.
    fn with_view<T>(&self, render: impl FnOnce(&ModelContext) -> T) -> T {
        let playable = self.playable.borrow();
        let view = playable.view();
        render(&ModelContext {
            model: &self.model,
            view: &*view,
            locale: &self.locale,
            width: self.width.get(),
            today: Some(today()),
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
                self.set("choose", &choice);
                self.focus_first_choice();
            }
            Some(ModelAction::StepBack) => {
                self.set("back", "");
                self.focus_first_choice();
            }
            Some(ModelAction::Reset) => {
                self.is_typing.set(false);
                self.change(|model| model.reset());
            }
            Some(ModelAction::CopyLink) => self.copy_link(),
            // Exported by explainer-model.js; make sure the collapsed table is current.
            Some(ModelAction::CopyCsv | ModelAction::SaveSvg | ModelAction::SavePng) => {
                self.redraw_all()
            }
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
                if model.set(&input.setting(), &input.value()) == Fit::Moved {
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

    fn set(self: &Rc<Self>, name: &str, value: &str) {
        self.change(|model| {
            model.set(name, value);
        });
    }

    /// Changes the settings and redraws with the next frame. Where they are different then, tells the
    /// page at once, and the reader when the reader's hand rests.
    fn change(self: &Rc<Self>, change: impl FnOnce(&mut dyn PlayableModel)) {
        let before = self.scenario();
        change(&mut **self.playable.borrow_mut());
        *self.message.borrow_mut() = AttrValue::default();
        // Also without a change: a number that was refused is replaced in its field.
        self.schedule_redraw();
        if self.scenario() != before {
            self.announce_later(ANNOUNCE_DELAY_MS, Self::sentence);
            self.emit_change();
        }
    }

    /// Returns what differs from the default settings.
    fn scenario(&self) -> String {
        self.playable.borrow().scenario()
    }

    fn sentence(&self) -> AttrValue {
        self.with_view(|ctx| ctx.sentence()).into()
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
            .with("sentence", self.with_view(|ctx| ctx.sentence()));
        emit(&self.host, "explainer-model-change", &detail);
    }

    /// Shows and announces a message.
    fn show_message(self: &Rc<Self>, message: &'static str) {
        *self.message.borrow_mut() = message.into();
        self.announcer.clear();
        self.announce_later(LIVE_REGION_CLEAR_MS, move |_| message.into());
        self.schedule_redraw();
    }

    /// The chosen button is gone: moves focus to the first new choice.
    fn focus_first_choice(self: &Rc<Self>) {
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

    /// Copies the address of this scenario; where the browser refuses, it goes into the address bar.
    fn copy_link(self: &Rc<Self>) {
        let scenario = self.scenario();
        let fragment = ["#", SCENARIO, self.model.id.as_str(), "?", &scenario].concat();
        let fragment = fragment.trim_end_matches('?').to_owned();
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

    fn schedule_redraw(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        self.redraw.schedule(Box::new(move || {
            if let Some(inner) = weak.upgrade() {
                inner.redraw();
            }
        }));
    }

    /// Redraws at once, also the collapsed part.
    fn redraw_all(self: &Rc<Self>) {
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

fn width_of(root: &HtmlElement) -> f64 {
    match root.client_width() {
        0 => UNMEASURED,
        width => f64::from(width).clamp(MIN_WIDTH, MAX_WIDTH),
    }
}
