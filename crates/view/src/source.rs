use explainer_story::Source;
use yew::prelude::*;

use super::time::time;
use explainer_i18n::Labels;

/// Renders a list of sources; nothing where there are none.
pub(super) fn sources(sources: &[Source], labels: &Labels) -> Option<Html> {
    if sources.is_empty() {
        return None;
    }
    let items = sources
        .iter()
        .map(|each| html! { <li>{ source(each, labels) }</li> });
    Some(html! {
        <div class="explainer-sources">
            <p>{ labels.sources() }</p>
            <ul>{ for items }</ul>
        </div>
    })
}

/// Renders a source: its title, linked where it has an address, its publisher and its date.
pub(super) fn source(source: &Source, labels: &Labels) -> Html {
    let mut title = html! { <cite>{ source.title.shared() }</cite> };
    if let Some(url) = &source.url {
        title = html! { <a href={url.shared()}>{ title }</a> };
    }
    let publisher = source
        .publisher
        .as_ref()
        .map(|name| html! { <>{ ", " }{ name.shared() }</> });
    let date = source
        .date
        .as_ref()
        .map(|at| html! { <>{ ", " }{ time(at, false, labels) }</> });
    html! { <>{ title }{ publisher }{ date }</> }
}
