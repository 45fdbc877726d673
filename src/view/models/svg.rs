use explainer_engine::Px;
use yew::prelude::*;

/// Where a text stands to its position.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
}

/// Draws a picture. Screen readers have the sentence and the table instead.
pub(super) fn picture(width: f64, height: Px, content: Html) -> Html {
    let view_box = [
        "0 0 ",
        &Px::new(width).to_string(),
        " ",
        &height.to_string(),
    ]
    .concat();
    html! {
        <svg class="explainer-picture" viewBox={view_box} width={Px::new(width).to_string()}
            height={height.to_string()} aria-hidden="true">
            { content }
        </svg>
    }
}

/// Draws a text in a picture.
pub(super) fn text(
    class: &'static str,
    x: Px,
    y: Px,
    anchor: Anchor,
    words: impl Into<AttrValue>,
) -> Html {
    let anchor = match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
    };
    html! {
        <text class={class} x={x.to_string()} y={y.to_string()} text-anchor={anchor}>
            { words.into() }
        </text>
    }
}

/// Draws a straight line in a picture.
pub(super) fn line(class: &'static str, from: (Px, Px), to: (Px, Px)) -> Html {
    html! {
        <line class={class} x1={from.0.to_string()} y1={from.1.to_string()}
            x2={to.0.to_string()} y2={to.1.to_string()}/>
    }
}

/// Draws a path in a picture.
pub(super) fn path(class: &'static str, data: String) -> Html {
    html! { <path class={class} d={data}/> }
}

/// Draws a box in a picture.
pub(super) fn rect(class: &'static str, at: (Px, Px), size: (Px, Px)) -> Html {
    html! {
        <rect class={class} x={at.0.to_string()} y={at.1.to_string()}
            width={size.0.to_string()} height={size.1.to_string()} rx="3"/>
    }
}
