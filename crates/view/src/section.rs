use explainer_story::Section;
use yew::prelude::*;

use super::block::blocks;
use super::drawing::{Drawing, Place, fragment};
use super::markup;
use explainer_i18n::fill;

/// Draws a section that folds by itself, and the link to it.
///
/// The anchor stands inside the fold, since a browser opens a fold for a target inside it, and
/// style puts it beside the heading. The link stands outside: a `summary` must hold no control.
pub(super) fn section(section: &Section, is_lead: bool, drawing: &Drawing) -> Html {
    let anchor = drawing.section_anchor(&section.id);
    let place = Place::Story(section.heading.shared());
    let kicker = section.kicker.as_ref();
    let gist = section.gist.as_ref();
    let link_name = fill(
        drawing.labels.copy_link(),
        &[&drawing.labels.quoted(&section.heading.shared())],
    );
    markup!(
        "<div class='explainer-section'>\
            <a class='explainer-permalink' href={} aria-label={}></a>\
            <details open={}>\
                <summary>{}<{} class='explainer-heading'>{}</>{}</summary>\
                <div class='explainer-section-body'>\
                    <span class='explainer-anchor' id={}></span>{}\
                </div>\
            </details>\
        </div>",
        fragment(&anchor),
        link_name,
        section.open.unwrap_or(is_lead).then_some("open"),
        kicker.map(|text| markup!("<span class='explainer-kicker'>{}</span>", text.shared())),
        drawing.heading(1),
        section.heading.shared(),
        gist.map(|text| markup!("<span class='explainer-gist'>{}</span>", text.shared())),
        anchor,
        blocks(&section.blocks, &place, drawing),
    )
}
