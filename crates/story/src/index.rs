use std::collections::BTreeMap;

use crate::json::IdRef;
use crate::{Article, Lang, MiniModel, ModelId, Section, SectionId, Term, TermId};

/// Finds the sections, terms and mini-models of a story by their ids.
pub struct Index<'a> {
    article: &'a Article,
    indexes: BTreeMap<IdRef, usize>,
}

impl<'a> Index<'a> {
    /// Returns the index of a story.
    pub fn new(article: &'a Article) -> Self {
        let mut indexes = BTreeMap::new();
        for (index, section) in article.sections.iter().enumerate() {
            indexes.insert(IdRef::from(&section.id), index);
        }
        for (index, term) in article.terms.iter().enumerate() {
            indexes.insert(IdRef::from(&term.id), index);
        }
        for (index, model) in article.models.iter().enumerate() {
            indexes.insert(IdRef::from(&model.id), index);
        }
        Self { article, indexes }
    }

    /// Returns the story's language.
    pub fn lang(&self) -> &'a Lang {
        &self.article.lang
    }

    /// Returns a section.
    pub fn section(&self, id: &SectionId) -> Option<&'a Section> {
        self.article.sections.get(self.index_of(id.into())?)
    }

    /// Returns a term.
    pub fn term(&self, id: &TermId) -> Option<&'a Term> {
        self.article.terms.get(self.term_index(id)?)
    }

    /// Returns the index of a term in [`Article::terms`].
    pub fn term_index(&self, id: &TermId) -> Option<usize> {
        self.index_of(id.into())
    }

    /// Returns a mini-model and its index in [`Article::models`].
    pub fn model(&self, id: &ModelId) -> Option<(usize, &'a MiniModel)> {
        let index = self.index_of(id.into())?;
        Some((index, self.article.models.get(index)?))
    }

    fn index_of(&self, id: IdRef) -> Option<usize> {
        self.indexes.get(&id).copied()
    }
}
