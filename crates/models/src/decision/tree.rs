use crate::{Choice, Rules, State};

/// A state in the drawing of a set of rules, with its choices below it.
#[derive(Clone, Debug, PartialEq)]
pub struct Node<'a> {
    /// The state.
    pub state: &'a State,
    /// Its choices, and the states that they lead to; none where the state is drawn with its choices
    /// elsewhere.
    pub branches: Vec<(&'a Choice, Node<'a>)>,
}

impl Node<'_> {
    /// Returns whether the state's choices are elsewhere in the drawing.
    pub fn is_elsewhere(&self) -> bool {
        self.branches.is_empty() && !self.state.choices.is_empty()
    }
}

/// Most levels of choices below one another: each takes room from the words.
const MAX_DEPTH: usize = 4;

/// Lays out one set of rules as trees: each choice has a line of its own, and each state has its choices
/// once, where it is met first. What lies too deep has a tree of its own after the first.
pub fn trees(rules: &Rules) -> Vec<Node<'_>> {
    let start = rules.index_of(&rules.start);
    let mut layout = Layout {
        rules,
        is_placed: vec![false; rules.states.len()],
        roots: start.into_iter().collect(),
    };
    for index in &layout.roots {
        if let Some(is_placed) = layout.is_placed.get_mut(*index) {
            *is_placed = true;
        }
    }
    let mut trees = Vec::new();
    while let Some(index) = layout.roots.get(trees.len()).copied() {
        let Some(state) = rules.states.get(index) else {
            break;
        };
        trees.push(layout.node(state, 0));
    }
    trees
}

struct Layout<'a> {
    rules: &'a Rules,
    /// Whether a state has its place already, by its index.
    is_placed: Vec<bool>,
    /// The states with a tree of their own.
    roots: Vec<usize>,
}

impl<'a> Layout<'a> {
    fn node(&mut self, state: &'a State, depth: usize) -> Node<'a> {
        // All states of a level have their place before those below them.
        let mut targets = Vec::new();
        for choice in &state.choices {
            let Some(index) = self.rules.index_of(&choice.to) else {
                continue;
            };
            let is_new = self.place(index);
            if is_new && depth + 1 >= MAX_DEPTH {
                self.roots.push(index);
            }
            targets.push((choice, index, is_new && depth + 1 < MAX_DEPTH));
        }
        let mut branches = Vec::new();
        for (choice, index, is_here) in targets {
            let Some(state) = self.rules.states.get(index) else {
                continue;
            };
            let node = if is_here {
                self.node(state, depth + 1)
            } else {
                Node {
                    state,
                    branches: Vec::new(),
                }
            };
            branches.push((choice, node));
        }
        Node { state, branches }
    }

    /// Returns whether the place of a state is to be here. An outcome needs none: it has no choices.
    fn place(&mut self, index: usize) -> bool {
        let has_choices = self
            .rules
            .states
            .get(index)
            .is_some_and(|state| !state.choices.is_empty());
        match self.is_placed.get_mut(index) {
            Some(is_placed) if has_choices => !std::mem::replace(is_placed, true),
            _ => false,
        }
    }
}
