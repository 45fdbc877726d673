//! What a mini-model looks like under some settings: its drawing, its table, its sentence. The
//! static fallback shows the default settings; the island shows the reader's.

mod canvas;
mod comparison;
pub mod controls;
mod decision;
mod participants;
mod table;
mod threshold;
mod timeline;

use std::rc::Rc;

use explainer_i18n::Locale;
use explainer_models::Settings;
use explainer_story::{Direction, Kind, Lang, MiniModel, ShortText, Source, Status, Text};
use yew::prelude::*;

use super::markup;
use super::source::{source, sources};
pub use comparison::state;

/// Width of a drawing for a page that no script has measured, in CSS pixels.
const STILL_WIDTH: f64 = 320.0;

/// A mini-model as a reader has set it.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// The model.
    pub model: &'a MiniModel,
    /// What it does.
    pub kind: &'a Kind,
    /// What the reader has set.
    pub settings: &'a Settings,
    /// How numbers and words are written.
    pub writing: &'a Locale,
    /// Width of the drawing in CSS pixels.
    pub width: f64,
    /// Today, counted as in [`explainer_story::PartialDate::first_day`], where it is known.
    pub today: Option<i32>,
}

/// Something that a model rests on.
pub struct Basis<'a> {
    label: Rc<str>,
    value: Option<String>,
    status: Option<Status>,
    source: Option<&'a Source>,
    note: Option<&'a Text>,
}

impl Look<'_> {
    /// Draws what the model shows.
    pub fn body(&self) -> Html {
        match (self.kind, self.settings) {
            (Kind::Decision(decision), Settings::Decision(path)) => {
                decision::body(self, decision, path)
            }
            (Kind::Threshold(threshold), Settings::Threshold(assumptions)) => {
                threshold::body(self, threshold, assumptions)
            }
            (Kind::Timeline(timeline), Settings::Timeline(month)) => {
                timeline::body(self, timeline, *month)
            }
            (Kind::Comparison(comparison), Settings::Comparison(filter)) => {
                comparison::body(self, comparison, *filter)
            }
            (Kind::Participants(participants), Settings::Participants(against)) => {
                participants::body(self, participants, *against)
            }
            _ => Html::default(),
        }
    }

    /// Draws what the model shows as a table; nothing where its body is one.
    pub fn table(&self) -> Option<Html> {
        Some(match (self.kind, self.settings) {
            (Kind::Decision(decision), _) => decision::table(self, decision),
            (Kind::Threshold(threshold), Settings::Threshold(assumptions)) => {
                threshold::table(self, threshold, assumptions)
            }
            (Kind::Timeline(timeline), _) => timeline::table(self, timeline),
            (Kind::Participants(participants), _) => participants::table(self, participants),
            _ => return None,
        })
    }

    /// Says what the model shows in a sentence or two.
    pub fn sentence(&self) -> String {
        match (self.kind, self.settings) {
            (Kind::Decision(decision), Settings::Decision(path)) => {
                decision::sentence(decision, path)
            }
            (Kind::Threshold(threshold), Settings::Threshold(assumptions)) => {
                threshold::sentence(self, threshold, assumptions)
            }
            (Kind::Timeline(timeline), Settings::Timeline(month)) => {
                timeline::sentence(self, timeline, *month)
            }
            (Kind::Comparison(comparison), Settings::Comparison(filter)) => {
                comparison::sentence(self, comparison, *filter)
            }
            (Kind::Participants(participants), Settings::Participants(against)) => {
                participants::sentence(self, participants, *against)
            }
            _ => String::new(),
        }
    }

    /// Names the table.
    pub fn table_label(&self) -> &'static str {
        match self.kind {
            Kind::Decision(_) => self.writing.words.outcomes(),
            _ => self.writing.words.data(),
        }
    }

    /// Draws what the model rests on: every number with its status and source.
    pub fn basis(&self) -> Html {
        let list = match self.kind {
            Kind::Threshold(threshold) => threshold::basis(self, threshold),
            Kind::Timeline(timeline) => timeline::basis(timeline),
            Kind::Comparison(comparison) => comparison::basis(comparison),
            Kind::Participants(participants) => participants::basis(self, participants),
            Kind::Decision(_) => Vec::new(),
        };
        let mut entries = Vec::new();
        for basis in &list {
            entries.push(basis.draw(self.writing));
        }
        markup!(
            "<ul class='explainer-basis'>{}</ul>{}",
            entries,
            sources(&self.model.sources, self.writing.labels),
        )
    }

    /// Returns where the drawing's axes begin and end.
    fn ends(&self, beside: f64) -> (f64, f64) {
        if self.is_mirrored() {
            (self.width - beside, beside)
        } else {
            (beside, self.width - beside)
        }
    }

    fn is_mirrored(&self) -> bool {
        self.writing.is_mirrored
    }
}

