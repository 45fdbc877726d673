use explainer_i18n::QuotationMarks;
use explainer_story::{Block, Index, Inline, Inlines, Term};

/// Returns the words of running text.
pub fn words(text: &Inlines, index: &Index) -> String {
    write(text, index, &mut |_, words| words.into())
}

/// Returns the words of running text; `mention` writes each mention of a term.
pub fn write(
    text: &Inlines,
    index: &Index,
    mention: &mut dyn FnMut(&Term, &str) -> String,
) -> String {
    write_in(0, text, index, mention)
}

/// Writes running text inside `depth` quotations.
fn write_in(
    depth: usize,
    text: &Inlines,
    index: &Index,
    mention: &mut dyn FnMut(&Term, &str) -> String,
) -> String {
    let mut written = String::new();
    for part in text.parts() {
        match part {
            Inline::Text(words) => written.push_str(words),
            Inline::Term { term, text } => {
                if let Some(term) = index.term(term) {
                    let words = text.as_ref().unwrap_or(&term.label);
                    written.push_str(&mention(term, words.as_str()));
                }
            }
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Words(inner)
            | Inline::Link { text: inner, .. } => {
                written.push_str(&write_in(depth, inner, index, mention));
            }
            Inline::Quote(inner) => {
                let [open, close] = marks(index).at(depth);
                let words = write_in(depth + 1, inner, index, mention);
                written.extend([open, &words, close]);
            }
        }
    }
    written
}

/// Returns the marks around somebody else's words in the story's language.
pub fn marks(index: &Index) -> QuotationMarks {
    QuotationMarks::for_lang(index.lang().as_str())
}

/// Returns the words of blocks, a line a block; `mention` writes each mention of a term.
pub fn lines(
    blocks: &[Block],
    index: &Index,
    mention: &mut dyn FnMut(&Term, &str) -> String,
) -> Vec<String> {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(text) | Block::Subheading(text) => {
                lines.push(write(text, index, mention));
            }
            Block::List(list) => {
                for item in list.items.iter() {
                    lines.push(format!("- {}", write(item, index, mention)));
                }
            }
            Block::Quote(quote) => {
                let words = write(&quote.text, index, mention);
                let name = quote.attribution.as_ref().map(|name| name.as_str());
                lines.push(match name {
                    Some(name) => format!("> {words} ({name})"),
                    None => format!("> {words}"),
                });
            }
            Block::Model(id) => {
                let model = index.model(id);
                lines.extend(model.map(|(_, model)| model.fallback.as_str().to_owned()));
            }
            Block::Unknown(unknown) => lines.push(unknown.fallback.as_str().into()),
        }
    }
    lines
}
