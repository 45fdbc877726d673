use std::slice;

use crate::id::IdText;
use crate::letters::Letters;
use crate::problem::nearest;
use crate::read::{Field, FromRaw};
use crate::references::Definitions;
use crate::{Fault, JsonPath, Kinds, Problem, Problems, Raw, Text};

/// Walks a [`Raw`] tree, knows where it is, and collects what is wrong and what points where.
///
/// It stands at one value, and [`FromRaw::read`] takes that. Reading goes on behind a fault, so that
/// each is reported; what was refused yields a value, too, but the reader has noted that it is lost.
/// Whoever can do without it, such as a list, looks at that note and drops it; until then it counts
/// as lost whatever it is a part of. So building a record takes no branch at any of its fields, and
/// the wasm is 2 % smaller than with an `Option` for each.
#[derive(Default)]
pub(crate) struct Reader {
    path: JsonPath,
    value: Value,
    is_lost: bool,
    records: Vec<Record>,
    lists: Vec<List>,
    pub problems: Problems,
    pub definitions: Definitions,
    pub references: Vec<(JsonPath, Name)>,
    /// What the tables that were refused whole would have defined.
    pub lost_tables: Vec<&'static str>,
    refused: usize,
    /// Which kinds of mini-models to read.
    pub kinds: Kinds,
}

/// What a reader stands at.
#[derive(Default)]
enum Value {
    /// A value that no one has read yet.
    Present(Raw),
    /// A field that is not there.
    Missing(&'static str),
    /// Nothing: it was refused, or read.
    #[default]
    Refused,
}

/// A record that is being read.
struct Record {
    /// The fields still to be read, in this order.
    names: slice::Iter<'static, &'static str>,
    /// What it holds of them and of others; nothing where it was refused.
    fields: Option<Vec<(String, Raw)>>,
    /// How long its own path is.
    depth: usize,
}

/// A list that is being read.
struct List {
    items: std::iter::Enumerate<std::vec::IntoIter<Raw>>,
    /// How long its own path is.
    depth: usize,
    /// Whether something before the list was lost already.
    was_lost: bool,
}

/// An id together with what it names.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Name {
    /// What it names, in a word.
    pub what: &'static str,
    pub id: IdText,
}

/// What a text must be to stand for something.
pub(crate) struct TextRule {
    /// What should stand in the JSON, for "expected ...".
    pub expected: &'static str,
    pub check: fn(&str) -> Result<(), Fault>,
    /// What the text names, where it is an id.
    pub names: Option<&'static str>,
}

impl Reader {
    /// Returns a reader that reads mini-models of these kinds.
    pub fn new(kinds: Kinds) -> Self {
        Self {
            kinds,
            ..Self::default()
        }
    }

    /// Goes to the root of a tree.
    pub fn stand_at(&mut self, raw: Raw) {
        self.value = Value::Present(raw);
    }

    pub fn report(&mut self, fault: Fault) {
        self.report_at(self.path.clone(), fault);
    }

    pub fn report_at(&mut self, path: JsonPath, fault: Fault) {
        if !matches!(fault, Fault::UnknownField { .. }) {
            self.refused += 1;
        }
        self.problems.add(Problem { path, fault });
    }

    /// Reports a fault of a field.
    pub fn report_in(&mut self, field: &'static str, fault: Fault) {
        self.report_at(self.path.field(field), fault);
    }

    /// Reports a fault that costs the value.
    pub fn refuse(&mut self, fault: Fault) {
        self.report(fault);
        self.lose();
    }

    /// Notes that what is being read is lost.
    pub fn lose(&mut self) {
        self.is_lost = true;
    }

    /// Reads what can be done without: nothing where it is lost.
    pub fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> Option<T> {
        let was_lost = std::mem::replace(&mut self.is_lost, false);
        let value = read(self);
        let is_lost = std::mem::replace(&mut self.is_lost, was_lost);
        (!is_lost).then_some(value)
    }

    /// Returns the candidate that `word` most likely misspells; none where it would not be listed.
    pub fn guess<'a>(
        &self,
        word: &str,
        candidates: impl Iterator<Item = &'a str>,
    ) -> Option<String> {
        if self.problems.is_full() {
            return None;
        }
        nearest(word, &candidates.collect::<Vec<_>>())
    }
    pub fn path(&self) -> &JsonPath {
        &self.path
    }
    pub fn in_field<T>(&mut self, name: &'static str, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.enter_field(name);
        let value = read(self);
        self.path.leave();
        value
    }

    /// Returns how many values were refused so far.
    pub fn refused(&self) -> usize {
        self.refused
    }

    /// Goes through the items of a list that was read.
    pub fn in_each<T>(
        &mut self,
        field: &'static str,
        items: &[T],
        mut look: impl FnMut(&mut Self, &T),
    ) {
        self.path.enter_field(field);
        for (index, item) in items.iter().enumerate() {
            self.path.enter_index(index);
            look(self, item);
            self.path.leave();
        }
        self.path.leave();
    }

    /// Reports a list that is too long; returns whether it is not. What compares its items with one
    /// another should leave a longer one alone: a reader would wait for it.
    pub fn at_most(&mut self, field: &'static str, found: usize, max: usize) -> bool {
        if found > max {
            self.report_in(field, Fault::LongList { found, max });
        }
        found <= max
    }
}

