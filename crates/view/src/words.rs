use explainer_i18n::{Pattern, Piece};
use yew::prelude::*;

/// Renders a label with elements in its holes.
pub(crate) fn fill<const HOLES: usize>(pattern: Pattern, elements: [Html; HOLES]) -> Html {
    let pieces = pattern.pieces().into_iter().map(|piece| match piece {
        Piece::Text(words) => Html::from(words),
        Piece::Hole(index) => elements.get(index).cloned().unwrap_or_default(),
    });
    pieces.collect()
}
