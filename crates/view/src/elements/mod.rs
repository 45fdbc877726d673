//! What a story may hold beside its text: images, tables, boxes, footnotes, posts.
//!
//! The rest of the view reaches them through [`ElementViews`] alone, so that the wasm of a story without them
//! has nothing of them.

mod background;
mod embed;
mod group;
mod media;
mod notes;
mod posts;
mod table;

use explainer_i18n::ElementLabels;
use explainer_story::{Element, Inlines, Lead, Verse};
use yew::prelude::*;

use super::context::{RenderContext, TextContext};
use super::inline::inlines;

/// Renders elements, and the parts of a story that only some have.
#[derive(Clone, Copy)]
pub struct ElementViews {
    element: fn(&Element, &TextContext, &RenderContext) -> Html,
    lead: fn(&Lead, &TextContext, &RenderContext) -> Html,
    part: fn(Part, &RenderContext) -> Html,
}

/// A part that only some stories have.
#[derive(Clone, Copy)]
pub(super) enum Part {
    Posts,
    Changes,
    Method,
    Notes,
}

impl ElementViews {
    /// Returns the views of all elements.
    pub fn all() -> Self {
        Self {
            element,
            lead,
            part,
        }
    }
}

impl RenderContext<'_> {
    /// Renders an element.
    pub fn element(&self, element: &Element, text_ctx: &TextContext) -> Html {
        let views = self.elements();
        views.map_or_else(Html::default, |views| {
            (views.element)(element, text_ctx, self)
        })
    }

    /// Returns the words that elements alone need.
    pub fn element_labels(&self) -> &'static ElementLabels {
        ElementLabels::for_lang(self.locale.lang())
    }

    /// Renders the image above the text.
    pub fn lead(&self, text_ctx: &TextContext) -> Option<Html> {
        let (lead, views) = (self.article.lead.as_ref()?, self.elements()?);
        Some((views.lead)(lead, text_ctx, self))
    }

    /// Renders a part that only some stories have.
    pub fn part(&self, part: Part) -> Option<Html> {
        Some((self.elements()?.part)(part, self))
    }
}

fn part(part: Part, ctx: &RenderContext) -> Html {
    let html = match part {
        Part::Posts => posts::posts(ctx),
        Part::Changes => background::changes(ctx),
        Part::Method => Some(background::method(ctx)),
        Part::Notes => notes::notes(ctx),
    };
    html.unwrap_or_default()
}

fn lead(lead: &Lead, text_ctx: &TextContext, ctx: &RenderContext) -> Html {
    match lead.element().get() {
        Element::Image(image) => media::image(image, media::Priority::First, text_ctx, ctx),
        other => element(other, text_ctx, ctx),
    }
}

fn element(element: &Element, text_ctx: &TextContext, ctx: &RenderContext) -> Html {
    match element {
        Element::Verse(verse) => self::verse(verse, text_ctx, ctx),
        Element::Code(code) => html! {
            <pre class="explainer-code" dir="ltr" translate="no"><code>{ code.shared() }</code></pre>
        },
        Element::Divider => html! { <hr class="explainer-divider"/> },
        Element::Image(image) => media::image(image, media::Priority::WhenNear, text_ctx, ctx),
        Element::Gallery(gallery) => media::gallery(gallery, text_ctx, ctx),
        Element::Video(video) => media::video(video, text_ctx, ctx),
        Element::Audio(audio) => media::audio(audio, text_ctx, ctx),
        Element::Embed(embed) => embed::embed(embed, ctx),
        Element::Table(table) => table::table(table, text_ctx, ctx),
        Element::Related(related) => group::related(related, ctx),
        Element::PullQuote(quote) => group::pull_quote(quote, ctx),
        Element::Aside(aside) => group::aside(aside, text_ctx, ctx),
        Element::QAndA(qanda) => group::qanda(qanda, text_ctx, ctx),
        Element::Views(views) => group::views(views, text_ctx, ctx),
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
