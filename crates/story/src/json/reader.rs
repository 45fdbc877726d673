use std::rc::Rc;

use crate::problem::nearest;
use crate::{JsonObject, JsonPath, JsonValue, Problem, ProblemKind, Problems, ReadElement};

use super::{FromJson, IdRef, References};

/// Knows where in the JSON a value is, and collects what is wrong and which ids are used.
#[derive(Default)]
pub struct Reader {
    path: JsonPath,
    problems: Problems,
    refused: usize,
    pub(crate) references: References,
    /// Reads elements; none where the story is known to have none.
    pub(crate) elements: Option<ReadElement>,
}

/// What a text must be.
pub struct TextRule {
    /// What should be there, for "expected …".
    pub expected: &'static str,
    /// Returns what is wrong with a text.
    pub check: fn(&str) -> Result<(), ProblemKind>,
    /// What the text is the id of, where it is one that the whole story knows.
    pub names: Option<&'static str>,
}

impl Reader {
    /// Returns a reader of the value at `path`.
    pub fn at(path: JsonPath) -> Self {
        Self {
            path,
            ..Self::default()
        }
    }

    /// Returns everything that was reported.
    pub fn into_problems(self) -> Problems {
        self.problems
    }

    /// Returns the path of the value that is being read.
    pub fn path(&self) -> &JsonPath {
        &self.path
    }

    /// Reports a problem of the value that is being read.
    pub fn report(&mut self, kind: ProblemKind) {
        self.report_at(self.path.clone(), kind);
    }

    /// Reports a problem of a field of the object that is being read.
    pub fn report_in(&mut self, field: &'static str, kind: ProblemKind) {
        self.report_at(self.path.field(field), kind);
    }

    /// Reports a problem of the value at `path`.
    pub fn report_at(&mut self, path: JsonPath, kind: ProblemKind) {
        if !matches!(kind, ProblemKind::UnknownField { .. }) {
            self.refused += 1;
        }
        self.problems.add(Problem { path, kind });
    }

    /// Returns how many problems were reported, but for unknown fields, which change nothing.
    pub fn refused(&self) -> usize {
        self.refused
    }

    /// Returns the candidate that `word` most likely misspells; none where it would not be listed.
    pub fn guess(&self, word: &str, candidates: &mut dyn Iterator<Item = &str>) -> Option<String> {
        if self.problems.is_full() {
            return None;
        }
        nearest(word, candidates)
    }

    /// Goes to a field of the object that is being read, and reports one that is missing.
    pub(crate) fn enter_required<'a>(
        &mut self,
        object: &'a JsonObject,
        field: &'static str,
        expected: &'static str,
    ) -> Option<&'a JsonValue> {
        let value = object.get(field);
        match value {
            Some(_) => self.path.enter_field(field),
            None => self.report(ProblemKind::MissingField { field, expected }),
        }
        value
    }

    /// Goes to a field of the object that is being read, and returns the items of the list in it: none
    /// where there is no list.
    pub(crate) fn enter_optional_list<'a>(
        &mut self,
        object: &'a JsonObject,
        field: &'static str,
    ) -> &'a [JsonValue] {
        self.path.enter_field(field);
        let list = object.get(field).and_then(|value| self.list(value));
        list.unwrap_or_default()
    }

    /// Leaves the field or item that was entered.
    pub(crate) fn leave(&mut self) {
        self.path.leave();
    }

    /// Reads inside a field.
    pub fn in_field<T>(&mut self, name: &'static str, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.enter_field(name);
        let value = read(self);
        self.path.leave();
        value
    }

    /// Reads inside an item of a list.
    pub fn in_item<T>(&mut self, index: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.enter_index(index);
        let value = read(self);
        self.path.leave();
        value
    }
}

/// Values by their JSON type.
impl Reader {
    /// Refuses a value of the wrong type.
    pub fn refuse_type<T>(&mut self, value: &JsonValue, expected: &'static str) -> Option<T> {
        self.report_type(value, expected);
        None
    }

