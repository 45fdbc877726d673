use std::ops::Deref;

use crate::problem::nearest;
use crate::{Fault, JsonPath, ModelId, Problem, Problems, Raw, SectionId, TermId};

/// Walks a [`Raw`] tree, knows where it is, and collects what is wrong and what points where.
#[derive(Default)]
pub(crate) struct Reader {
    path: JsonPath,
    pub problems: Problems,
    pub definitions: Vec<(JsonPath, Name)>,
    pub references: Vec<(JsonPath, Name)>,
    refused: usize,
}

/// An id together with what it names.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Name {
    Section(SectionId),
    Term(TermId),
    Model(ModelId),
}

/// Builds itself from a raw value. `None` means that the value was refused and a problem says why.
pub(crate) trait FromRaw: Sized {
    /// What should stand in the JSON, for "expected ...".
    const EXPECTED: &'static str;

    fn from_raw(raw: Raw, reader: &mut Reader) -> Option<Self>;
}

/// Builds itself from a JSON string.
pub(crate) trait FromText: Sized {
    const EXPECTED: &'static str;

    fn from_text(text: String) -> Result<Self, Fault>;
}

/// Reads itself from a named field; decides what a missing field means.
pub(crate) trait Field: Sized {
    fn read(fields: &mut Fields, name: &'static str, reader: &mut Reader) -> Option<Self>;
}

/// The fields of one record that no one has read yet.
pub(crate) struct Fields(Vec<(String, Raw)>);

/// A list with at least one item.
#[derive(Clone, Debug, PartialEq)]
pub struct NonEmpty<T>(Vec<T>);

impl Name {
    /// Returns what it names, in a word.
    pub fn what(&self) -> &'static str {
        match self {
            Self::Section(_) => "section",
            Self::Term(_) => "term",
            Self::Model(_) => "model",
        }
    }

    pub fn id(&self) -> &str {
        match self {
            Self::Section(id) => id.as_str(),
            Self::Term(id) => id.as_str(),
            Self::Model(id) => id.as_str(),
        }
    }
}

impl Reader {
    pub fn report(&mut self, fault: Fault) {
        self.report_at(self.path.clone(), fault);
    }

    pub fn report_at(&mut self, path: JsonPath, fault: Fault) {
        if !matches!(fault, Fault::UnknownField { .. }) {
            self.refused += 1;
        }
        self.problems.add(Problem { path, fault });
    }

    /// Returns the candidate that `word` most likely misspells; none where it would not be listed.
    pub fn guess<'a>(
        &self,
        word: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Option<String> {
        if self.problems.is_full() {
            return None;
        }
        nearest(word, candidates)
    }

    /// Notes an id that was read: in a field called `id` it is being defined, anywhere else it
    /// refers to a definition.
    pub fn note(&mut self, name: Name) {
        let notes = if self.path.ends_in_field("id") {
            &mut self.definitions
        } else {
            &mut self.references
        };
        notes.push((self.path.clone(), name));
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
    #[cfg(feature = "models")]
    pub fn refused(&self) -> usize {
        self.refused
    }

    #[cfg(feature = "models")]
    pub fn in_index<T>(&mut self, index: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.enter_index(index);
        let value = read(self);
        self.path.leave();
        value
    }

    /// Reports a list that is too long; returns whether it is not. What compares its items with one
    /// another should leave a longer one alone: a reader would wait for it.
    #[cfg(feature = "models")]
    pub fn at_most(&mut self, field: &'static str, found: usize, max: usize) -> bool {
        if found > max {
            self.report_at(self.path.field(field), Fault::LongList { found, max });
        }
        found <= max
    }

    /// Opens a record whose fields are all `known`, and reports those that are not.
    pub fn fields(&mut self, raw: Raw, known: &[&'static str]) -> Option<Fields> {
        let fields = self.open_fields(raw)?;
        for (name, _) in &fields.0 {
            if !known.contains(&name.as_str()) {
                let nearest = self.guess(name, known.iter().copied());
                let field = name.clone();
                self.report(Fault::UnknownField { field, nearest });
            }
        }
        Some(fields)
    }

    /// Opens a record that may hold fields of a later release.
    pub fn open_fields(&mut self, raw: Raw) -> Option<Fields> {
        match raw {
            Raw::Record(fields) => Some(Fields(fields)),
            other => self.wrong_type(&other, "a record"),
        }
    }

    pub fn list<T: FromRaw>(&mut self, raw: Raw) -> Option<Vec<T>> {
        let mut values = Vec::new();
        let mut read = |item, reader: &mut Self| values.extend(T::from_raw(item, reader));
        self.each(raw, &mut read).then_some(values)
    }

    /// Reads the items of a list; returns whether it is one. Not generic, and so in the wasm once.
    fn each(&mut self, raw: Raw, read: &mut dyn FnMut(Raw, &mut Self)) -> bool {
        let Raw::List(items) = raw else {
            self.report_type(&raw, "a list");
            return false;
        };
        for (index, item) in items.into_iter().enumerate() {
            self.path.enter_index(index);
            read(item, self);
            self.path.leave();
        }
        true
    }

    pub fn wrong_type<T>(&mut self, raw: &Raw, expected: &'static str) -> Option<T> {
        self.report_type(raw, expected);
        None
    }

    fn report_type(&mut self, raw: &Raw, expected: &'static str) {
        self.report(match raw {
            Raw::TooDeep => Fault::TooDeep,
            other => Fault::WrongType {
                found: other.type_name(),
                expected,
            },
        });
    }
}

impl Fields {
    /// Takes the last field of that name, as `JSON.parse` would.
    pub fn take(&mut self, name: &str) -> Option<Raw> {
        let place = self.0.iter().rposition(|(known, _)| known == name)?;
        let (_, raw) = self.0.remove(place);
        self.0.retain(|(known, _)| known != name);
        Some(raw)
    }

    /// Takes a field and goes on to its place.
    fn enter(&mut self, name: &'static str, reader: &mut Reader) -> Option<Raw> {
        let raw = self.take(name)?;
        reader.path.enter_field(name);
        Some(raw)
    }

    /// Does the same; reports where the field is not there.
    fn enter_required(
        &mut self,
        name: &'static str,
        expected: &'static str,
        reader: &mut Reader,
    ) -> Option<Raw> {
        let raw = self.enter(name, reader);
        if raw.is_none() {
            let field = name;
            reader.report(Fault::MissingField { field, expected });
        }
        raw
    }

    pub fn first_name(&self) -> Option<&str> {
        self.0.first().map(|(name, _)| name.as_str())
    }

    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known == name)
    }
}

