use explainer_model::Correction;
use yew::prelude::*;

use super::drawing::{Drawing, Place};
use super::header::time;
use super::inline::inlines;

/// Draws what was put right since publication.
pub(super) fn corrections(drawing: &Drawing) -> Html {
    let entries = &drawing.article.corrections;
    if entries.is_empty() {
        return Html::default();
    }
    let heading = drawing.part_anchor("corrections");
    html! {
        <section class="explainer-corrections" aria-labelledby={heading.clone()}>
            <@{drawing.heading(1)} class="explainer-corrections-heading" id={heading}>
                { drawing.labels.corrections }
            </@>
            <ul>{ for entries.iter().map(|entry| correction(entry, drawing)) }</ul>
        </section>
    }
}

fn correction(entry: &Correction, drawing: &Drawing) -> Html {
    let place = Place::Story(drawing.labels.corrections.into());
    html! {
        <li>
            { time(&entry.date, None, drawing.labels) }{": "}
            { inlines(&entry.text, &place, drawing) }
        </li>
    }
}
