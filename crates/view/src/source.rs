use explainer_story::{Source, Text};
use yew::prelude::*;

use super::drawing::Drawing;
use super::header::time;
use super::markup;
use explainer_i18n::Labels;

/// Draws the sources of a definition.
pub(super) fn sources(sources: &[Source], labels: &Labels) -> Option<Html> {
    if sources.is_empty() {
        return None;
    }
    let mut items = Vec::new();
    for each in sources {
        items.push(markup!("<li>{}</li>", source(each, labels)));
    }
    Some(markup!(
        "<div class='explainer-sources'><p>{}</p><ul>{}</ul></div>",
        labels.sources(),
        items,
    ))
}

/// Draws what the whole story is based on.
pub(super) fn based_on(drawing: &Drawing) -> Option<Html> {
    let each = drawing.article.source.as_ref()?;
    Some(markup!(
        "<div class='explainer-origin'><p>{} {}</p></div>",
        drawing.labels.based_on(),
        source(each, drawing.labels),
    ))
}

/// Draws one source.
pub(super) fn source(source: &Source, labels: &Labels) -> Html {
    let mut title = markup!("<cite>{}</cite>", source.title.shared());
    if let Some(url) = &source.url {
        title = markup!("<a href={}>{}</a>", url.shared(), title);
    }
    let publisher = source.publisher.as_ref().map(Text::shared);
    let date = source.date.as_ref().map(|at| time(at, None, labels));
    markup!(
        "{}{}{}",
        title,
        publisher.map(|name| markup!(", {}", name)),
        date.map(|date| markup!(", {}", date)),
    )
}
