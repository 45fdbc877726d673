use explainer_model::Section;
use yew::prelude::*;

use super::block::blocks;
use super::drawing::{Drawing, Place, fragment};
use crate::labels::fill;

/// Draws a section that folds by itself, and the link to it.
///
/// The anchor stands inside the fold, since a browser opens a fold for a target inside it, and
/// style puts it beside the heading. The link stands outside: a `summary` must hold no control.
pub(super) fn section(section: &Section, is_lead: bool, drawing: &Drawing) -> Html {
    let anchor = drawing.section_anchor(&section.id);
    let place = Place::Story(section.heading.shared());
    let kicker = section
        .kicker
        .as_ref()
        .map(|kicker| html! { <span class="explainer-kicker">{ kicker.shared() }</span> });
    let gist = section
        .gist
        .as_ref()
        .map(|gist| html! { <span class="explainer-gist">{ gist.shared() }</span> });
    let link_name = fill(
        drawing.labels.copy_link,
        &drawing.labels.quoted(&section.heading.shared()),
    );
    html! {
        <div class="explainer-section" key={section.id.as_str()}>
            <a class="explainer-permalink" href={fragment(&anchor)} aria-label={link_name}></a>
            <details open={section.open.unwrap_or(is_lead)}>
                <summary>
                    { for kicker }
                    <@{drawing.heading(1)} class="explainer-heading">{ section.heading.shared() }</@>
                    { for gist }
                </summary>
                <div class="explainer-section-body">
                    <span class="explainer-anchor" id={anchor}></span>
                    { blocks(&section.blocks, &place, drawing) }
                </div>
            </details>
        </div>
    }
}
