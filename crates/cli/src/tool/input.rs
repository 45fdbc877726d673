use std::path::Path;

use explainer_story::Article;

use super::arguments::Stories;
use crate::failure::Failure;
use crate::glossary::Glossary;
use crate::story::{self, Reading};
use crate::system::System;

/// Reads every story before any is written, so that a bad one leaves everything as it was. Warnings go to standard
/// error.
///
/// # Errors
/// Every problem of every story where any must be corrected; or the first file that cannot be read.
pub fn read_all(stories: &Stories, system: &dyn System) -> Result<Vec<Article>, Failure> {
    let shared = read_shared_glossary(stories, system)?;
    let mut articles = Vec::new();
    let mut refused = Vec::new();
    for name in stories.names() {
        let reading = read(&name, shared.as_ref(), system)?;
        let lines = lines(&name, &reading);
        match reading.into_article() {
            Some(article) => {
                for line in lines {
                    system.tell(&line);
                }
                articles.push(article);
            }
            None => refused.extend(lines),
        }
    }
    if refused.is_empty() {
        Ok(articles)
    } else {
        Err(Failure::BadStories(refused))
    }
}

/// Returns the file of `--glossary`.
///
/// # Errors
/// Where it cannot be read, or is no glossary.
pub fn read_shared_glossary(
    stories: &Stories,
    system: &dyn System,
) -> Result<Option<Glossary>, Failure> {
    let name = stories.glossary.as_deref();
    name.map(|name| read_glossary(name, system)).transpose()
}

/// Reads one story, with the terms that it mentions of `shared`, or else of the glossary that it names itself.
///
/// # Errors
/// Where a file cannot be read.
pub fn read(
    name: &Path,
    shared: Option<&Glossary>,
    system: &dyn System,
) -> Result<Reading, Failure> {
    let story = text(name, system)?;
    let own = match shared {
        Some(_) => None,
        None => read_own_glossary(&story, name, system)?,
    };
    Ok(story::read(&story, shared.or(own.as_ref())))
}

/// Returns what is wrong with a story, a line each.
pub fn lines(name: &Path, reading: &Reading) -> Vec<String> {
    let problems = &reading.problems;
    let line = |problem| format!("{}: {problem}", name.display());
    let mut lines: Vec<String> = problems.list().iter().map(line).collect();
    if problems.unlisted() > 0 {
        lines.push(format!(
            "{}: and {} more",
            name.display(),
            problems.unlisted()
        ));
    }
    lines
}

fn read_glossary(name: &Path, system: &dyn System) -> Result<Glossary, Failure> {
    Glossary::from_json(&text(name, system)?).ok_or_else(|| Failure::NoGlossary(name.into()))
}

/// Reads the glossary that a story names: a path that begins where the story is.
fn read_own_glossary(
    story: &str,
    name: &Path,
    system: &dyn System,
) -> Result<Option<Glossary>, Failure> {
    let Some(address) = Glossary::address_in(story) else {
        return Ok(None);
    };
    if address.contains(':') || address.starts_with('/') {
        return Err(Failure::FarGlossary {
            story: name.into(),
            address,
        });
    }
    let folder = name.parent().unwrap_or(Path::new(""));
    read_glossary(&folder.join(address), system).map(Some)
}

/// Returns the text of a file, of standard input for `-`.
///
/// # Errors
/// Where it cannot be read, or is no UTF-8.
pub fn text(name: &Path, system: &dyn System) -> Result<String, Failure> {
    let bytes = if name == Path::new("-") {
        system.read_standard_input()
    } else {
        system.read(name)
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
