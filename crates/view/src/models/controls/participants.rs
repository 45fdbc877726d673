use explainer_models::Against;
use explainer_story::Participants;
use yew::prelude::*;

use super::control::options;
use crate::ModelContext;

pub(super) fn controls(
    ctx: &ModelContext,
    participants: &Participants,
    against: Against,
) -> Vec<Html> {
    let mut others = Vec::new();
    for amount in participants.amounts.iter().skip(1) {
        others.push((amount.id.shared().into(), amount.label.shared().into()));
    }
    match against.amount(participants) {
        Some(chosen) if others.len() > 1 => {
            let label = ctx.locale.words.against();
            vec![options("against", label, chosen.id.as_str(), others)]
        }
        _ => Vec::new(),
    }
}
