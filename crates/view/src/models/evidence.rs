use std::rc::Rc;

use explainer_i18n::ModelLocale;
use explainer_models::Status;
use explainer_story::{ShortText, Source, Text};
use yew::prelude::*;

use crate::source::source;
use crate::words::fill;

/// Something that a model rests on: a number or a fact, how well it is known and its source.
pub struct Evidence<'a> {
    /// What it is about.
    pub label: Rc<str>,
    /// Its number, as readers of the language write it.
    pub value: Option<String>,
    /// How well it is known.
    pub status: Option<Status>,
    /// Where it is from.
    pub source: Option<&'a Source>,
    /// What else a reader should know of it.
    pub note: Option<&'a Text>,
}

impl<'a> Evidence<'a> {
    /// Returns the evidence for a part of a model that has a source.
    pub fn of(label: &ShortText, source: &'a Option<Source>) -> Option<Self> {
        source.as_ref().map(|source| Self {
            label: label.shared(),
            value: None,
            status: None,
            source: Some(source),
            note: None,
        })
    }

    /// Renders it as a list item.
    pub fn render(&self, locale: &ModelLocale) -> Html {
        let labels = locale.labels;
        let mut words = self.label.to_string();
        if let Some(value) = &self.value {
            words = labels.labelled(&words, value);
        }
        if let Some(status) = self.status {
            words = labels.qualified(&words, locale.status(status));
        }
        if let Some(note) = self.note {
            words = labels.noted(&words, note.as_str());
        }
        let mut content = html! { { words } };
        if let Some(each) = self.source {
            content = fill(
                labels.sourced_pattern(),
                [content, source(each, &locale.text)],
            );
        }
        html! { <li>{ content }</li> }
    }
}
