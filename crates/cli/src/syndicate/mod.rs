//! A story for places that take no page: feeds, mails, wires.

mod html;
mod text;

use clap::ValueEnum;
use explainer_i18n::Locale;
use explainer_story::{Article, Element, Image};

use crate::json_ld::json_ld;
use crate::prerender::render;

/// What to syndicate a story as.
#[derive(Clone, Copy, ValueEnum)]
pub enum Format {
    /// Plain text with the definitions as numbered notes.
    Text,
    /// HTML without classes, ids or scripts, as feeds take it.
    Html,
    /// The schema.org data alone.
    JsonLd,
}

impl Format {
    /// Returns how the names of files in the format end.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Html => "html",
            Self::JsonLd => "jsonld",
        }
    }
}

/// Returns the story in that format, always the same for the same story.
pub fn syndicate(article: &Article, format: Format, locale: &Locale) -> String {
    match format {
        Format::Text => text::text(article, locale),
        Format::Html => format!("{}\n", render(html::html(article, locale))),
        Format::JsonLd => format!("{:#}\n", json_ld(article)),
    }
}

fn dateline(article: &Article, locale: &Locale) -> Option<String> {
    let byline = article.byline.as_ref().map(|name| name.as_str().to_owned());
    let names: Vec<String> = article
        .authors
        .iter()
        .map(|author| author.name.as_str().into())
        .collect();
    let byline = byline.or_else(|| (!names.is_empty()).then(|| locale.list(&names)));
    let published = article.published.as_ref().map(|at| locale.date_time(at));
    match (byline, published) {
        (Some(byline), Some(published)) => Some(locale.labels.dateline(&byline, &published)),
        (byline, published) => published.or(byline),
    }
}

/// Returns the image above the text.
pub fn lead(article: &Article) -> Option<&Image> {
    match article.lead.as_ref()?.element().get() {
        Element::Image(image) => Some(image),
        _ => None,
    }
}
