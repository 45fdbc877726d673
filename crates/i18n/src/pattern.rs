/// A label with holes, such as `{from} to {until}`.
#[derive(Clone, Copy, Debug)]
pub struct Pattern(pub(crate) &'static str);

/// A part of a [`Pattern`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words as they are.
    Text(&'static str),
    /// The hole for the argument of this index.
    Hole(usize),
}

impl Pattern {
    /// Returns the label with `arguments` in its holes.
    pub fn fill(self, arguments: &[&str]) -> String {
        let mut text = String::new();
        for piece in self.pieces() {
            text.push_str(match piece {
                Piece::Text(words) => words,
                Piece::Hole(index) => arguments.get(index).copied().unwrap_or_default(),
            });
        }
        text
    }

    /// Returns the parts in their order, for a label with elements in its holes.
    pub fn pieces(self) -> Vec<Piece> {
        // `build/` has written the index of each hole, one digit, in its braces.
        let mut pieces = Vec::new();
        for (index, part) in self.0.split('{').enumerate() {
            let words = match part.split_once('}') {
                Some((hole, words)) if index > 0 => {
                    pieces.push(Piece::Hole(hole.parse().unwrap_or_default()));
                    words
                }
                _ => part,
            };
            if !words.is_empty() {
                pieces.push(Piece::Text(words));
            }
        }
        pieces
    }
}

#[cfg(test)]
mod tests {
    use super::{Pattern, Piece};

    #[test]
    fn holes_are_filled_by_index() {
        let check = |pattern, expected: &str| {
            assert_eq!(Pattern(pattern).fill(&["a", "{0}"]), expected);
        };
        check("{1} of {0}", "{0} of a");
        check("{0}{0}.", "aa.");
        check("no hole", "no hole");
    }

    #[test]
    fn a_pattern_has_its_words_and_holes_in_order() {
        let pieces = Pattern("{0} to {1}").pieces();
        assert_eq!(
            pieces,
            [Piece::Hole(0), Piece::Text(" to "), Piece::Hole(1)]
        );
    }
}
