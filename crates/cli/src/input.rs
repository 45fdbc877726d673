use std::io::Read;
use std::path::{Path, PathBuf};

use explainer_story::{Article, parse_json};

use crate::failure::Failure;
use crate::output;

/// Reads every story. Warnings go to standard error.
///
/// # Errors
/// Every problem of every story where any must be corrected; or the first file that cannot be read.
pub fn read_all(names: &[PathBuf]) -> Result<Vec<Article>, Failure> {
    let mut articles = Vec::new();
    let mut refused = Vec::new();
    for name in names {
        let parsed = parse_json(&read(name)?);
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

fn read(name: &Path) -> Result<String, Failure> {
    let text = if name == Path::new("-") {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        std::fs::read_to_string(name)
    };
    let text = text.map_err(|cause| Failure::Unreadable {
        file: name.into(),
        cause,
    })?;
    // A byte order mark is no part of the text, as in browsers.
    Ok(text
        .strip_prefix('\u{feff}')
        .map(Into::into)
        .unwrap_or(text))
}
