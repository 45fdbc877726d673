use explainer_story::Correction;
use yew::prelude::*;

use super::drawing::{Drawing, Place};
use super::header::time;
use super::inline::inlines;
use super::markup;

/// Draws what was put right since publication.
pub(super) fn corrections(drawing: &Drawing) -> Option<Html> {
    let entries = &drawing.article.corrections;
    if entries.is_empty() {
        return None;
    }
    let heading = drawing.part_anchor("corrections");
    let mut items = Vec::new();
    for entry in entries {
        items.push(correction(entry, drawing));
    }
    Some(markup!(
        "<section class='explainer-corrections' aria-labelledby={}>\
            <{} class='explainer-corrections-heading' id={}>{}</>\
            <ul>{}</ul>\
        </section>",
        heading.clone(),
        drawing.heading(1),
        heading,
        drawing.labels.corrections(),
        items,
    ))
}

fn correction(entry: &Correction, drawing: &Drawing) -> Html {
    let place = Place::Story(drawing.labels.corrections().into());
    markup!(
        "<li>{}: {}</li>",
        time(&entry.date, None, drawing.labels),
        inlines(&entry.text, &place, drawing),
    )
}
