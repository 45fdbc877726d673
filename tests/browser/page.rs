//! A host on the test page, and what a reader does to it.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, CssStyleSheet, Document, Element, HtmlDetailsElement, HtmlElement,
    KeyboardEvent, KeyboardEventInit, MouseEvent, MouseEventInit, window,
};

pub const EVERY_PART: &str = include_str!("../fixtures/every-part.json");

/// A host with a story in it; gone when it is dropped.
pub struct Page {
    pub host: HtmlElement,
    tools: Option<JsValue>,
}

impl Page {
    /// Shows a story in a new host.
    pub async fn show(json: &str) -> Self {
        let host = new_host();
        let mut page = Self { host, tools: None };
        page.swap(json).await.unwrap();
        page
    }

    /// Shows another story in the same host, as the shim would.
    pub async fn swap(&mut self, json: &str) -> Result<(), JsValue> {
        let tools = show_in(&self.host, json).await?;
        self.detach();
        self.tools = Some(tools);
        yew::scheduler::flush().await;
        Ok(())
    }

    /// Takes the tools away.
    pub fn detach(&mut self) {
        if let Some(tools) = self.tools.take() {
            let free: Function = get(&tools, "free").unchecked_into();
            free.call0(&tools).unwrap();
        }
    }

    pub fn one(&self, selector: &str) -> HtmlElement {
        let found = self.host.query_selector(selector).unwrap();
        found
            .unwrap_or_else(|| panic!("no {selector}"))
            .unchecked_into()
    }

    pub fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let nodes = self.host.query_selector_all(selector).unwrap();
        let elements = (0..nodes.length()).map(|place| nodes.get(place).unwrap().unchecked_into());
        elements.collect()
    }

    /// Returns the folds' states, in reading order.
    pub fn open_sections(&self) -> Vec<bool> {
        let folds = self.all(".explainer-section > details");
        let is_open = |fold: HtmlElement| fold.unchecked_into::<HtmlDetailsElement>().open();
        folds.into_iter().map(is_open).collect()
    }

    /// Returns something in the toolbar's or the popover's shadow root.
    pub fn shadow(&self, island: &str, selector: &str) -> Option<HtmlElement> {
        let root = self.one(island).shadow_root()?;
        root.query_selector(selector)
            .unwrap()
            .map(JsCast::unchecked_into)
    }

    pub fn button(&self, action: &str) -> HtmlElement {
        let selector = format!("[data-explainer-action={action}]");
        let islands = [".explainer-toolbar", ".explainer-popover"];
        let mut found = islands
            .iter()
            .filter_map(|island| self.shadow(island, &selector));
        found.next().unwrap_or_else(|| panic!("no button {action}"))
    }

    pub async fn press(&self, action: &str) {
        self.button(action).click();
        yew::scheduler::flush().await;
    }

    /// Clicks the `place`-th mention in the sections.
    pub async fn open_term(&self, place: usize) -> HtmlElement {
        let mention = self.all(".explainer-section a.explainer-term")[place].clone();
        mention.click();
        yew::scheduler::flush().await;
        mention
    }

    pub fn popover_is_open(&self) -> bool {
        self.one(".explainer-popover")
            .matches(":popover-open")
            .unwrap()
    }

    /// Returns the label of the definition shown.
    pub fn popover_label(&self) -> String {
        self.shadow(".explainer-popover", ".explainer-card-label")
            .and_then(|label| label.text_content())
            .unwrap_or_default()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.detach();
        self.host.remove();
    }
}

pub fn document() -> Document {
    window().unwrap().document().unwrap()
}

pub fn new_host() -> HtmlElement {
    let host = document().create_element("explainer-article").unwrap();
    document().body().unwrap().append_child(&host).unwrap();
    host.unchecked_into()
}

/// Shows a story and returns the tools, once it stands.
async fn show_in(host: &HtmlElement, json: &str) -> Result<JsValue, JsValue> {
    explainer_article::start(AbortController::new().unwrap().signal());
    let story = js_sys::JsString::from(json);
    let sheet = CssStyleSheet::new().unwrap();
    let mut failed = None;
    let shown = Promise::new(&mut |resolve, _| {
        let result = explainer_article::show(
            host.clone(),
            sheet.clone(),
            &story,
            1.0,
            Some(explainer_article::Elements::all()),
            resolve.clone(),
        );
        if let Err(error) = result {
            failed = Some(error);
            resolve.call0(&JsValue::NULL).unwrap();
        }
    });
    let tools = JsFuture::from(shown).await?;
    failed.map_or(Ok(tools), Err)
}

/// Shows a story that cannot be shown; returns the error's detail.
pub async fn error_of(host: &HtmlElement, json: &str) -> JsValue {
    show_in(host, json).await.unwrap_err()
}

/// Does something and returns the detail of the next event of that name at `host`.
pub async fn detail_of(host: &HtmlElement, event: &str, act: impl FnOnce()) -> JsValue {
    let heard = Promise::new(&mut |resolve, _| {
        let options = web_sys::AddEventListenerOptions::new();
        options.set_once(true);
        host.add_event_listener_with_callback_and_add_event_listener_options(
            event, &resolve, &options,
        )
        .unwrap();
    });
    act();
    get(&JsFuture::from(heard).await.unwrap(), "detail")
}

/// Lets everything happen that the browser has put off, such as `toggle` events.
pub async fn settle() {
    let later = Promise::new(&mut |resolve, _| {
        let window = window().unwrap();
        window
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 20)
            .unwrap();
    });
    JsFuture::from(later).await.unwrap();
    // The toolbar is drawn again with the next frame.
    let frame = Promise::new(&mut |resolve, _| {
        window().unwrap().request_animation_frame(&resolve).unwrap();
    });
    JsFuture::from(frame).await.unwrap();
    yew::scheduler::flush().await;
}

pub fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap()
}

pub fn text(object: &JsValue, name: &str) -> String {
    get(object, name).as_string().unwrap_or_default()
}

/// Presses a key; returns whether the browser would still do what the key does.
pub fn press_key(target: &Element, key: &str, shift: bool) -> bool {
    let init = KeyboardEventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_composed(true);
    init.set_key(key);
    init.set_shift_key(shift);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    target.dispatch_event(&event).unwrap()
}

/// Clicks with a modifier; returns whether the browser would still follow the link.
pub fn control_click(target: &Element) -> bool {
    let init = MouseEventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_composed(true);
    init.set_ctrl_key(true);
    let event = MouseEvent::new_with_mouse_event_init_dict("click", &init).unwrap();
    let prevented = Rc::new(Cell::new(true));
    let seen = Rc::clone(&prevented);
    // The page itself must stay, whatever the browser would do.
    let stays = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
        seen.set(event.default_prevented());
        event.prevent_default();
    });
    let body = document().body().unwrap();
    let handler = stays.as_ref().unchecked_ref();
    body.add_event_listener_with_callback("click", handler)
        .unwrap();
    target.dispatch_event(&event).unwrap();
    body.remove_event_listener_with_callback("click", handler)
        .unwrap();
    !prevented.get()
}
