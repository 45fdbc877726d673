use explainer_story::{Inline, Inlines, TermId, Text};
use yew::prelude::*;

use super::context::{RecordedMention, RenderContext, TextContext, fragment};
use super::source::source;

/// Renders running text that is in `text_ctx`.
pub(super) fn inlines(text: &Inlines, text_ctx: &TextContext, ctx: &RenderContext) -> Vec<Html> {
    inlines_in(0, text, text_ctx, ctx)
}

/// Renders running text inside `depth` quotations.
fn inlines_in(
    depth: usize,
    text: &Inlines,
    text_ctx: &TextContext,
    ctx: &RenderContext,
) -> Vec<Html> {
    text.parts()
        .iter()
        .map(|part| inline(depth, part, text_ctx, ctx))
        .collect()
}

fn inline(depth: usize, part: &Inline, text_ctx: &TextContext, ctx: &RenderContext) -> Html {
    let (tag, inner) = match part {
        Inline::Text(words) => return html! { words.clone() },
        Inline::Term { term, text } => return mention(term, text.as_ref(), text_ctx, ctx),
        Inline::Link { url, text } => {
            let href = ctx.address(url);
            return html! { <a {href}>{ inlines_in(depth, text, text_ctx, ctx) }</a> };
        }
        Inline::Words(inner) => {
            return inlines_in(depth, inner, text_ctx, ctx)
                .into_iter()
                .collect();
        }
        Inline::LineBreak => return html! { <br/> },
        Inline::Code(text) => {
            return html! { <code class="explainer-code" dir="ltr" translate="no">{ text.shared() }</code> };
        }
        Inline::Foreign { lang, text } => {
            let words = inlines_in(depth, text, text_ctx, ctx);
            let dir = lang.direction().as_str();
            return html! { <span lang={lang.shared()} {dir}>{ words }</span> };
        }
        Inline::Strike(inner) => {
            let words = inlines_in(depth, inner, text_ctx, ctx);
            let said = ctx.labels.struck_out();
            return html! { <s><span class="explainer-unseen">{ said }{ " " }</span>{ words }</s> };
        }
        Inline::Note(text) => return note(ctx, || inlines(text, &TextContext::Aside, ctx)),
        Inline::Citation(cited) => return note(ctx, || vec![source(cited, ctx.locale)]),
        Inline::Subscript(inner) => ("sub", inner),
        Inline::Superscript(inner) => ("sup", inner),
        Inline::Emphasis(inner) => ("em", inner),
        Inline::Strong(inner) => ("strong", inner),
        Inline::Quote(inner) => {
            // No `q`: its marks are the style's, and a page's reset may take them away.
            let [open, close] = ctx.locale.quotation_marks().at(depth);
            return html! { <>{ open }{ inlines_in(depth + 1, inner, text_ctx, ctx) }{ close }</> };
        }
    };
    html! { <@{tag}>{ inlines_in(depth, inner, text_ctx, ctx) }</@> }
}

/// Renders the sign of a footnote, whose text is at the end of the story.
fn note(ctx: &RenderContext, words: impl FnOnce() -> Vec<Html>) -> Html {
    let index = ctx.begin_note();
    ctx.record_note(index, words());
    let number = index.to_string();
    let href = fragment(&ctx.named_anchor("note-", &number));
    let id = ctx.named_anchor("noteref-", &number);
    html! {
        <sup class="explainer-noteref"><a role="doc-noteref" {id} {href}>{ number }</a></sup>
    }
}

/// Renders a mention as a link to its definition. The term's first mention in the story is a `dfn`; those after
/// the first in their section are quieter.
fn mention(id: &TermId, text: Option<&Text>, text_ctx: &TextContext, ctx: &RenderContext) -> Html {
    let Some(term) = ctx.term(id) else {
        return Html::default();
    };
    let words = text.unwrap_or(&term.label).shared();
    let recorded = match text_ctx {
        TextContext::Body { heading } => ctx.record_mention(id, heading),
        TextContext::Aside => RecordedMention::default(),
    };
    let class = if recorded.is_again {
        "explainer-term explainer-again"
    } else {
        "explainer-term"
    };
    let href = fragment(&ctx.term_anchor(id));
    let link = html! {
        <a {class} role="doc-glossref" id={recorded.anchor} {href}>{ words }</a>
    };
    if recorded.is_first {
        html! { <dfn class="explainer-first">{ link }</dfn> }
    } else {
        link
    }
}
