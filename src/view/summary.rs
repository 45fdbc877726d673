use explainer_model::SummaryPoint;
use yew::prelude::*;

use super::drawing::{Drawing, Place, fragment};
use super::inline::inlines;

/// Draws the summary: every point with a link to the section that supports it.
pub(super) fn summary(drawing: &Drawing) -> Html {
    let points = &drawing.article.summary;
    if points.is_empty() {
        return Html::default();
    }
    let heading = drawing.part_anchor("summary");
    html! {
        <section class="explainer-summary" aria-labelledby={heading.clone()}>
            <@{drawing.heading(1)} class="explainer-summary-heading" id={heading}>
                { drawing.labels.in_brief }
            </@>
            <ol class="explainer-points">
                { for points.iter().map(|p| point(p, drawing)) }
            </ol>
        </section>
    }
}

fn point(point: &SummaryPoint, drawing: &Drawing) -> Html {
    let section = drawing
        .article
        .sections
        .iter()
        .find(|section| section.id == point.section);
    let heading = section.map(|section| section.heading.shared());
    let href = fragment(&drawing.section_anchor(&point.section));
    html! {
        <li>
            <span class="explainer-point">{ inlines(&point.text, &Place::Aside, drawing) }</span>
            {" "}
            <a class="explainer-point-section" {href}>{ heading }</a>
        </li>
    }
}
