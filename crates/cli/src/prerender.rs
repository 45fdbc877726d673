use explainer_article::islands::{Stage, StageProps};
use explainer_article::view::{self, Frame};
use explainer_model::Article;
use yew::{AttrValue, Html, LocalServerRenderer, html};

use crate::json_ld::json_ld;

/// How much to write.
#[derive(Clone, Copy)]
pub enum Shape<'a> {
    /// The element with the story in it.
    Fragment,
    /// A page around it.
    Page {
        /// Where the page finds the widget's files.
        assets: &'a str,
    },
}

/// Returns the story as HTML, always the same for the same story.
pub fn prerender(article: &Article, shape: Shape) -> String {
    let fragment = fragment(article);
    match shape {
        Shape::Fragment => format!("{fragment}\n"),
        Shape::Page { assets } => page(article, &fragment, assets),
    }
}

fn fragment(article: &Article) -> String {
    let story = render(view::article(article, Frame::default()));
    // No story text can end the script element, nor begin a comment in it.
    let data = json_ld(article).to_string().replace('<', "\\u003c");
    format!(
        "<explainer-article>{story}<script type=\"application/ld+json\">{data}</script>\
         </explainer-article>"
    )
}

fn page(article: &Article, fragment: &str, assets: &str) -> String {
    let assets = format!("{}/", assets.trim_end_matches('/'));
    let title: AttrValue = article.headline.shared().into();
    let style = format!("{assets}explainer.css");
    let script = format!("{assets}explainer-article.js");
    let head = render(html! {
        <>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="color-scheme" content="light dark" />
            <title>{ title }</title>
            <link rel="stylesheet" href={style} />
            <script type="module" src={script}></script>
        </>
    });
    let (lang, dir) = (article.lang.as_str(), article.direction().as_str());
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\" dir=\"{dir}\">\n<head>{head}</head>\n\
         <body>\n<main>{fragment}</main>\n</body>\n</html>\n"
    )
}

/// Returns markup that no script will take up.
pub fn render(content: Html) -> String {
    let renderer = LocalServerRenderer::<Stage>::with_props(StageProps::showing(content));
    futures::executor::block_on(renderer.hydratable(false).render())
}
