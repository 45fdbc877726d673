use crate::read::{Field, FromRaw};
use crate::reader::Reader;
use crate::references::resolve;
use crate::{Article, Fault, Kinds, Problems, Raw};

/// A story, as far as it could be read, and everything wrong with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    /// The story. `None` where it has no headline, no language, no section or no known version.
    pub article: Option<Article>,
    /// What is wrong with it.
    pub problems: Problems,
}

/// Reads a story from a raw tree, and of its mini-models those of `kinds`.
///
/// A problem costs the smallest part it can: an address its link, a block its section's block, a
/// section itself. Only the envelope can cost the article.
pub fn parse(raw: Result<Raw, Fault>, kinds: Kinds) -> Parsed {
    let mut reader = Reader::new(kinds);
    let article = match raw {
        Ok(raw) => read_envelope(raw, &mut reader),
        Err(fault) => {
            reader.report(fault);
            None
        }
    };
    Parsed {
        article,
        problems: reader.problems,
    }
}

/// Reads a story from JSON text.
#[cfg(feature = "json")]
pub fn parse_json(text: &str) -> Parsed {
    if text.len() > crate::limits::MAX_BYTES {
        return parse(Err(Fault::TooLong(text.len())), Kinds::ALL);
    }
    let mut source = serde_json::Deserializer::from_str(text);
    let raw = crate::raw_serde::read_raw(&mut source);
    match source.end() {
        Err(error) if raw.is_ok() => parse(Err(Fault::NotJson(error.to_string())), Kinds::ALL),
        _ => parse(raw, Kinds::ALL),
    }
}

/// A mini-model without an article, and everything wrong with it.
#[derive(Clone, Debug, PartialEq)]
pub struct ParsedModel {
    /// The model. `None` where it has no id, no title or no fallback.
    pub model: Option<crate::MiniModel>,
    /// What is wrong with it; every path begins with `model`.
    pub problems: Problems,
}

/// Reads a mini-model that stands without an article from a raw tree.
pub fn parse_model(raw: Result<Raw, Fault>) -> ParsedModel {
    let mut reader = Reader::new(Kinds::ALL);
    let model = reader.in_field("model", |reader| match raw {
        Ok(raw) => {
            reader.stand_at(raw);
            reader.attempt(crate::MiniModel::read)
        }
        Err(fault) => {
            reader.report(fault);
            None
        }
    });
    ParsedModel {
        model,
        problems: reader.problems,
    }
}

/// The fields of a story that define what others refer to.
const TABLES: [(&str, &str); 3] = [
    ("sections", "section"),
    ("terms", "term"),
    ("models", "model"),
];

fn read_envelope(raw: Raw, reader: &mut Reader) -> Option<Article> {
    if let Raw::Record(fields) = &raw {
        for (name, value) in fields {
            let table = TABLES.iter().find(|(field, _)| field == name);
            if let (Some((_, what)), false) = (table, matches!(value, Raw::List(_))) {
                reader.lost_tables.push(*what);
            }
        }
    }
    reader.stand_at(raw);
    let article = reader.attempt(|reader| {
        reader.open_part(&["$schema", "schemaVersion"]);
        // Editors name the schema for completion; it says nothing about the story.
        reader.next_field();
        Version::read_field(reader);
        reader.close();
        Article::read(reader)
    });
    resolve(article?, reader)
}

/// The one version of the model that there is.
struct Version;

impl FromRaw for Version {
    fn read(reader: &mut Reader) -> Self {
        match reader.number("the number 1") {
            Some(1.0) | None => {}
            Some(_) => reader.refuse(Fault::UnknownVersion),
        }
        Self
    }
}
