use crate::reader::{Name, Reader};
use crate::{Article, Block, Blocks, Fault, Inline, Inlines, ModelId};

/// Makes sure that ids are unique and references lead somewhere, and mends what does not: of two
/// things with one id the first stays, a mention of nothing becomes plain words, and a block or
/// point that refers to nothing goes.
pub(crate) fn resolve(mut article: Article, reader: &mut Reader) -> Option<Article> {
    report_duplicates(reader);
    let mut known = Known::default();
    article.sections = article
        .sections
        .filter(|section| known.insert(Name::from(&section.id)))?;
    article
        .terms
        .retain(|term| known.insert(Name::from(&term.id)));
    article
        .models
        .retain(|model| known.insert(Name::from(&model.id)));
    report_dangling(reader, &known);
    prune(&mut article, &known);
    Some(article)
}

/// Names in order, for a quick look-up; smaller in wasm than a tree or a table.
#[derive(Default)]
struct Known(Vec<Name>);

impl Known {
    /// Adds a name; returns whether it is new.
    fn insert(&mut self, name: Name) -> bool {
        match self.0.binary_search(&name) {
            Ok(_) => false,
            Err(place) => {
                self.0.insert(place, name);
                true
            }
        }
    }

    fn contains(&self, name: &Name) -> bool {
        self.0.binary_search(name).is_ok()
    }
}

fn report_duplicates(reader: &mut Reader) {
    let definitions = std::mem::take(&mut reader.definitions);
    let mut seen = Known::default();
    for (path, name) in &definitions {
        if seen.insert(name.clone()) {
            continue;
        }
        let first = definitions.iter().find(|(_, other)| other == name);
        let fault = Fault::DuplicateId {
            id: (&*name.id).into(),
            first: first.map(|(path, _)| path.clone()).unwrap_or_default(),
        };
        reader.report_at(path.clone(), fault);
    }
}

fn report_dangling(reader: &mut Reader, known: &Known) {
    for (path, name) in std::mem::take(&mut reader.references) {
        if !known.contains(&name) {
            let alike = known.0.iter().filter(|other| other.what == name.what);
            let fault = Fault::Dangling {
                what: name.what,
                id: (&*name.id).into(),
                nearest: reader.guess(&name.id, alike.map(|other| &*other.id)),
            };
            reader.report_at(path, fault);
        }
    }
}

fn prune(article: &mut Article, known: &Known) {
    article
        .summary
        .retain(|point| known.contains(&Name::from(&point.section)));
    if let Some(standfirst) = &mut article.standfirst {
        prune_inlines(standfirst, known);
    }
    for point in &mut article.summary {
        prune_inlines(&mut point.text, known);
    }
    for correction in &mut article.corrections {
        prune_inlines(&mut correction.text, known);
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

fn prune_blocks(blocks: &mut Blocks, known: &Known) {
    blocks.retain(|block| !matches!(block, Block::Model(model) if !has_model(known, model)));
    for block in blocks.iter_mut() {
        match block {
            Block::Paragraph(inlines) | Block::Subheading(inlines) => prune_inlines(inlines, known),
            Block::Quote(quote) => prune_inlines(&mut quote.text, known),
            Block::List(list) => {
                for item in list.items.iter_mut() {
                    prune_inlines(item, known);
                }
            }
            Block::Model(_) | Block::Unknown(_) => {}
        }
    }
}

fn prune_inlines(inlines: &mut Inlines, known: &Known) {
    for inline in inlines.parts_mut() {
        match inline {
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Quote(inner) => {
                prune_inlines(inner, known);
            }
            Inline::Term { term, text } if !known.contains(&Name::from(&*term)) => {
                let words = match text {
                    Some(text) => text.shared(),
                    None => term.as_str().replace('-', " ").into(),
                };
                *inline = Inline::Text(words);
            }
            Inline::Term { .. } | Inline::Text(_) | Inline::Link { .. } => {}
        }
    }
}

fn has_model(known: &Known, model: &ModelId) -> bool {
    known.contains(&Name::from(model))
}
