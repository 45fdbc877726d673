use std::cmp::Ordering;

use explainer_models::{Amount, ComparedTo, Participants, Px, bar_length};
use explainer_story::{Quantity, Unit};
use yew::prelude::*;

use super::controls::options;
use super::evidence::Evidence;
use super::table::Table;
use super::{KindView, ModelContext, ModelView};

/// Participants with the amount that the first is compared with.
struct ParticipantsView<'a> {
    participants: &'a Participants,
    against: ComparedTo,
}

impl KindView for Participants {
    fn view<'a>(&'a self, settings: &'a ComparedTo) -> Box<dyn ModelView + 'a> {
        Box::new(ParticipantsView {
            participants: self,
            against: *settings,
        })
    }
}

impl ModelView for ParticipantsView<'_> {
    fn chart(&self, ctx: &ModelContext) -> Html {
        let Self {
            participants,
            against,
        } = self;
        let mut groups = Vec::new();
        for group in participants.groups.iter() {
            let mut members = Vec::new();
            for member in group.members.iter() {
                let note = member.note.as_ref();
                let note = note.map(|note| html! { <>{ " " }<small>{ note.shared() }</small></> });
                members.push(html! { <li>{ member.name.shared() }{ note }</li> });
            }
            groups.push(html! {
                <div><dt>{ group.label.shared() }</dt><dd><ul>{ for members }</ul></dd></div>
            });
        }
        html! {
            <>
                <dl class="explainer-groups">{ for groups }</dl>
                { bars(ctx, participants, *against) }
            </>
        }
    }

    fn table(&self, ctx: &ModelContext) -> Option<Html> {
        let Self { participants, .. } = self;
        let labels = ctx.locale.labels;
        let mut table = Table::new(&[labels.name(), labels.role(), labels.size()]);
        for group in participants.groups.iter() {
            for member in group.members.iter() {
                table.cell(member.name.shared());
                table.cell(group.label.shared());
                table.cell("");
                table.end_row(None);
            }
        }
        for amount in participants.amounts.iter() {
            let size = ctx.locale.amount(amount.value, &participants.unit);
            table.cell(amount.label.shared());
            table.cell("");
            table.data_cell(size, amount.value.text());
            table.end_row(None);
        }
        Some(table.into_html(None, None))
    }

    fn table_label(&self, ctx: &ModelContext) -> &'static str {
        ctx.locale.labels.data()
    }

    fn sentence(&self, ctx: &ModelContext) -> String {
        let Self {
            participants,
            against,
        } = self;
        let of = |amount: &Amount| {
            let value = ctx.locale.amount(amount.value, &participants.unit);
            ctx.locale.labels.qualified(amount.label.as_str(), &value)
        };
        let Some(first) = participants.amounts.first().map(of) else {
            return String::new();
        };
        let pair = against
            .amount(participants)
            .map(of)
            .zip(against.times(participants));
        let labels = ctx.locale.labels;
        let Some((other, times)) = pair else {
            return labels.only(&first);
        };
        // Two decimals tell enough.
        let rounded = (times * 100.0).round() / 100.0;
        match rounded.total_cmp(&1.0) {
            Ordering::Equal => labels.as_much(&first, &other),
            Ordering::Greater => labels.times(&first, &ctx.locale.number(rounded), &other),
            Ordering::Less => {
                // In tenths of a percent.
                let percent = Quantity::from_micros((times * 1000.0).round() as i64 * 100_000);
                let share = ctx.locale.amount(percent, &Unit::Percent);
                labels.share(&first, &share, &other)
            }
        }
    }

    fn readout(&self, _ctx: &ModelContext) -> Option<String> {
        None
    }

    fn caution(&self, _ctx: &ModelContext) -> Option<&'static str> {
        None
    }

    fn evidence(&self, ctx: &ModelContext) -> Vec<Evidence<'_>> {
        let Self { participants, .. } = self;
        let mut list = Vec::new();
        for amount in participants.amounts.iter() {
            list.push(Evidence {
                label: amount.label.shared(),
                value: Some(ctx.locale.amount(amount.value, &participants.unit)),
                status: Some(amount.status),
                source: amount.source.as_ref(),
                note: None,
            });
        }
        for group in participants.groups.iter() {
            for member in group.members.iter() {
                list.extend(Evidence::of(&member.name, &member.source));
            }
        }
        list
    }

    fn controls(&self, ctx: &ModelContext) -> Vec<Html> {
        let Self {
            participants,
            against,
        } = self;
        let mut others = Vec::new();
        for amount in participants.amounts.iter().skip(1) {
            others.push((amount.id.shared().into(), amount.label.shared().into()));
        }
        match against.amount(participants) {
            Some(chosen) if others.len() > 1 => {
                let label = ctx.locale.labels.against();
                vec![options(ComparedTo::NAME, label, chosen.id.as_str(), others)]
            }
            _ => Vec::new(),
        }
    }
}

/// Renders the amounts with their bars; the first and the one that it is compared with stand out.
fn bars(ctx: &ModelContext, participants: &Participants, against: ComparedTo) -> Html {
    let other = against.amount(participants).map(|amount| &amount.id);
    let rows = participants.amounts.iter().enumerate().map(|(index, amount)| {
        let class = match (index, other == Some(&amount.id)) {
            (0, _) => "explainer-first",
            (_, true) => "explainer-compared",
            (_, false) => "explainer-rest",
        };
        let percent = bar_length(amount, participants, 100.0).text();
        let x = if ctx.is_rtl() {
            bar_length(amount, participants, -100.0).get() + 100.0
        } else {
            0.0
        };
        html! {
            <li {class}>
                <span>{ amount.label.shared() }</span>
                <strong>{ ctx.locale.amount(amount.value, &participants.unit) }</strong>
                <svg class="explainer-track" aria-hidden="true">
                    <rect class="explainer-amount" x={[&Px::new(x).text(), "%"].concat()} width={[&percent, "%"].concat()}
                        height="100%"></rect>
                </svg>
            </li>
        }
    });
    html! { <ul class="explainer-amounts">{ for rows }</ul> }
}
