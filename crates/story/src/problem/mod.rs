use std::fmt;

use crate::{JsonPath, limits};

mod kind;
mod messages;
mod suggest;

pub use kind::ProblemKind;
pub(crate) use suggest::nearest;

/// Says what is wrong with a story, where, what was expected and how to correct it.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Where in the JSON.
    pub path: JsonPath,
    /// What is wrong there.
    pub kind: ProblemKind,
}

/// Says how much a [`Problem`] matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Something the editor wrote is not shown as written. Correct it before publishing.
    Error,
    /// Shown in another way than its author may have meant.
    Warning,
}

/// Everything wrong with one story, in the order found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problems {
    list: Vec<Problem>,
    unlisted: usize,
    has_errors: bool,
}

impl Problem {
    /// Returns whether the story shows as written all the same.
    pub fn severity(&self) -> Severity {
        match self.kind {
            ProblemKind::UnknownKind { .. } | ProblemKind::TimeWithoutZone => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, kind } = self;
        write!(
            f,
            "{path}: {kind}; expected {}; {}",
            kind.expected(),
            kind.help()
        )
    }
}

impl Problems {
    /// Returns the problems listed, [`limits::MAX_PROBLEMS`] at most.
    pub fn list(&self) -> &[Problem] {
        &self.list
    }

    /// Returns how many more there are.
    pub fn unlisted(&self) -> usize {
        self.unlisted
    }

    /// Returns whether anything must be corrected before publishing.
    pub fn has_errors(&self) -> bool {
        self.has_errors
    }

    /// Returns whether another problem would only be counted.
    pub(crate) fn is_full(&self) -> bool {
        self.list.len() >= limits::MAX_PROBLEMS
    }

    /// Adds the problems of another part of the story.
    pub fn extend(&mut self, others: Self) {
        for problem in others.list {
            self.add(problem);
        }
        self.unlisted += others.unlisted;
        self.has_errors |= others.has_errors;
    }

    pub(crate) fn add(&mut self, problem: Problem) {
        self.has_errors |= problem.severity() == Severity::Error;
        if self.is_full() {
            self.unlisted += 1;
        } else {
            self.list.push(problem);
        }
    }
}
