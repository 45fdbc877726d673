use explainer_story::Author;
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
    let byline = article.byline.as_ref();
    let byline = byline
        .map(|words| html! { { words.shared() } })
        .or_else(|| authors(ctx));
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
    let byline = byline.map(|names| html! { <span class="explainer-byline">{ names }</span> });
    Some(html! { <p class="explainer-dateline">{ byline }{ published }{ updated }</p> })
}

/// Renders the authors as a sentence of the language lists them.
fn authors(ctx: &RenderContext) -> Option<Html> {
    let authors = &ctx.article.authors;
    if authors.is_empty() {
        return None;
    }
    // A letter that no language has stands for each: `list` takes words only.
    let signs: Vec<String> = authors.iter().map(|_| STAND_IN.to_string()).collect();
    let list = ctx.locale.list(&signs);
    let mut parts = Vec::new();
    for (words, each) in list
        .split(STAND_IN)
        .zip(authors.iter().map(Some).chain([None]))
    {
        parts.push(html! { { words.to_owned() } });
        parts.extend(each.map(author));
    }
    Some(parts.into_iter().collect())
}

/// Of Unicode's private use.
const STAND_IN: char = '\u{e000}';

fn author(author: &Author) -> Html {
    let name = author.name.shared();
    let name = match &author.url {
        Some(url) => html! { <a rel="author" href={url.shared()}>{ name }</a> },
        None => html! { { name } },
    };
    let role = author.role.as_ref();
    let role = role.map(|role| html! { <span class="explainer-author-role">{ [" (", role.as_str(), ")"].concat() }</span> });
    html! { <>{ name }{ role }</> }
}
