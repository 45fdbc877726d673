use explainer_story::Section;
use yew::prelude::*;

use super::block::blocks;
use super::context::{RenderContext, TextContext, fragment};
use super::corrections::corrections_of;
use super::disclosure::disclosure;
use super::time::time;

/// Renders every section; the first is open unless it says otherwise.
pub(super) fn sections(ctx: &RenderContext) -> Vec<Html> {
    let sections = ctx.article.sections.iter().enumerate();
    sections
        .map(|(index, each)| section(each, index == 0, ctx))
        .collect()
}

/// Renders a section: its heading, the link to it, and the disclosure of its text.
///
/// The anchor is inside the `details`, since a browser opens one for a target inside it; the style sheet moves
/// it up beside the heading.
fn section(section: &Section, is_lead: bool, ctx: &RenderContext) -> Html {
    let anchor = ctx.section_anchor(&section.id);
    let heading_anchor = ctx.heading_anchor(&section.id);
    let text_ctx = TextContext::Body {
        heading: section.heading.shared(),
    };
    let kicker = section
        .kicker
        .as_ref()
        .map(|text| html! { <span class="explainer-kicker">{ text.shared() }</span> });
    let gist = section
        .gist
        .as_ref()
        .map(|text| html! { <span class="explainer-gist">{ text.shared() }</span> });
    let link_name = ctx
        .labels
        .copy_link(&ctx.labels.quoted(&section.heading.shared()));
    let updated = section.updated.as_ref().map(|at| {
        html! { <span class="explainer-section-updated"
        data-explainer-since={ctx.labels.changed_since()}>{ time(at, true, ctx.locale) }</span> }
    });
    let row = html! {
        <>
            { kicker }
            <@{ctx.heading(1)} class="explainer-heading" id={heading_anchor.clone()}>
                { section.heading.shared() }
            </@>
            { gist }
            { updated }
        </>
    };
    let text = html! {
        <div class="explainer-section-body">
            <span class="explainer-anchor" id={anchor.clone()}></span>
            { blocks(&section.blocks, &text_ctx, ctx) }
            { corrections_of(&section.id, &text_ctx, ctx) }
        </div>
    };
    let mut points = ctx.article.summary.iter();
    let class = if points.any(|point| point.section == section.id) {
        "explainer-section explainer-disclosure explainer-in-summary"
    } else {
        "explainer-section explainer-disclosure"
    };
    html! {
        <div {class}>
            <a class="explainer-permalink" href={fragment(&anchor)} aria-label={link_name}></a>
            { disclosure(row, heading_anchor, section.open.unwrap_or(is_lead), text) }
        </div>
    }
}
