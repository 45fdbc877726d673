use yew::prelude::*;

use super::super::context::{RenderContext, fragment};

/// Renders the footnotes, each with a link back to its sign.
pub(super) fn notes(ctx: &RenderContext) -> Option<Html> {
    let mut items = Vec::new();
    for (number, words) in ctx.take_notes() {
        let number = number.to_string();
        let back = fragment(&ctx.named_anchor("noteref-", &number));
        items.push(html! {
            <li>
                <div class="explainer-note" role="doc-footnote" id={ctx.named_anchor("note-", &number)}>
                    <span class="explainer-label explainer-unseen">
                        { ctx.element_labels().note(&number) }
                    </span>
                    { " " }
                    <span class="explainer-note-text">{ words }</span>
                    { " " }
                    <a role="doc-backlink" href={back} aria-label={ctx.element_labels().back_to_text()}></a>
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
            <@{ctx.heading(1)} class="explainer-end-heading" id={heading}>{ ctx.element_labels().notes() }</@>
            <ol>{ items }</ol>
        </section>
    })
}
