#[cfg(feature = "models")]
use std::rc::Rc;

use crate::problem::nearest;
use crate::read::{Field, FromRaw};
use crate::reader::Reader;
#[cfg(feature = "models")]
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
    #[cfg(feature = "models")]
    pub note: Option<Text>,
    /// What the model is based on.
    #[cfg(feature = "models")]
    pub sources: Vec<Source>,
    /// What it does. `None` where its kind is not drawn or something in it is wrong: its fallback
    /// stands for it.
    #[cfg(feature = "models")]
    pub kind: Option<Kind>,
    /// The model's own JSON; may stand in a `script` element.
    #[cfg(feature = "models")]
    pub json: Rc<str>,
}

/// What a mini-model does.
#[cfg(feature = "models")]
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
#[cfg(feature = "models")]
pub(crate) const KINDS: [&str; 5] = [
    "decision",
    "threshold",
    "timeline",
    "comparison",
    "participants",
];
/// Kinds that this build draws: none.
#[cfg(not(feature = "models"))]
const KINDS: [&str; 0] = [];

impl FromRaw for MiniModel {
    fn read(reader: &mut Reader) -> Self {
        #[cfg(feature = "models")]
        let json = reader.raw().map(Raw::to_json).unwrap_or_default().into();
        #[cfg(feature = "models")]
        reader.open_part(&["id", "kind", "title", "fallback", "note", "sources"]);
        #[cfg(not(feature = "models"))]
        reader.open_part(&["id", "kind", "title", "fallback"]);
        let id = Field::read_field(reader);
        let word = reader.attempt(Text::read_field);
        let title = Field::read_field(reader);
        let fallback = Field::read_field(reader);
        #[cfg(feature = "models")]
        let note = Field::read_field(reader);
        #[cfg(feature = "models")]
        let sources = Field::read_field(reader);
        reader.close();
        let kind = word.and_then(|word| read_kind(&word, reader));
        #[cfg(not(feature = "models"))]
        let _ = kind;
        Self {
            id,
            title,
            fallback,
            #[cfg(feature = "models")]
            note,
            #[cfg(feature = "models")]
            sources,
            #[cfg(feature = "models")]
            kind,
            #[cfg(feature = "models")]
            json,
        }
    }
}

/// Reads what a model does; nothing where its kind is not drawn here or anything in it is refused.
#[cfg(feature = "models")]
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

#[cfg(not(feature = "models"))]
fn read_kind(word: &Text, reader: &mut Reader) -> Option<()> {
    unknown(word, reader)
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
