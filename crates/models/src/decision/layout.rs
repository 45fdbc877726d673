use crate::Rules;

use crate::scale::{PathBuilder, Px};

/// The chart of one set of rules: states in layers from top to bottom, choices as lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Flow {
    /// Height in pixels; the width is given.
    pub height: Px,
    /// One box a state, in the order of the states.
    pub nodes: Vec<Node>,
    /// One line a choice, in the order of the states and their choices.
    pub edges: Vec<Edge>,
}

/// A state's box.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Its middle, from the left.
    pub x: Px,
    /// Its upper edge.
    pub y: Px,
    /// Its width.
    pub width: Px,
    /// Its height.
    pub height: Px,
    /// Its label in lines that fit.
    pub lines: Vec<String>,
}

/// A choice's line.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// Index of the state that it leaves.
    pub from: usize,
    /// Index of the state that it leads to.
    pub to: usize,
    /// The line as an SVG path.
    pub path: String,
}

/// Height of a line of text, in pixels.
pub const LINE_HEIGHT: f64 = 17.0;
/// Above and below the text of a box together.
const PADDING: f64 = 14.0;
/// Between boxes of one layer.
const NODE_GAP: f64 = 8.0;
/// Between layers, where the lines run.
const LAYER_GAP: f64 = 36.0;
/// Widest box.
const MAX_NODE_WIDTH: f64 = 190.0;
/// Beside the boxes, where lines lead back up.
const BACK_EDGE_MARGIN: f64 = 26.0;
/// Around the chart, for the boxes' outlines.
const OUTLINE_MARGIN: f64 = 2.0;

/// Lays out one set of rules on a chart that is `width` pixels wide. Where `is_mirrored`, the
/// first choice is on the right.
pub fn flow(rules: &Rules, width: f64, is_mirrored: bool) -> Flow {
    let edges = rules.edges();
    let depths = depths(rules, &edges);
    let is_back = |from, to| depths.get(to) <= depths.get(from);
    let side = if edges.iter().any(|(from, to)| is_back(*from, *to)) {
        BACK_EDGE_MARGIN
    } else {
        OUTLINE_MARGIN
    };
    let room = (width - OUTLINE_MARGIN - side).max(0.0);
    let mut layers = Vec::new();
    let mut y = OUTLINE_MARGIN;
    for depth in 0..rules.states.len() {
        let count = depths.iter().filter(|it| **it == depth).count();
        if count == 0 {
            break;
        }
        let share = room / count as f64;
        // Where many boxes share a narrow layer, they still have a width.
        let box_width = (share - NODE_GAP).max(share / 2.0).min(MAX_NODE_WIDTH);
        let mut most = 1;
        for (state, it) in rules.states.iter().zip(&depths) {
            if *it == depth {
                most = most.max(wrap(state.label.as_str(), box_width - PADDING).len());
            }
        }
        let height = most as f64 * LINE_HEIGHT + PADDING;
        layers.push(Layer {
            y,
            height,
            share,
            box_width,
            placed: 0.0,
        });
        y += height + LAYER_GAP;
    }
    let mut nodes = Vec::new();
    for (state, depth) in rules.states.iter().zip(&depths) {
        // Every state can be reached, so each has its layer.
        let Some(layer) = layers.get_mut(*depth) else {
            continue;
        };
        let along = OUTLINE_MARGIN + layer.share * (layer.placed + 0.5);
        layer.placed += 1.0;
        nodes.push(Node {
            x: Px::new(if is_mirrored { width - along } else { along }),
            y: Px::new(layer.y),
            width: Px::new(layer.box_width),
            height: Px::new(layer.height),
            lines: wrap(state.label.as_str(), layer.box_width - PADDING),
        });
    }
    let far = Px::new(if is_mirrored {
        OUTLINE_MARGIN
    } else {
        width - OUTLINE_MARGIN
    });
    let mut drawn = Vec::new();
    for (from, to) in edges {
        if let (Some(leaves), Some(enters)) = (nodes.get(from), nodes.get(to)) {
            let path = edge(leaves, enters, is_back(from, to), far);
            drawn.push(Edge { from, to, path });
        }
    }
    Flow {
        height: Px::new(y - LAYER_GAP + OUTLINE_MARGIN),
        nodes,
        edges: drawn,
    }
}

/// States that are drawn side by side.
struct Layer {
    y: f64,
    height: f64,
    /// Width for each with its gap.
    share: f64,
    box_width: f64,
    /// How many are placed already.
    placed: f64,
}

fn edge(from: &Node, to: &Node, is_back: bool, far: Px) -> String {
    let middle = |node: &Node| Px::new(node.y.get() + node.height.get() / 2.0);
    if is_back {
        let outer = |node: &Node| {
            let half = node.width.get() / 2.0;
            Px::new(node.x.get() + half.copysign(far.get() - node.x.get()))
        };
        let ends = ((outer(from), middle(from)), (outer(to), middle(to)));
        return PathBuilder::default().swing_to(ends.0, ends.1, far).data();
    }
    let below = Px::new(from.y.get() + from.height.get());
    PathBuilder::default()
        .curve_to((from.x, below), (to.x, to.y))
        .data()
}

/// Returns how many choices lead to each state at least.
fn depths(rules: &Rules, edges: &[(usize, usize)]) -> Vec<usize> {
    let count = rules.states.len();
    // More than any.
    let mut depths = vec![count; count];
    if let Some(slot) = rules
        .index_of(&rules.start)
        .and_then(|start| depths.get_mut(start))
    {
        *slot = 0;
    }
    for depth in 0..count {
        for (from, to) in edges {
            if depths.get(*from) == Some(&depth)
                && let Some(slot) = depths.get_mut(*to)
            {
                *slot = (depth + 1).min(*slot);
            }
        }
    }
    depths
}

/// Breaks a text into lines of at most `width` pixels at the drawings' font size, by the usual width
/// of its letters. A word that is too long has a line of its own.
pub fn wrap(text: &str, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if length(line) + length(" ") + length(word) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.into()),
        }
    }
    lines
}

fn length(text: &str) -> f64 {
    // Chinese, Japanese and Korean letters are as wide as they are high.
    text.chars()
        .map(|letter| if letter >= '\u{2e80}' { 13.0 } else { 6.9 })
        .sum()
}
