use std::cell::{Cell, RefCell};
use std::rc::Rc;

use explainer_i18n::{Labels, Locale};
use explainer_story::{
    Article, Block, Index, MiniModel, ModelId, Section, SectionId, Term, TermId, Url,
};
use yew::{AttrValue, Html};

use super::elements::ElementViews;
use super::models::StaticModels;

/// Level of the story's headline in the page's outline, 1 to 5; sections are one level below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeadingLevel(u8);

/// Begins the anchors of terms, and of the widget's own parts.
const TERM: &str = "term-";
const PART: &str = "explainer-";
/// The widget's own parts that have an anchor.
const PARTS: [&str; 9] = [
    "summary",
    "glossary",
    "corrections",
    "notes",
    "changes",
    "posts",
    "method",
    "sources",
    "closed",
];

/// How a story is to be rendered into its page.
pub struct RenderOptions {
    /// Level of the headline in the page's outline.
    pub level: HeadingLevel,
    /// Begins every anchor, so that two stories on one page share none; empty, or begins with a letter.
    pub prefix: AttrValue,
    /// Renders the mini-models. Without it each is its fallback text, until its element plays it.
    pub models: Option<StaticModels>,
    /// Renders elements; none for a story that is known to have none.
    pub elements: Option<ElementViews>,
}

impl Default for RenderOptions {
    fn default() -> Self {
        Self {
            level: HeadingLevel::default(),
            prefix: AttrValue::default(),
            models: None,
            elements: Some(ElementViews::all()),
        }
    }
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
    mentions: RefCell<Vec<Mentions>>,
    begun_notes: Cell<usize>,
    notes: RefCell<Vec<(usize, Vec<Html>)>>,
    // How many anchors have been made that are told apart by a number alone.
    numbered: Cell<usize>,
}

/// Where running text is.
pub(super) enum TextContext {
    /// In the story's body, under this heading; the glossary links back to the mentions in it.
    Body { heading: Rc<str> },
    /// In a definition or a summary, which the glossary does not link back to.
    Aside,
}

/// How many sections a definition links back to, in the page and in the popover. The tools list the others
/// when the reader asks: in a long story there are thousands.
pub const LISTED_SECTIONS: usize = 8;

/// Where the story's body mentions a term.
#[derive(Clone, Default)]
pub(super) struct Mentions {
    /// The first mention in each of the first sections, in reading order.
    pub listed: Vec<Mention>,
    /// How many sections mention the term.
    pub sections: usize,
    count: usize,
    last_heading: Option<Rc<str>>,
}

/// What is known of a mention when it is rendered.
#[derive(Default)]
pub(super) struct RecordedMention {
    /// Its anchor, if the definition links back to it.
    pub anchor: Option<AttrValue>,
    /// Whether it is the term's first in the story.
    pub is_first: bool,
    /// Whether its section has mentioned the term before.
    pub is_again: bool,
}

