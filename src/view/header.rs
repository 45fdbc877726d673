use explainer_model::{Moment, Text};
use yew::prelude::*;

use super::drawing::{Drawing, Place};
use super::inline::inlines;
use crate::labels::{Labels, fill};

/// Draws the headline, the standfirst and the dateline.
///
/// Not called a header: reader views throw away what has that word in its class.
pub(super) fn header(drawing: &Drawing) -> Html {
    let article = drawing.article;
    let place = Place::Story(article.headline.shared());
    let standfirst = article.standfirst.as_ref().map(
        |text| html! { <p class="explainer-standfirst">{ inlines(text, &place, drawing) }</p> },
    );
    html! {
        <header class="explainer-opening">
            <@{drawing.heading(0)} class="explainer-headline">{ article.headline.shared() }</@>
            { for standfirst }
            { dateline(drawing) }
        </header>
    }
}

fn dateline(drawing: &Drawing) -> Html {
    let article = drawing.article;
    let labels = drawing.labels;
    let byline = article.byline.as_ref().map(Text::shared);
    let published = article.published.as_ref().map(|at| time(at, None, labels));
    let updated = article
        .updated
        .as_ref()
        .map(|at| time(at, Some(labels.updated), labels));
    if byline.is_none() && published.is_none() && updated.is_none() {
        return Html::default();
    }
    html! {
        <p class="explainer-dateline">
            { for byline.map(|name| html! { <span class="explainer-byline">{ name }</span> }) }
            { for published }
            { for updated }
        </p>
    }
}

/// Draws a moment, in a phrase of its own where one is given.
pub(super) fn time(at: &Moment, phrase: Option<&str>, labels: &Labels) -> Html {
    let words = labels.moment(at);
    let words = phrase.map_or_else(|| words.clone(), |phrase| fill(phrase, &words));
    html! { <time datetime={at.shared()}>{ words }</time> }
}
