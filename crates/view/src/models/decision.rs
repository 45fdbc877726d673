mod tree;

use explainer_models::{Decision, Path, outcomes, walk};
use yew::prelude::*;

use super::controls::{ModelAction, button};
use super::evidence::Evidence;
use super::table::Table;
use super::{KindView, ModelContext, ModelView};
use tree::RulesDrawing;

/// A decision with the choices that the reader made.
struct DecisionView<'a> {
    decision: &'a Decision,
    path: &'a Path,
}

impl KindView for Decision {
    fn view<'a>(&'a self, settings: &'a Path) -> Box<dyn ModelView + 'a> {
        Box::new(DecisionView {
            decision: self,
            path: settings,
        })
    }
}

impl ModelView for DecisionView<'_> {
    fn chart(&self, ctx: &ModelContext) -> Html {
        let Self { decision, path } = self;
        let first = decision.rules.first();
        let drawings = decision.rules.iter().enumerate().map(|(index, rules)| {
            let others = first.filter(|_| index > 0);
            RulesDrawing::new(ctx, rules, path.choices(), others).into_html()
        });
        html! { <div class="explainer-rules">{ for drawings }</div> }
    }

    fn table(&self, ctx: &ModelContext) -> Option<Html> {
        let Self { decision, .. } = self;
        let labels = ctx.locale.labels;
        let mut table = Table::new(&[labels.choices()]);
        for rules in decision.rules.iter() {
            table.column(rules.label.shared());
        }
        let arrow = [" ", ctx.arrow(), " "].concat();
        for outcome in decision.rules.first().map(outcomes).unwrap_or_default() {
            let mut ids = Vec::new();
            let mut labels = Vec::new();
            for step in &outcome.steps {
                ids.push(step.choice.id.clone());
                labels.push(step.choice.label.as_str());
            }
            table.cell(labels.join(&arrow));
            for rules in decision.rules.iter() {
                let end = walk(Some(rules), &ids).map(|walk| walk.at.text.shared());
                table.cell(end.unwrap_or_default());
            }
            table.end_row(None);
        }
        Some(table.into_html(None, None))
    }

    fn table_label(&self, ctx: &ModelContext) -> &'static str {
        ctx.locale.labels.outcomes()
    }

    fn sentence(&self, ctx: &ModelContext) -> String {
        self.said(ctx, 0)
    }

    fn readout(&self, ctx: &ModelContext) -> Option<String> {
        // What is the case under the first rules is said above, with its choices.
        Some(self.said(ctx, 1))
    }

    fn caution(&self, _ctx: &ModelContext) -> Option<&'static str> {
        None
    }

    fn evidence(&self, _ctx: &ModelContext) -> Vec<Evidence<'_>> {
        Vec::new()
    }

    fn controls(&self, ctx: &ModelContext) -> Vec<Html> {
        let Self { decision, path } = self;
        let labels = ctx.locale.labels;
        let Some(walk) = walk(decision.rules.first(), path.choices()) else {
            return Vec::new();
        };
        let lead: AttrValue = match &walk.at.by {
            _ if walk.at.is_outcome() => labels.outcome().into(),
            Some(by) => labels.decides(by.as_str()).into(),
            None => labels.choose().into(),
        };
        let choices = walk.at.choices.iter().map(|choice| {
            html! {
                <button type="button" class="explainer-choice" part="choice"
                    data-explainer-play={ModelAction::Choose.name()} value={choice.id.shared()}>
                    { choice.label.shared() }
                </button>
            }
        });
        let step_back =
            (!walk.steps.is_empty()).then(|| button(ModelAction::StepBack, labels.step_back()));
        vec![
            html! { <p class="explainer-situation">{ walk.at.text.shared() }</p> },
            html! { <p class="explainer-lead">{ lead }</p> },
            html! { <div class="explainer-choices">{ for choices }{ step_back }</div> },
        ]
    }
}

impl DecisionView<'_> {
    /// Says what is the case under all rules but so many, in one sentence where that is the same
    /// everywhere.
    fn said(&self, ctx: &ModelContext, skip: usize) -> String {
        let Self { decision, path } = self;
        let mut walks = Vec::new();
        for rules in decision.rules.iter() {
            walks.extend(walk(Some(rules), path.choices()).map(|walk| (rules, walk.at)));
        }
        let first = walks.first().map(|(_, state)| state.text.as_str());
        let is_same = walks
            .iter()
            .all(|(_, state)| Some(state.text.as_str()) == first);
        if is_same {
            let text = first.filter(|_| skip == 0);
            return text.unwrap_or_default().into();
        }
        let mut said = Vec::new();
        for (rules, state) in walks.iter().skip(skip) {
            let (label, text) = (rules.label.as_str(), state.text.as_str());
            said.push(ctx.locale.labels.verdict(label, text));
        }
        ctx.locale.sentences(&said)
    }
}