impl<'a> Basis<'a> {
    /// Returns what a part of a model rests on, where it has a source.
    fn of(label: &ShortText, source: &'a Option<Source>) -> Option<Self> {
        source.as_ref().map(|source| Self {
            label: label.shared(),
            value: None,
            status: None,
            source: Some(source),
            note: None,
        })
    }

    fn draw(&self, writing: &Locale) -> Html {
        let mut said = String::from(&*self.label);
        if let Some(value) = &self.value {
            said.push_str(": ");
            said.push_str(value);
        }
        if let Some(status) = self.status {
            said.push_str(" (");
            said.push_str(writing.status(status));
            said.push(')');
        }
        if let Some(note) = self.note {
            said.push_str(". ");
            said.push_str(note.as_str());
        }
        let source = self.source.map(|each| source(each, writing.labels));
        let source = source.map(|source| markup!(" — {}", source));
        markup!("<li>{}{}</li>", said, source)
    }
}

/// Draws a model that stands without an article, as it is until its controls come.
pub fn alone(model: &MiniModel, lang: &Lang, direction: Direction, writing: &Locale) -> Html {
    element(model, Some(writing), Some((lang, direction)))
}

/// Draws the mini-models of a story as they are until their controls come, and wherever they cannot. A
/// view that has none shows their fallbacks.
#[derive(Clone, Debug)]
pub struct StaticModels {
    locale: Locale,
    draw: fn(&MiniModel, &Locale) -> Html,
}

impl StaticModels {
    /// Returns what draws them as `locale` writes.
    pub fn new(locale: Locale) -> Self {
        let draw = |model: &MiniModel, locale: &Locale| element(model, Some(locale), None);
        Self { locale, draw }
    }

    pub(crate) fn draw(&self, model: &MiniModel) -> Html {
        (self.draw)(model, &self.locale)
    }
}

/// Draws the words that stand for a model.
pub(crate) fn fallback(model: &MiniModel) -> Html {
    markup!(
        "<figure class='explainer-model'><figcaption>{}</figcaption><p>{}</p></figure>",
        model.title.shared(),
        model.fallback.shared(),
    )
}

fn element(
    model: &MiniModel,
    writing: Option<&Locale>,
    around: Option<(&Lang, Direction)>,
) -> Html {
    let (title, fallback) = (model.title.shared(), model.fallback.shared());
    let (Some(kind), Some(writing)) = (&model.kind, writing) else {
        return self::fallback(model);
    };
    let settings = Settings::new(kind);
    let look = Look {
        model,
        kind,
        settings: &settings,
        writing,
        width: STILL_WIDTH,
        today: None,
    };
    let label = look.table_label();
    let table = look
        .table()
        .map(|table| more(label, scrolling(label, table)));
    // The JSON is no script element, as on a page that writes one by hand: where a page asks for
    // Trusted Types, none may be filled by script, whatever its type.
    markup!(
        "<explainer-model model={} json={} lang={} dir={}>\
            <figure class='explainer-model explainer-still'>\
                <figcaption>{}</figcaption>\
                <p>{}</p>\
                <div class='explainer-drawing'>{}</div>\
                {}{}\
            </figure>\
        </explainer-model>",
        model.id.shared(),
        model.json.clone(),
        around.map(|(lang, _)| lang.shared()),
        around.map(|(_, direction)| direction.as_str()),
        title,
        fallback,
        look.body(),
        table,
        look.basis(),
    )
}

/// Draws a table that scrolls where it is too wide; the keyboard must reach it.
pub fn scrolling(label: &'static str, table: Html) -> Html {
    markup!(
        "<div class='explainer-table' tabindex='0' role='group' aria-label={}>{}</div>",
        label,
        table,
    )
}

/// Draws a fold.
pub fn more(label: &'static str, content: Html) -> Html {
    markup!(
        "<details class='explainer-more'><summary>{}</summary>{}</details>",
        label,
        content
    )
}
