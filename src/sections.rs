use explainer_dom::events::{Detail, emit};
use explainer_dom::{find, find_all};
use js_sys::WeakSet;
use web_sys::{Element, HtmlDetailsElement, HtmlElement};
use yew::AttrValue;

/// Marks the host while it shows the summary.
pub(super) const SUMMARIZED: &str = "summarized";
/// Marks a section that was open before the summary closed it.
const WAS_OPEN: &str = "data-explainer-was-open";
const DETAILS: &str = ".explainer-section > details";
const CLOSED: &str = ".explainer-section > details:not([open])";

/// Opens and closes the sections of one element. What is open is kept in the DOM, and so is what was
/// open before the summary.
pub(super) struct Sections {
    host: HtmlElement,
    prefix: AttrValue,
    // Those last seen open: browsers fire `toggle` for a `<details>` that is parsed open, too, and
    // that is no change.
    seen_open: WeakSet,
}

impl Sections {
    pub fn new(host: &HtmlElement, prefix: AttrValue) -> Self {
        let sections = Self {
            host: host.clone(),
            prefix,
            seen_open: WeakSet::new(),
        };
        for details in sections.all() {
            if details.open() {
                sections.seen_open.add(&details);
            }
        }
        sections
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
        for details in self.all() {
            details.set_open(open);
        }
    }

    /// Shows the summary and closes the sections, or opens again those that were open before.
    pub fn toggle_summary(&self) {
        let summarizing = !self.is_summarizing();
        // Fails only for a name that is no attribute name.
        let _ = self
            .host
            .toggle_attribute_with_force(SUMMARIZED, summarizing);
        for details in self.all() {
            if summarizing {
                let _ = details.toggle_attribute_with_force(WAS_OPEN, details.open());
                details.set_open(false);
            } else {
                details.set_open(details.has_attribute(WAS_OPEN));
                let _ = details.remove_attribute(WAS_OPEN);
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
        let is_section = target.matches(DETAILS).unwrap_or(false);
        if !is_section || open == self.seen_open.has(target) {
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
        find_all(&self.host, DETAILS)
    }
}

/// Returns the id of the section of a `<details>`.
fn section_of(details: &Element, prefix: &str) -> String {
    let anchor: Option<Element> = find(details, ".explainer-anchor");
    let id = anchor.map(|anchor| anchor.id()).unwrap_or_default();
    let own = id.strip_prefix(prefix).unwrap_or(&id);
    // Before an id that begins with no letter.
    own.strip_prefix("explainer-").unwrap_or(own).into()
}
