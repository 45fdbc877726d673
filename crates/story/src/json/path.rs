use std::fmt;

/// The path of a value in a story's JSON, as in `sections[2].blocks[0].term`.
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

    pub(crate) fn ends_in_field(&self, field: &str) -> bool {
        matches!(self.0.last(), Some(Step::Field(name)) if *name == field)
    }

    /// Returns the path of `field` inside the object at this path.
    pub fn field(&self, field: &'static str) -> Self {
        let mut inner = self.clone();
        inner.enter_field(field);
        inner
    }

    /// Returns the path of an item inside the list at this path.
    pub fn index(&self, index: usize) -> Self {
        let mut inner = self.clone();
        inner.enter_index(index);
        inner
    }
}

/// Writes `article` for the whole story.
impl fmt::Display for JsonPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("article");
        }
        for (depth, step) in self.0.iter().enumerate() {
            match step {
                Step::Field(name) if depth == 0 => f.write_str(name)?,
                Step::Field(name) => write!(f, ".{name}")?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}
