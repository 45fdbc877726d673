use explainer_story::{Correction, SectionId};
use yew::prelude::*;

use super::context::{RenderContext, TextContext, fragment};
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

/// Renders the corrections that mend a section, at its end.
pub(super) fn corrections_of(
    section: &SectionId,
    text_ctx: &TextContext,
    ctx: &RenderContext,
) -> Vec<Html> {
    let entries = ctx.article.corrections.iter();
    let of_section = entries.filter(|entry| entry.section.as_ref() == Some(section));
    let href = fragment(&ctx.part_anchor("corrections"));
    let each = |entry: &Correction| {
        html! {
            <aside class="explainer-correction">
                <a href={href.clone()}>{ ctx.labels.corrections() }</a>
                <p>{ correction_words(entry, text_ctx, ctx) }</p>
            </aside>
        }
    };
    of_section.map(each).collect()
}

fn correction(entry: &Correction, ctx: &RenderContext) -> Html {
    let text_ctx = TextContext::Body {
        heading: ctx.labels.corrections().into(),
    };
    html! { <li>{ correction_words(entry, &text_ctx, ctx) }</li> }
}

fn correction_words(entry: &Correction, text_ctx: &TextContext, ctx: &RenderContext) -> Html {
    let date = time(&entry.date, false, ctx.locale);
    let text = inlines(&entry.text, text_ctx, ctx).into_iter().collect();
    fill(ctx.labels.correction_pattern(), [date, text])
}
