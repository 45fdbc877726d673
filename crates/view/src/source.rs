use explainer_i18n::Locale;
use explainer_story::Source;
use yew::prelude::*;

use super::time::time;
use super::words::fill;

/// Renders a list of sources; nothing where there are none.
pub(super) fn sources(sources: &[Source], locale: &Locale) -> Option<Html> {
    if sources.is_empty() {
        return None;
    }
    let items = sources
        .iter()
        .map(|each| html! { <li>{ source(each, locale) }</li> });
    Some(html! {
        <div class="explainer-sources">
            <p>{ locale.labels.sources() }</p>
            <ul>{ for items }</ul>
        </div>
    })
}

/// Renders a source: its title, linked where it has an address, its publisher and its date.
pub(super) fn source(source: &Source, locale: &Locale) -> Html {
    // A title may run the other way than the story: what follows it keeps its place.
    let lang = source.lang.as_ref().map(|lang| lang.shared());
    let mut title = html! { <cite dir="auto" {lang}>{ source.title.shared() }</cite> };
    if let Some(url) = &source.url {
        title = html! { <a href={url.shared()}>{ title }</a> };
    }
    let publisher = source.publisher.as_ref();
    let publisher = publisher.map(|name| html! { <bdi>{ name.shared() }</bdi> });
    let date = source.date.as_ref().map(|at| time(at, false, locale));
    for detail in publisher.into_iter().chain(date) {
        title = fill(locale.labels.source_detail_pattern(), [title, detail]);
    }
    title
}
