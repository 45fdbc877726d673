use crate::json::{FromField, FromJson, FromObject, Reader};
use crate::references::resolve;
use crate::{
    Article, DateTime, JsonObject, JsonValue, MiniModel, ProblemKind, Problems, ReadElement,
};

/// A story, as far as it could be read, and everything wrong with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    /// The story. `None` where it has no headline, no language, no section or no known version.
    pub article: Option<Article>,
    /// What is wrong with it, but for what its mini-models do.
    pub problems: Problems,
}

/// Reads a story from a JSON value.
///
/// A problem costs the smallest part it can: an address its link, a block its section's block, a
/// section itself. Only the envelope can cost the article. `elements` reads images, tables and the like, as
/// [`crate::read_element`] does; without it they are unknown.
pub fn parse(value: Result<JsonValue, ProblemKind>, elements: Option<ReadElement>) -> Parsed {
    let mut reader = Reader::default();
    reader.elements = elements;
    let article = reader
        .accept(value)
        .and_then(|value| read_envelope(&value, &mut reader));
    Parsed {
        article,
        problems: reader.into_problems(),
    }
}

/// Reads a story from JSON text.
#[cfg(feature = "json")]
pub fn parse_json(text: &str) -> Parsed {
    parse(read_json(text), Some(crate::read_element))
}

#[cfg(feature = "json")]
fn read_json(text: &str) -> Result<JsonValue, ProblemKind> {
    if text.len() > crate::limits::MAX_BYTES {
        return Err(ProblemKind::TooLong(text.len()));
    }
    let mut source = serde_json::Deserializer::from_str(text);
    // What is nested too deep is skipped without recursion.
    source.disable_recursion_limit();
    let value = crate::json::deserialize(&mut source)?;
    match source.end() {
        Ok(()) => Ok(value),
        Err(error) => Err(ProblemKind::NotJson(error.to_string())),
    }
}

/// A mini-model without an article, and everything wrong with it.
#[derive(Clone, Debug, PartialEq)]
pub struct ParsedModel {
    /// The model. `None` where it has no id, no title or no fallback.
    pub model: Option<MiniModel>,
    /// What is wrong with what all kinds have; every path begins with `model`.
    pub problems: Problems,
}

/// Reads a mini-model without an article from a JSON value.
pub fn parse_model(value: Result<JsonValue, ProblemKind>) -> ParsedModel {
    let mut reader = Reader::default();
    let model = reader.in_field("model", |reader| {
        let value = reader.accept(value)?;
        MiniModel::from_json(&value, reader)
    });
    ParsedModel {
        model,
        problems: reader.into_problems(),
    }
}

/// The fields of a story that define what others refer to.
const TABLES: [(&str, &str); 3] = [
    ("sections", "section"),
    ("terms", "term"),
    ("models", "model"),
];

fn read_envelope(value: &JsonValue, reader: &mut Reader) -> Option<Article> {
    let object = reader.object(value)?;
    note_refused_tables(object, reader);
    // Editors name the schema for completion; it says nothing about the story.
    let version = Version::from_field(object, "schemaVersion", reader);
    reader.check_fields(object, &[&["$schema", "schemaVersion"], Article::FIELDS]);
    let article = Article::from_object(object, reader);
    version?;
    let article = article?;
    note_times_without_zone(&article, reader);
    resolve(article, reader)
}

/// Warns of times that readers and search engines elsewhere would take for theirs.
fn note_times_without_zone(article: &Article, reader: &mut Reader) {
    if article.time_zone.is_some() {
        return;
    }
    let moments = [
        ("published", &article.published),
        ("updated", &article.updated),
    ];
    for (field, moment) in moments {
        if moment.as_ref().is_some_and(DateTime::lacks_zone) {
            reader.report_in(field, ProblemKind::TimeWithoutZone);
        }
    }
}

fn note_refused_tables(object: &JsonObject, reader: &mut Reader) {
    for (field, what) in TABLES {
        let table = object.get(field);
        if table.is_some_and(|table| !matches!(table, JsonValue::Array(_))) {
            reader.references.refused_tables.push(what);
        }
    }
}

/// The one version of the model that there is.
struct Version;

impl FromJson for Version {
    const EXPECTED: &'static str = "the number 1";

    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self> {
        let number = reader.number(value, Self::EXPECTED)?;
        let known = number == 1.0;
        reader.accept(known.then_some(Self).ok_or(ProblemKind::UnknownVersion))
    }
}
