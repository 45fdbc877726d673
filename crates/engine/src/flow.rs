use explainer_model::Rules;

use crate::scale::{Line, Px};

/// A drawing of one set of rules: states in layers from top to bottom, choices as lines.
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
    /// Place of the state that it leaves.
    pub from: usize,
    /// Place of the state that it leads to.
    pub to: usize,
    /// The line as an SVG path.
    pub path: String,
}

/// Height of a line of text, in pixels.
pub(crate) const LINE: f64 = 17.0;
/// Above and below the text of a box together.
const PADDING: f64 = 14.0;
/// Between boxes of one layer.
const GAP: f64 = 8.0;
/// Between layers, where the lines run.
const FALL: f64 = 36.0;
/// Widest box.
const WIDEST: f64 = 190.0;
/// Beside the boxes, where lines lead back up.
const LOOP: f64 = 26.0;
/// Around the drawing, for the boxes' outlines.
const EDGE: f64 = 2.0;

/// Lays out one set of rules on a drawing that is `width` pixels wide. Where `is_mirrored`, the
/// first choice stands on the right.
pub fn flow(rules: &Rules, width: f64, is_mirrored: bool) -> Flow {
    let depths = depths(rules);
    let ways = rules.ways();
    let is_back = |(from, to): (usize, usize)| depths.get(to) <= depths.get(from);
    let side = if ways.iter().any(|way| is_back(*way)) {
        LOOP
    } else {
        EDGE
    };
    let room = width - EDGE - side;
    let layers = layers(&depths);
    let mut nodes = vec![None; rules.states.len()];
    let mut y = EDGE;
    for layer in &layers {
        let share = room / layer.len().max(1) as f64;
        // Where many boxes share a narrow layer, they still have a width.
        let box_width = (share - GAP).max(share / 2.0).min(WIDEST);
        let labels = layer.iter().filter_map(|place| rules.states.get(*place));
        let lines: Vec<Vec<String>> = labels
            .map(|state| wrap(state.label.as_str(), box_width - PADDING))
            .collect();
        let most = lines.iter().map(Vec::len).max().unwrap_or(1);
        let height = most as f64 * LINE + PADDING;
        for (number, (place, lines)) in layer.iter().zip(lines).enumerate() {
            let along = EDGE + share * (number as f64 + 0.5);
            let x = if is_mirrored { width - along } else { along };
            if let Some(slot) = nodes.get_mut(*place) {
                *slot = Some(Node {
                    x: Px::new(x),
                    y: Px::new(y),
                    width: Px::new(box_width),
                    height: Px::new(height),
                    lines,
                });
            }
        }
        y += height + FALL;
    }
    // Every state can be reached, so each has its place.
    let nodes: Vec<Node> = nodes.into_iter().flatten().collect();
    let far = if is_mirrored { EDGE } else { width - EDGE };
    let edges = ways.into_iter().filter_map(|(from, to)| {
        let path = edge(
            nodes.get(from)?,
            nodes.get(to)?,
            is_back((from, to)),
            Px::new(far),
        );
        Some(Edge { from, to, path })
    });
    Flow {
        height: Px::new(y - FALL + EDGE),
        edges: edges.collect(),
        nodes,
    }
}

fn edge(from: &Node, to: &Node, is_back: bool, far: Px) -> String {
    let middle = |node: &Node| Px::new(node.y.get() + node.height.get() / 2.0);
    if is_back {
        let outer = |node: &Node| {
            let half = node.width.get() / 2.0;
            Px::new(node.x.get() + half.copysign(far.get() - node.x.get()))
        };
        let ends = ((outer(from), middle(from)), (outer(to), middle(to)));
        return Line::default().swing_to(ends.0, ends.1, far).data();
    }
    let below = Px::new(from.y.get() + from.height.get());
    Line::default()
        .curve_to((from.x, below), (to.x, to.y))
        .data()
}

/// Returns how many choices lead to each state at least.
fn depths(rules: &Rules) -> Vec<Option<usize>> {
    let mut depths = vec![None; rules.states.len()];
    let mut layer: Vec<usize> = rules.place_of(&rules.start).into_iter().collect();
    for depth in 0.. {
        layer.retain(|place| depths.get(*place) == Some(&None));
        if layer.is_empty() {
            break;
        }
        for place in &layer {
            if let Some(slot) = depths.get_mut(*place) {
                *slot = Some(depth);
            }
        }
        let next = rules
            .ways()
            .into_iter()
            .filter(|(from, _)| layer.contains(from));
        layer = next.map(|(_, to)| to).collect();
    }
    depths
}

/// Returns the places of the states by depth.
fn layers(depths: &[Option<usize>]) -> Vec<Vec<usize>> {
    let mut layers: Vec<Vec<usize>> = Vec::new();
    for depth in 0.. {
        let of_depth = (0..depths.len()).filter(|place| depths.get(*place) == Some(&Some(depth)));
        let layer: Vec<usize> = of_depth.collect();
        if layer.is_empty() {
            break;
        }
        layers.push(layer);
    }
    layers
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
