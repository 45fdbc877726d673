use explainer_dom::events::{Detail, emit};
use explainer_dom::{find, find_all};
use js_sys::WeakSet;
use web_sys::{Element, HtmlDetailsElement, HtmlElement};
use yew::AttrValue;

/// Marks the host while it shows the summary.
pub(super) const SUMMARIZED: &str = "summarized";
/// Marks a section that was open before the summary folded it.
const WAS_OPEN: &str = "data-explainer-was-open";
const FOLDS: &str = ".explainer-section > details";
const CLOSED: &str = ".explainer-section > details:not([open])";

/// Opens and closes the sections of one element. What is open stands in the DOM, and so does what
/// was open before the summary.
pub(super) struct Folds {
    host: HtmlElement,
    prefix: AttrValue,
    // Those last seen open: only to tell a change from the `toggle` that browsers fire for a fold
    // born open.
    seen_open: WeakSet,
}

impl Folds {
    pub fn new(host: &HtmlElement, prefix: AttrValue) -> Self {
        let folds = Self {
            host: host.clone(),
            prefix,
            seen_open: WeakSet::new(),
        };
        for fold in folds.all() {
            if fold.open() {
                folds.seen_open.add(&fold);
            }
        }
        folds
    }

    pub fn can_summarize(&self) -> bool {
        find::<Element>(&self.host, ".explainer-summary, .explainer-gist").is_some()
    }

    pub fn is_summarizing(&self) -> bool {
        self.host.has_attribute(SUMMARIZED)
    }

    pub fn all_are_open(&self) -> bool {
        find::<Element>(&self.host, CLOSED).is_none()
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
            &Detail::default().with("summarizing", summarizing),
        );
    }

    /// Tells the page about a section that was opened or closed, by whatever means.
    pub fn on_toggle(&self, target: &Element) {
        let open = target.has_attribute("open");
        let is_fold = target.matches(FOLDS).unwrap_or(false);
        if !is_fold || open == self.seen_open.has(target) {
            return;
        }
        if open {
            self.seen_open.add(target);
        } else {
            self.seen_open.delete(target);
        }
        let section = section_of(target, &self.prefix);
        emit(
            &self.host,
            "explainer-section-toggle",
            &Detail::default()
                .with("section", section)
                .with("open", open),
        );
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
