use explainer_i18n::{ModelLocale, native_locale};
use explainer_story::json::Reader;
use explainer_story::{Article, ProblemKind, Problems, parse_json};

use crate::failure::Failure;
use crate::glossary::Glossary;

/// A story, as far as it could be read, and everything wrong with it.
pub struct Reading {
    readable: Option<Article>,
    /// What is wrong with the story and with its mini-models.
    pub problems: Problems,
}

impl Reading {
    /// Returns the story where nothing must be corrected.
    pub fn article(&self) -> Option<&Article> {
        self.readable
            .as_ref()
            .filter(|_| !self.problems.has_errors())
    }

    /// Returns the same as [`Self::article`], without the problems.
    pub fn into_article(self) -> Option<Article> {
        let has_errors = self.problems.has_errors();
        self.readable.filter(|_| !has_errors)
    }
}

/// Reads a story's JSON, with the terms that it mentions of `glossary`.
pub fn read(story: &str, glossary: Option<&Glossary>) -> Reading {
    let completed = glossary.map(|glossary| glossary.add_to(story));
    let parsed = parse_json(completed.as_deref().unwrap_or(story));
    let mut problems = parsed.problems;
    if let Some(article) = &parsed.article {
        explainer_models::check(article, &mut problems);
        check_time_zone(article, &mut problems);
    }
    Reading {
        readable: parsed.article,
        problems,
    }
}

/// The browser takes any name that is written as a zone's is; the data for search engines need the zone itself.
fn check_time_zone(article: &Article, problems: &mut Problems) {
    let Some(zone) = &article.time_zone else {
        return;
    };
    if jiff::tz::TimeZone::get(zone.as_str()).is_err() {
        let mut reader = Reader::default();
        reader.report_in("timeZone", ProblemKind::BadTimeZone(zone.as_str().into()));
        problems.extend(reader.into_problems());
    }
}

/// Returns how the story's language is written.
///
/// # Errors
/// Where the data that are compiled in have no English, which no release lacks.
pub fn locale(article: &Article) -> Result<ModelLocale, Failure> {
    Ok(native_locale(article.lang.as_str(), article.direction())?)
}
