use yew::prelude::*;

/// Renders a row with a heading, and the disclosure of what the heading stands over. The container around both
/// has the class `explainer-disclosure`.
///
/// The heading is outside the `summary`: screen readers that take a summary for a button do not list the
/// headings in it. `named_by` is the heading's id.
pub(super) fn disclosure(row: Html, named_by: AttrValue, open: bool, content: Html) -> Html {
    html! {
        <>
            <div class="explainer-disclosure-row">{ row }</div>
            <details {open}>
                <summary aria-labelledby={named_by}></summary>
                { content }
            </details>
        </>
    }
}
