use std::cell::RefCell;
use std::rc::Rc;

use explainer_story::{Article, MiniModel, ModelId, SectionId, Term, TermId};
use yew::AttrValue;

use super::article::Frame;
use explainer_i18n::Labels;

/// Level of the story's headline in the page's outline, 1 to 5; sections are one level below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeadingLevel(u8);

/// Begins the anchors of terms, and of the widget's own parts.
const TERM: &str = "term-";
const PART: &str = "explainer-";
/// The widget's own parts that have an anchor.
const PARTS: [&str; 3] = ["summary", "glossary", "corrections"];

/// One drawing of one story: what every part of the view needs to know, and the mentions drawn so
/// far, which the glossary links back to.
pub(super) struct Drawing<'a> {
    pub article: &'a Article,
    pub labels: &'static Labels,
    frame: Frame,
    // In the order of the story's terms.
    mentions: RefCell<Vec<Vec<Mention>>>,
}

/// Where running text stands.
pub(super) enum Place {
    /// In the story, under this heading; the glossary links back to the mentions in it.
    Story(Rc<str>),
    /// In a definition or a summary, which no mention leads back to.
    Aside,
}

/// A place where a term stands in the story.
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

impl<'a> Drawing<'a> {
    pub fn new(article: &'a Article, frame: Frame) -> Self {
        Self {
            article,
            labels: Labels::for_lang(article.lang.as_str()),
            frame,
            mentions: RefCell::new(article.terms.iter().map(|_| Vec::new()).collect()),
        }
    }

    /// Returns the tag of a heading `below` levels under the headline.
    pub fn heading(&self, below: u8) -> &'static str {
        self.frame.level.tag(below)
    }

    pub fn term(&self, id: &TermId) -> Option<&'a Term> {
        self.article.terms.iter().find(|term| term.id == *id)
    }

    pub fn model(&self, id: &ModelId) -> Option<&'a MiniModel> {
        self.article.models.iter().find(|model| model.id == *id)
    }

    /// Returns what draws the mini-models, where they are drawn.
    pub fn models(&self) -> Option<&super::StaticModels> {
        self.frame.models.as_ref()
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

    /// Notes a mention at `place`; returns its anchor and whether it is the term's first.
    pub fn mention(&self, term: &TermId, heading: &Rc<str>) -> (Option<AttrValue>, bool) {
        let mut mentions = self.mentions.borrow_mut();
        let Some(of_term) = self
            .place_of(term)
            .and_then(|place| mentions.get_mut(place))
        else {
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

    /// Returns the mentions of a term drawn so far, in reading order.
    pub fn mentions_of(&self, term: &TermId) -> Vec<Mention> {
        let mentions = self.mentions.borrow();
        let of_term = self.place_of(term).and_then(|place| mentions.get(place));
        of_term.cloned().unwrap_or_default()
    }

    fn place_of(&self, id: &TermId) -> Option<usize> {
        self.article.terms.iter().position(|term| term.id == *id)
    }

    fn anchor(&self, parts: &[&str]) -> AttrValue {
        let mut anchor = String::from(self.frame.prefix.as_str());
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
