use explainer_i18n::Locale;
use explainer_story::Article;
use yew::prelude::*;

use super::block::blocks;
use super::components::{Toolbar, controls};
use super::context::{RenderContext, RenderOptions, TextContext};
use super::elements::Part;
use super::source::source;
use super::words::fill;
use super::{corrections, glossary, header, section, summary};

/// Renders the whole story; `locale` is that of its language.
pub fn article(article: &Article, locale: &Locale, options: RenderOptions) -> Html {
    let prefix = (!options.prefix.is_empty()).then(|| options.prefix.clone());
    let ctx = RenderContext::new(article, locale, options);
    let header = header::header(&ctx);
    let body_ctx = TextContext::Body {
        heading: article.headline.shared(),
    };
    let lead = ctx.lead(&body_ctx);
    let intro = article.intro.as_ref();
    let intro = intro.map(
        |intro| html! { <div class="explainer-intro">{ blocks(intro, &body_ctx, &ctx) }</div> },
    );
    let posts = ctx.part(Part::Posts);
    let summary = summary::summary(&ctx);
    let sections = section::sections(&ctx);
    let corrections = corrections::corrections(&ctx);
    let changes = ctx.part(Part::Changes);
    let method = ctx.part(Part::Method);
    // Last: it links back to every mention rendered before it.
    let glossary = glossary::glossary(&ctx);
    let notes = ctx.part(Part::Notes);
    html! {
        <article class="explainer-body" lang={article.lang.shared()}
            dir={article.direction().as_str()} data-explainer-story={article.id.shared()}
            data-explainer-prefix={prefix}>
            { header }
            { lead }
            <div class="explainer-toolbar">
                <div class="explainer-early" aria-hidden="true">{ early_controls(&ctx) }</div>
            </div>
            { summary }
            { intro }
            { posts }
            <div class="explainer-sections">{ sections }</div>
            { corrections }
            { changes }
            { method }
            { notes }
            { glossary }
            { attribution(&ctx) }
            <span id={ctx.part_anchor("closed")} hidden={true}></span>
            <div class="explainer-popover" popover="manual"></div>
        </article>
    }
}

/// Renders the controls as they are before the tools take their place. explainer-article.js shows them, and
/// keeps what a reader presses.
fn early_controls(ctx: &RenderContext) -> Html {
    let Article {
        sections, summary, ..
    } = ctx.article;
    let toolbar = Toolbar {
        can_summarize: !summary.is_empty() || sections.iter().any(|each| each.gist.is_some()),
        all_open: sections
            .iter()
            .enumerate()
            .all(|(index, each)| each.open.unwrap_or(index == 0)),
        ..Toolbar::default()
    };
    controls(&toolbar, ctx.labels)
}

/// Renders the source of the whole story.
fn attribution(ctx: &RenderContext) -> Option<Html> {
    let story_source = source(ctx.article.source.as_ref()?, ctx.locale);
    let words = fill(ctx.labels.based_on_pattern(), [story_source]);
    Some(html! { <div class="explainer-origin"><p>{ words }</p></div> })
}
