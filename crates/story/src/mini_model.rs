use crate::json::{FromField, FromJson, Reader};
use crate::{JsonPath, JsonValue, ModelId, Source, Text};

/// A small interactive model of one mechanism: what all kinds have, and the rest as JSON.
///
/// The crate `explainer-models` reads what the model of a kind does.
#[derive(Clone, Debug, PartialEq)]
pub struct MiniModel {
    /// Names the model; blocks and terms refer to it.
    pub id: ModelId,
    /// What it does, in a word; nothing where that was refused.
    pub kind: Option<Text>,
    /// Its title.
    pub title: Text,
    /// The same in words, for every reader who cannot use it.
    pub fallback: Text,
    /// What a reader should know before using it.
    pub note: Option<Text>,
    /// What the model is based on.
    pub sources: Vec<Source>,
    /// The whole model as it was written.
    pub json: JsonValue,
    /// Where it is in the story.
    pub path: JsonPath,
}

impl MiniModel {
    /// The fields that all kinds have.
    pub const FIELDS: &'static [&'static str] =
        &["id", "kind", "title", "fallback", "note", "sources"];
}

impl FromJson for MiniModel {
    const EXPECTED: &'static str = "a model";

    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self> {
        let object = reader.object(value)?;
        let id = FromField::from_field(object, "id", reader);
        let kind = FromField::from_field(object, "kind", reader);
        let title = FromField::from_field(object, "title", reader);
        let fallback = FromField::from_field(object, "fallback", reader);
        let note = FromField::from_field(object, "note", reader);
        let sources = FromField::from_field(object, "sources", reader);
        Some(Self {
            id: id?,
            kind,
            title: title?,
            fallback: fallback?,
            note: note?,
            sources: sources?,
            json: value.clone(),
            path: reader.path().clone(),
        })
    }
}
