use std::collections::BTreeMap;

use crate::id::IdText;
use crate::{Article, MiniModel, ModelId, Section, SectionId, Term, TermId};

/// Finds the sections, terms and mini-models of a story by their ids.
pub struct Index<'a> {
    article: &'a Article,
    sections: Indexes<'a>,
    terms: Indexes<'a>,
    models: Indexes<'a>,
}

type Indexes<'a> = BTreeMap<&'a IdText, usize>;

impl<'a> Index<'a> {
    /// Returns the index of a story.
    pub fn new(article: &'a Article) -> Self {
        Self {
            article,
            sections: indexes(article.sections.iter().map(|section| section.id.text())),
            terms: indexes(article.terms.iter().map(|term| term.id.text())),
            models: indexes(article.models.iter().map(|model| model.id.text())),
        }
    }

    /// Returns a section.
    pub fn section(&self, id: &SectionId) -> Option<&'a Section> {
        self.article.sections.get(*self.sections.get(id.text())?)
    }

    /// Returns a term.
    pub fn term(&self, id: &TermId) -> Option<&'a Term> {
        self.article.terms.get(self.term_index(id)?)
    }

    /// Returns where in [`Article::terms`] a term is.
    pub fn term_index(&self, id: &TermId) -> Option<usize> {
        self.terms.get(id.text()).copied()
    }

    /// Returns a mini-model.
    pub fn model(&self, id: &ModelId) -> Option<&'a MiniModel> {
        self.article.models.get(*self.models.get(id.text())?)
    }
}

fn indexes<'a>(ids: impl Iterator<Item = &'a IdText>) -> Indexes<'a> {
    let mut indexes = Indexes::new();
    for (index, id) in ids.enumerate() {
        indexes.insert(id, index);
    }
    indexes
}
