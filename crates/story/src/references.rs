use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::reader::{Name, Reader};
use crate::{Article, Block, Blocks, Fault, Inline, Inlines, JsonPath, ModelId};

/// Makes sure that ids are unique and references lead somewhere, and mends what does not: of two
/// things with one id the first stays, a mention of nothing becomes plain words, and a block or
/// point that refers to nothing goes.
pub(crate) fn resolve(mut article: Article, reader: &mut Reader) -> Option<Article> {
    let mut known = std::mem::take(&mut reader.definitions);
    report_duplicates(&known, reader);
    article.sections = article
        .sections
        .filter(|section| known.keep(Name::from(&section.id)))?;
    article
        .terms
        .retain(|term| known.keep(Name::from(&term.id)));
    article
        .models
        .retain(|model| known.keep(Name::from(&model.id)));
    report_dangling(reader, &known);
    prune(&mut article, &known);
    Some(article)
}

/// Every id that was read where something is defined.
#[derive(Default)]
pub(crate) struct Definitions {
    known: BTreeMap<Name, Definition>,
    /// Those whose name was there before, with where they stand.
    duplicates: Vec<(JsonPath, Name)>,
}

struct Definition {
    /// Where the id is, the first time.
    path: JsonPath,
    /// Whether the thing is part of the story; not where it was refused.
    is_kept: bool,
}

impl Definitions {
    /// Adds an id that was read.
    pub fn add(&mut self, path: JsonPath, name: Name) {
        match self.known.entry(name) {
            Entry::Occupied(first) => self.duplicates.push((path, first.key().clone())),
            Entry::Vacant(unused) => {
                let is_kept = false;
                unused.insert(Definition { path, is_kept });
            }
        }
    }

    /// Notes that a thing is part of the story; returns whether it is the first of its name.
    fn keep(&mut self, name: Name) -> bool {
        let definition = self.known.get_mut(&name);
        definition.is_some_and(|it| !std::mem::replace(&mut it.is_kept, true))
    }

    fn is_kept(&self, name: &Name) -> bool {
        self.known.get(name).is_some_and(|it| it.is_kept)
    }
}

fn report_duplicates(known: &Definitions, reader: &mut Reader) {
    for (path, name) in &known.duplicates {
        let first = known.known.get(name);
        let fault = Fault::DuplicateId {
            id: name.id.as_str().into(),
            first: first.map(|it| it.path.clone()).unwrap_or_default(),
        };
        reader.report_at(path.clone(), fault);
    }
}

/// Reports references to what is not there. What is there but was refused has been reported itself.
fn report_dangling(reader: &mut Reader, known: &Definitions) {
    for (path, name) in std::mem::take(&mut reader.references) {
        let was_refused =
            known.known.contains_key(&name) || reader.lost_tables.contains(&name.what);
        if !was_refused {
            let alike = known.known.keys().filter(|other| other.what == name.what);
            let fault = Fault::Dangling {
                what: name.what,
                id: name.id.as_str().into(),
                nearest: reader.guess(name.id.as_str(), alike.map(|other| other.id.as_str())),
            };
            reader.report_at(path, fault);
        }
    }
}

fn prune(article: &mut Article, known: &Definitions) {
    article
        .summary
        .retain(|point| known.is_kept(&Name::from(&point.section)));
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

fn prune_blocks(blocks: &mut Blocks, known: &Definitions) {
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

fn prune_inlines(inlines: &mut Inlines, known: &Definitions) {
    for inline in inlines.parts_mut() {
        match inline {
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Quote(inner) => {
                prune_inlines(inner, known);
            }
            Inline::Term { term, text } if !known.is_kept(&Name::from(&*term)) => {
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

fn has_model(known: &Definitions, model: &ModelId) -> bool {
    known.is_kept(&Name::from(model))
}
