use explainer_story::Term;
use yew::prelude::*;

use super::block::{blocks, model};
use super::drawing::{Drawing, Place, fragment};
use super::markup;
use super::source::sources;
use explainer_i18n::fill;

/// Draws every definition, each with links back to its mentions. The popover shows copies of what
/// stands here, so that a definition has one place and one wording.
pub(super) fn glossary(drawing: &Drawing) -> Option<Html> {
    let terms = &drawing.article.terms;
    if terms.is_empty() {
        return None;
    }
    let heading = drawing.part_anchor("glossary");
    let mut definitions = Vec::new();
    for term in terms {
        definitions.push(definition(term, drawing));
    }
    Some(markup!(
        "<section class='explainer-glossary' role='doc-glossary' aria-labelledby={}>\
            <details>\
                <summary><{} class='explainer-glossary-heading' id={}>{}</></summary>\
                <dl>{}</dl>\
            </details>\
        </section>",
        heading.clone(),
        drawing.heading(1),
        heading,
        drawing.labels.terms(),
        definitions,
    ))
}

fn definition(term: &Term, drawing: &Drawing) -> Html {
    markup!(
        "<div class='explainer-definition' id={}>\
            <dt><dfn class='explainer-label'>{}</dfn>{}</dt>\
            <dd>\
                <p class='explainer-short'>{}</p>\
                <div class='explainer-long'>{}</div>\
                {}{}{}\
            </dd>\
        </div>",
        drawing.term_anchor(&term.id),
        term.label.shared(),
        aliases(term, drawing),
        term.short.shared(),
        blocks(&term.long, &Place::Aside, drawing),
        term.model.as_ref().map(|id| model(id, drawing)),
        sources(&term.sources, drawing.labels),
        mentions(term, drawing),
    )
}

fn aliases(term: &Term, drawing: &Drawing) -> Option<Html> {
    if term.aliases.is_empty() {
        return None;
    }
    let names: Vec<&str> = term.aliases.iter().map(|alias| alias.as_str()).collect();
    let words = fill(drawing.labels.also(), &[&names.join(", ")]);
    Some(markup!(" <span class='explainer-aliases'>{}</span>", words))
}

fn mentions(term: &Term, drawing: &Drawing) -> Option<Html> {
    let mut items = Vec::new();
    for mention in drawing.mentions_of(&term.id) {
        items.push(markup!(
            "<li><a role='doc-backlink' href={}>{}</a></li>",
            fragment(&mention.anchor),
            mention.heading,
        ));
    }
    if items.is_empty() {
        return None;
    }
    Some(markup!(
        "<div class='explainer-mentions'><p>{}</p><ul>{}</ul></div>",
        drawing.labels.mentioned_in(),
        items,
    ))
}
