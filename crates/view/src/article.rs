use explainer_story::Article;
use yew::prelude::*;

use super::context::{RenderContext, RenderOptions};
use super::source::source;
use super::{corrections, glossary, header, section, summary};

/// Renders the whole story.
pub fn article(article: &Article, options: RenderOptions) -> Html {
    let prefix = (!options.prefix.is_empty()).then(|| options.prefix.clone());
    let ctx = RenderContext::new(article, options);
    let header = header::header(&ctx);
    let summary = summary::summary(&ctx);
    let sections = section::sections(&ctx);
    let corrections = corrections::corrections(&ctx);
    // Last: it links back to every mention rendered before it.
    let glossary = glossary::glossary(&ctx);
    html! {
        <article class="explainer-body" lang={article.lang.shared()}
            dir={article.direction().as_str()} data-explainer-story={article.id.shared()}
            data-explainer-prefix={prefix}>
            { header }
            <div class="explainer-toolbar"></div>
            { summary }
            <div class="explainer-sections">{ sections }</div>
            { corrections }
            { glossary }
            { attribution(&ctx) }
            <div class="explainer-popover" popover="manual"></div>
        </article>
    }
}

/// Renders the source of the whole story.
fn attribution(ctx: &RenderContext) -> Option<Html> {
    let story_source = ctx.article.source.as_ref()?;
    Some(html! {
        <div class="explainer-origin">
            <p>{ ctx.labels.based_on() }{ " " }{ source(story_source, ctx.labels) }</p>
        </div>
    })
}
