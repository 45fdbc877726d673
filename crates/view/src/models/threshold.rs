mod chart;
mod years;

use std::cmp::Ordering;

use explainer_models::{Assumptions, Counting, Projected, Threshold, project};
use explainer_story::{Quantity, Unit};
use yew::prelude::*;

use super::controls::{Slider, options, slider, switch};
use super::evidence::Evidence;
use super::table::Table;
use super::{KindView, ModelContext, ModelView};

/// A threshold with the reader's assumptions.
struct ThresholdView<'a> {
    threshold: &'a Threshold,
    assumptions: &'a Assumptions,
    projected: Projected,
    // With the default assumptions.
    default: Projected,
}

impl KindView for Threshold {
    fn view<'a>(&'a self, settings: &'a Assumptions) -> Box<dyn ModelView + 'a> {
        Box::new(ThresholdView::new(self, settings))
    }
}

impl<'a> ThresholdView<'a> {
    fn new(threshold: &'a Threshold, assumptions: &'a Assumptions) -> Self {
        Self {
            threshold,
            assumptions,
            projected: project(threshold, assumptions),
            default: project(threshold, &Assumptions::new(threshold)),
        }
    }

    /// Says in which year the threshold is reached, and how much later or earlier that is than by
    /// default.
    fn reached(&self, ctx: &ModelContext, year: u16) -> String {
        let labels = ctx.locale.labels;
        let (name, in_year) = (self.threshold.threshold.label.as_str(), year.to_string());
        let default = self.default.crossing.unwrap_or(year);
        let years = ctx.locale.years(year.abs_diff(default));
        match year.cmp(&default) {
            Ordering::Equal => labels.reached(name, &in_year),
            Ordering::Greater => labels.reached_later(name, &in_year, &years),
            Ordering::Less => labels.reached_earlier(name, &in_year, &years),
        }
    }
}

impl ModelView for ThresholdView<'_> {
    fn chart(&self, ctx: &ModelContext) -> Html {
        chart::chart(self, ctx)
    }

    fn table(&self, ctx: &ModelContext) -> Option<Html> {
        let Self {
            threshold,
            assumptions,
            projected,
            ..
        } = self;
        let labels = ctx.locale.labels;
        let is_added_up = assumptions.counting() == Counting::Cumulative;
        let mut table = Table::new(&[labels.year(), labels.in_year()]);
        if is_added_up {
            table.column(labels.so_far());
        }
        for year in &projected.years {
            table.cell(year.year.to_string());
            let amounts = [year.amount, year.counted];
            for amount in amounts.iter().take(if is_added_up { 2 } else { 1 }) {
                let words = ctx.locale.amount(*amount, &threshold.unit);
                table.data_cell(words, amount.text());
            }
            let is_crossing = projected.crossing == Some(year.year) && !assumptions.is_nullified();
            table.end_row(is_crossing.then_some("explainer-crossed"));
        }
        Some(table.into_html(None, Some(threshold.measure.shared().into())))
    }

    fn table_label(&self, ctx: &ModelContext) -> &'static str {
        ctx.locale.labels.data()
    }

    fn sentence(&self, ctx: &ModelContext) -> String {
        let Self {
            threshold,
            assumptions,
            projected,
            ..
        } = self;
        if let Some(nullified) = &threshold.nullified
            && assumptions.is_nullified()
        {
            return nullified.text.as_str().into();
        }
        let labels = ctx.locale.labels;
        let name = threshold.threshold.label.as_str();
        let Some(year) = projected.crossing else {
            let last = projected
                .years
                .last()
                .map_or(0, |year| year.year)
                .to_string();
            return labels.not_reached(name, &last);
        };
        let crossed = threshold.threshold.crossed.as_str();
        let sentences = [self.reached(ctx, year), crossed.into()];
        ctx.locale.sentences(&sentences)
    }

    fn readout(&self, _ctx: &ModelContext) -> Option<String> {
        None
    }

    fn caution(&self, ctx: &ModelContext) -> Option<&'static str> {
        Some(ctx.locale.labels.caution())
    }

    fn evidence(&self, ctx: &ModelContext) -> Vec<Evidence<'_>> {
        let Self { threshold, .. } = self;
        let line = &threshold.threshold;
        let mut list = vec![Evidence {
            label: line.label.shared(),
            value: Some(ctx.locale.amount(line.value, &threshold.unit)),
            status: Some(line.status),
            source: line.source.as_ref(),
            note: line.note.as_ref(),
        }];
        if let Some(nullified) = &threshold.nullified {
            list.push(Evidence {
                label: nullified.label.shared(),
                value: None,
                status: Some(nullified.status),
                source: nullified.source.as_ref(),
                note: None,
            });
        }
        for parameter in threshold.parameters.iter() {
            list.push(Evidence {
                label: parameter.label.shared(),
                value: Some(ctx.locale.amount(parameter.default, &parameter.unit)),
                status: Some(parameter.status),
                source: parameter.source.as_ref(),
                note: parameter.note.as_ref(),
            });
        }
        list
    }

    fn controls(&self, ctx: &ModelContext) -> Vec<Html> {
        let Self {
            threshold,
            assumptions,
            ..
        } = self;
        let mut controls = Vec::new();
        for (index, parameter) in threshold.parameters.iter().enumerate() {
            let amount = assumptions.amount(index);
            let words = ctx.locale.amount(amount, &parameter.unit);
            controls.push(slider(Slider {
                name: parameter.id.shared().into(),
                label: parameter.label.shared().into(),
                min: parameter.min.text().into(),
                max: parameter.max.text().into(),
                step: parameter.step.text().into(),
                value: amount.text().into(),
                unit: unit(ctx, amount, &words, &parameter.unit),
                words: words.into(),
            }));
        }
        if threshold.counting.len() > 1 {
            let mut countings = Vec::new();
            for counting in threshold.counting.iter() {
                countings.push((
                    counting.word().into(),
                    ctx.locale.counting(*counting).into(),
                ));
            }
            let chosen = assumptions.counting().word();
            controls.push(options(
                Assumptions::COUNTING,
                ctx.locale.labels.counting(),
                chosen,
                countings,
            ));
        }
        if let Some(nullified) = &threshold.nullified {
            let label = nullified.label.shared().into();
            controls.push(switch(
                Assumptions::NULLIFIED,
                label,
                assumptions.is_nullified(),
            ));
        }
        controls
    }
}

/// Returns what is written before and after an amount's number in `words`.
fn unit(ctx: &ModelContext, amount: Quantity, words: &str, unit: &Unit) -> (AttrValue, AttrValue) {
    // Most numbers are written in all languages as in JSON: no browser has to be asked.
    around(words, &amount.text())
        .or_else(|| around(words, &ctx.locale.number(amount.to_f64())))
        .or_else(|| {
            // Arabic writes two years without a number, and a trillion is no longer so many billions.
            let usual = Quantity::from_micros(5_000_000);
            around(&ctx.locale.amount(usual, unit), "5")
        })
        .unwrap_or_default()
}

/// Returns what is before and after a number that words begin with, or have after a sign.
fn around(words: &str, number: &str) -> Option<(AttrValue, AttrValue)> {
    let first = words.find(|letter: char| letter.is_ascii_digit())?;
    let (before, rest) = words.split_at(first);
    let after = rest.strip_prefix(number)?;
    // 1,234 does not begin with the number 1.
    let goes_on = after.trim_start_matches(['.', ',', '\u{a0}', '\u{202f}', ' ']);
    if goes_on.starts_with(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let trimmed = |part: &str| AttrValue::from(String::from(part.trim()));
    Some((trimmed(before), trimmed(after)))
}
