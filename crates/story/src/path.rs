use std::fmt;

use crate::digits::push_number;

/// Names a place in the story's JSON, as in `sections[2].blocks[0].term`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JsonPath(Vec<Step>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Field(&'static str),
    Index(usize),
}

impl JsonPath {
    pub(crate) fn enter_field(&mut self, field: &'static str) {
        self.0.push(Step::Field(field));
    }

    pub(crate) fn enter_index(&mut self, index: usize) {
        self.0.push(Step::Index(index));
    }
    pub(crate) fn leave(&mut self) {
        self.0.pop();
    }

    pub(crate) fn depth(&self) -> usize {
        self.0.len()
    }

    /// Leaves everything beyond that depth.
    pub(crate) fn return_to(&mut self, depth: usize) {
        self.0.truncate(depth);
    }

    pub(crate) fn ends_in_field(&self, field: &str) -> bool {
        matches!(self.0.last(), Some(Step::Field(name)) if *name == field)
    }

    /// Returns the path of `field` inside the record at this path.
    pub(crate) fn field(&self, field: &'static str) -> Self {
        let mut inner = self.clone();
        inner.enter_field(field);
        inner
    }
}

impl JsonPath {
    /// Returns the path as text: `article` for the whole story.
    pub fn text(&self) -> String {
        if self.0.is_empty() {
            return "article".into();
        }
        let mut text = String::new();
        for step in &self.0 {
            match step {
                Step::Field(name) => {
                    if !text.is_empty() {
                        text.push('.');
                    }
                    text.push_str(name);
                }
                Step::Index(index) => {
                    text.push('[');
                    push_number(&mut text, *index as u64);
                    text.push(']');
                }
            }
        }
        text
    }
}

impl fmt::Display for JsonPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}
