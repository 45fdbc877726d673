use std::rc::Rc;

use explainer_story::{Inline, Inlines, TermId, Text};
use yew::prelude::*;

use super::drawing::{Drawing, Place, fragment};
use super::markup;

/// Draws running text that stands at `place`.
pub(super) fn inlines(text: &Inlines, place: &Place, drawing: &Drawing) -> Vec<Html> {
    let mut nodes = Vec::new();
    for part in text.parts() {
        nodes.push(inline(part, place, drawing));
    }
    nodes
}

fn inline(part: &Inline, place: &Place, drawing: &Drawing) -> Html {
    let (tag, inner) = match part {
        Inline::Text(words) => return super::text(Rc::clone(words)),
        Inline::Term { term, text } => return mention(term, text.as_ref(), place, drawing),
        Inline::Link { url, text } => {
            return markup!("<a href={}>{}</a>", url.shared(), text.shared());
        }
        Inline::Emphasis(inner) => ("em", inner),
        Inline::Strong(inner) => ("strong", inner),
        Inline::Quote(inner) => ("q", inner),
    };
    markup!("<{}>{}</>", tag, inlines(inner, place, drawing))
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
    let link = markup!(
        "<a class='explainer-term' role='doc-glossref' id={} href={}>{}</a>",
        anchor,
        fragment(&drawing.term_anchor(id)),
        words,
    );
    if is_first {
        markup!("<dfn class='explainer-first'>{}</dfn>", link)
    } else {
        link
    }
}
