use crate::json::{FromJson, FromObject, NonEmpty, Reader};
use crate::{
    ArticleId, DateTime, Direction, Inlines, JsonValue, Lang, MiniModel, Section, SectionId,
    Source, Term, Text, TimeZone, Url,
};

/// A whole story. Every id in it is unique among its kind and every reference leads somewhere.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schema",
    schemars(deny_unknown_fields, rename_all = "camelCase")
)]
#[json(expected = "an article")]
pub struct Article {
    /// Names the story.
    pub id: ArticleId,
    /// The story's language.
    pub lang: Lang,
    /// Which way the text runs. Left out: as its language is usually written.
    pub dir: Option<Direction>,
    /// The headline.
    pub headline: Text,
    /// One or two sentences below the headline.
    pub standfirst: Option<Inlines>,
    /// Who wrote it, in the words of the page. Left out, the names of the authors.
    pub byline: Option<Text>,
    /// Who wrote it, one by one, for search engines and links.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub authors: Vec<Author>,
    /// When it was published.
    pub published: Option<DateTime>,
    /// When it was last changed.
    pub updated: Option<DateTime>,
    /// The time zone of the times that have no offset from UTC.
    pub time_zone: Option<TimeZone>,
    /// What the story is based on.
    pub source: Option<Source>,
    /// The story in a few points.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub summary: Vec<SummaryPoint>,
    /// The parts of the story, in reading order. The first one is the lead.
    pub sections: NonEmpty<Section>,
    /// The glossary.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub terms: Vec<Term>,
    /// The mini-models that blocks and terms refer to.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub models: Vec<MiniModel>,
    /// What was put right since publication.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub corrections: Vec<Correction>,
}

/// Somebody who wrote the story.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "an author")]
pub struct Author {
    /// The name.
    pub name: Text,
    /// What the author is; a person where it is left out.
    pub kind: Option<AuthorKind>,
    /// What the author does, such as "economics correspondent".
    pub role: Option<Text>,
    /// A page about the author.
    pub url: Option<Url>,
}

/// What an author is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "kebab-case"))]
pub enum AuthorKind {
    /// A person.
    Person,
    /// An organization, such as a newsroom or a news agency.
    Organization,
}

impl FromJson for AuthorKind {
    const EXPECTED: &'static str = "person or organization";

    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self> {
        Some(
            match reader.word(value, Self::EXPECTED, &["person", "organization"])? {
                0 => Self::Person,
                _ => Self::Organization,
            },
        )
    }
}

/// One point of the summary.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a summary point")]
pub struct SummaryPoint {
    /// What it says.
    pub text: Inlines,
    /// The section that supports it.
    pub section: SectionId,
}

/// A published correction.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a correction")]
pub struct Correction {
    /// When it was made.
    pub date: DateTime,
    /// What was wrong and what is right.
    pub text: Inlines,
}

impl Article {
    /// Returns which way the story's text runs.
    pub fn direction(&self) -> Direction {
        self.dir.unwrap_or_else(|| self.lang.direction())
    }
}
