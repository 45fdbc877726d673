use explainer_model::{Block, ListBlock, ModelId, QuoteBlock};
use yew::prelude::*;

use super::drawing::{Drawing, Place};
use super::inline::inlines;

/// Draws blocks that stand at `place`.
pub(super) fn blocks(blocks: &[Block], place: &Place, drawing: &Drawing) -> Vec<Html> {
    blocks
        .iter()
        .map(|each| block(each, place, drawing))
        .collect()
}

fn block(block: &Block, place: &Place, drawing: &Drawing) -> Html {
    match block {
        Block::Paragraph(text) => html! { <p>{ inlines(text, place, drawing) }</p> },
        Block::Subheading(text) => html! {
            <@{drawing.heading(2)} class="explainer-subheading">
                { inlines(text, place, drawing) }
            </@>
        },
        Block::List(list) => self::list(list, place, drawing),
        Block::Quote(quote) => self::quote(quote, place, drawing),
        Block::Model(model) => self::model(model, drawing),
        Block::Unknown(unknown) => html! { <p>{ unknown.fallback.shared() }</p> },
    }
}

fn list(list: &ListBlock, place: &Place, drawing: &Drawing) -> Html {
    let items = list
        .items
        .iter()
        .map(|item| html! { <li>{ inlines(item, place, drawing) }</li> });
    if list.ordered == Some(true) {
        html! { <ol>{ for items }</ol> }
    } else {
        html! { <ul>{ for items }</ul> }
    }
}

fn quote(quote: &QuoteBlock, place: &Place, drawing: &Drawing) -> Html {
    let attribution = quote.attribution.as_ref().map(
        |name| html! { <figcaption class="explainer-attribution">{ name.shared() }</figcaption> },
    );
    html! {
        <figure class="explainer-quote">
            <blockquote><p>{ inlines(&quote.text, place, drawing) }</p></blockquote>
            { for attribution }
        </figure>
    }
}

/// Draws what stands for a mini-model.
pub(super) fn model(id: &ModelId, drawing: &Drawing) -> Html {
    let Some(model) = drawing.model(id) else {
        return Html::default();
    };
    #[cfg(feature = "models")]
    return super::models::still(model, drawing.writing());
    #[cfg(not(feature = "models"))]
    html! {
        <figure class="explainer-model">
            <figcaption>{ model.title.shared() }</figcaption>
            <p>{ model.fallback.shared() }</p>
        </figure>
    }
}
