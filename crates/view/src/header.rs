use explainer_story::Text;
use yew::prelude::*;

use super::context::{RenderContext, TextContext};
use super::inline::inlines;
use super::time::time;

/// Renders the headline, the standfirst and the dateline.
///
/// Its class is not "header": reader views remove elements whose class has that word.
pub(super) fn header(ctx: &RenderContext) -> Html {
    let article = ctx.article;
    let text_ctx = TextContext::Body {
        heading: article.headline.shared(),
    };
    let standfirst = article.standfirst.as_ref().map(|text| {
        html! { <p class="explainer-standfirst">{ inlines(text, &text_ctx, ctx) }</p> }
    });
    html! {
        <header class="explainer-opening">
            <@{ctx.heading(0)} class="explainer-headline">{ article.headline.shared() }</@>
            { standfirst }
            { dateline(ctx) }
        </header>
    }
}

fn dateline(ctx: &RenderContext) -> Option<Html> {
    let article = ctx.article;
    let byline = article.byline.as_ref().map(Text::shared);
    let published = article
        .published
        .as_ref()
        .map(|at| time(at, false, ctx.locale));
    let updated = article
        .updated
        .as_ref()
        .map(|at| time(at, true, ctx.locale));
    if byline.is_none() && published.is_none() && updated.is_none() {
        return None;
    }
    let byline = byline.map(|name| html! { <span class="explainer-byline">{ name }</span> });
    Some(html! { <p class="explainer-dateline">{ byline }{ published }{ updated }</p> })
}
