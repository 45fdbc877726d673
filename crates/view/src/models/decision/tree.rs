//! One set of rules as a tree: a line a choice, with the state that it leads to at its end.

use explainer_models::{Choice, Node, Rules, State, Walk, trees, walk};
use explainer_story::PartId;
use yew::prelude::*;

use crate::models::ModelContext;

/// Marks a choice that leads elsewhere than under the first rules.
const DIFFERS: &str = "≠";

/// A set of rules with the way that the reader took.
pub(super) struct RulesDrawing<'a> {
    ctx: &'a ModelContext<'a>,
    rules: &'a Rules,
    walk: Option<Walk<'a>>,
    /// The rules that these are compared with.
    others: Option<&'a Rules>,
}

impl<'a> RulesDrawing<'a> {
    pub fn new(
        ctx: &'a ModelContext<'a>,
        rules: &'a Rules,
        choices: &[PartId],
        others: Option<&'a Rules>,
    ) -> Self {
        Self {
            ctx,
            rules,
            walk: walk(Some(rules), choices),
            others,
        }
    }

    pub fn into_html(self) -> Html {
        let trees = trees(self.rules);
        let roots = trees.iter().map(|tree| {
            html! {
                <li>{ self.state(tree, true) }{ self.branches(tree, &mut Vec::new()) }</li>
            }
        });
        let differs = self.others.map(|others| {
            let label = self.ctx.locale.labels.differs(others.label.as_str());
            html! { <p class="explainer-key">{ DIFFERS }{ " " }{ label }</p> }
        });
        html! {
            <div>
                <p class="explainer-axis">{ self.rules.label.shared() }</p>
                { differs }
                <ul class="explainer-tree">{ for roots }</ul>
            </div>
        }
    }

    /// Renders the choices of a state, which those of `path` lead to.
    fn branches(&self, node: &Node, path: &mut Vec<PartId>) -> Option<Html> {
        let mut items = Vec::new();
        for (choice, below) in &node.branches {
            path.push(choice.id.clone());
            let sign = self.differs(path, below.state).then_some(DIFFERS);
            let sign = sign.map(|sign| html! { <span class="explainer-differs">{ sign }</span> });
            let is_taken = self.is_taken(node.state, choice);
            items.push(html! {
                <li class={is_taken.then_some("explainer-taken")}>
                    // No pseudo-element: pictures have it, too.
                    <span class="explainer-branch"></span>
                    <span class="explainer-step">
                        { choice.label.shared() }
                        <span aria-hidden="true">{ " " }{ self.ctx.arrow() }</span>
                    </span>
                    { " " }
                    { self.state(below, is_taken) }
                    { sign }
                    { self.branches(below, path) }
                </li>
            });
            path.pop();
        }
        (!items.is_empty()).then(|| html! { <ul>{ for items }</ul> })
    }

    /// Renders a state's name. Several choices may lead to one outcome: the reader is at that of the
    /// choice taken.
    fn state(&self, node: &Node, is_taken: bool) -> Html {
        let Node { state, .. } = node;
        let is_elsewhere = node.is_elsewhere();
        let is_at = self
            .walk
            .as_ref()
            .is_some_and(|walk| walk.at.id == state.id);
        let is_here = is_at && !is_elsewhere && (is_taken || !state.is_outcome());
        let class = if state.is_outcome() {
            "explainer-state explainer-outcome"
        } else if is_elsewhere {
            "explainer-state explainer-elsewhere"
        } else {
            "explainer-state"
        };
        html! {
            <span {class} aria-current={if is_here { "step" } else { "false" }}>
                { state.label.shared() }
                if is_elsewhere {
                    { " …" }
                }
            </span>
        }
    }

    fn is_taken(&self, state: &State, choice: &Choice) -> bool {
        let mut steps = self.walk.iter().flat_map(|walk| &walk.steps);
        steps.any(|step| step.state.id == state.id && step.choice.id == choice.id)
    }

    /// Returns whether the same choices end elsewhere under the other rules.
    fn differs(&self, path: &[PartId], state: &State) -> bool {
        let other = self.others.and_then(|others| walk(Some(others), path));
        other.is_some_and(|walk| walk.at.label != state.label)
    }
}
