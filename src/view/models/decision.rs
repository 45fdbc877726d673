use explainer_engine::{Edge, Flow, Node, Path, Px, Walk, flow, outcomes, walk};
use explainer_model::{Decision, PartId, Rules};
use yew::prelude::*;

use super::Look;
use super::svg::{Anchor, path, picture, rect, text};

/// Between the drawings of two sets of rules, in pixels.
const BETWEEN: f64 = 28.0;
/// Narrowest drawing with two sets of rules side by side.
const TWO_COLUMNS: f64 = 520.0;
/// For the name of a set of rules.
const HEADING: f64 = 28.0;
/// From one line of a label to the next.
const LINE: f64 = 17.0;

pub(super) fn body(look: &Look, decision: &Decision, path: &Path) -> Html {
    let count = decision.rules.len().max(1) as f64;
    let is_wide = look.width >= TWO_COLUMNS;
    let width = if is_wide {
        (look.width - BETWEEN * (count - 1.0)) / count
    } else {
        look.width
    };
    let mut at = (0.0, 0.0);
    let mut height = 0.0_f64;
    let mut drawings = Vec::new();
    for (number, rules) in decision.rules.iter().enumerate() {
        let flow = flow(rules, width, look.is_mirrored());
        let bottom = at.1 + HEADING + flow.height.get();
        height = height.max(bottom);
        let x = if is_wide && look.is_mirrored() {
            look.width - width - at.0
        } else {
            at.0
        };
        drawings.push(drawing(
            look,
            rules,
            &flow,
            path.choices(),
            number > 0,
            (x, at.1),
            width,
        ));
        at = if is_wide {
            (at.0 + width + BETWEEN, 0.0)
        } else {
            (0.0, bottom + BETWEEN)
        };
    }
    picture(look.width, Px::new(height), html! { <>{ for drawings }</> })
}

pub(super) fn table(look: &Look, decision: &Decision) -> Html {
    let words = look.writing.words;
    let Some((first, others)) = decision.rules.split_first() else {
        return Html::default();
    };
    let row = |outcome: explainer_engine::Outcome| {
        let choices: Vec<&str> = outcome
            .steps
            .iter()
            .map(|step| step.choice.label.as_str())
            .collect();
        let ids: Vec<PartId> = outcome
            .steps
            .iter()
            .map(|step| step.choice.id.clone())
            .collect();
        let others = others.iter().filter_map(|rules| walk(Some(rules), &ids));
        html! {
            <tr>
                <th scope="row">{ choices.join(" → ") }</th>
                <td>{ outcome.state.text.shared() }</td>
                { for others.map(|walk| html! { <td>{ walk.at.text.shared() }</td> }) }
            </tr>
        }
    };
    html! {
        <table>
            <caption>{ words.outcomes }</caption>
            <thead><tr>
                <th scope="col">{ words.choices }</th>
                { for decision.rules.iter().map(|rules| html! { <th scope="col">{ rules.label.shared() }</th> }) }
            </tr></thead>
            <tbody>{ for outcomes(first).into_iter().map(row) }</tbody>
        </table>
    }
}

pub(super) fn sentence(decision: &Decision, path: &Path) -> String {
    let walks = decision.rules.iter().filter_map(|rules| {
        let walk = walk(Some(rules), path.choices())?;
        Some([rules.label.as_str(), ": ", walk.at.text.as_str()].concat())
    });
    walks.collect::<Vec<_>>().join(" ")
}

fn drawing(
    look: &Look,
    rules: &Rules,
    flow: &Flow,
    choices: &[PartId],
    is_other: bool,
    at: (f64, f64),
    width: f64,
) -> Html {
    let Some(walk) = walk(Some(rules), choices) else {
        return Html::default();
    };
    let taken = taken(rules, &walk);
    let is_taken = |edge: &&Edge| {
        taken
            .iter()
            .any(|(from, to, _)| (*from, *to) == (edge.from, edge.to))
    };
    let here = rules.place_of(&walk.at.id);
    let class_of = |place: usize| {
        let is_on_way = taken
            .iter()
            .any(|(from, to, _)| place == *from || place == *to);
        match (Some(place) == here, is_on_way) {
            (true, _) => "explainer-node explainer-here",
            (false, true) => "explainer-node explainer-passed",
            (false, false) => "explainer-node",
        }
    };
    let transform = [
        "translate(",
        &Px::new(at.0).to_string(),
        " ",
        &Px::new(at.1).to_string(),
        ")",
    ]
    .concat();
    let below = ["translate(0 ", &Px::new(HEADING).to_string(), ")"].concat();
    let heading = Px::new(if look.is_mirrored() { width } else { 0.0 });
    let not_taken = flow.edges.iter().filter(|edge| !is_taken(edge));
    let on_way = flow.edges.iter().filter(is_taken);
    html! {
        <g transform={transform} class={is_other.then_some("explainer-beside")}>
            { text("explainer-rules", heading, Px::new(14.0), Anchor::Start, rules.label.shared()) }
            <g transform={below}>
                { for not_taken.map(|edge| path("explainer-way", edge.path.clone())) }
                { for on_way.map(|edge| path("explainer-way explainer-taken", edge.path.clone())) }
                { for flow.nodes.iter().enumerate().map(|(place, each)| node(each, class_of(place))) }
                { for taken.iter().filter_map(|(from, to, label)| choice(flow, *from, *to, label, width)) }
            </g>
        </g>
    }
}

/// Returns the steps of a walk as the places that they leave and reach and what was chosen.
fn taken<'a>(rules: &Rules, walk: &Walk<'a>) -> Vec<(usize, usize, &'a str)> {
    let steps = walk.steps.iter().filter_map(|step| {
        let from = rules.place_of(&step.state.id)?;
        Some((
            from,
            rules.place_of(&step.choice.to)?,
            step.choice.label.as_str(),
        ))
    });
    steps.collect()
}

fn node(node: &Node, class: &'static str) -> Html {
    let left = Px::new(node.x.get() - node.width.get() / 2.0);
    let first = node.y.get() + (node.height.get() - node.lines.len() as f64 * LINE) / 2.0 + 12.5;
    let lines = (0..).zip(&node.lines).map(|(number, words)| {
        let y = Px::new(first + f64::from(number) * LINE);
        text(
            "explainer-node-label",
            node.x,
            y,
            Anchor::Middle,
            words.clone(),
        )
    });
    html! {
        <g class={class}>
            { rect("explainer-box", (left, node.y), (node.width, node.height)) }
            { for lines }
        </g>
    }
}

/// Writes what was chosen on its way.
fn choice(flow: &Flow, from: usize, to: usize, label: &str, width: f64) -> Option<Html> {
    let (from, to) = (flow.nodes.get(from)?, flow.nodes.get(to)?);
    let upper = from.y.get() + from.height.get();
    if to.y.get() <= upper {
        return None;
    }
    // As wide as its letters usually are; it must not leave the drawing.
    let half = (label.chars().count() as f64 * 3.4).min(width / 2.0);
    let middle = ((from.x.get() + to.x.get()) / 2.0).clamp(half, width - half);
    let y = Px::new((upper + to.y.get()) / 2.0 + 4.0);
    Some(text(
        "explainer-chosen",
        Px::new(middle),
        y,
        Anchor::Middle,
        String::from(label),
    ))
}
