use crate::problem::nearest;
use crate::read::{Field, FromRaw, Reader};
use crate::{Fault, ModelId, Raw, Text};

/// A mini-model of a kind that this release does not draw: its fallback stands for it.
#[derive(Clone, Debug, PartialEq)]
pub struct MiniModel {
    /// Names the model; blocks and terms refer to it.
    pub id: ModelId,
    /// What kind of model it is.
    pub kind: Text,
    /// Its title.
    pub title: Text,
    /// The same in words, for every reader who cannot play it.
    pub fallback: Text,
}

/// Kinds that this release draws; none yet.
const KINDS: [&str; 0] = [];

impl FromRaw for MiniModel {
    const EXPECTED: &'static str = "a mini-model";

    fn from_raw(raw: Raw, reader: &mut Reader) -> Option<Self> {
        let mut fields = reader.open_fields(raw)?;
        let id = ModelId::read(&mut fields, "id", reader);
        let kind = Text::read(&mut fields, "kind", reader);
        let title = Text::read(&mut fields, "title", reader);
        let fallback = Text::read(&mut fields, "fallback", reader);
        let kind = kind?;
        let path = reader.path().field("kind");
        reader.report_at(
            path,
            Fault::UnknownKind {
                what: "model",
                kind: kind.as_str().into(),
                nearest: nearest(kind.as_str(), KINDS),
            },
        );
        Some(Self {
            id: id?,
            kind,
            title: title?,
            fallback: fallback?,
        })
    }
}