impl From<Fields> for Raw {
    fn from(fields: Fields) -> Self {
        Self::Record(fields.0)
    }
}

impl<T> NonEmpty<T> {
    /// Keeps the items that `keep` wants; nothing where none are left.
    pub(crate) fn filter(self, keep: impl FnMut(&T) -> bool) -> Option<Self> {
        Self::new(self.0.into_iter().filter(keep).collect())
    }

    pub(crate) fn new(items: Vec<T>) -> Option<Self> {
        (!items.is_empty()).then_some(Self(items))
    }

    pub(crate) fn iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.0.iter_mut()
    }
}

impl<T> Deref for NonEmpty<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T: FromText> FromRaw for T {
    const EXPECTED: &'static str = <T as FromText>::EXPECTED;

    fn from_raw(raw: Raw, reader: &mut Reader) -> Option<Self> {
        let Raw::Text(text) = raw else {
            return reader.wrong_type(&raw, <T as FromText>::EXPECTED);
        };
        T::from_text(text)
            .map_err(|fault| reader.report(fault))
            .ok()
    }
}

impl FromRaw for bool {
    const EXPECTED: &'static str = "true or false";

    fn from_raw(raw: Raw, reader: &mut Reader) -> Option<Self> {
        match raw {
            Raw::Bool(value) => Some(value),
            other => reader.wrong_type(&other, Self::EXPECTED),
        }
    }
}

impl<T: FromRaw> FromRaw for NonEmpty<T> {
    const EXPECTED: &'static str = "a list with at least one item";

    fn from_raw(raw: Raw, reader: &mut Reader) -> Option<Self> {
        if matches!(&raw, Raw::List(items) if items.is_empty()) {
            reader.report(Fault::EmptyList);
        }
        Self::new(reader.list(raw)?)
    }
}

/// A required field.
impl<T: FromRaw> Field for T {
    #[inline(never)]
    fn read(fields: &mut Fields, name: &'static str, reader: &mut Reader) -> Option<Self> {
        let raw = fields.enter_required(name, T::EXPECTED, reader)?;
        let value = T::from_raw(raw, reader);
        reader.path.leave();
        value
    }
}

/// An optional field. A bad one costs itself, never its record.
impl<T: FromRaw> Field for Option<T> {
    #[inline(never)]
    fn read(fields: &mut Fields, name: &'static str, reader: &mut Reader) -> Option<Self> {
        let Some(raw) = fields.enter(name, reader) else {
            return Some(None);
        };
        let value = T::from_raw(raw, reader);
        reader.path.leave();
        Some(value)
    }
}

/// An optional list: a bad item costs itself.
impl<T: FromRaw> Field for Vec<T> {
    #[inline(never)]
    fn read(fields: &mut Fields, name: &'static str, reader: &mut Reader) -> Option<Self> {
        let Some(raw) = fields.enter(name, reader) else {
            return Some(Self::new());
        };
        let list = reader.list(raw);
        reader.path.leave();
        Some(list.unwrap_or_default())
    }
}

/// Declares a record once: its type, its reader and its schema cannot disagree.
macro_rules! record {
    (
        $(#[$meta:meta])*
        $what:literal => pub struct $name:ident {
            $( $(#[$field_meta:meta])* pub $field:ident : $type:ty, )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
        pub struct $name {
            $( $(#[$field_meta])* pub $field: $type, )*
        }

        impl crate::read::FromRaw for $name {
            const EXPECTED: &'static str = $what;

            // A function of its own, not a part of what reads it: 2 % less wasm after brotli.
            #[inline(never)]
            fn from_raw(raw: crate::Raw, reader: &mut crate::read::Reader) -> Option<Self> {
                let mut fields = reader.fields(raw, &[$( stringify!($field) ),*])?;
                $( let $field = <$type as crate::read::Field>::read(
                    &mut fields, stringify!($field), reader); )*
                // One test for all: a way out at each field would drop the others there.
                match ($( $field, )*) {
                    ($( Some($field), )*) => Some(Self { $( $field ),* }),
                    _ => None,
                }
            }
        }
    };
}
pub(crate) use record;
