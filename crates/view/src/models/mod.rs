//! A mini-model with some settings: its chart, its table, its sentence and what it rests on. The
//! static fallback shows the default settings; the player shows the reader's.

mod comparison;
pub mod controls;
mod decision;
mod evidence;
mod participants;
mod static_model;
mod svg;
mod table;
mod threshold;
mod timeline;
mod view;

use explainer_i18n::ModelLocale;
use explainer_story::MiniModel;
use yew::prelude::*;

use super::source::sources;
pub use evidence::Evidence;
pub(crate) use static_model::unread_model;
pub use static_model::{StaticModels, standalone_model};
pub use view::{KindView, ModelView, PLAYABLE_KINDS, PlayableModel};

/// Least width that a chart is drawn for: in a narrower box it is scaled down.
pub const MIN_WIDTH: f64 = 160.0;

/// A mini-model with a reader's settings, and how it is to be rendered.
#[derive(Clone, Copy)]
pub struct ModelContext<'a> {
    /// The model.
    pub model: &'a MiniModel,
    /// Its view as the reader has set it.
    pub view: &'a dyn ModelView,
    /// How numbers and words are written.
    pub locale: &'a ModelLocale,
    /// Width of the chart, in sixteenths of the root's font size: CSS pixels where that is as usual.
    pub width: f64,
    /// Today, counted as in [`explainer_story::PartialDate::first_day`], where it is known.
    pub today: Option<i32>,
    /// Whether the reader can set it: with controls, in its player.
    pub is_played: bool,
}

impl ModelContext<'_> {
    /// Renders what the model shows.
    pub fn chart(&self) -> Html {
        self.view.chart(self)
    }

    /// Returns what the model shows in a sentence or two.
    pub fn sentence(&self) -> String {
        self.view.sentence(self)
    }

    /// Renders the table, collapsed; nothing where the chart is one.
    fn collapsed_table(&self) -> Option<Html> {
        let label = self.view.table_label(self);
        let table = self.view.table(self)?;
        Some(details(label, scrollable_table(label, table)))
    }

    /// Renders what the model rests on and its sources.
    fn evidence(&self) -> Html {
        let list = self.view.evidence(self);
        let items = list.iter().map(|evidence| evidence.render(self.locale));
        html! {
            <>
                <ul class="explainer-basis">{ for items }</ul>
                { sources(&self.model.sources, &self.locale.text) }
            </>
        }
    }

    /// Returns the arrow that leads on. Browsers do not mirror one in text that runs from the right.
    fn arrow(&self) -> &'static str {
        if self.is_rtl() { "←" } else { "→" }
    }

    fn is_rtl(&self) -> bool {
        self.locale.text.is_rtl
    }
}

/// Returns the number nearest to `x` that is in a range; the middle of a range that is empty, as one
/// is where the chart is narrower than what is to be in it.
fn clamp_within(x: f64, low: f64, high: f64) -> f64 {
    if low <= high {
        x.clamp(low, high)
    } else {
        low.midpoint(high)
    }
}

/// Renders a table that scrolls where it is too wide; it takes focus, so that the keyboard can
/// scroll it.
fn scrollable_table(label: &'static str, table: Html) -> Html {
    html! {
        <div class="explainer-table" tabindex="0" role="group" aria-label={label}>{ table }</div>
    }
}

/// Renders a `details` element.
fn details(label: &'static str, content: Html) -> Html {
    html! {
        <details class="explainer-more"><summary>{ label }</summary>{ content }</details>
    }
}
