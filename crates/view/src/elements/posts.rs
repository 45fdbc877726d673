use explainer_story::Post;
use yew::prelude::*;

use super::super::block::blocks;
use super::super::context::{RenderContext, TextContext, fragment};
use super::super::time::time;

/// Renders the reports of a story that goes on: first links to the key events, then those that are pinned, then
/// the newest.
pub(super) fn posts(ctx: &RenderContext) -> Option<Html> {
    let posts = ctx.article.posts_in_order();
    if posts.is_empty() {
        return None;
    }
    let heading = ctx.part_anchor("posts");
    let own = ctx.article.posts_heading.as_ref();
    let words = own.map_or_else(|| ctx.element_labels().posts().into(), |own| own.shared());
    let posts = posts.into_iter();
    // explainer-posts.js makes a feed of the reports, and offers there what has come since.
    let offer = ctx.element_labels().new_posts("{count}");
    Some(html! {
        <section class="explainer-posts" aria-labelledby={heading.clone()}>
            <@{ctx.heading(1)} class="explainer-heading" id={heading}>{ words }</@>
            <div class="explainer-new-posts" role="status" data-explainer-offer={offer}></div>
            { key_events(ctx) }
            <div class="explainer-feed">{ for posts.map(|each| post(each, ctx)) }</div>
        </section>
    })
}

fn key_events(ctx: &RenderContext) -> Option<Html> {
    let mut events = ctx.article.posts_in_order();
    events.retain(|post| post.key == Some(true) && post.title.is_some());
    if events.is_empty() {
        return None;
    }
    let items = events.into_iter().map(|post| {
        let href = fragment(&ctx.named_anchor("post-", post.id.as_str()));
        let title = post.title.as_ref().map(|title| title.shared());
        html! { <li>{ time(&post.time, false, ctx.locale) }{ " " }<a {href}>{ title }</a></li> }
    });
    Some(html! {
        <div class="explainer-key-events">
            <@{ctx.heading(2)} class="explainer-box-heading">{ ctx.element_labels().key_events() }</@>
            <ul>{ for items }</ul>
        </div>
    })
}

fn post(post: &Post, ctx: &RenderContext) -> Html {
    let heading = post
        .title
        .as_ref()
        .map_or_else(|| ctx.article.headline.shared(), |title| title.shared());
    let text_ctx = TextContext::Body { heading };
    let anchor = ctx.named_anchor("post-", post.id.as_str());
    let name = ctx.named_anchor("post-name-", post.id.as_str());
    let title = post.title.as_ref().map(|title| {
        html! { <@{ctx.heading(2)} class="explainer-subheading" id={name.clone()}>{ title.shared() }</@> }
    });
    let time_id = title.is_none().then(|| name.clone());
    let pinned = (post.pinned == Some(true)).then(
        || html! { <>{ " " }<span class="explainer-pinned">{ ctx.element_labels().pinned() }</span></> },
    );
    html! {
        <article class="explainer-post" key={anchor.to_string()} id={anchor} aria-labelledby={name}>
            <p class="explainer-post-time" id={time_id}>{ time(&post.time, false, ctx.locale) }{ pinned }</p>
            { title }
            { blocks(&post.blocks, &text_ctx, ctx) }
        </article>
    }
}
