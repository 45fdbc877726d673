use crate::inline::words_of_mention;
use crate::json::{IdRef, Reader, References};
use crate::{Article, Block, Blocks, Inline, Inlines, ModelId, SectionId};

/// Makes sure that ids are unique and references lead somewhere, and corrects what does not: of two
/// things with one id the first stays, a mention of nothing becomes plain words, and a block or
/// point that refers to nothing goes.
pub(crate) fn resolve(mut article: Article, reader: &mut Reader) -> Option<Article> {
    let mut known = std::mem::take(&mut reader.references);
    known.report_duplicates(reader);
    article.sections = article
        .sections
        .filter(|section| known.keep(&IdRef::from(&section.id)))?;
    article
        .terms
        .retain(|term| known.keep(&IdRef::from(&term.id)));
    article
        .models
        .retain(|model| known.keep(&IdRef::from(&model.id)));
    known.report_dangling(reader);
    prune(&mut article, &mut known);
    Some(article)
}

fn prune(article: &mut Article, known: &mut References) {
    article
        .summary
        .retain(|point| known.is_kept(&IdRef::from(&point.section)));
    if let Some(standfirst) = &mut article.standfirst {
        prune_inlines(standfirst, known);
    }
    for point in &mut article.summary {
        prune_inlines(&mut point.text, known);
    }
    for correction in &mut article.corrections {
        prune_inlines(&mut correction.text, known);
        prune_section(&mut correction.section, known);
    }
    if let Some(intro) = &mut article.intro {
        prune_blocks(intro, known);
    }
    if let Some(method) = &mut article.method {
        prune_blocks(method, known);
    }
    if let Some(lead) = &mut article.lead {
        for caption in lead.texts_mut() {
            prune_inlines(caption, known);
        }
    }
    for change in &mut article.changes {
        prune_inlines(&mut change.text, known);
        prune_section(&mut change.section, known);
    }
    article
        .posts
        .retain(|post| known.keep(&IdRef::from(&post.id)));
    for post in &mut article.posts {
        prune_blocks(&mut post.blocks, known);
    }
    for section in article.sections.iter_mut() {
        prune_blocks(&mut section.blocks, known);
    }
    for term in &mut article.terms {
        if let Some(long) = &mut term.long {
            prune_blocks(long, known);
        }
        term.model = term.model.take().filter(|model| has_model(known, model));
    }
}

fn prune_blocks(blocks: &mut Blocks, known: &mut References) {
    blocks.retain(|block| !matches!(block, Block::Model(model) if !has_model(known, model)));
    for block in blocks.iter_mut() {
        if let Block::Element(element) = block {
            element.retain_questions(&mut |question| known.keep(&IdRef::from(question)));
        }
        for text in block.texts_mut() {
            prune_inlines(text, known);
        }
        for inner in block.inner_mut() {
            prune_blocks(inner, known);
        }
    }
}

fn prune_section(section: &mut Option<SectionId>, known: &References) {
    *section = section
        .take()
        .filter(|section| known.is_kept(&IdRef::from(section)));
}

fn prune_inlines(inlines: &mut Inlines, known: &References) {
    for inline in inlines.parts_mut() {
        match inline {
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Quote(inner)
            | Inline::Words(inner)
            | Inline::Strike(inner)
            | Inline::Subscript(inner)
            | Inline::Superscript(inner)
            | Inline::Note(inner)
            | Inline::Foreign { text: inner, .. }
            | Inline::Link { text: inner, .. } => {
                prune_inlines(inner, known);
            }
            Inline::Term { term, text } if !known.is_kept(&IdRef::from(&*term)) => {
                *inline = Inline::Text(words_of_mention(term, text.as_ref()));
            }
            Inline::Term { .. }
            | Inline::Text(_)
            | Inline::Code(_)
            | Inline::LineBreak
            | Inline::Citation(_) => {}
        }
    }
}

fn has_model(known: &References, model: &ModelId) -> bool {
    known.is_kept(&IdRef::from(model))
}
