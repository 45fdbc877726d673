use std::collections::BTreeMap;
use std::rc::Rc;

use crate::scalar::IdText;
use crate::{JsonPath, ProblemKind};

use super::Reader;

/// An id together with what it is the id of: a section, a term or a model.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct IdRef {
    what: &'static str,
    id: IdText,
}

/// Where the ids of a story are defined and used.
#[derive(Default)]
pub(crate) struct References {
    /// The index in `definitions` of the first definition of an id.
    indexes: BTreeMap<IdRef, usize>,
    definitions: Vec<Definition>,
    /// Definitions of an id that was defined before.
    duplicates: Vec<(JsonPath, IdRef)>,
    used: Vec<(JsonPath, IdRef)>,
    /// The kinds of things whose whole table was refused.
    pub refused_tables: Vec<&'static str>,
}

struct Definition {
    path: JsonPath,
    /// Whether the thing is part of the story; not where it was refused.
    is_kept: bool,
}

impl IdRef {
    pub fn new(what: &'static str, id: &Rc<str>) -> Self {
        Self {
            what,
            id: IdText::new(id),
        }
    }
}

impl References {
    pub fn define(&mut self, path: JsonPath, id: IdRef) {
        if self.indexes.contains_key(&id) {
            self.duplicates.push((path, id));
        } else {
            self.indexes.insert(id, self.definitions.len());
            let is_kept = false;
            self.definitions.push(Definition { path, is_kept });
        }
    }

    pub fn refer(&mut self, path: JsonPath, id: IdRef) {
        self.used.push((path, id));
    }

    /// Notes that a thing is part of the story; returns whether it is the first with its id.
    pub fn keep(&mut self, id: &IdRef) -> bool {
        let index = self.indexes.get(id).copied();
        match index.and_then(|index| self.definitions.get_mut(index)) {
            Some(definition) => !std::mem::replace(&mut definition.is_kept, true),
            None => false,
        }
    }

    /// Returns whether a thing is part of the story.
    pub fn is_kept(&self, id: &IdRef) -> bool {
        self.definition(id)
            .is_some_and(|definition| definition.is_kept)
    }

    fn definition(&self, id: &IdRef) -> Option<&Definition> {
        self.definitions.get(*self.indexes.get(id)?)
    }

    /// Reports every id that was defined before.
    pub fn report_duplicates(&self, reader: &mut Reader) {
        for (path, id) in &self.duplicates {
            let first = self
                .definition(id)
                .map(|first| first.path.clone())
                .unwrap_or_default();
            let id = id.id.as_str().into();
            reader.report_at(path.clone(), ProblemKind::DuplicateId { id, first });
        }
    }

    /// Reports references to what is not there. What is there but was refused has been reported itself.
    pub fn report_dangling(&self, reader: &mut Reader) {
        for (path, id) in &self.used {
            if self.indexes.contains_key(id) || self.refused_tables.contains(&id.what) {
                continue;
            }
            let alike = self.indexes.keys().filter(|known| known.what == id.what);
            let mut alike = alike.map(|known| known.id.as_str());
            let nearest = reader.guess(id.id.as_str(), &mut alike);
            let kind = ProblemKind::DanglingReference {
                what: id.what,
                id: id.id.as_str().into(),
                nearest,
            };
            reader.report_at(path.clone(), kind);
        }
    }
}
