//! The arithmetic of the mini-models. Pure: no browser, no clock, no random numbers.
//!
//! Money and other amounts are exact [`Quantity`](explainer_story::Quantity) values; what would go
//! past their range stays at its end. Positions in drawings are [`Px`], which are always finite.

mod comparison;
mod decision;
mod flow;
mod participants;
mod scale;
mod settings;
mod threshold;
mod timeline;

pub use comparison::Filter;
pub use decision::{Outcome, Path, Step, Walk, outcomes, walk};
pub use flow::{Edge, Flow, Node, flow, wrap};
pub use participants::{Against, bar_length};
pub use scale::{Line, Px, Scale, ticks};
pub use settings::{Fit, Settings};
pub use threshold::{Assumptions, Projected, YearValue, project};
pub use timeline::{Month, MonthOf, in_order, runs_in, year_of};
