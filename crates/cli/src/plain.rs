use explainer_model::{Article, Block, Inline, Inlines};

/// Returns the words of running text.
pub fn words(text: &Inlines, article: &Article) -> String {
    text.parts()
        .iter()
        .map(|part| match part {
            Inline::Text(words) => words.to_string(),
            Inline::Term { term, text } => match text {
                Some(text) => text.as_str().into(),
                None => {
                    let mut terms = article.terms.iter();
                    let term = terms.find(|known| known.id == *term);
                    term.map(|term| term.label.as_str().into())
                        .unwrap_or_default()
                }
            },
            Inline::Link { text, .. } => text.as_str().into(),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Quote(inner) => {
                words(inner, article)
            }
        })
        .collect()
}

/// Returns the words of blocks, a line a block.
pub fn lines(blocks: &[Block], article: &Article) -> Vec<String> {
    blocks
        .iter()
        .flat_map(|block| match block {
            Block::Paragraph(text) | Block::Subheading(text) => vec![words(text, article)],
            Block::List(list) => list.items.iter().map(|item| words(item, article)).collect(),
            Block::Quote(quote) => vec![words(&quote.text, article)],
            Block::Model(id) => {
                let mut models = article.models.iter();
                let model = models.find(|model| model.id == *id);
                model
                    .map(|model| model.fallback.as_str().into())
                    .into_iter()
                    .collect()
            }
            Block::Unknown(unknown) => vec![unknown.fallback.as_str().into()],
        })
        .collect()
}
