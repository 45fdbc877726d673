use explainer_story::{DateTime, ModelId, Term};
use yew::prelude::*;

use super::block::{blocks, model};
use super::components::Action;
use super::context::{RenderContext, TextContext, fragment};
use super::disclosure::disclosure;
use super::source::sources;
use super::time::time;
use super::words::fill;

/// Renders every definition, each with links back to its mentions. The popover shows a copy of an
/// entry, so that a definition is written once.
pub(super) fn glossary(ctx: &RenderContext) -> Option<Html> {
    let terms = &ctx.article.terms;
    if terms.is_empty() {
        return None;
    }
    let heading = ctx.part_anchor("glossary");
    let row = html! {
        <@{ctx.heading(1)} class="explainer-glossary-heading" id={heading.clone()}>
            { ctx.labels.terms() }
        </@>
    };
    let entries = html! { <dl>{ for terms.iter().map(|term| definition(term, ctx)) }</dl> };
    Some(html! {
        <section class="explainer-glossary explainer-disclosure" role="doc-glossary"
            aria-labelledby={heading.clone()}>
            { disclosure(row, heading, false, entries) }
        </section>
    })
}

fn definition(term: &Term, ctx: &RenderContext) -> Html {
    html! {
        <div class="explainer-definition" id={ctx.term_anchor(&term.id)}>
            <dt>
                <dfn class="explainer-label">{ term.label.shared() }</dfn>
                { aliases(term, ctx) }
            </dt>
            <dd>
                <p class="explainer-short">{ term.short.shared() }</p>
                { long(term, ctx) }
                { term.model.as_ref().map(|id| own_model(id, ctx)) }
                { sources(&term.sources, ctx.locale) }
                { term.checked.as_ref().map(|at| checked(at, ctx)) }
                { mentions(term, ctx) }
                <a class="explainer-sheet-close" href={fragment(&ctx.part_anchor("closed"))}
                    aria-label={ctx.labels.close()}></a>
            </dd>
        </div>
    }
}

/// Renders the model of a definition. Printed once: one that a section shows is not printed here.
fn own_model(id: &ModelId, ctx: &RenderContext) -> Html {
    if ctx.is_in_section(id) {
        return html! { <div class="explainer-seen-model">{ model(id, ctx) }</div> };
    }
    model(id, ctx)
}

fn checked(at: &DateTime, ctx: &RenderContext) -> Html {
    let date = time(at, false, ctx.locale);
    html! { <p class="explainer-checked">{ fill(ctx.labels.checked_pattern(), [date]) }</p> }
}

fn long(term: &Term, ctx: &RenderContext) -> Option<Html> {
    if term.long().is_empty() {
        return None;
    }
    let blocks = blocks(term.long(), &TextContext::Aside, ctx);
    Some(html! { <div class="explainer-long">{ blocks }</div> })
}

fn aliases(term: &Term, ctx: &RenderContext) -> Option<Html> {
    if term.aliases.is_empty() {
        return None;
    }
    let mut names: Vec<String> = Vec::new();
    for alias in &term.aliases {
        names.push(alias.as_str().into());
    }
    let words = ctx.labels.also(&ctx.locale.list(&names));
    Some(html! { <>{ " " }<span class="explainer-aliases">{ words }</span></> })
}

fn mentions(term: &Term, ctx: &RenderContext) -> Option<Html> {
    let mentions = ctx.mentions_of(&term.id);
    if mentions.listed.is_empty() {
        return None;
    }
    let are_more = mentions.sections > mentions.listed.len();
    let items = mentions.listed.into_iter().map(|mention| {
        let href = fragment(&mention.anchor);
        html! { <li><a role="doc-backlink" {href}>{ mention.heading }</a></li> }
    });
    let all = are_more.then(|| {
        let label = ctx.labels.all_mentions(&mentions.sections.to_string());
        let action = Action::AllMentions.name();
        // The tools show it: without them it would do nothing.
        html! { <button type="button" class="explainer-all-mentions" hidden={true}
            data-explainer-action={action}>
            { label }
        </button> }
    });
    Some(html! {
        <div class="explainer-mentions">
            <p>{ ctx.labels.mentioned_in() }</p>
            <ul>{ for items }</ul>
            { all }
        </div>
    })
}
