use explainer_engine::{Against, Px, bar_length};
use explainer_model::{Amount, Group, Member, Participants};
use yew::prelude::*;

use super::svg::{Anchor, picture, rect, text};
use super::{Basis, Look};
use crate::labels::fill_all;

/// Height of a bar with its label, and of the bar alone.
const ROW: f64 = 52.0;
const BAR: f64 = 22.0;

pub(super) fn body(look: &Look, participants: &Participants, against: Against) -> Html {
    html! {
        <>
            <dl class="explainer-groups">{ for participants.groups.iter().map(group) }</dl>
            { drawing(look, participants, against) }
        </>
    }
}

pub(super) fn table(look: &Look, participants: &Participants) -> Html {
    let words = look.writing.words;
    let member = |group: &Group, member: &Member| {
        html! {
            <tr>
                <th scope="row">{ member.name.shared() }</th>
                <td>{ group.label.shared() }</td>
                <td></td>
            </tr>
        }
    };
    let members = participants
        .groups
        .iter()
        .flat_map(|group| group.members.iter().map(|each| member(group, each)));
    let amount = |amount: &Amount| {
        html! {
            <tr>
                <th scope="row">{ amount.label.shared() }</th>
                <td></td>
                <td><data value={amount.value.to_string()}>
                    { look.writing.amount(amount.value, &participants.unit) }
                </data></td>
            </tr>
        }
    };
    html! {
        <table>
            <thead><tr>
                <th scope="col">{ words.name }</th>
                <th scope="col">{ words.role }</th>
                <th scope="col">{ words.size }</th>
            </tr></thead>
            <tbody>{ for members }{ for participants.amounts.iter().map(amount) }</tbody>
        </table>
    }
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
        Some((other, times)) => fill_all(
            look.writing.words.times,
            &[&first, &look.writing.number(times), &other],
        ),
        None => first,
    };
    [&said, "."].concat()
}

pub(super) fn basis<'a>(look: &Look, participants: &'a Participants) -> Vec<Basis<'a>> {
    let amounts = participants.amounts.iter().map(|amount| Basis {
        label: amount.label.shared().into(),
        value: Some(look.writing.amount(amount.value, &participants.unit)),
        status: Some(amount.status),
        source: amount.source.as_ref(),
        note: None,
    });
    let members = participants
        .groups
        .iter()
        .flat_map(|group| group.members.iter());
    let sourced = members
        .filter(|member| member.source.is_some())
        .map(|member| Basis {
            label: member.name.shared().into(),
            value: None,
            status: None,
            source: member.source.as_ref(),
            note: None,
        });
    amounts.chain(sourced).collect()
}

fn group(group: &Group) -> Html {
    let member = |member: &Member| {
        html! {
            <li>
                { member.name.shared() }
                { for member.note.as_ref().map(|note| html! { <small>{" "}{ note.shared() }</small> }) }
            </li>
        }
    };
    html! {
        <div key={group.id.as_str()}>
            <dt>{ group.label.shared() }</dt>
            <dd><ul>{ for group.members.iter().map(member) }</ul></dd>
        </div>
    }
}

/// Draws the amounts as bars; the one compared with is outlined.
fn drawing(look: &Look, participants: &Participants, against: Against) -> Html {
    let other = against.amount(participants).map(|amount| &amount.id);
    let bars = participants
        .amounts
        .iter()
        .enumerate()
        .map(|(number, amount)| {
            let y = number as f64 * ROW;
            let length = bar_length(amount, participants, look.width - 2.0);
            let left = if look.is_mirrored() {
                look.width - 1.0 - length.get()
            } else {
                1.0
            };
            let start = Px::new(if look.is_mirrored() { look.width } else { 0.0 });
            let class = match (number, other == Some(&amount.id)) {
                (0, _) => "explainer-amount explainer-first-amount",
                (_, true) => "explainer-amount explainer-compared",
                (_, false) => "explainer-amount",
            };
            let value = look.writing.amount(amount.value, &participants.unit);
            let label = [amount.label.as_str(), ": ", &value].concat();
            html! {
                <g key={amount.id.as_str()}>
                    { text("explainer-entry", start, Px::new(y + 14.0), Anchor::Start, label) }
                    { rect(class, (Px::new(left), Px::new(y + 21.0)), (length, Px::new(BAR))) }
                </g>
            }
        });
    let height = participants.amounts.len() as f64 * ROW;
    picture(look.width, Px::new(height), html! { <>{ for bars }</> })
}
