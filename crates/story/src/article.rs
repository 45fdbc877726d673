use crate::json::{FromJson, FromObject, NonEmpty, Reader};
use crate::{
    ArticleId, Blocks, DateTime, Direction, FileUrl, Inlines, JsonValue, Lang, Lead, MiniModel,
    PostId, Section, SectionId, Source, Term, Text, TimeZone, Url,
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
    /// The image above the text.
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::Image>"))]
    pub lead: Option<Lead>,
    /// Text before the first heading.
    pub intro: Option<Blocks>,
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
    /// A file of terms that stories share; the story takes those that it mentions and does not define.
    pub glossary: Option<FileUrl>,
    /// What was put right since publication.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub corrections: Vec<Correction>,
    /// What changed since publication, in any order.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub changes: Vec<Change>,
    /// The reports of a story that goes on, in any order.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub posts: Vec<Post>,
    /// How the newsroom knows what it says.
    pub method: Option<Blocks>,
    /// What else the story is based on.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub references: Vec<Source>,
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
    /// The section that it mends, at whose end it stands, too.
    pub section: Option<SectionId>,
}

/// Something that changed since publication.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a change")]
pub struct Change {
    /// When it changed.
    pub date: DateTime,
    /// What changed.
    pub text: Inlines,
    /// The section that changed.
    pub section: Option<SectionId>,
}

/// A report of a story that goes on.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a post")]
pub struct Post {
    /// Names the post; part of its URL fragment.
    pub id: PostId,
    /// When it was written.
    pub time: DateTime,
    /// What it is about.
    pub title: Option<Text>,
    /// What it says.
    pub blocks: Blocks,
    /// Whether it is one of the events that a reader must know.
    pub key: Option<bool>,
    /// Whether it stays above the others.
    pub pinned: Option<bool>,
}

impl Article {
    /// Returns the posts as they are read: those that are pinned first, then the newest.
    pub fn posts_in_order(&self) -> Vec<&Post> {
        let mut posts: Vec<&Post> = self.posts.iter().collect();
        posts.sort_by_key(|post| (post.pinned == Some(true), post.time.sort_key()));
        posts.reverse();
        posts
    }

    /// Returns what changed, the newest first.
    pub fn changes_in_order(&self) -> Vec<&Change> {
        let mut changes: Vec<&Change> = self.changes.iter().collect();
        changes.sort_by_key(|change| change.date.sort_key());
        changes.reverse();
        changes
    }

    /// Returns which way the story's text runs.
    pub fn direction(&self) -> Direction {
        self.dir.unwrap_or_else(|| self.lang.direction())
    }
}
