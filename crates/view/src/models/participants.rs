use explainer_models::{Against, bar_length};
use explainer_story::{Amount, Participants};
use yew::prelude::*;

use super::canvas::{Anchor, Canvas};
use super::table::Table;
use super::{Basis, Look};
use crate::markup;
use explainer_i18n::fill;

/// Height of a bar with its label, and of the bar alone.
const ROW: f64 = 52.0;
const BAR: f64 = 22.0;

pub(super) fn body(look: &Look, participants: &Participants, against: Against) -> Html {
    let mut groups = Vec::new();
    for group in participants.groups.iter() {
        let mut members = Vec::new();
        for member in group.members.iter() {
            let note = member.note.as_ref();
            members.push(markup!(
                "<li>{}{}</li>",
                member.name.shared(),
                note.map(|note| markup!(" <small>{}</small>", note.shared())),
            ));
        }
        groups.push(markup!(
            "<div><dt>{}</dt><dd><ul>{}</ul></dd></div>",
            group.label.shared(),
            members,
        ));
    }
    markup!(
        "<dl class='explainer-groups'>{}</dl>{}",
        groups,
        drawing(look, participants, against),
    )
}

pub(super) fn table(look: &Look, participants: &Participants) -> Html {
    let words = look.writing.words;
    let mut table = Table::new(&[words.name(), words.role(), words.size()]);
    for group in participants.groups.iter() {
        for member in group.members.iter() {
            table.shared(member.name.shared());
            table.shared(group.label.shared());
            table.words("");
            table.end_row(None);
        }
    }
    for amount in participants.amounts.iter() {
        let size = look.writing.amount(amount.value, &participants.unit);
        table.shared(amount.label.shared());
        table.words("");
        table.value(size, amount.value.text());
        table.end_row(None);
    }
    table.draw(None, None)
}

pub(super) fn sentence(look: &Look, participants: &Participants, against: Against) -> String {
    let of = |amount: &Amount| {
        let value = look.writing.amount(amount.value, &participants.unit);
        [amount.label.as_str(), " (", &value, ")"].concat()
    };
    let Some(first) = participants.amounts.first().map(of) else {
        return String::new();
    };
    let pair = against
        .amount(participants)
        .map(of)
        .zip(against.times(participants));
    let said = match pair {
        Some((other, times)) => fill(
            look.writing.words.times(),
            &[&first, &look.writing.number(times), &other],
        ),
        None => first,
    };
    [&said, "."].concat()
}

pub(super) fn basis<'a>(look: &Look, participants: &'a Participants) -> Vec<Basis<'a>> {
    let mut list = Vec::new();
    for amount in participants.amounts.iter() {
        list.push(Basis {
            label: amount.label.shared(),
            value: Some(look.writing.amount(amount.value, &participants.unit)),
            status: Some(amount.status),
            source: amount.source.as_ref(),
            note: None,
        });
    }
    for group in participants.groups.iter() {
        for member in group.members.iter() {
            list.extend(Basis::of(&member.name, &member.source));
        }
    }
    list
}

/// Draws the amounts as bars; the one compared with is outlined.
fn drawing(look: &Look, participants: &Participants, against: Against) -> Html {
    let other = against.amount(participants).map(|amount| &amount.id);
    let start = if look.is_mirrored() { look.width } else { 0.0 };
    let mut canvas = Canvas::new();
    let mut y = 0.0;
    for amount in participants.amounts.iter() {
        let length = bar_length(amount, participants, look.width - 2.0).get();
        let left = if look.is_mirrored() {
            look.width - 1.0 - length
        } else {
            1.0
        };
        let class = match (y == 0.0, other == Some(&amount.id)) {
            (true, _) => "explainer-amount explainer-first-amount",
            (_, true) => "explainer-amount explainer-compared",
            (_, false) => "explainer-amount",
        };
        let value = look.writing.amount(amount.value, &participants.unit);
        let label = [amount.label.as_str(), ": ", &value].concat();
        canvas.text(
            "explainer-entry",
            (start, y + 14.0),
            Anchor::Start,
            label.into(),
        );
        canvas.rect(class, (left, y + 21.0), (length, BAR));
        y += ROW;
    }
    canvas.picture(look.width, y)
}
