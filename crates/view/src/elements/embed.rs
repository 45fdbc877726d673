use explainer_story::{Embed, Pixels};
use yew::prelude::*;

use super::super::context::RenderContext;
use super::media::{Priority, picture};

/// Renders what stands on another site as a card with a link. Nothing comes from there before the reader asks:
/// the tools then put the frame in place of the card's box.
pub(super) fn embed(embed: &Embed, ctx: &RenderContext) -> Html {
    let frame = embed.frame();
    let provider = frame.as_ref().map(|frame| frame.provider);
    let poster = embed.poster.as_ref();
    let poster = poster.map(|image| picture(image, Priority::WhenNear));
    let size = |size: Option<Pixels>| size.map(|size| size.get().to_string());
    let ask = frame.as_ref().map(|frame| {
        html! {
            <div class="explainer-embed-ask" hidden={true}>
                <button type="button" class="explainer-embed-load">
                    { ctx.element_labels().load_from(frame.provider) }
                </button>
                <label>
                    <input type="checkbox"/>
                    { " " }{ ctx.element_labels().always_from(frame.provider) }
                </label>
                <small>{ ctx.element_labels().loads_from(frame.provider) }</small>
            </div>
        }
    });
    let url = frame.map(|frame| frame.url);
    html! {
        <figure class="explainer-embed" data-explainer-frame={url} data-explainer-provider={provider}
            data-explainer-width={size(embed.width)} data-explainer-height={size(embed.height)}>
            <div class="explainer-embed-box">
                { poster }
                <p>{ embed.fallback.shared() }</p>
                { ask }
            </div>
            <figcaption class="explainer-caption">
                <a href={embed.url.shared()}>{ embed.title.shared() }</a>
            </figcaption>
        </figure>
    }
}
