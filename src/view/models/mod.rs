//! What a mini-model looks like under some settings: its drawing, its table, its sentence. The
//! static fallback shows the default settings; the island shows the reader's.

mod comparison;
mod decision;
mod participants;
mod svg;
mod threshold;
mod timeline;
mod writing;

use explainer_engine::Settings;
use explainer_model::{Kind, MiniModel, Source, Status, Text};
use yew::prelude::*;

use super::source::{source, sources};
use crate::labels::Labels;
pub use comparison::state;
pub use writing::Writing;

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
    pub writing: &'a Writing,
    /// Width of the drawing in CSS pixels.
    pub width: f64,
    /// Today, counted as in [`explainer_model::PartialDate::first_day`], where it is known.
    pub today: Option<i32>,
}

/// Something that a model rests on.
pub struct Basis<'a> {
    label: AttrValue,
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
        match (self.kind, self.settings) {
            (Kind::Decision(decision), _) => Some(decision::table(self, decision)),
            (Kind::Threshold(threshold), Settings::Threshold(assumptions)) => {
                Some(threshold::table(self, threshold, assumptions))
            }
            (Kind::Timeline(timeline), _) => Some(timeline::table(self, timeline)),
            (Kind::Participants(participants), _) => Some(participants::table(self, participants)),
            _ => None,
        }
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
            Kind::Decision(_) => self.writing.words.outcomes,
            _ => self.writing.words.data,
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
        let entries = list.iter().map(|basis| entry(basis, self.writing));
        html! {
            <>
                if !list.is_empty() {
                    <ul class="explainer-basis">{ for entries }</ul>
                }
                { sources(&self.model.sources, self.writing.labels) }
            </>
        }
    }

    fn is_mirrored(&self) -> bool {
        self.writing.is_mirrored
    }
}

/// Draws what stands for a model until its controls come, and wherever they cannot.
pub(super) fn still(model: &MiniModel, writing: Option<&Writing>) -> Html {
    let words = html! {
        <>
            <figcaption>{ model.title.shared() }</figcaption>
            <p>{ model.fallback.shared() }</p>
        </>
    };
    let (Some(kind), Some(writing)) = (&model.kind, writing) else {
        return html! { <figure class="explainer-model">{ words }</figure> };
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
    let table = look.table().map(|table| {
        html! {
            <details class="explainer-more">
                <summary>{ look.table_label() }</summary>
                <div class="explainer-table">{ table }</div>
            </details>
        }
    });
    html! {
        <explainer-model model={model.id.shared()}>
            <script type="application/json">{ AttrValue::from(model.json.clone()) }</script>
            <figure class="explainer-model explainer-still">
                { words }
                <div class="explainer-drawing">{ look.body() }</div>
                { for table }
                { look.basis() }
            </figure>
        </explainer-model>
    }
}

fn entry(basis: &Basis, writing: &Writing) -> Html {
    let labels: &Labels = writing.labels;
    let value = basis
        .value
        .as_ref()
        .map(|value| html! { <>{": "}{ value }</> });
    let status = basis.status.map(|status| {
        html! { <>{" ("}{ writing.status(status) }{")"}</> }
    });
    let origin = basis
        .source
        .map(|each| html! { <>{" — "}{ source(each, labels) }</> });
    let note = basis.note.map(|note| html! { <>{" "}{ note.shared() }</> });
    html! {
        <li>{ basis.label.clone() }{ for value }{ for status }{ for note }{ for origin }</li>
    }
}
