use explainer_models::{Amount, ComparedTo, Participants, bar_length};
use yew::prelude::*;

use super::controls::options;
use super::evidence::Evidence;
use super::svg::{Anchor, SvgBuilder};
use super::table::Table;
use super::{KindView, ModelContext, ModelView};

/// Height of a bar with its label, and of the bar alone.
const ROW: f64 = 52.0;
const BAR: f64 = 22.0;

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
        let mut table = Table::new(labels, &[labels.name(), labels.role(), labels.size()]);
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
        match pair {
            Some((other, times)) => labels.times(&first, &ctx.locale.number(times), &other),
            None => labels.only(&first),
        }
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

/// Draws the amounts as bars; the one compared with is outlined.
fn bars(ctx: &ModelContext, participants: &Participants, against: ComparedTo) -> Html {
    let other = against.amount(participants).map(|amount| &amount.id);
    let start = if ctx.is_rtl() { ctx.width } else { 0.0 };
    let mut svg = SvgBuilder::new();
    let mut y = 0.0;
    for amount in participants.amounts.iter() {
        let length = bar_length(amount, participants, (ctx.width - 2.0).max(0.0)).get();
        let left = if ctx.is_rtl() {
            ctx.width - 1.0 - length
        } else {
            1.0
        };
        let class = match (y == 0.0, other == Some(&amount.id)) {
            (true, _) => "explainer-amount explainer-first-amount",
            (_, true) => "explainer-amount explainer-compared",
            (_, false) => "explainer-amount",
        };
        let value = ctx.locale.amount(amount.value, &participants.unit);
        let label = ctx.locale.labels.labelled(amount.label.as_str(), &value);
        svg.text(
            "explainer-entry",
            (start, y + 14.0),
            Anchor::Start,
            label.into(),
        );
        svg.rect(class, (left, y + 21.0), (length, BAR));
        y += ROW;
    }
    svg.into_svg(ctx.width, y)
}
