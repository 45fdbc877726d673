//! A mini-model at play on the test page, and what a reader does to it.

use explainer_player::{Player, play};
use js_sys::{JSON, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Element, Event, EventInit, EventTarget, HtmlElement, HtmlInputElement, ShadowRoot,
    ShadowRootInit, ShadowRootMode, window,
};

use super::page::{document, get};

/// One model of every kind, by the kind's name.
const MODELS: &str = include_str!("models.json");
/// The reset button of a model.
pub const RESET: &str = "[data-explainer-play=reset]";
/// The curve of the threshold model, and the two controls of its growth.
pub const CURVE: &str = ".explainer-reached";
pub const GROWTH: &str = "[type=range][data-explainer-setting=growth]";
pub const GROWTH_FIELD: &str = "[type=number][data-explainer-setting=growth]";
/// What it says by default, and with a growth of 100 %.
pub const DEFAULT: &str = "With these assumptions, the line is reached in 2033. Access ends.";
pub const DOUBLED: &str = "With these assumptions, the line is reached in 2030, 3 years earlier than by \
    default. Access ends.";
/// Frames until a test gives up waiting: some seconds.
const PATIENCE: usize = 300;

/// A model at play; gone when it is dropped.
pub struct Playing {
    pub host: HtmlElement,
    shadow: ShadowRoot,
    player: Option<Box<dyn Player>>,
}

/// How a model stands on a page.
pub struct Around {
    pub lang: &'static str,
    pub is_rtl: bool,
    /// In CSS pixels.
    pub width: u16,
}

pub const WIDE: Around = Around {
    lang: "en",
    is_rtl: false,
    width: 640,
};

impl Playing {
    /// Sets the model of that kind to play, and waits until it stands.
    pub async fn new(kind: &str) -> Self {
        Self::around(kind, WIDE).await
    }

    pub async fn around(kind: &str, around: Around) -> Self {
        Self::of(&model(kind), &around).await.unwrap()
    }

    /// Sets the model of that JSON to play.
    pub async fn of(json: &str, around: &Around) -> Result<Self, JsValue> {
        let host: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        let width = format!("{}px", around.width);
        host.style().set_property("width", &width).unwrap();
        document().body().unwrap().append_child(&host).unwrap();
        let shadow = host
            .attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))
            .unwrap();
        let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        shadow.append_child(&root).unwrap();
        let mut started = None;
        let shown = Promise::new(&mut |resolve, _| {
            let result = play(
                host.clone(),
                root.clone(),
                &json.into(),
                "",
                around.lang,
                around.is_rtl,
                resolve.clone(),
            );
            if result.is_err() {
                resolve.call0(&JsValue::NULL).unwrap();
            }
            started = Some(result);
        });
        JsFuture::from(shown).await?;
        root.set_hidden(false);
        let mut playing = Self {
            host,
            shadow,
            player: None,
        };
        playing.player = Some(started.unwrap()?);
        Ok(playing)
    }

    fn player(&self) -> &dyn Player {
        self.player.as_deref().unwrap()
    }

    pub fn scenario(&self) -> String {
        self.player().scenario()
    }

    /// Sets the model as an address says.
    pub async fn set_scenario(&self, scenario: &str) {
        self.player().set_scenario(scenario);
        drawn().await;
    }

    pub fn tell_copied(&self, is_copied: bool) {
        self.player().tell_copied(is_copied);
    }

    /// Takes the controls away.
    pub async fn end(&mut self) {
        self.player = None;
        drawn().await;
    }

    pub fn all<T: JsCast>(&self, selector: &str) -> Vec<T> {
        let nodes = self.shadow.query_selector_all(selector).unwrap();
        let elements = (0..nodes.length()).map(|place| nodes.get(place).unwrap().unchecked_into());
        elements.collect()
    }

    #[track_caller]
    pub fn one<T: JsCast>(&self, selector: &str) -> T {
        let mut found = self.all(selector);
        assert_eq!(found.len(), 1, "{selector}");
        found.remove(0)
    }

    pub fn count(&self, selector: &str) -> usize {
        self.all::<Element>(selector).len()
    }

    /// Returns the words in everything that matches, one after another.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let found = self.all::<Element>(selector).into_iter();
        found.filter_map(|element| element.text_content()).collect()
    }

    #[track_caller]
    pub fn text(&self, selector: &str) -> String {
        self.one::<Element>(selector)
            .text_content()
            .unwrap_or_default()
    }

    #[track_caller]
    pub fn attribute(&self, selector: &str, name: &str) -> String {
        self.one::<Element>(selector)
            .get_attribute(name)
            .unwrap_or_default()
    }

    pub fn readout(&self) -> String {
        self.text(".explainer-readout")
    }

    #[track_caller]
    pub fn input(&self, selector: &str) -> HtmlInputElement {
        self.one(&format!("input{selector}"))
    }

    /// Drags a slider there and lets it go.
    pub async fn drag(&self, setting: &str, value: &str) {
        let slider = self.hold(setting, value).await;
        fire(&slider, "change");
        drawn().await;
    }

    /// Drags a slider there and holds it.
    pub async fn hold(&self, setting: &str, value: &str) -> HtmlInputElement {
        let slider = self.input(&format!("[type=range][data-explainer-setting={setting}]"));
        slider.set_value(value);
        fire(&slider, "input");
        drawn().await;
        slider
    }

    /// Types into a field, as far as that.
    pub async fn type_in(&self, setting: &str, value: &str) -> HtmlInputElement {
        let field = self.input(&format!("[type=number][data-explainer-setting={setting}]"));
        field.focus().unwrap();
        field.set_value(value);
        fire(&field, "input");
        drawn().await;
        field
    }

    /// Clicks what matches.
    pub async fn click(&self, selector: &str) {
        self.one::<HtmlElement>(selector).click();
        drawn().await;
    }

    /// Waits until the status says that.
    pub async fn hear(&self, words: &str) {
        for _ in 0..PATIENCE {
            if self.text("[role=status]") == words {
                return;
            }
            frame().await;
        }
        assert_eq!(self.text("[role=status]"), words);
    }
}

impl Drop for Playing {
    fn drop(&mut self) {
        self.host.remove();
    }
}

/// Returns the JSON of the model of that kind.
pub fn model(kind: &str) -> String {
    let models = JSON::parse(MODELS).unwrap();
    JSON::stringify(&get(&models, kind)).unwrap().into()
}

/// Fires an event as a native control does.
pub fn fire(target: &EventTarget, kind: &str) {
    let init = EventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    let event = Event::new_with_event_init_dict(kind, &init).unwrap();
    target.dispatch_event(&event).unwrap();
}

/// Waits until what was changed is drawn: Yew is given it with the next frame.
pub async fn drawn() {
    frame().await;
    frame().await;
    yew::scheduler::flush().await;
}

async fn frame() {
    let frame = Promise::new(&mut |resolve, _| {
        window().unwrap().request_animation_frame(&resolve).unwrap();
    });
    JsFuture::from(frame).await.unwrap();
}
