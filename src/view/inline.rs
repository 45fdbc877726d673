use std::rc::Rc;

use explainer_model::{Inline, Inlines, TermId, Text};
use yew::prelude::*;

use super::drawing::{Drawing, Place, fragment};

/// Draws running text that stands at `place`.
pub(super) fn inlines(text: &Inlines, place: &Place, drawing: &Drawing) -> Vec<Html> {
    text.parts()
        .iter()
        .map(|part| inline(part, place, drawing))
        .collect()
}

fn inline(part: &Inline, place: &Place, drawing: &Drawing) -> Html {
    match part {
        Inline::Text(words) => html! { <>{ Rc::clone(words) }</> },
        Inline::Term { term, text } => mention(term, text.as_ref(), place, drawing),
        Inline::Link { url, text } => html! { <a href={url.shared()}>{ text.shared() }</a> },
        Inline::Emphasis(inner) => html! { <em>{ inlines(inner, place, drawing) }</em> },
        Inline::Strong(inner) => html! { <strong>{ inlines(inner, place, drawing) }</strong> },
        Inline::Quote(inner) => html! { <q>{ inlines(inner, place, drawing) }</q> },
    }
}

/// Draws a mention as a link to its definition, the first one as the place that defines it.
fn mention(id: &TermId, text: Option<&Text>, place: &Place, drawing: &Drawing) -> Html {
    let Some(term) = drawing.term(id) else {
        return Html::default();
    };
    let words = text.unwrap_or(&term.label).shared();
    let (anchor, is_first) = match place {
        Place::Story(heading) => drawing.mention(id, heading),
        Place::Aside => (None, false),
    };
    let link = html! {
        <a class="explainer-term" role="doc-glossref" id={anchor}
            href={fragment(&drawing.term_anchor(id))}>{ words }</a>
    };
    if is_first {
        html! { <dfn class="explainer-first">{ link }</dfn> }
    } else {
        link
    }
}
