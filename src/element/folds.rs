use std::cell::RefCell;

use web_sys::{Element, HtmlDetailsElement, HtmlElement};
use yew::AttrValue;

use super::detail::{SectionToggleDetail, SummarizeDetail, emit};
use crate::dom::{find, find_all};

/// Marks the host while it shows the summary.
pub(super) const SUMMARIZED: &str = "summarized";
/// Marks a section that was open before the summary folded it.
const WAS_OPEN: &str = "data-explainer-was-open";
const FOLDS: &str = ".explainer-section > details";

/// Opens and closes the sections of one element. What is open stands in the DOM, and so does what
/// was open before the summary.
pub(super) struct Folds {
    host: HtmlElement,
    prefix: AttrValue,
    // Only to tell a change from the `toggle` that browsers fire for a fold born open.
    last_seen: RefCell<Vec<(HtmlDetailsElement, bool)>>,
}

impl Folds {
    pub fn new(host: &HtmlElement, prefix: AttrValue) -> Self {
        let folds = Self {
            host: host.clone(),
            prefix,
            last_seen: RefCell::default(),
        };
        let seen = folds.all().into_iter().map(|fold| {
            let is_open = fold.open();
            (fold, is_open)
        });
        *folds.last_seen.borrow_mut() = seen.collect();
        folds
    }

    pub fn can_summarize(&self) -> bool {
        find::<Element>(&self.host, ".explainer-summary, .explainer-gist").is_some()
    }

    pub fn is_summarizing(&self) -> bool {
        self.host.has_attribute(SUMMARIZED)
    }

    pub fn all_are_open(&self) -> bool {
        self.all().iter().all(HtmlDetailsElement::open)
    }

    /// Opens every section, or closes them all where all are open.
    pub fn toggle_all(&self) {
        let open = !self.all_are_open();
        for fold in self.all() {
            fold.set_open(open);
        }
    }

    /// Shows the summary and folds the sections, or gives back what was open before.
    pub fn toggle_summary(&self) {
        let summarizing = !self.is_summarizing();
        // Fails only for a name that is no attribute name.
        let _ = self
            .host
            .toggle_attribute_with_force(SUMMARIZED, summarizing);
        for fold in self.all() {
            if summarizing {
                let _ = fold.toggle_attribute_with_force(WAS_OPEN, fold.open());
                fold.set_open(false);
            } else {
                fold.set_open(fold.has_attribute(WAS_OPEN));
                let _ = fold.remove_attribute(WAS_OPEN);
            }
        }
        emit(
            &self.host,
            "explainer-summarize",
            &SummarizeDetail { summarizing },
        );
    }

    /// Tells the page about a section that was opened or closed, by whatever means.
    pub fn on_toggle(&self, target: &Element) {
        let changed = self
            .last_seen
            .borrow_mut()
            .iter_mut()
            .find(|(fold, was_open)| {
                let fold: &Element = fold;
                fold == target && *was_open != target.has_attribute("open")
            })
            .map(|(fold, was_open)| {
                *was_open = !*was_open;
                (section_of(fold, &self.prefix), *was_open)
            });
        if let Some((section, open)) = changed {
            emit(
                &self.host,
                "explainer-section-toggle",
                &SectionToggleDetail { section, open },
            );
        }
    }

    fn all(&self) -> Vec<HtmlDetailsElement> {
        find_all(&self.host, FOLDS)
    }
}

/// Returns the id of the section that `fold` folds.
fn section_of(fold: &Element, prefix: &str) -> String {
    let anchor: Option<Element> = find(fold, ".explainer-anchor");
    let id = anchor.map(|anchor| anchor.id()).unwrap_or_default();
    id.strip_prefix(prefix).unwrap_or(&id).into()
}
