use explainer_story::SummaryPoint;
use yew::prelude::*;

use super::context::{RenderContext, TextContext, fragment};
use super::inline::inlines;

/// Renders the summary: every point with a link to the section that supports it.
pub(super) fn summary(ctx: &RenderContext) -> Option<Html> {
    let points = &ctx.article.summary;
    if points.is_empty() {
        return None;
    }
    let heading = ctx.part_anchor("summary");
    Some(html! {
        <section class="explainer-summary" aria-labelledby={heading.clone()}>
            <@{ctx.heading(1)} class="explainer-summary-heading" id={heading}>
                { ctx.labels.in_brief() }
            </@>
            <ol class="explainer-points">{ for points.iter().map(|each| point(each, ctx)) }</ol>
        </section>
    })
}

fn point(point: &SummaryPoint, ctx: &RenderContext) -> Html {
    let section = ctx.section(&point.section);
    let href = fragment(&ctx.section_anchor(&point.section));
    html! {
        <li>
            <span class="explainer-point">{ inlines(&point.text, &TextContext::Aside, ctx) }</span>
            { " " }
            <a class="explainer-point-section" {href}>
                { section.map(|section| section.heading.shared()) }
            </a>
        </li>
    }
}
