use explainer_story::{Article, Block, Inline, Inlines, Term};

/// Returns the words of running text.
pub fn words(text: &Inlines, article: &Article) -> String {
    write(text, article, &mut |_, words| words.into())
}

/// Returns the words of running text; `mention` writes each mention of a term.
pub fn write(
    text: &Inlines,
    article: &Article,
    mention: &mut dyn FnMut(&Term, &str) -> String,
) -> String {
    let mut written = String::new();
    for part in text.parts() {
        match part {
            Inline::Text(words) => written.push_str(words),
            Inline::Term { term, text } => {
                let mut terms = article.terms.iter();
                if let Some(term) = terms.find(|known| known.id == *term) {
                    let words = text.as_ref().unwrap_or(&term.label);
                    written.push_str(&mention(term, words.as_str()));
                }
            }
            Inline::Link { text, .. } => written.push_str(text.as_str()),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Quote(inner) => {
                written.push_str(&write(inner, article, mention));
            }
        }
    }
    written
}

/// Returns the words of blocks, a line a block; `mention` writes each mention of a term.
pub fn lines(
    blocks: &[Block],
    article: &Article,
    mention: &mut dyn FnMut(&Term, &str) -> String,
) -> Vec<String> {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(text) | Block::Subheading(text) => {
                lines.push(write(text, article, mention));
            }
            Block::List(list) => {
                for item in list.items.iter() {
                    lines.push(format!("- {}", write(item, article, mention)));
                }
            }
            Block::Quote(quote) => {
                let words = write(&quote.text, article, mention);
                let name = quote.attribution.as_ref().map(|name| name.as_str());
                lines.push(match name {
                    Some(name) => format!("> {words} ({name})"),
                    None => format!("> {words}"),
                });
            }
            Block::Model(id) => {
                let mut models = article.models.iter();
                let model = models.find(|model| model.id == *id);
                lines.extend(model.map(|model| model.fallback.as_str().to_owned()));
            }
            Block::Unknown(unknown) => lines.push(unknown.fallback.as_str().into()),
        }
    }
    lines
}
