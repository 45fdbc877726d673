use explainer_story::SummaryPoint;
use yew::prelude::*;

use super::drawing::{Drawing, Place, fragment};
use super::inline::inlines;
use super::markup;

/// Draws the summary: every point with a link to the section that supports it.
pub(super) fn summary(drawing: &Drawing) -> Option<Html> {
    let points = &drawing.article.summary;
    if points.is_empty() {
        return None;
    }
    let heading = drawing.part_anchor("summary");
    let mut items = Vec::new();
    for each in points {
        items.push(point(each, drawing));
    }
    Some(markup!(
        "<section class='explainer-summary' aria-labelledby={}>\
            <{} class='explainer-summary-heading' id={}>{}</>\
            <ol class='explainer-points'>{}</ol>\
        </section>",
        heading.clone(),
        drawing.heading(1),
        heading,
        drawing.labels.in_brief(),
        items,
    ))
}

fn point(point: &SummaryPoint, drawing: &Drawing) -> Html {
    let mut sections = drawing.article.sections.iter();
    let section = sections.find(|section| section.id == point.section);
    markup!(
        "<li>\
            <span class='explainer-point'>{}</span> \
            <a class='explainer-point-section' href={}>{}</a>\
        </li>",
        inlines(&point.text, &Place::Aside, drawing),
        fragment(&drawing.section_anchor(&point.section)),
        section.map(|section| section.heading.shared()),
    )
}