/// The value that the reader stands at.
impl Reader {
    pub fn is_record(&self) -> bool {
        matches!(self.value, Value::Present(Raw::Record(_)))
    }

    pub fn is_list(&self) -> bool {
        matches!(self.value, Value::Present(Raw::List(_)))
    }

    /// Returns the value unless it was refused, read or is not there.
    pub fn raw(&self) -> Option<&Raw> {
        match &self.value {
            Value::Present(raw) => Some(raw),
            _ => None,
        }
    }

    /// Returns the fields of a record.
    pub fn fields(&self) -> &[(String, Raw)] {
        match &self.value {
            Value::Present(Raw::Record(fields)) => fields,
            _ => &[],
        }
    }

    /// Puts what stands in a field in place of the record itself, if it is a text.
    pub fn turn_to_text_in(&mut self, name: &str) {
        let text = match &mut self.value {
            Value::Present(Raw::Record(fields)) => take(fields, name),
            _ => None,
        };
        self.value = match text {
            Some(text @ Raw::Text(_)) => Value::Present(text),
            _ => Value::Refused,
        };
    }

    /// Takes a text, if one stands there.
    fn take_text(&mut self, expected: &'static str) -> Option<String> {
        if let Value::Present(Raw::Text(text)) = &mut self.value {
            return Some(std::mem::take(text));
        }
        self.refuse_type(expected);
        None
    }

    pub fn text(&mut self, rule: &TextRule) -> Letters {
        let Some(text) = self.take_text(rule.expected) else {
            return Letters::new("");
        };
        let checked = (rule.check)(&text);
        let text = Letters::new(text);
        match (checked, rule.names) {
            (Err(fault), _) => self.refuse(fault),
            (Ok(()), Some(what)) => {
                let id = text.clone().into();
                self.note(Name { what, id });
            }
            (Ok(()), None) => {}
        }
        text
    }

    #[inline(never)]
    pub fn required_text(&mut self, rule: &TextRule) -> Letters {
        self.next_field();
        self.text(rule)
    }

    #[inline(never)]
    pub fn optional_text(&mut self, rule: &TextRule) -> Option<Letters> {
        if !self.next_field() {
            return None;
        }
        self.attempt(|reader| reader.text(rule))
    }

    pub fn number(&mut self, expected: &'static str) -> Option<f64> {
        if let Value::Present(Raw::Number(number)) = self.value {
            return Some(number);
        }
        self.refuse_type(expected);
        None
    }

    pub fn flag(&mut self, expected: &'static str) -> bool {
        if let Value::Present(Raw::Bool(flag)) = self.value {
            return flag;
        }
        self.refuse_type(expected);
        false
    }

    /// Reads one of `words`, and returns its place among them.
    pub fn word(&mut self, expected: &'static str, words: &[&str]) -> usize {
        let Some(found) = self.take_text(expected) else {
            return 0;
        };
        let place = words.iter().position(|word| *word == found);
        place.unwrap_or_else(|| {
            self.refuse(Fault::UnknownWord { found, expected });
            0
        })
    }

    /// Refuses a value of the wrong type.
    fn refuse_type(&mut self, expected: &'static str) {
        let fault = match std::mem::take(&mut self.value) {
            Value::Refused => return self.lose(),
            Value::Missing(field) => Fault::MissingField { field, expected },
            Value::Present(Raw::TooDeep) => Fault::TooDeep,
            Value::Present(other) => Fault::WrongType {
                found: other.type_name(),
                expected,
            },
        };
        self.refuse(fault);
    }

    /// Refuses a missing field: where one is missing, more is said to be expected than a type.
    fn refuse_missing(&mut self, expected: &'static str) {
        if matches!(self.value, Value::Missing(_)) {
            self.refuse_type(expected);
        }
    }

    /// Notes an id that was read: in a field called `id` it is being defined, anywhere else it
    /// refers to a definition.
    fn note(&mut self, name: Name) {
        let path = self.path.clone();
        if path.ends_in_field("id") {
            self.definitions.add(path, name);
        } else {
            self.references.push((path, name));
        }
    }
}

