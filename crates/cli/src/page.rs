use explainer_story::Article;
use yew::{AttrValue, Html, html};

use crate::assets::{Asset, Assets, Hints};
use crate::prerender::render;

/// What a page for frames says of itself.
#[derive(Clone, Debug, Default)]
pub struct EmbedOptions {
    /// Address of the page that search engines should show instead.
    pub canonical: Option<String>,
    /// Address of the oEmbed data of this page.
    pub oembed: Option<String>,
}

/// Returns the whole page around a story; one for frames where `embed` is given.
pub fn page(
    article: &Article,
    fragment: &str,
    assets: &Assets,
    has_models: bool,
    embed: Option<&EmbedOptions>,
) -> String {
    let title: AttrValue = article.headline.shared().into();
    let head = render(html! {
        <>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="color-scheme" content="light dark" />
            <title>{ title }</title>
            { for embed.map(|embed| about(embed, article)) }
            { style(&assets.style) }
            { for has_models.then(|| style(&assets.models.style)) }
            { for embed.map(|_| style(&assets.frame.style)) }
        </>
    });
    // Not only asked for: a link to a scenario must work far from the story's tools.
    let models = has_models
        .then_some(assets.models.shim.as_ref())
        .flatten()
        .map(script);
    // Last, and of low priority: they must not keep the text waiting.
    let scripts = render(html! {
        <>
            { for embed.map(|_| script(&assets.frame.script)) }
            { script(&assets.script) }
            { for assets.hints.as_ref().map(hints) }
            { for models }
        </>
    });
    let (lang, dir) = (article.lang.as_str(), article.direction().as_str());
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\" dir=\"{dir}\">\n<head>{head}</head>\n\
         <body>\n<main>{fragment}</main>\n{scripts}\n</body>\n</html>\n"
    )
}

/// Says that the page is no result of a search, and where its oEmbed data are.
fn about(embed: &EmbedOptions, article: &Article) -> Html {
    let canonical = embed.canonical.clone();
    let canonical = canonical.map(|href| html! { <link rel="canonical" {href} /> });
    let title = article.headline.as_str().to_owned();
    let oembed = embed.oembed.clone();
    let oembed = oembed.map(|href| {
        html! { <link rel="alternate" type="application/json+oembed" {href} {title} /> }
    });
    html! {
        <>
            <meta name="robots" content="noindex" />
            { for canonical }
            { for oembed }
        </>
    }
}

fn style(style: &Asset) -> Html {
    html! {
        <link rel="stylesheet" href={style.url.clone()} integrity={style.integrity.clone()}
            crossorigin={cors(style)} />
    }
}

fn script(script: &Asset) -> Html {
    html! {
        <script type="module" fetchpriority="low" src={script.url.clone()} integrity={script.integrity.clone()}
            crossorigin={cors(script)}></script>
    }
}

/// Asks for what the script will need while the page is still on its way. Preloading checks no
/// integrity of what `fetch` takes (<https://crbug.com/981419>); the script does.
fn hints(hints: &Hints) -> Html {
    html! {
        <>
            { module(&hints.glue) }
            <link as="fetch" rel="preload" fetchpriority="low" href={hints.wasm.url.clone()}
                crossorigin="anonymous" />
        </>
    }
}

fn module(asset: &Asset) -> Html {
    html! {
        <link rel="modulepreload" fetchpriority="low" href={asset.url.clone()}
            integrity={asset.integrity.clone()} crossorigin={cors(asset)} />
    }
}

/// A hash can only be checked of what the other origin lets this page read.
fn cors(asset: &Asset) -> Option<&'static str> {
    asset.integrity.as_ref().map(|_| "anonymous")
}