/// A mention that the definition links back to.
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
            mentions: RefCell::new(vec![Mentions::default(); article.terms.len()]),
            begun_notes: Cell::default(),
            notes: RefCell::default(),
            numbered: Cell::default(),
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

    /// Returns whether a section shows a mini-model, not only a definition.
    pub fn is_in_section(&self, id: &ModelId) -> bool {
        let mut blocks = self
            .article
            .sections
            .iter()
            .flat_map(|section| section.blocks.iter());
        blocks.any(|block| matches!(block, Block::Model(shown) if shown == id))
    }

    /// Returns what renders elements, where the story may have any.
    pub fn elements(&self) -> Option<ElementViews> {
        self.options.elements
    }

    /// Returns what renders the mini-models, where they are rendered with the story.
    pub fn models(&self) -> Option<&StaticModels> {
        self.options.models.as_ref()
    }

    /// Returns the anchor of one of the widget's own parts.
    pub fn part_anchor(&self, part: &str) -> AttrValue {
        self.anchor(&[PART, part])
    }

    pub fn section_anchor(&self, id: &SectionId) -> AttrValue {
        section_anchor(&self.options.prefix, id).into()
    }

    /// Returns the anchor of a part that the story has once for each `id`; `kind` ends in a hyphen.
    pub fn named_anchor(&self, kind: &str, id: &str) -> AttrValue {
        self.anchor(&[PART, kind, id])
    }

    /// Returns an anchor that nothing outside its element refers to.
    pub fn numbered_anchor(&self, kind: &str) -> AttrValue {
        let number = self.numbered.get() + 1;
        self.numbered.set(number);
        self.anchor(&[PART, kind, "-", &number.to_string()])
    }

    /// Returns the number of a footnote whose sign is rendered now, from 1.
    pub fn begin_note(&self) -> usize {
        let number = self.begun_notes.get() + 1;
        self.begun_notes.set(number);
        number
    }

    /// Records the words of a footnote.
    pub fn record_note(&self, number: usize, words: Vec<Html>) {
        self.notes.borrow_mut().push((number, words));
    }

    /// Returns the footnotes recorded since the last call, in the order of their signs.
    pub fn take_notes(&self) -> Vec<(usize, Vec<Html>)> {
        let mut notes = self.notes.take();
        notes.sort_by_key(|(number, _)| *number);
        notes
    }

    /// Returns the anchor of a section's heading, which names the section's disclosure.
    pub fn heading_anchor(&self, id: &SectionId) -> AttrValue {
        self.anchor(&[PART, "heading-", id.as_str()])
    }

    /// Returns where a link leads: `#id` of a section is the section's anchor, whatever that is called here.
    pub fn address(&self, url: &Url) -> AttrValue {
        let named = url.as_str().strip_prefix('#').and_then(|id| {
            let mut sections = self.article.sections.iter();
            sections.find(|section| section.id.as_str() == id)
        });
        match named {
            Some(section) => fragment(&self.section_anchor(&section.id)),
            None => url.shared().into(),
        }
    }

    pub fn term_anchor(&self, id: &TermId) -> AttrValue {
        self.anchor(&[TERM, id.as_str()])
    }

    /// Records a mention in the section of that heading.
    pub fn record_mention(&self, term: &TermId, heading: &Rc<str>) -> RecordedMention {
        let mut mentions = self.mentions.borrow_mut();
        let index = self.index.term_index(term);
        let Some(of_term) = index.and_then(|index| mentions.get_mut(index)) else {
            return RecordedMention::default();
        };
        of_term.count += 1;
        let mut recorded = RecordedMention {
            is_first: of_term.count == 1,
            ..RecordedMention::default()
        };
        // Two sections may have equal headings.
        let last = of_term.last_heading.as_ref();
        if last.is_some_and(|last| Rc::ptr_eq(last, heading)) {
            recorded.is_again = true;
            return recorded;
        }
        of_term.last_heading = Some(Rc::clone(heading));
        of_term.sections += 1;
        if of_term.sections > LISTED_SECTIONS {
            return recorded;
        }
        let number = of_term.count.to_string();
        let anchor = self.anchor(&["ref-", term.as_str(), "-", &number]);
        of_term.listed.push(Mention {
            anchor: anchor.clone(),
            heading: Rc::clone(heading),
        });
        recorded.anchor = Some(anchor);
        recorded
    }

    /// Returns where a term was mentioned in what has been rendered so far.
    pub fn mentions_of(&self, term: &TermId) -> Mentions {
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
        anchors.push(section_anchor(prefix, &section.id));
    }
    for term in &article.terms {
        anchors.push([prefix, TERM, term.id.as_str()].concat());
    }
    for part in PARTS {
        anchors.push([prefix, PART, part].concat());
    }
    anchors
}

/// Returns the anchor of a section: its id, and before one that begins with no letter `explainer-`. Pages look
/// for `location.hash` as a CSS selector, and `#2025` is none.
fn section_anchor(prefix: &str, id: &SectionId) -> String {
    let id = id.as_str();
    let is_selector = !prefix.is_empty() || id.starts_with(|c: char| c.is_ascii_lowercase());
    [prefix, if is_selector { "" } else { PART }, id].concat()
}

/// Returns the address of an anchor on this page.
pub(super) fn fragment(anchor: &AttrValue) -> AttrValue {
    ["#", anchor.as_str()].concat().into()
}