/// Records.
impl Reader {
    /// Opens a record, whose fields are to be read in the order of `names`, and reports those that
    /// have another name. Must be closed again.
    pub fn open(&mut self, what: &'static str, names: &'static [&'static str]) {
        self.refuse_missing(what);
        let value = std::mem::take(&mut self.value);
        if let Value::Present(Raw::Record(fields)) = &value {
            for (name, _) in fields {
                if !names.contains(&name.as_str()) {
                    let nearest = self.guess(name, names.iter().copied());
                    let field = name.clone();
                    self.report(Fault::UnknownField { field, nearest });
                }
            }
        }
        self.value = value;
        self.open_part(names);
    }

    /// Opens a record of which a part is to be read, in the order of `names`. Must be closed again.
    pub fn open_part(&mut self, names: &'static [&'static str]) {
        let fields = match &mut self.value {
            Value::Present(Raw::Record(fields)) => Some(std::mem::take(fields)),
            _ => {
                self.refuse_type("a record");
                None
            }
        };
        self.records.push(Record {
            names: names.iter(),
            fields,
            depth: self.path.depth(),
        });
    }

    /// Goes on to the next field of the record; returns whether it is there.
    pub fn next_field(&mut self) -> bool {
        self.value = Value::Refused;
        if let Some(record) = self.records.last_mut()
            && let Some(name) = record.names.next()
            && let Some(fields) = &mut record.fields
        {
            self.path.return_to(record.depth);
            self.value = match take(fields, name) {
                Some(raw) => {
                    self.path.enter_field(name);
                    Value::Present(raw)
                }
                None => Value::Missing(name),
            };
        }
        matches!(self.value, Value::Present(_))
    }

    /// Reads the `kind` of a record, and stands at the rest of it; at nothing where it is refused.
    pub fn kind(&mut self, what: &'static str) -> Option<Text> {
        self.refuse_missing(what);
        self.open_part(&["kind"]);
        let kind = self.attempt(Text::read_field);
        self.close();
        if kind.is_none() {
            self.refuse_rest();
        }
        kind
    }

    /// Refuses what is left of a record.
    pub fn refuse_rest(&mut self) {
        self.value = Value::Refused;
        self.lose();
    }

    /// Closes a record, and stands at what no one has read of it.
    pub fn close(&mut self) {
        if let Some(record) = self.records.pop() {
            self.path.return_to(record.depth);
            self.value = match record.fields {
                Some(fields) => Value::Present(Raw::Record(fields)),
                None => Value::Refused,
            };
        }
    }
}

/// Lists.
impl Reader {
    /// Opens a list; returns whether it is one.
    pub fn open_list(&mut self) -> bool {
        let was_lost = self.is_lost;
        let (is_list, items) = match &mut self.value {
            Value::Present(Raw::List(items)) => (true, std::mem::take(items)),
            _ => {
                self.refuse_type("a list");
                (false, Vec::new())
            }
        };
        self.lists.push(List {
            items: items.into_iter().enumerate(),
            depth: self.path.depth(),
            was_lost,
        });
        is_list
    }

    /// Opens a list that should hold something, and reports it if it does not.
    pub fn open_filled_list(&mut self, expected: &'static str) -> bool {
        self.refuse_missing(expected);
        if matches!(self.raw(), Some(Raw::List(items)) if items.is_empty()) {
            self.report(Fault::EmptyList);
        }
        self.open_list()
    }

    /// Goes on to the next field of a record and opens the list that may stand there.
    pub fn open_optional_list(&mut self) {
        if !self.next_field() {
            self.value = Value::Refused;
        }
        self.open_list();
    }

    /// Goes on to the next field of a record and opens the list that should stand there.
    pub fn open_required_list(&mut self) {
        self.next_field();
        self.open_filled_list("a list with at least one item");
    }

    /// Reads the items of the open list. A bad one costs itself.
    #[inline(never)]
    pub fn items<T: FromRaw>(&mut self) -> Vec<T> {
        let mut values = Vec::new();
        while self.next_item() {
            let value = T::read(self);
            if !self.is_lost {
                values.push(value);
            }
        }
        values
    }

    /// Goes on to the next item of the list; closes the list behind the last.
    fn next_item(&mut self) -> bool {
        let Some(list) = self.lists.last_mut() else {
            return false;
        };
        self.path.return_to(list.depth);
        match list.items.next() {
            Some((index, raw)) => {
                self.path.enter_index(index);
                self.value = Value::Present(raw);
                self.is_lost = false;
                true
            }
            None => {
                self.is_lost = list.was_lost;
                self.lists.pop();
                false
            }
        }
    }
}

/// Takes the last field of that name, as `JSON.parse` would.
fn take(fields: &mut Vec<(String, Raw)>, name: &str) -> Option<Raw> {
    let mut last = None;
    while let Some(place) = fields.iter().rposition(|(known, _)| known == name) {
        let (_, raw) = fields.remove(place);
        last = last.or(Some(raw));
    }
    last
}
