#[cfg(feature = "models")]
use std::rc::Rc;

use crate::problem::nearest;
use crate::read::{Field, Fields, FromRaw, Reader};
#[cfg(feature = "models")]
use crate::{Comparison, Decision, Participants, Source, Threshold, Timeline};
use crate::{Fault, ModelId, Raw, Text};

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
    const EXPECTED: &'static str = "a mini-model";

    fn from_raw(raw: Raw, reader: &mut Reader) -> Option<Self> {
        #[cfg(feature = "models")]
        let json = raw.to_json().into();
        let mut fields = reader.open_fields(raw)?;
        let id = ModelId::read(&mut fields, "id", reader);
        let word = Text::read(&mut fields, "kind", reader);
        let title = Text::read(&mut fields, "title", reader);
        let fallback = Text::read(&mut fields, "fallback", reader);
        #[cfg(feature = "models")]
        let note = Option::read(&mut fields, "note", reader);
        #[cfg(feature = "models")]
        let sources = Vec::read(&mut fields, "sources", reader);
        let kind = word.and_then(|word| read_kind(&word, fields, reader));
        #[cfg(not(feature = "models"))]
        let _ = kind;
        Some(Self {
            id: id?,
            title: title?,
            fallback: fallback?,
            #[cfg(feature = "models")]
            note: note?,
            #[cfg(feature = "models")]
            sources: sources?,
            #[cfg(feature = "models")]
            kind,
            #[cfg(feature = "models")]
            json,
        })
    }
}

/// Reads what a model does; nothing where its kind is not drawn here or anything in it is refused.
#[cfg(feature = "models")]
fn read_kind(word: &Text, fields: Fields, reader: &mut Reader) -> Option<Kind> {
    let before = reader.refused();
    let raw = fields.into();
    let kind = match word.as_str() {
        "decision" => Decision::from_raw(raw, reader).map(Kind::Decision),
        "threshold" => {
            Threshold::from_raw(raw, reader).map(|threshold| Kind::Threshold(Box::new(threshold)))
        }
        "timeline" => Timeline::from_raw(raw, reader).map(Kind::Timeline),
        "comparison" => Comparison::from_raw(raw, reader).map(Kind::Comparison),
        "participants" => Participants::from_raw(raw, reader).map(Kind::Participants),
        _ => return unknown(word, reader),
    };
    let kind = kind.filter(|_| reader.refused() == before)?;
    match &kind {
        Kind::Decision(decision) => decision.check(reader),
        Kind::Threshold(threshold) => threshold.check(reader),
        Kind::Timeline(timeline) => timeline.check(reader),
        Kind::Comparison(comparison) => comparison.check(reader),
        Kind::Participants(participants) => participants.check(reader),
    }
    (reader.refused() == before).then_some(kind)
}

#[cfg(not(feature = "models"))]
fn read_kind(word: &Text, _: Fields, reader: &mut Reader) -> Option<()> {
    unknown(word, reader)
}

fn unknown<T>(word: &Text, reader: &mut Reader) -> Option<T> {
    let path = reader.path().field("kind");
    reader.report_at(
        path,
        Fault::UnknownKind {
            what: "model",
            kind: word.as_str().into(),
            nearest: nearest(word.as_str(), KINDS),
        },
    );
    None
}
