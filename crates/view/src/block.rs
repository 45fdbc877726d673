use explainer_story::{Block, ListBlock, ModelId, QuoteBlock};
use yew::prelude::*;

use super::drawing::{Drawing, Place};
use super::inline::inlines;
use super::markup;
use super::models::fallback;

/// Draws blocks that stand at `place`.
pub(super) fn blocks(blocks: &[Block], place: &Place, drawing: &Drawing) -> Vec<Html> {
    let mut nodes = Vec::new();
    for each in blocks {
        nodes.push(block(each, place, drawing));
    }
    nodes
}

fn block(block: &Block, place: &Place, drawing: &Drawing) -> Html {
    match block {
        Block::Paragraph(text) => markup!("<p>{}</p>", inlines(text, place, drawing)),
        Block::Subheading(text) => markup!(
            "<{} class='explainer-subheading'>{}</>",
            drawing.heading(2),
            inlines(text, place, drawing),
        ),
        Block::List(list) => self::list(list, place, drawing),
        Block::Quote(quote) => self::quote(quote, place, drawing),
        Block::Model(model) => self::model(model, drawing),
        Block::Unknown(unknown) => markup!("<p>{}</p>", unknown.fallback.shared()),
    }
}

fn list(list: &ListBlock, place: &Place, drawing: &Drawing) -> Html {
    let mut items = Vec::new();
    for item in list.items.iter() {
        items.push(markup!("<li>{}</li>", inlines(item, place, drawing)));
    }
    let tag = if list.ordered == Some(true) {
        "ol"
    } else {
        "ul"
    };
    markup!("<{}>{}</>", tag, items)
}

fn quote(quote: &QuoteBlock, place: &Place, drawing: &Drawing) -> Html {
    let attribution = quote.attribution.as_ref().map(|name| {
        markup!(
            "<figcaption class='explainer-attribution'>{}</figcaption>",
            name.shared()
        )
    });
    markup!(
        "<figure class='explainer-quote'><blockquote><p>{}</p></blockquote>{}</figure>",
        inlines(&quote.text, place, drawing),
        attribution,
    )
}

/// Draws what stands for a mini-model.
pub(super) fn model(id: &ModelId, drawing: &Drawing) -> Html {
    let Some(model) = drawing.model(id) else {
        return Html::default();
    };
    match drawing.models() {
        Some(models) => models.draw(model),
        None => fallback(model),
    }
}
