use crate::json::{FromJson, FromObject, NonEmpty, Reader};
use crate::{Blocks, Image, Inlines, JsonValue, Lang, QuestionId, Source, Text, Url};

/// Links to other pages.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a related block")]
pub struct Related {
    /// What the links are about.
    pub heading: Option<Text>,
    /// The links.
    pub links: NonEmpty<RelatedLink>,
}

/// A link to another page.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a link with a title")]
pub struct RelatedLink {
    /// The headline of the other page.
    pub title: Text,
    /// The language of the title, where it is not the story's.
    pub lang: Option<Lang>,
    /// Its address.
    pub url: Url,
    /// What it says, in a line.
    pub line: Option<Text>,
    /// An image beside the title.
    pub image: Option<Image>,
}

/// A sentence of the story set large, for those who look over the page.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a pull quote")]
pub struct PullQuote {
    /// The words.
    pub text: Inlines,
    /// Whose words they are.
    pub attribution: Option<Text>,
    /// Whether the words stand in the text, too. Left out, they do, and screen readers and feeds leave the pull
    /// quote out.
    pub repeats: Option<bool>,
}

/// A box beside the story.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "an aside")]
pub struct Aside {
    /// What the box is about.
    pub heading: Text,
    /// What the box is. Left out, a factbox.
    pub role: Option<AsideRole>,
    /// Whether the box is closed at first. Left out, it is not, and cannot be closed.
    pub folded: Option<bool>,
    /// What the box says.
    pub blocks: Blocks,
}

/// What a box beside the story is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "kebab-case"))]
pub enum AsideRole {
    /// Facts in short.
    Factbox,
    /// What came before.
    Guide,
    /// Who somebody is.
    Profile,
    /// What the newsroom says about the story.
    Note,
}

/// Questions with their answers.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "questions and answers")]
pub struct QAndA {
    /// The questions, in reading order.
    pub questions: NonEmpty<Question>,
}

/// A question with its answer.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a question")]
pub struct Question {
    /// Names the question; part of its URL fragment.
    pub id: QuestionId,
    /// The question.
    pub question: Text,
    /// The answer.
    pub answer: Blocks,
    /// Whether the answer is open at first. Left out, it is not.
    pub open: Option<bool>,
}

/// Who says what, side by side.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "views")]
pub struct Views {
    /// What they are asked.
    pub question: Text,
    /// What all agree on.
    pub agreed: Option<Inlines>,
    /// What each says.
    pub views: NonEmpty<View>,
}

/// What one side says.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a view")]
pub struct View {
    /// Who says it.
    pub who: Text,
    /// What they are.
    pub role: Option<Text>,
    /// What they say.
    pub claims: NonEmpty<Claim>,
}

/// Something that somebody says.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a claim")]
pub struct Claim {
    /// What they say.
    pub text: Inlines,
    /// Where they say it.
    pub source: Option<Source>,
}

impl AsideRole {
    /// Returns the word for it in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Factbox => "factbox",
            Self::Guide => "guide",
            Self::Profile => "profile",
            Self::Note => "note",
        }
    }
}

impl FromJson for AsideRole {
    const EXPECTED: &'static str = "factbox, guide, profile or note";

    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self> {
        let words = ["factbox", "guide", "profile", "note"];
        Some(match reader.word(value, Self::EXPECTED, &words)? {
            0 => Self::Factbox,
            1 => Self::Guide,
            2 => Self::Profile,
            _ => Self::Note,
        })
    }
}
