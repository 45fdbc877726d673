use std::rc::Rc;

use crate::problem::nearest;
use crate::read::{Field, FromRaw};
use crate::reader::Reader;
use crate::{Comparison, Decision, Participants, Raw, Source, Threshold, Timeline};
use crate::{Fault, ModelId, Text};

/// A small interactive model of one mechanism, as data.
#[derive(Clone, Debug, PartialEq)]
pub struct MiniModel {
    /// Names the model; blocks and terms refer to it.
    pub id: ModelId,
    /// Its title.
    pub title: Text,
    /// The same in words, for every reader who cannot play it.
    pub fallback: Text,
    /// What a reader should know before playing.
    pub note: Option<Text>,
    /// What the model is based on.
    pub sources: Vec<Source>,
    /// What it does. `None` where its kind is not drawn or something in it is wrong: its fallback
    /// stands for it.
    pub kind: Option<Kind>,
    /// The model's own JSON; may stand in a `script` element.
    pub json: Rc<str>,
}

/// What a mini-model does.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// Choices and where they lead.
    Decision(Decision),
    /// Something that grows towards a line.
    Threshold(Box<Threshold>),
    /// What happened when.
    Timeline(Timeline),
    /// Before and after.
    Comparison(Comparison),
    /// Who takes part.
    Participants(Participants),
}

/// Kinds that this build draws.
pub(crate) const KINDS: [&str; 5] = [
    "decision",
    "threshold",
    "timeline",
    "comparison",
    "participants",
];

impl FromRaw for MiniModel {
    fn read(reader: &mut Reader) -> Self {
        let json = reader.raw().map(Raw::to_json).unwrap_or_default().into();
        reader.open_part(&["id", "kind", "title", "fallback", "note", "sources"]);
        let id = Field::read_field(reader);
        let word = reader.attempt(Text::read_field);
        let title = Field::read_field(reader);
        let fallback = Field::read_field(reader);
        let note = Field::read_field(reader);
        let sources = Field::read_field(reader);
        reader.close();
        let kind = word.and_then(|word| (reader.kinds.0)(&word, reader));
        Self {
            id,
            title,
            fallback,
            note,
            sources,
            kind,
            json,
        }
    }
}

/// Which kinds of mini-models are read. A widget that names no reader leaves them all out.
#[derive(Clone, Copy)]
pub struct Kinds(fn(&Text, &mut Reader) -> Option<Kind>);

impl Kinds {
    /// Reads every kind.
    pub const ALL: Self = Self(read_kind);
    /// Reads none, and reports none as unknown: each model is shown by its fallback.
    pub const NONE: Self = Self(|_, _| None);
}

impl Default for Kinds {
    fn default() -> Self {
        Self::NONE
    }
}

/// Reads what a model does; nothing where its kind is not drawn here or anything in it is refused.
fn read_kind(word: &Text, reader: &mut Reader) -> Option<Kind> {
    let read: fn(&mut Reader) -> Kind = match word.as_str() {
        "decision" => |reader| Kind::Decision(FromRaw::read(reader)),
        "threshold" => |reader| Kind::Threshold(Box::new(FromRaw::read(reader))),
        "timeline" => |reader| Kind::Timeline(FromRaw::read(reader)),
        "comparison" => |reader| Kind::Comparison(FromRaw::read(reader)),
        "participants" => |reader| Kind::Participants(FromRaw::read(reader)),
        _ => return unknown(word, reader),
    };
    let before = reader.refused();
    let kind = reader.attempt(read)?;
    if reader.refused() == before {
        match &kind {
            Kind::Decision(decision) => decision.check(reader),
            Kind::Threshold(threshold) => threshold.check(reader),
            Kind::Timeline(timeline) => timeline.check(reader),
            Kind::Comparison(comparison) => comparison.check(reader),
            Kind::Participants(participants) => participants.check(reader),
        }
    }
    (reader.refused() == before).then_some(kind)
}

fn unknown<T>(word: &Text, reader: &mut Reader) -> Option<T> {
    let fault = Fault::UnknownKind {
        what: "model",
        kind: word.as_str().into(),
        nearest: nearest(word.as_str(), &KINDS),
    };
    reader.report_in("kind", fault);
    None
}
