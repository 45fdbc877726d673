use explainer_story::{
    Aside, AsideRole, Claim, PullQuote, QAndA, Question, Related, RelatedLink, View, Views,
};
use yew::prelude::*;

use super::super::block::blocks;
use super::super::context::{RenderContext, TextContext};
use super::super::disclosure::disclosure;
use super::super::inline::inlines;
use super::super::source::source;
use super::media::{Priority, picture};

/// Renders links to other pages.
pub(super) fn related(related: &Related, ctx: &RenderContext) -> Html {
    let heading = ctx.numbered_anchor("related");
    let words = match &related.heading {
        Some(heading) => heading.shared(),
        None => ctx.element_labels().related().into(),
    };
    let links = related.links.iter().map(|link| related_link(link, ctx));
    html! {
        <aside class="explainer-related" aria-labelledby={heading.clone()}>
            <@{ctx.heading(2)} class="explainer-box-heading" id={heading}>{ words }</@>
            <ul>{ for links }</ul>
        </aside>
    }
}

fn related_link(link: &RelatedLink, ctx: &RenderContext) -> Html {
    let image = link.image.as_ref();
    let image = image.map(|image| html! { <span class="explainer-related-image">{ picture(image, Priority::WhenNear) }</span> });
    let lang = link.lang.as_ref().map(|lang| lang.shared());
    let line = link.line.as_ref();
    let line =
        line.map(|line| html! { <span class="explainer-related-line">{ line.shared() }</span> });
    html! {
        <li>
            { image }
            <span class="explainer-related-words">
                <a href={ctx.address(&link.url)} dir="auto" {lang}>{ link.title.shared() }</a>
                { line }
            </span>
        </li>
    }
}

/// Renders words set large. Screen readers do not hear what the text says anyway.
pub(super) fn pull_quote(quote: &PullQuote, ctx: &RenderContext) -> Html {
    let hidden = (quote.repeats != Some(false)).then_some("true");
    let attribution = quote.attribution.as_ref();
    let attribution = attribution.map(|name| html! { <footer>{ name.shared() }</footer> });
    // A mention here is none of the story's.
    let text = inlines(&quote.text, &TextContext::Aside, ctx);
    html! {
        <div class="explainer-pullquote" aria-hidden={hidden}>
            <p>{ text }</p>
            { attribution }
        </div>
    }
}

/// Renders a box beside the story.
pub(super) fn aside(aside: &Aside, text_ctx: &TextContext, ctx: &RenderContext) -> Html {
    let role = aside.role.unwrap_or(AsideRole::Factbox);
    let class = ["explainer-aside explainer-aside-", role.as_str()].concat();
    let heading = ctx.numbered_anchor("aside");
    let title = html! {
        <@{ctx.heading(2)} class="explainer-box-heading" id={heading.clone()}>
            { aside.heading.shared() }
        </@>
    };
    let text =
        html! { <div class="explainer-aside-body">{ blocks(&aside.blocks, text_ctx, ctx) }</div> };
    let content = match aside.folded {
        None => html! { <>{ title }{ text }</> },
        Some(folded) => html! {
            <div class="explainer-disclosure">
                { disclosure(title, heading.clone(), !folded, text) }
            </div>
        },
    };
    html! { <aside {class} aria-labelledby={heading}>{ content }</aside> }
}

/// Renders questions; each can be linked and opens its answer.
pub(super) fn qanda(qanda: &QAndA, text_ctx: &TextContext, ctx: &RenderContext) -> Html {
    let questions = qanda.questions.iter();
    let questions = questions.map(|each| question(each, text_ctx, ctx));
    html! { <div class="explainer-qanda">{ for questions }</div> }
}

fn question(question: &Question, text_ctx: &TextContext, ctx: &RenderContext) -> Html {
    let heading = ctx.named_anchor("asked-", question.id.as_str());
    let anchor = ctx.named_anchor("question-", question.id.as_str());
    let row = html! {
        <@{ctx.heading(2)} class="explainer-question" id={heading.clone()}>
            { question.question.shared() }
        </@>
    };
    let answer = html! {
        <div class="explainer-answer">
            <span class="explainer-anchor" id={anchor}></span>
            { blocks(&question.answer, text_ctx, ctx) }
        </div>
    };
    html! {
        <div class="explainer-disclosure">
            { disclosure(row, heading, question.open == Some(true), answer) }
        </div>
    }
}

/// Renders who says what: first what all agree on, then each side.
pub(super) fn views(views: &Views, text_ctx: &TextContext, ctx: &RenderContext) -> Html {
    let heading = ctx.numbered_anchor("views");
    let agreed = views.agreed.as_ref().map(|text| {
        html! {
            <p class="explainer-agreed">
                <strong>{ ctx.element_labels().all_agree() }</strong>{ " " }{ inlines(text, text_ctx, ctx) }
            </p>
        }
    });
    let sides = views.views.iter().map(|each| view(each, text_ctx, ctx));
    html! {
        <section class="explainer-views" aria-labelledby={heading.clone()}>
            <@{ctx.heading(2)} class="explainer-box-heading" id={heading}>{ views.question.shared() }</@>
            { agreed }
            <div class="explainer-sides">{ for sides }</div>
        </section>
    }
}

fn view(view: &View, text_ctx: &TextContext, ctx: &RenderContext) -> Html {
    let role = view.role.as_ref();
    let role = role.map(|role| html! { <p class="explainer-side-role">{ role.shared() }</p> });
    let claim = |claim: &Claim| {
        let origin = claim.source.as_ref();
        let origin = origin.map(|origin| {
            html! { <>{ " " }<small class="explainer-credit">{ source(origin, ctx.locale) }</small></> }
        });
        html! { <li>{ inlines(&claim.text, text_ctx, ctx) }{ origin }</li> }
    };
    html! {
        <div class="explainer-side">
            <@{ctx.heading(3)} class="explainer-side-name">{ view.who.shared() }</@>
            { role }
            <ul>{ for view.claims.iter().map(claim) }</ul>
        </div>
    }
}
