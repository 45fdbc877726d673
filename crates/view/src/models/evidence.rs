use std::rc::Rc;

use explainer_i18n::Locale;
use explainer_story::{ShortText, Source, Status, Text};
use yew::prelude::*;

use crate::source::source;

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
    pub fn render(&self, locale: &Locale) -> Html {
        let mut words = String::from(&*self.label);
        if let Some(value) = &self.value {
            words.push_str(": ");
            words.push_str(value);
        }
        if let Some(status) = self.status {
            words.push_str(" (");
            words.push_str(locale.status(status));
            words.push(')');
        }
        if let Some(note) = self.note {
            words.push_str(". ");
            words.push_str(note.as_str());
        }
        let source = self
            .source
            .map(|each| html! { <>{ " — " }{ source(each, locale.labels) }</> });
        html! { <li>{ words }{ source }</li> }
    }
}
