use explainer_story::Article;
use yew::prelude::*;

use super::drawing::{Drawing, HeadingLevel};
use super::{corrections, glossary, header, markup, section, source, summary};

/// How a story stands in its page.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// Level of the headline in the page's outline.
    pub level: HeadingLevel,
    /// Stands before every anchor, so that two stories on one page do not share any.
    pub prefix: AttrValue,
    /// Draws the mini-models. Without it each stands as its fallback text.
    pub models: Option<super::StaticModels>,
}

/// Draws the whole story.
pub fn article(article: &Article, frame: Frame) -> Html {
    let prefix = (!frame.prefix.is_empty()).then(|| frame.prefix.clone());
    let drawing = Drawing::new(article, frame);
    let header = header::header(&drawing);
    let summary = summary::summary(&drawing);
    let sections: Vec<Html> = article
        .sections
        .iter()
        .enumerate()
        .map(|(place, section)| section::section(section, place == 0, &drawing))
        .collect();
    let corrections = corrections::corrections(&drawing);
    // Last, when every mention that it links back to has been drawn.
    let glossary = glossary::glossary(&drawing);
    markup!(
        "<article class='explainer-body' lang={} dir={} data-explainer-story={} \
            data-explainer-prefix={}>\
            {}\
            <div class='explainer-toolbar'></div>\
            {}\
            <div class='explainer-sections'>{}</div>\
            {}{}{}\
            <div class='explainer-popover' popover='manual'></div>\
        </article>",
        article.lang.shared(),
        article.direction().as_str(),
        article.id.shared(),
        prefix,
        header,
        summary,
        sections,
        corrections,
        glossary,
        source::based_on(&drawing),
    )
}
