use yew::prelude::*;

use super::super::context::{RenderContext, TextContext, fragment};
use super::super::inline::inlines;

/// Renders the footnotes, each with a link back to its sign. A footnote may hold others.
pub(super) fn notes(ctx: &RenderContext) -> Option<Html> {
    let mut items = Vec::new();
    while let Some(text) = ctx.note(items.len()) {
        let number = (items.len() + 1).to_string();
        let back = fragment(&ctx.named_anchor("noteref-", &number));
        items.push(html! {
            <li>
                <div class="explainer-note" role="doc-footnote" id={ctx.named_anchor("note-", &number)}>
                    { inlines(&text, &TextContext::Aside, ctx) }
                    { " " }
                    <a role="doc-backlink" href={back} aria-label={ctx.labels.back_to_text()}></a>
                </div>
            </li>
        });
    }
    if items.is_empty() {
        return None;
    }
    let heading = ctx.part_anchor("notes");
    Some(html! {
        <section class="explainer-notes" role="doc-endnotes" aria-labelledby={heading.clone()}>
            <@{ctx.heading(1)} class="explainer-end-heading" id={heading}>{ ctx.labels.notes() }</@>
            <ol>{ items }</ol>
        </section>
    })
}
