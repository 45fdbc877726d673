//! The mini-models: what a story says of them, their checks, their arithmetic and what a reader sets.
//! Pure: no browser, no clock, no random numbers.
//!
//! A kind is a folder here; it implements [`Kind`] and has a line in [`KINDS`]. Money and other amounts
//! are exact [`Quantity`](explainer_story::Quantity) values; what would go past their range stays at its
//! end. Positions in charts are [`Px`], which are always finite.

mod checks;
mod comparison;
mod decision;
mod kind;
mod participants;
mod scale;
#[cfg(feature = "schema")]
pub mod schema;
mod settings;
mod status;
mod threshold;
mod timeline;

use explainer_story::{Article, Problems};

pub use comparison::{Change, Comparison, Filter, Row};
pub use decision::{
    Choice, Decision, Node, Outcome, Path, Rules, State, Step, Walk, outcomes, trees, walk,
};
pub use kind::{FromModel, Kind, KindReader, Mechanism, Model, read, set_scenario};
pub use participants::{Amount, ComparedTo, Group, Member, Participants, bar_length};
pub use scale::{PathBuilder, Px, Scale, axis, text_width, ticks};
pub use settings::{Scenario, SetResult};
pub use status::Status;
pub use threshold::{
    Assumptions, Compound, Counting, Linear, Logistic, Nullified, Parameter, Piecewise, Projected,
    Projection, Threshold, ThresholdLine, Year, YearAmount, YearValue, project,
};
pub use timeline::{
    Entry, Lane, Month, SelectedMonth, Span, Timeline, When, in_order, runs_in, year_of,
};

/// Every kind, with what it does and no view. The view has a list of its own.
pub const KINDS: &[KindReader<dyn Mechanism>] = &[
    KindReader::of::<Decision>(),
    KindReader::of::<Threshold>(),
    KindReader::of::<Timeline>(),
    KindReader::of::<Comparison>(),
    KindReader::of::<Participants>(),
];

/// Adds to `problems` what is wrong with the mini-models of a story.
pub fn check(article: &Article, problems: &mut Problems) {
    for model in &article.models {
        read(model, KINDS, problems);
    }
}
