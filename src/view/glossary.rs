use explainer_model::Term;
use yew::prelude::*;

use super::block::{blocks, model};
use super::drawing::{Drawing, Place, fragment};
use super::source::sources;
use crate::labels::fill;

/// Draws every definition, each with links back to its mentions. The popover shows copies of what
/// stands here, so that a definition has one place and one wording.
pub(super) fn glossary(drawing: &Drawing) -> Html {
    let terms = &drawing.article.terms;
    if terms.is_empty() {
        return Html::default();
    }
    let heading = drawing.part_anchor("glossary");
    html! {
        <section class="explainer-glossary" role="doc-glossary" aria-labelledby={heading.clone()}>
            <details>
                <summary>
                    <@{drawing.heading(1)} class="explainer-glossary-heading" id={heading}>
                        { drawing.labels.terms }
                    </@>
                </summary>
                <dl>{ for terms.iter().map(|term| definition(term, drawing)) }</dl>
            </details>
        </section>
    }
}

fn definition(term: &Term, drawing: &Drawing) -> Html {
    let model = term.model.as_ref().map(|id| model(id, drawing));
    html! {
        <div class="explainer-definition" id={drawing.term_anchor(&term.id)}
            key={term.id.as_str()}>
            <dt><dfn class="explainer-label">{ term.label.shared() }</dfn>{ aliases(term, drawing) }</dt>
            <dd>
                <p class="explainer-short">{ term.short.shared() }</p>
                <div class="explainer-long">{ blocks(&term.long, &Place::Aside, drawing) }</div>
                { for model }
                { sources(&term.sources, drawing.labels) }
                { mentions(term, drawing) }
            </dd>
        </div>
    }
}

fn aliases(term: &Term, drawing: &Drawing) -> Html {
    if term.aliases.is_empty() {
        return Html::default();
    }
    let names: Vec<&str> = term.aliases.iter().map(|alias| alias.as_str()).collect();
    let words = fill(drawing.labels.also, &names.join(", "));
    html! { <>{" "}<span class="explainer-aliases">{ words }</span></> }
}

fn mentions(term: &Term, drawing: &Drawing) -> Html {
    let mentions = drawing.mentions_of(&term.id);
    if mentions.is_empty() {
        return Html::default();
    }
    html! {
        <div class="explainer-mentions">
            <p>{ drawing.labels.mentioned_in }</p>
            <ul>
                { for mentions.into_iter().map(|mention| html! {
                    <li>
                        <a role="doc-backlink" href={fragment(&mention.anchor)}>
                            { mention.heading }
                        </a>
                    </li>
                }) }
            </ul>
        </div>
    }
}
