use explainer_story::{Moment, Text};
use yew::prelude::*;

use super::drawing::{Drawing, Place};
use super::inline::inlines;
use super::markup;
use explainer_i18n::{Labels, fill};

/// Draws the headline, the standfirst and the dateline.
///
/// Not called a header: reader views throw away what has that word in its class.
pub(super) fn header(drawing: &Drawing) -> Html {
    let article = drawing.article;
    let place = Place::Story(article.headline.shared());
    let standfirst = article.standfirst.as_ref().map(|text| {
        markup!(
            "<p class='explainer-standfirst'>{}</p>",
            inlines(text, &place, drawing)
        )
    });
    markup!(
        "<header class='explainer-opening'><{} class='explainer-headline'>{}</>{}{}</header>",
        drawing.heading(0),
        article.headline.shared(),
        standfirst,
        dateline(drawing),
    )
}

fn dateline(drawing: &Drawing) -> Option<Html> {
    let article = drawing.article;
    let labels = drawing.labels;
    let byline = article.byline.as_ref().map(Text::shared);
    let published = article.published.as_ref().map(|at| time(at, None, labels));
    let updated = article
        .updated
        .as_ref()
        .map(|at| time(at, Some(labels.updated()), labels));
    if byline.is_none() && published.is_none() && updated.is_none() {
        return None;
    }
    let byline = byline.map(|name| markup!("<span class='explainer-byline'>{}</span>", name));
    Some(markup!(
        "<p class='explainer-dateline'>{}{}{}</p>",
        byline,
        published,
        updated
    ))
}

/// Draws a moment, in a phrase of its own where one is given.
pub(super) fn time(at: &Moment, phrase: Option<&str>, labels: &Labels) -> Html {
    let mut words = labels.moment(at);
    if let Some(phrase) = phrase {
        words = fill(phrase, &[&words]);
    }
    markup!("<time datetime={}>{}</time>", at.shared(), words)
}
