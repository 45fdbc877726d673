use explainer_engine::Settings;
use explainer_model::Participants;
use yew::prelude::*;

use super::control::options;
use crate::view::Look;

pub(super) fn controls(look: &Look, participants: &Participants) -> Html {
    let Settings::Participants(against) = look.settings else {
        return Html::default();
    };
    let others = participants.amounts.iter().skip(1);
    let others: Vec<_> = others
        .map(|amount| (amount.id.shared().into(), amount.label.shared().into()))
        .collect();
    let Some(chosen) = against.amount(participants).filter(|_| others.len() > 1) else {
        return Html::default();
    };
    options(
        "against",
        look.writing.words.against,
        chosen.id.as_str(),
        others,
    )
}
