use std::io::Read;
use std::path::{Path, PathBuf};

use explainer_story::{Article, parse_json};
use serde_json::Value;

use crate::failure::Failure;
use crate::glossary::add_terms;
use crate::output;

/// Reads every story, with the terms that it mentions of the file `glossary`, or else of the one that it names
/// itself. Warnings go to standard error.
///
/// # Errors
/// Every problem of every story where any must be corrected; or the first file that cannot be read.
pub fn read_all(names: &[PathBuf], glossary: Option<&Path>) -> Result<Vec<Article>, Failure> {
    let shared = glossary.map(read_glossary).transpose()?;
    let mut articles = Vec::new();
    let mut refused = Vec::new();
    for name in names {
        let mut story = read(name)?;
        let own = match &shared {
            Some(_) => None,
            None => read_own_glossary(&story, name)?,
        };
        if let Some(shared) = shared.as_ref().or(own.as_ref()) {
            story = add_terms(&story, shared);
        }
        let parsed = parse_json(&story);
        let mut problems = parsed.problems;
        if let Some(article) = &parsed.article {
            explainer_models::check(article, &mut problems);
        }
        let mut lines: Vec<String> = problems
            .list()
            .iter()
            .map(|problem| format!("{}: {problem}", name.display()))
            .collect();
        if problems.unlisted() > 0 {
            lines.push(format!(
                "{}: and {} more",
                name.display(),
                problems.unlisted()
            ));
        }
        match parsed.article {
            Some(article) if !problems.has_errors() => {
                for line in lines {
                    output::tell(&line);
                }
                articles.push(article);
            }
            _ => refused.extend(lines),
        }
    }
    if refused.is_empty() {
        Ok(articles)
    } else {
        Err(Failure::BadStories(refused))
    }
}

fn read_glossary(name: &Path) -> Result<Value, Failure> {
    let glossary: Option<Value> = serde_json::from_str(&read(name)?).ok();
    let has_terms = |glossary: &Value| glossary.get("terms").is_some_and(Value::is_array);
    glossary
        .filter(has_terms)
        .ok_or_else(|| Failure::NoGlossary(name.into()))
}

/// Reads the glossary that a story names: a path that begins where the story is. What is no text is told when the
/// story is read.
fn read_own_glossary(story: &str, name: &Path) -> Result<Option<Value>, Failure> {
    let fields: Option<Value> = serde_json::from_str(story).ok();
    let named = fields
        .as_ref()
        .and_then(|fields| fields.get("glossary")?.as_str());
    let Some(address) = named else {
        return Ok(None);
    };
    if address.contains(':') || address.starts_with('/') {
        return Err(Failure::FarGlossary {
            story: name.into(),
            address: address.into(),
        });
    }
    let folder = name.parent().unwrap_or(Path::new(""));
    read_glossary(&folder.join(address)).map(Some)
}

fn read(name: &Path) -> Result<String, Failure> {
    let bytes = if name == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(name)
    };
    let bytes = bytes.map_err(|cause| Failure::Unreadable {
        file: name.into(),
        cause,
    })?;
    let encoding = foreign_encoding(&bytes);
    let wrong = || Failure::Encoding {
        file: name.into(),
        encoding: encoding.unwrap_or("an encoding that is not UTF-8"),
    };
    if encoding.is_some() {
        return Err(wrong());
    }
    // A byte order mark is no part of the text, as in browsers.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    String::from_utf8(bytes.to_vec()).map_err(|_| wrong())
}

/// Returns the name of the encoding that a text begins as, where it is not UTF-8: a mark says so, or every second
/// byte of its first letters is zero.
fn foreign_encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => Some("UTF-32"),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, _, 0, ..] | [_, 0, _, 0, ..] => Some("UTF-16"),
        _ => None,
    }
}
