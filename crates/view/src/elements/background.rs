use explainer_story::Change;
use yew::prelude::*;

use super::super::block::blocks;
use super::super::context::{RenderContext, TextContext, fragment};
use super::super::inline::inlines;
use super::super::source::source;
use super::super::time::time;
use super::super::words::fill;

/// Renders what changed since publication, the newest first.
pub(super) fn changes(ctx: &RenderContext) -> Option<Html> {
    let changes = ctx.article.changes_in_order();
    if changes.is_empty() {
        return None;
    }
    let heading = ctx.part_anchor("changes");
    Some(html! {
        <section class="explainer-changes" aria-labelledby={heading.clone()}>
            <@{ctx.heading(1)} class="explainer-end-heading" id={heading}>{ ctx.element_labels().changes() }</@>
            <ul>{ for changes.into_iter().map(|each| change(each, ctx)) }</ul>
        </section>
    })
}

fn change(change: &Change, ctx: &RenderContext) -> Html {
    let date = time(&change.date, false, ctx.locale);
    let words = inlines(&change.text, &TextContext::Aside, ctx);
    let words = words.into_iter().collect();
    let section = change.section.as_ref();
    let section = section.and_then(|id| ctx.section(id)).map(|section| {
        let href = fragment(&ctx.section_anchor(&section.id));
        html! { <>{ " " }<a {href}>{ section.heading.shared() }</a></> }
    });
    html! { <li>{ fill(ctx.labels.correction_pattern(), [date, words]) }{ section }</li> }
}

/// Renders how the newsroom knows what it says, and what the story is based on beside its first source.
pub(super) fn method(ctx: &RenderContext) -> Html {
    let text_ctx = TextContext::Aside;
    let method = ctx.article.method.as_ref().map(|method| {
        let heading = ctx.part_anchor("method");
        html! {
            <section class="explainer-method" aria-labelledby={heading.clone()}>
                <@{ctx.heading(1)} class="explainer-end-heading" id={heading}>{ ctx.element_labels().method() }</@>
                { blocks(method, &text_ctx, ctx) }
            </section>
        }
    });
    let sources = &ctx.article.references;
    let sources = (!sources.is_empty()).then(|| {
        let heading = ctx.part_anchor("sources");
        let items = sources.iter().map(|each| html! { <li>{ source(each, ctx.locale) }</li> });
        html! {
            <section class="explainer-story-sources" aria-labelledby={heading.clone()}>
                <@{ctx.heading(1)} class="explainer-end-heading" id={heading}>{ ctx.element_labels().all_sources() }</@>
                <ul>{ for items }</ul>
            </section>
        }
    });
    html! { <>{ method }{ sources }</> }
}
