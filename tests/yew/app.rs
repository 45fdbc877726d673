//! An ordinary Yew app, built exactly as the widget is and not shipped. `tests/e2e/yew.test.mjs` uses
//! it: what Yew's documentation teaches must work in a build like ours.
#![cfg_attr(target_family = "wasm", no_main)]

// Exports `start`, which `xtask/src/instance.js` calls.
use explainer_article as _;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};
use yew::Renderer;
use yew::prelude::*;
use yew::suspense::{Suspension, SuspensionResult};

/// Mounts the app in `root`; its portal goes to the end of `document`'s first element.
#[wasm_bindgen]
pub fn mount(root: Element, document: Document) {
    if let Some(outside) = document.document_element() {
        Renderer::<App>::with_root_and_props(root, AppProps { outside }).render();
    }
}

#[derive(Properties, PartialEq)]
struct AppProps {
    outside: Element,
}

/// A keyed list that a listener turns round, a portal, and a component that waits.
#[component]
fn App(props: &AppProps) -> Html {
    let names = use_state(|| ["one", "two", "three"].map(AttrValue::from).to_vec());
    let on_reverse = {
        let names = names.clone();
        Callback::from(move |_| names.set(names.iter().rev().cloned().collect()))
    };
    let on_remove = {
        let names = names.clone();
        Callback::from(move |removed: AttrValue| {
            names.set(
                names
                    .iter()
                    .filter(|name| **name != removed)
                    .cloned()
                    .collect(),
            );
        })
    };
    let rows = names.iter().map(|name| {
        html! { <Row key={name.to_string()} name={name} on_remove={&on_remove} /> }
    });
    html! {
        <>
            <button id="reverse" onclick={on_reverse}>{ "Reverse" }</button>
            <ul>{ for rows }</ul>
            { create_portal(html! { <p id="portal">{ names.len() }</p> }, props.outside.clone()) }
            { raw() }
            <Suspense fallback={html! { <p id="waiting">{ "Waiting" }</p> }}><Patient /></Suspense>
        </>
    }
}

/// The widget makes no markup of text; Yew can, and must.
#[allow(clippy::disallowed_methods)]
fn raw() -> Html {
    Html::from_html_unchecked("<b id='raw'>raw</b>".into())
}

#[derive(Properties, PartialEq)]
struct RowProps {
    name: AttrValue,
    on_remove: Callback<AttrValue>,
}

/// A component in a component, with a state of its own.
#[component]
fn Row(props: &RowProps) -> Html {
    let presses = use_state(|| 0_u32);
    let on_press = {
        let presses = presses.clone();
        Callback::from(move |_| presses.set(*presses + 1))
    };
    let on_remove = props.on_remove.reform({
        let name = props.name.clone();
        move |_| name.clone()
    });
    html! {
        <li id={&props.name} data-presses={presses.to_string()}>
            <input aria-label={&props.name} />
            <button class="press" onclick={on_press}>{ *presses }</button>
            <button class="remove" onclick={on_remove}>{ "Remove" }</button>
        </li>
    }
}

/// Waits for a turn of the event loop before it renders.
#[component]
fn Patient() -> HtmlResult {
    use_turn()?;
    Ok(html! { <p id="patient">{ "Rendered" }</p> })
}

#[hook]
fn use_turn() -> SuspensionResult<()> {
    let waiting = use_state(|| {
        Suspension::from_future(async {
            let turn = js_sys::Promise::resolve(&JsValue::UNDEFINED);
            // A resolved promise is never rejected.
            wasm_bindgen_futures::JsFuture::from(turn).await.ok();
        })
    });
    if waiting.resumed() {
        Ok(())
    } else {
        Err((*waiting).clone())
    }
}

// The page calls the exports. A native build, as of `cargo test --workspace`, wants a `main`; in the
// wasm it would cost 0.3 KB.
#[cfg(not(target_family = "wasm"))]
fn main() {}
