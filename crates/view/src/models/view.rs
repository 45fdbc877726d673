use explainer_models::{
    Comparison, Decision, FromModel, Kind, KindReader, Mechanism, Model, Participants, Threshold,
    Timeline,
};
use yew::prelude::*;

use super::ModelContext;
use super::evidence::Evidence;

/// A mini-model that can be set and shown.
pub trait PlayableModel: Mechanism {
    /// Returns the view of the model as the reader has set it.
    fn view(&self) -> Box<dyn ModelView + '_>;
}

/// A kind of mini-model that can be shown.
pub trait KindView: Kind {
    /// Returns the view of a model with those settings.
    fn view<'a>(&'a self, settings: &'a Self::Settings) -> Box<dyn ModelView + 'a>;
}

impl<K: KindView> PlayableModel for Model<K> {
    fn view(&self) -> Box<dyn ModelView + '_> {
        self.data.view(&self.settings)
    }
}

impl<K: KindView> FromModel<K> for dyn PlayableModel {
    fn from_model(model: Model<K>) -> Box<Self> {
        Box::new(model)
    }
}

/// Every kind that can be shown.
pub const PLAYABLE_KINDS: &[KindReader<dyn PlayableModel>] = &[
    KindReader::of::<Decision>(),
    KindReader::of::<Threshold>(),
    KindReader::of::<Timeline>(),
    KindReader::of::<Comparison>(),
    KindReader::of::<Participants>(),
];

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

    /// Returns what the player shows of that sentence, where its controls say a part of it; nothing where
    /// it shows all.
    fn readout(&self, ctx: &ModelContext) -> Option<String>;

    /// Returns a warning about what the model cannot tell.
    fn caution(&self, ctx: &ModelContext) -> Option<&'static str>;

    /// Returns what the model rests on: every number and fact with its status and source.
    fn evidence(&self, ctx: &ModelContext) -> Vec<Evidence<'_>>;

    /// Renders the model's controls.
    fn controls(&self, ctx: &ModelContext) -> Vec<Html>;
}
