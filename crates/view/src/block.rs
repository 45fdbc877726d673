use explainer_story::{Block, ListBlock, ModelId, QuoteBlock, Subheading};
use yew::prelude::*;

use super::context::{RenderContext, TextContext};
use super::inline::inlines;
use super::models::unread_model;

/// Renders blocks, whose text is in `text_ctx`.
pub(super) fn blocks(blocks: &[Block], text_ctx: &TextContext, ctx: &RenderContext) -> Vec<Html> {
    blocks
        .iter()
        .map(|each| block(each, text_ctx, ctx))
        .collect()
}

fn block(block: &Block, text_ctx: &TextContext, ctx: &RenderContext) -> Html {
    match block {
        Block::Paragraph(text) => html! { <p>{ inlines(text, text_ctx, ctx) }</p> },
        Block::Subheading(heading) => subheading(heading, text_ctx, ctx),
        Block::List(list) => self::list(list, text_ctx, ctx),
        Block::Quote(quote) => self::quote(quote, text_ctx, ctx),
        Block::Element(element) => ctx.element(element.get(), text_ctx),
        Block::Model(id) => model(id, ctx),
        Block::Unknown(unknown) => html! { <p>{ unknown.fallback.shared() }</p> },
    }
}

fn list(list: &ListBlock, text_ctx: &TextContext, ctx: &RenderContext) -> Html {
    let items = list.items.iter().map(|item| {
        let inner = item.list.as_ref();
        let inner = inner.map(|inner| self::list(inner, text_ctx, ctx));
        html! { <li>{ inlines(&item.text, text_ctx, ctx) }{ inner }</li> }
    });
    let tag = if list.ordered == Some(true) {
        "ol"
    } else {
        "ul"
    };
    html! { <@{tag}>{ for items }</@> }
}

fn subheading(heading: &Subheading, text_ctx: &TextContext, ctx: &RenderContext) -> Html {
    let depth = if heading.minor == Some(true) { 3 } else { 2 };
    html! {
        <@{ctx.heading(depth)} class="explainer-subheading">
            { inlines(&heading.text, text_ctx, ctx) }
        </@>
    }
}

fn quote(quote: &QuoteBlock, text_ctx: &TextContext, ctx: &RenderContext) -> Html {
    let paragraphs = std::iter::once(&quote.text).chain(&quote.more);
    let paragraphs = paragraphs.map(|text| html! { <p>{ inlines(text, text_ctx, ctx) }</p> });
    let attribution = quote.attribution.as_ref().map(
        |name| html! { <figcaption class="explainer-attribution">{ name.shared() }</figcaption> },
    );
    html! {
        <figure class="explainer-quote">
            <blockquote>{ for paragraphs }</blockquote>
            { attribution }
        </figure>
    }
}

/// Renders a mini-model without its controls, or what stands for it until it is read.
pub(super) fn model(id: &ModelId, ctx: &RenderContext) -> Html {
    let Some((index, model)) = ctx.model(id) else {
        return Html::default();
    };
    match ctx.models() {
        Some(models) => models.render(index, model),
        None => unread_model(model),
    }
}
