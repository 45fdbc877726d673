use yew::prelude::*;

use super::action::Action;
use explainer_i18n::Labels;

/// A copy of a glossary entry as the page shows it: a translator may have changed its words.
#[derive(Clone)]
pub struct DefinitionCard {
    /// The term's label.
    pub label: AttrValue,
    /// The short definition, which a screen reader announces when the popover opens.
    pub short: AttrValue,
    /// Everything below the label, in one element.
    pub body: Html,
}

/// Renders a definition, with a button that leads back to the one read before it.
pub fn definition(card: &DefinitionCard, back_to: Option<&str>, labels: &Labels) -> Html {
    let back = back_to.map(|label| {
        html! {
            <button type="button" class="explainer-back" part="back"
                data-explainer-action={Action::Back.name()}>
                { labels.back_to(&labels.quoted(label)) }
            </button>
        }
    });
    html! {
        <div class="explainer-card" part="card" role="dialog" aria-label={card.label.clone()}>
            { back }
            <div class="explainer-card-bar">
                <p class="explainer-card-label" part="label">{ card.label.clone() }</p>
                <button type="button" class="explainer-close" part="close"
                    aria-label={labels.close()} data-explainer-action={Action::Close.name()}>
                </button>
            </div>
            { card.body.clone() }
        </div>
    }
}
