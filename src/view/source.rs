use explainer_model::Source;
use yew::prelude::*;

use super::drawing::Drawing;
use super::header::time;
use crate::labels::Labels;

/// Draws the sources of a definition.
pub(super) fn sources(sources: &[Source], labels: &Labels) -> Html {
    if sources.is_empty() {
        return Html::default();
    }
    html! {
        <div class="explainer-sources">
            <p>{ labels.sources }</p>
            <ul>{ for sources.iter().map(|each| html! { <li>{ source(each, labels) }</li> }) }</ul>
        </div>
    }
}

/// Draws what the whole story is based on.
pub(super) fn based_on(drawing: &Drawing) -> Html {
    let Some(each) = &drawing.article.source else {
        return Html::default();
    };
    html! {
        <div class="explainer-origin">
            <p>{ drawing.labels.based_on }{" "}{ source(each, drawing.labels) }</p>
        </div>
    }
}

/// Draws one source.
pub(super) fn source(source: &Source, labels: &Labels) -> Html {
    let title = html! { <cite>{ source.title.shared() }</cite> };
    let title = match &source.url {
        Some(url) => html! { <a href={url.shared()}>{ title }</a> },
        None => title,
    };
    let publisher = source
        .publisher
        .as_ref()
        .map(|name| html! { <>{", "}{ name.shared() }</> });
    let date = source
        .date
        .as_ref()
        .map(|at| html! { <>{", "}{ time(at, None, labels) }</> });
    html! { <>{ title }{ for publisher }{ for date }</> }
}
