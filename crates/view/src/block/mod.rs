mod embed;
mod group;
mod media;
mod table;

use explainer_story::{Block, Inlines, ListBlock, ModelId, QuoteBlock, Subheading, Verse};
use yew::prelude::*;

use super::context::{RenderContext, TextContext};
use super::inline::inlines;
use super::models::unread_model;

pub(super) use media::{Priority, image};

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
        Block::Verse(verse) => self::verse(verse, text_ctx, ctx),
        Block::Code(code) => html! {
            <pre class="explainer-code" dir="ltr" translate="no"><code>{ code.shared() }</code></pre>
        },
        Block::Divider => html! { <hr class="explainer-divider"/> },
        Block::Image(image) => media::image(image, Priority::WhenNear, text_ctx, ctx),
        Block::Gallery(gallery) => media::gallery(gallery, text_ctx, ctx),
        Block::Video(video) => media::video(video, text_ctx, ctx),
        Block::Audio(audio) => media::audio(audio, text_ctx, ctx),
        Block::Embed(embed) => embed::embed(embed, ctx),
        Block::Table(table) => table::table(table, text_ctx, ctx),
        Block::Related(related) => group::related(related, ctx),
        Block::PullQuote(quote) => group::pull_quote(quote, ctx),
        Block::Aside(aside) => group::aside(aside, text_ctx, ctx),
        Block::QAndA(qanda) => group::qanda(qanda, text_ctx, ctx),
        Block::Views(views) => group::views(views, text_ctx, ctx),
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

fn verse(verse: &Verse, text_ctx: &TextContext, ctx: &RenderContext) -> Html {
    let line = |line: &Inlines| html! { <>{ inlines(line, text_ctx, ctx) }<br/></> };
    let stanzas = verse.stanzas.iter();
    let stanzas = stanzas.map(|stanza| html! { <p>{ for stanza.iter().map(line) }</p> });
    let attribution = verse.attribution.as_ref().map(
        |name| html! { <figcaption class="explainer-attribution">{ name.shared() }</figcaption> },
    );
    html! {
        <figure class="explainer-verse">
            <blockquote>{ for stanzas }</blockquote>
            { attribution }
        </figure>
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
