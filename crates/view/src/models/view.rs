use explainer_models::Settings;
use explainer_story::Kind;
use yew::prelude::*;

use super::ModelContext;
use super::comparison::ComparisonView;
use super::decision::DecisionView;
use super::evidence::Evidence;
use super::participants::ParticipantsView;
use super::threshold::ThresholdView;
use super::timeline::TimelineView;

/// How a mini-model of one kind is shown, as the reader has set it. No method has a default, so that
/// a new kind compiles only when it has all of them.
pub trait ModelView {
    /// Renders what the model shows.
    fn chart(&self, ctx: &ModelContext) -> Html;

    /// Renders what the model shows as a table; nothing where its chart is one.
    fn table(&self, ctx: &ModelContext) -> Option<Html>;

    /// Returns the label of the table.
    fn table_label(&self, ctx: &ModelContext) -> &'static str;

    /// Returns what the model shows in a sentence or two.
    fn sentence(&self, ctx: &ModelContext) -> String;

    /// Returns a warning about what the model cannot tell.
    fn caution(&self, ctx: &ModelContext) -> Option<&'static str>;

    /// Returns what the model rests on: every number and fact with its status and source.
    fn evidence(&self, ctx: &ModelContext) -> Vec<Evidence<'_>>;

    /// Renders the model's controls.
    fn controls(&self, ctx: &ModelContext) -> Vec<Html>;
}

/// Returns the view of a model as the reader has set it; nothing where the settings are another
/// kind's. Every kind has its line here.
pub fn view_of<'a>(kind: &'a Kind, settings: &'a Settings) -> Option<Box<dyn ModelView + 'a>> {
    Some(match (kind, settings) {
        (Kind::Comparison(model), Settings::Comparison(set)) => {
            Box::new(ComparisonView::new(model, *set))
        }
        (Kind::Decision(model), Settings::Decision(set)) => Box::new(DecisionView::new(model, set)),
        (Kind::Participants(model), Settings::Participants(set)) => {
            Box::new(ParticipantsView::new(model, *set))
        }
        (Kind::Threshold(model), Settings::Threshold(set)) => {
            Box::new(ThresholdView::new(model, set))
        }
        (Kind::Timeline(model), Settings::Timeline(set)) => {
            Box::new(TimelineView::new(model, *set))
        }
        // Each by its name: a kind without a line above does not compile.
        (
            Kind::Comparison(_)
            | Kind::Decision(_)
            | Kind::Participants(_)
            | Kind::Threshold(_)
            | Kind::Timeline(_),
            _,
        ) => return None,
    })
}
