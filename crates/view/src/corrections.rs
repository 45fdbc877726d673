use explainer_story::Correction;
use yew::prelude::*;

use super::context::{RenderContext, TextContext};
use super::inline::inlines;
use super::time::time;
use super::words::fill;

/// Renders the corrections made since publication.
pub(super) fn corrections(ctx: &RenderContext) -> Option<Html> {
    let entries = &ctx.article.corrections;
    if entries.is_empty() {
        return None;
    }
    let heading = ctx.part_anchor("corrections");
    Some(html! {
        <section class="explainer-corrections" aria-labelledby={heading.clone()}>
            <@{ctx.heading(1)} class="explainer-corrections-heading" id={heading}>
                { ctx.labels.corrections() }
            </@>
            <ul>{ for entries.iter().map(|entry| correction(entry, ctx)) }</ul>
        </section>
    })
}

fn correction(entry: &Correction, ctx: &RenderContext) -> Html {
    let text_ctx = TextContext::Body {
        heading: ctx.labels.corrections().into(),
    };
    let date = time(&entry.date, false, ctx.locale);
    let text = inlines(&entry.text, &text_ctx, ctx).into_iter().collect();
    html! { <li>{ fill(ctx.labels.correction_pattern(), [date, text]) }</li> }
}
