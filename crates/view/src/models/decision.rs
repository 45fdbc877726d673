use explainer_models::{Decision, Flow, LINE_HEIGHT, Path, Rules, Walk, flow, outcomes, walk};
use explainer_story::PartId;
use yew::prelude::*;

use super::controls::{ModelAction, button};
use super::evidence::Evidence;
use super::svg::{Anchor, SvgBuilder};
use super::table::Table;
use super::{KindView, ModelContext, ModelView, clamp_within};

/// Between the charts of two sets of rules, in pixels.
const BETWEEN: f64 = 28.0;
/// Narrowest chart with two sets of rules side by side.
const TWO_COLUMNS: f64 = 520.0;
/// Narrowest of more columns than two.
const COLUMN: f64 = 150.0;
/// For the name of a set of rules.
const HEADING: f64 = 28.0;
/// Half the usual width of a letter.
const HALF_LETTER: f64 = 3.4;

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
        let count = decision.rules.len() as f64;
        let column = (ctx.width - BETWEEN * (count - 1.0)) / count;
        let is_wide = ctx.width >= TWO_COLUMNS && column >= COLUMN;
        let width = if is_wide { column } else { ctx.width };
        let (mut left, mut top, mut height) = (0.0, 0.0, 0.0_f64);
        let mut svg = SvgBuilder::new();
        for rules in decision.rules.iter() {
            let flow = flow(rules, width, ctx.is_rtl());
            let bottom = top + HEADING + flow.height.get();
            height = height.max(bottom);
            let is_turned = is_wide && ctx.is_rtl();
            let corner = if is_turned {
                ctx.width - width - left
            } else {
                left
            };
            svg.set_origin(corner, top);
            draw(&mut svg, ctx, rules, &flow, path.choices(), width);
            if is_wide {
                left += width + BETWEEN;
            } else {
                top = bottom + BETWEEN;
            }
        }
        svg.into_svg(ctx.width, height)
    }

    fn table(&self, ctx: &ModelContext) -> Option<Html> {
        let Self { decision, .. } = self;
        let labels = ctx.locale.labels;
        let mut table = Table::new(&[labels.choices()]);
        for rules in decision.rules.iter() {
            table.column(rules.label.shared());
        }
        // Browsers do not mirror an arrow in text that runs from the right.
        let arrow = if ctx.is_rtl() { " ← " } else { " → " };
        for outcome in decision.rules.first().map(outcomes).unwrap_or_default() {
            let mut ids = Vec::new();
            let mut labels = Vec::new();
            for step in &outcome.steps {
                ids.push(step.choice.id.clone());
                labels.push(step.choice.label.as_str());
            }
            table.cell(labels.join(arrow));
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
        let Self { decision, path } = self;
        let mut said = Vec::new();
        for rules in decision.rules.iter() {
            if let Some(walk) = walk(Some(rules), path.choices()) {
                let (label, outcome) = (rules.label.as_str(), walk.at.text.as_str());
                said.push(ctx.locale.labels.verdict(label, outcome));
            }
        }
        ctx.locale.sentences(&said)
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
            html! { <p>{ walk.at.text.shared() }</p> },
            html! { <p class="explainer-lead">{ lead }</p> },
            html! { <div class="explainer-choices">{ for choices }{ step_back }</div> },
        ]
    }
}

fn draw(
    svg: &mut SvgBuilder,
    ctx: &ModelContext,
    rules: &Rules,
    flow: &Flow,
    choices: &[PartId],
    width: f64,
) {
    let Some(walk) = walk(Some(rules), choices) else {
        return;
    };
    let taken = taken(rules, &walk);
    let heading = if ctx.is_rtl() { width } else { 0.0 };
    svg.text(
        "explainer-rules",
        (heading, 14.0),
        Anchor::Start,
        rules.label.shared().into(),
    );
    for is_taken in [false, true] {
        let class = if is_taken {
            "explainer-taken"
        } else {
            "explainer-way"
        };
        for edge in &flow.edges {
            let is_on_path = taken
                .iter()
                .any(|(from, to, _)| (*from, *to) == (edge.from, edge.to));
            if is_on_path == is_taken {
                // Below the heading.
                svg.path_at(class, edge.path.clone(), HEADING);
            }
        }
    }
    let current = rules.index_of(&walk.at.id);
    for (index, node) in flow.nodes.iter().enumerate() {
        let is_passed = taken
            .iter()
            .any(|(from, to, _)| index == *from || index == *to);
        let class = match (Some(index) == current, is_passed) {
            (true, _) => "explainer-box explainer-here",
            (false, true) => "explainer-box explainer-passed",
            (false, false) => "explainer-box",
        };
        let (x, y) = (node.x.get(), HEADING + node.y.get());
        let (wide, high) = (node.width.get(), node.height.get());
        svg.rect(class, (x - wide / 2.0, y), (wide, high));
        let mut line = y + (high - node.lines.len() as f64 * LINE_HEIGHT) / 2.0 + 12.5;
        for words in &node.lines {
            svg.text(
                "explainer-node",
                (x, line),
                Anchor::Middle,
                words.clone().into(),
            );
            line += LINE_HEIGHT;
        }
    }
    for (from, to, label) in taken {
        draw_choice(svg, flow, from, to, label, width);
    }
}

/// Returns the steps of a walk: the indexes of the states that each leaves and reaches, and the label
/// of its choice.
fn taken<'a>(rules: &Rules, walk: &Walk<'a>) -> Vec<(usize, usize, &'a str)> {
    let mut taken = Vec::new();
    for step in &walk.steps {
        let indexes = rules
            .index_of(&step.state.id)
            .zip(rules.index_of(&step.choice.to));
        if let Some((from, to)) = indexes {
            taken.push((from, to, step.choice.label.as_str()));
        }
    }
    taken
}

/// Writes the label of a choice on the line that leads down from it.
fn draw_choice(svg: &mut SvgBuilder, flow: &Flow, from: usize, to: usize, label: &str, width: f64) {
    let (Some(from), Some(to)) = (flow.nodes.get(from), flow.nodes.get(to)) else {
        return;
    };
    let upper = from.y.get() + from.height.get();
    if to.y.get() > upper {
        // The label must not leave the chart.
        let half = (label.chars().count() as f64 * HALF_LETTER).min(width / 2.0);
        let middle = clamp_within((from.x.get() + to.x.get()) / 2.0, half, width - half);
        let y = HEADING + (upper + to.y.get()) / 2.0 + 4.0;
        svg.text(
            "explainer-chosen",
            (middle, y),
            Anchor::Middle,
            String::from(label).into(),
        );
    }
}