    fn report_type(&mut self, value: &JsonValue, expected: &'static str) {
        self.report(match value {
            JsonValue::TooDeep => ProblemKind::TooDeep,
            other => ProblemKind::WrongType {
                found: other.type_name(),
                expected,
            },
        });
    }

    /// Returns the value as an object.
    pub fn object<'a>(&mut self, value: &'a JsonValue) -> Option<&'a JsonObject> {
        match value {
            JsonValue::Object(object) => Some(object),
            other => self.refuse_type(other, "an object"),
        }
    }

    /// Reports fields that have none of the `known` names.
    pub fn check_fields(&mut self, object: &JsonObject, known: &[&[&'static str]]) {
        for name in object.names() {
            let mut names = known.iter().copied().flatten().copied();
            if !names.any(|known| known == name) {
                let mut names = known.iter().copied().flatten().copied();
                let nearest = self.guess(name, &mut names);
                let field = name.into();
                self.report(ProblemKind::UnknownField { field, nearest });
            }
        }
    }

    /// Returns the items of a list.
    pub fn list<'a>(&mut self, value: &'a JsonValue) -> Option<&'a [JsonValue]> {
        match value {
            JsonValue::Array(items) => Some(items),
            other => self.refuse_type(other, "a list"),
        }
    }

    /// Returns the items of a list, and reports one that holds nothing.
    pub fn filled_list<'a>(&mut self, value: &'a JsonValue) -> Option<&'a [JsonValue]> {
        let items = self.list(value)?;
        if items.is_empty() {
            self.report(ProblemKind::EmptyList);
        }
        Some(items)
    }

    /// Reads the items of a list. A bad one costs itself.
    pub fn items<T: FromJson>(&mut self, values: &[JsonValue]) -> Vec<T> {
        let mut items = Vec::new();
        for (index, value) in values.iter().enumerate() {
            self.path.enter_index(index);
            if let Some(item) = T::from_json(value, self) {
                items.push(item);
            }
            self.path.leave();
        }
        items
    }

    /// Reads a number.
    pub fn number(&mut self, value: &JsonValue, expected: &'static str) -> Option<f64> {
        match value {
            JsonValue::Number(number) => Some(*number),
            other => self.refuse_type(other, expected),
        }
    }

    /// Reads a text that keeps a rule.
    pub fn text(&mut self, value: &JsonValue, rule: &TextRule) -> Option<Rc<str>> {
        let JsonValue::String(text) = value else {
            return self.refuse_type(value, rule.expected);
        };
        if let Err(kind) = (rule.check)(text) {
            self.report(kind);
            return None;
        }
        let text: Rc<str> = text.as_str().into();
        if let Some(what) = rule.names {
            self.note(IdRef::new(what, &text));
        }
        Some(text)
    }

    /// Returns what was made of the value, or reports why nothing was.
    pub fn accept<T>(&mut self, made: Result<T, ProblemKind>) -> Option<T> {
        match made {
            Ok(made) => Some(made),
            Err(kind) => {
                self.report(kind);
                None
            }
        }
    }

    /// Reads one of `words`, and returns its index.
    pub fn word(
        &mut self,
        value: &JsonValue,
        expected: &'static str,
        words: &[&str],
    ) -> Option<usize> {
        let JsonValue::String(found) = value else {
            return self.refuse_type(value, expected);
        };
        let index = words.iter().position(|word| word == found);
        if index.is_none() {
            let found = found.clone();
            self.report(ProblemKind::UnknownWord { found, expected });
        }
        index
    }

    /// Notes an id: in a field called `id` it is being defined, anywhere else it refers to a
    /// definition.
    fn note(&mut self, id: IdRef) {
        let path = self.path.clone();
        if path.ends_in_field("id") {
            self.references.define(path, id);
        } else {
            self.references.refer(path, id);
        }
    }
}
