use super::decision::decided;
use explainer_models::{Flow, PathBuilder, Px, Rules, flow, wrap};
use proptest::prelude::*;

use crate::support::generate;

/// Half a tenth of a pixel on either side, and a float's slip.
pub const ROUNDED: f64 = 0.11;

/// Returns the numbers of an SVG path by command; fails where it is not well-formed.
#[track_caller]
fn commands(path: &str) -> Vec<(char, Vec<f64>)> {
    let mut parts: Vec<(char, String)> = Vec::new();
    for letter in path.chars() {
        if letter.is_alphabetic() {
            parts.push((letter, String::new()));
        } else {
            assert!("-. ".contains(letter) || letter.is_ascii_digit(), "{path}");
            parts
                .last_mut()
                .expect("a command comes first")
                .1
                .push(letter);
        }
    }
    let read = |(letter, numbers): (char, String)| {
        let numbers: Vec<f64> = numbers
            .split(' ')
            .map(|number| number.parse().unwrap())
            .collect();
        let length = match letter {
            'M' | 'L' => 2,
            'C' => 6,
            _ => panic!("{path}"),
        };
        assert_eq!(numbers.len(), length, "{path}");
        (letter, numbers)
    };
    let commands: Vec<(char, Vec<f64>)> = parts.into_iter().map(read).collect();
    assert_eq!(commands[0].0, 'M', "{path}");
    commands
}

#[track_caller]
fn check_drawing(rules: &Rules, flow: &Flow, width: f64) {
    assert_eq!(flow.nodes.len(), rules.states.len());
    let height = flow.height.get();
    for (place, node) in flow.nodes.iter().enumerate() {
        let half = node.width.get() / 2.0;
        assert!(half > 0.0 && node.height.get() > 0.0, "{node:?}");
        assert!(
            node.x.get() - half >= 0.0 && node.x.get() + half <= width,
            "{node:?}"
        );
        assert!(
            node.y.get() >= 0.0 && node.y.get() + node.height.get() <= height,
            "{node:?}"
        );
        for other in &flow.nodes[..place] {
            let (upper, lower) = if node.y <= other.y {
                (node, other)
            } else {
                (other, node)
            };
            let is_apart = if upper.y == lower.y {
                let beside = (node.x.get() - other.x.get()).abs();
                beside >= (node.width.get() + other.width.get()) / 2.0
            } else {
                lower.y.get() - upper.y.get() >= upper.height.get()
            };
            assert!(is_apart, "{node:?} {other:?}");
        }
    }
    let ends: Vec<(usize, usize)> = flow.edges.iter().map(|edge| (edge.from, edge.to)).collect();
    assert_eq!(ends, rules.edges());
    // Whether a point is on the outline of a box.
    let touches = |place: usize, x: f64, y: f64| {
        let node = &flow.nodes[place];
        let (along, down) = (node.width.get() / 2.0, node.height.get() / 2.0);
        let from_middle = (
            (x - node.x.get()).abs() - along,
            (y - node.y.get() - down).abs() - down,
        );
        from_middle.0.max(from_middle.1).abs() <= ROUNDED
    };
    for edge in &flow.edges {
        let numbers = commands(&edge.path)
            .into_iter()
            .flat_map(|(_, numbers)| numbers);
        let numbers: Vec<f64> = numbers.collect();
        assert_eq!(numbers.len(), 8, "{}", edge.path);
        for point in numbers.chunks(2) {
            assert!(
                (-ROUNDED..=width + ROUNDED).contains(&point[0]),
                "{}",
                edge.path
            );
            assert!((0.0..=height).contains(&point[1]), "{}", edge.path);
        }
        assert!(touches(edge.from, numbers[0], numbers[1]), "{}", edge.path);
        assert!(touches(edge.to, numbers[6], numbers[7]), "{}", edge.path);
    }
}

#[track_caller]
fn check_mirrored(flow: &Flow, mirrored: &Flow, width: f64) {
    let is_opposite = |one: f64, other: f64| (one + other - width).abs() <= 2.0 * ROUNDED;
    assert_eq!(flow.height, mirrored.height);
    for (node, other) in flow.nodes.iter().zip(&mirrored.nodes) {
        assert!(
            is_opposite(node.x.get(), other.x.get()),
            "{node:?} {other:?}"
        );
        assert_eq!(
            (node.y, node.width, node.height),
            (other.y, other.width, other.height)
        );
        assert_eq!(node.lines, other.lines);
    }
    for (edge, other) in flow.edges.iter().zip(&mirrored.edges) {
        for (one, other) in commands(&edge.path).iter().zip(&commands(&other.path)) {
            assert_eq!(one.0, other.0);
            for (point, other) in one.1.chunks(2).zip(other.1.chunks(2)) {
                assert!(is_opposite(point[0], other[0]), "{one:?} {other:?}");
                assert_eq!(point[1], other[1]);
            }
        }
    }
}

proptest! {
    #[test]
    fn boxes_and_lines_lie_within_the_drawing_and_apart(
        model in generate::decision(),
        width in 200.0..1400.0_f64,
    ) {
        for rules in decided(&model).rules.iter() {
            let (plain, mirrored) = (flow(rules, width, false), flow(rules, width, true));
            check_drawing(rules, &plain, width);
            check_drawing(rules, &mirrored, width);
            check_mirrored(&plain, &mirrored, width);
        }
    }

    #[test]
    fn a_label_keeps_its_words_in_order(text in any::<String>(), width in -10.0..400.0_f64) {
        let lines = wrap(&text, width);
        let words: Vec<&str> = lines.iter().flat_map(|line| line.split(' ')).collect();
        prop_assert_eq!(words, text.split_whitespace().collect::<Vec<_>>());
    }

    #[test]
    fn a_line_is_well_formed_whatever_its_points(
        points in prop::collection::vec((any::<f64>(), any::<f64>()), 1..9),
    ) {
        let points: Vec<(Px, Px)> =
            points.into_iter().map(|(x, y)| (Px::new(x), Px::new(y))).collect();
        let line = points.iter().fold(PathBuilder::default(), |line, (x, y)| line.to(*x, *y)).data();
        let commands = commands(&line);
        prop_assert_eq!(commands.len(), points.len());
        prop_assert!(commands.iter().skip(1).all(|(letter, _)| *letter == 'L'));
        for ((_, numbers), (x, y)) in commands.iter().zip(points) {
            prop_assert_eq!(numbers, &[x.get(), y.get()]);
        }
    }
}
