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

use explainer_i18n::Locale;
use explainer_models::Settings;
use explainer_story::{Kind, MiniModel};
use yew::prelude::*;

use super::source::sources;
pub use comparison::state;
pub(crate) use static_model::fallback;
pub use static_model::{StaticModels, standalone_model};

/// Least width that a chart is drawn for, in CSS pixels: in a narrower box it is scaled down.
pub const MIN_WIDTH: f64 = 160.0;

/// A mini-model with a reader's settings, and how it is to be rendered.
#[derive(Clone, Copy)]
pub struct ModelContext<'a> {
    /// The model.
    pub model: &'a MiniModel,
    /// Its mechanism.
    pub kind: &'a Kind,
    /// The reader's settings.
    pub settings: &'a Settings,
    /// How numbers and words are written.
    pub locale: &'a Locale,
    /// Width of the chart in CSS pixels.
    pub width: f64,
    /// Today, counted as in [`explainer_story::PartialDate::first_day`], where it is known.
    pub today: Option<i32>,
}

impl ModelContext<'_> {
    /// Renders what the model shows.
    pub fn chart(&self) -> Html {
        match (self.kind, self.settings) {
            (Kind::Decision(decision), Settings::Decision(path)) => {
                decision::chart(self, decision, path)
            }
            (Kind::Threshold(threshold), Settings::Threshold(assumptions)) => {
                threshold::chart(self, threshold, assumptions)
            }
            (Kind::Timeline(timeline), Settings::Timeline(month)) => {
                timeline::chart(self, timeline, *month)
            }
            (Kind::Comparison(comparison), Settings::Comparison(filter)) => {
                comparison::chart(self, comparison, *filter)
            }
            (Kind::Participants(participants), Settings::Participants(against)) => {
                participants::chart(self, participants, *against)
            }
            _ => Html::default(),
        }
    }

    /// Renders what the model shows as a table; nothing where its chart is one.
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

    /// Returns what the model shows in a sentence or two.
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

    /// Returns the label of the table.
    pub fn table_label(&self) -> &'static str {
        match self.kind {
            Kind::Decision(_) => self.locale.words.outcomes(),
            _ => self.locale.words.data(),
        }
    }

    /// Renders what the model rests on: every number with its status and source.
    pub fn evidence(&self) -> Html {
        let list = match self.kind {
            Kind::Threshold(threshold) => threshold::evidence(self, threshold),
            Kind::Timeline(timeline) => timeline::evidence(timeline),
            Kind::Comparison(comparison) => comparison::evidence(comparison),
            Kind::Participants(participants) => participants::evidence(self, participants),
            Kind::Decision(_) => Vec::new(),
        };
        let items = list.iter().map(|evidence| evidence.render(self.locale));
        html! {
            <>
                <ul class="explainer-basis">{ for items }</ul>
                { sources(&self.model.sources, self.locale.labels) }
            </>
        }
    }

    /// Returns where the chart's x axis begins and ends, `margin` pixels from its sides.
    fn x_range(&self, margin: f64) -> (f64, f64) {
        if self.is_rtl() {
            (self.width - margin, margin)
        } else {
            (margin, self.width - margin)
        }
    }

    fn is_rtl(&self) -> bool {
        self.locale.is_mirrored
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
pub fn scrollable_table(label: &'static str, table: Html) -> Html {
    html! {
        <div class="explainer-table" tabindex="0" role="group" aria-label={label}>{ table }</div>
    }
}

/// Renders a `details` element.
pub fn details(label: &'static str, content: Html) -> Html {
    html! {
        <details class="explainer-more"><summary>{ label }</summary>{ content }</details>
    }
}
