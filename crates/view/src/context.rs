use std::cell::RefCell;
use std::rc::Rc;

use explainer_i18n::{Labels, Locale};
use explainer_story::{Article, Index, MiniModel, ModelId, Section, SectionId, Term, TermId};
use yew::AttrValue;

use super::models::StaticModels;

/// Level of the story's headline in the page's outline, 1 to 5; sections are one level below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeadingLevel(u8);

/// Begins the anchors of terms, and of the widget's own parts.
const TERM: &str = "term-";
const PART: &str = "explainer-";
/// The widget's own parts that have an anchor.
const PARTS: [&str; 3] = ["summary", "glossary", "corrections"];

/// How a story is to be rendered into its page.
#[derive(Default)]
pub struct RenderOptions {
    /// Level of the headline in the page's outline.
    pub level: HeadingLevel,
    /// Begins every anchor, so that two stories on one page share none.
    pub prefix: AttrValue,
    /// Renders the mini-models. Without it each is its fallback text.
    pub models: Option<StaticModels>,
}

/// What every view of one story needs to know, and the mentions rendered so far, which the glossary
/// links back to.
pub(super) struct RenderContext<'a> {
    pub article: &'a Article,
    pub locale: &'a Locale,
    pub labels: &'static Labels,
    options: RenderOptions,
    index: Index<'a>,
    // In the order of the story's terms.
    mentions: RefCell<Vec<Vec<Mention>>>,
}

/// Where running text is.
pub(super) enum TextContext {
    /// In the story's body, under this heading; the glossary links back to the mentions in it.
    Body { heading: Rc<str> },
    /// In a definition or a summary, which the glossary does not link back to.
    Aside,
}

/// A mention of a term in the story.
#[derive(Clone)]
pub(super) struct Mention {
    pub anchor: AttrValue,
    pub heading: Rc<str>,
}

impl HeadingLevel {
    /// Returns the tag of a heading `below` levels under the headline.
    fn tag(self, below: u8) -> &'static str {
        match self.0 + below {
            1 => "h1",
            2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        }
    }
}

impl Default for HeadingLevel {
    fn default() -> Self {
        Self(1)
    }
}

impl TryFrom<f64> for HeadingLevel {
    type Error = ();

    fn try_from(level: f64) -> Result<Self, ()> {
        let known = [1_u8, 2, 3, 4, 5];
        let level = known.into_iter().find(|known| f64::from(*known) == level);
        level.map(Self).ok_or(())
    }
}

impl<'a> RenderContext<'a> {
    pub fn new(article: &'a Article, locale: &'a Locale, options: RenderOptions) -> Self {
        Self {
            article,
            locale,
            labels: locale.labels,
            options,
            index: Index::new(article),
            mentions: RefCell::new(article.terms.iter().map(|_| Vec::new()).collect()),
        }
    }

    /// Returns the tag of a heading `below` levels under the headline.
    pub fn heading(&self, below: u8) -> &'static str {
        self.options.level.tag(below)
    }

    pub fn section(&self, id: &SectionId) -> Option<&'a Section> {
        self.index.section(id)
    }

    pub fn term(&self, id: &TermId) -> Option<&'a Term> {
        self.index.term(id)
    }

    /// Returns a mini-model and its index in the story.
    pub fn model(&self, id: &ModelId) -> Option<(usize, &'a MiniModel)> {
        self.index.model(id)
    }

    /// Returns what renders the mini-models, where the page has them.
    pub fn models(&self) -> Option<&StaticModels> {
        self.options.models.as_ref()
    }

    /// Returns the anchor of one of the widget's own parts.
    pub fn part_anchor(&self, part: &str) -> AttrValue {
        self.anchor(&[PART, part])
    }

    pub fn section_anchor(&self, id: &SectionId) -> AttrValue {
        self.anchor(&[id.as_str()])
    }

    pub fn term_anchor(&self, id: &TermId) -> AttrValue {
        self.anchor(&[TERM, id.as_str()])
    }

    /// Records a mention under `heading`; returns its anchor and whether it is the term's first.
    pub fn record_mention(&self, term: &TermId, heading: &Rc<str>) -> (Option<AttrValue>, bool) {
        let mut mentions = self.mentions.borrow_mut();
        let index = self.index.term_index(term);
        let Some(of_term) = index.and_then(|index| mentions.get_mut(index)) else {
            return (None, false);
        };
        let number = (of_term.len() + 1).to_string();
        let anchor = self.anchor(&["ref-", term.as_str(), "-", &number]);
        of_term.push(Mention {
            anchor: anchor.clone(),
            heading: Rc::clone(heading),
        });
        (Some(anchor), of_term.len() == 1)
    }

    /// Returns the mentions of a term rendered so far, in reading order.
    pub fn mentions_of(&self, term: &TermId) -> Vec<Mention> {
        let mentions = self.mentions.borrow();
        let index = self.index.term_index(term);
        let of_term = index.and_then(|index| mentions.get(index));
        of_term.cloned().unwrap_or_default()
    }

    fn anchor(&self, parts: &[&str]) -> AttrValue {
        let mut anchor = String::from(self.options.prefix.as_str());
        anchor.extend(parts.iter().copied());
        anchor.into()
    }
}

/// Returns the anchors by which a story under that prefix would clash with another.
pub fn anchors(article: &Article, prefix: &str) -> Vec<String> {
    let mut anchors = Vec::new();
    for section in article.sections.iter() {
        anchors.push([prefix, section.id.as_str()].concat());
    }
    for term in &article.terms {
        anchors.push([prefix, TERM, term.id.as_str()].concat());
    }
    for part in PARTS {
        anchors.push([prefix, PART, part].concat());
    }
    anchors
}

/// Returns the address of an anchor on this page.
pub(super) fn fragment(anchor: &AttrValue) -> AttrValue {
    ["#", anchor.as_str()].concat().into()
}
