use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::{Fault, limits};

/// A JSON value as it came, before anything about it is believed.
#[derive(Clone, Debug, PartialEq)]
pub enum Raw {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any number.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Raw>),
    /// An object. Where a name stands twice, the last one counts, as in `JSON.parse`.
    Record(Vec<(String, Raw)>),
    /// What stood deeper than [`limits::MAX_DEPTH`].
    TooDeep,
}

impl Raw {
    /// Reads one value from any serde source.
    ///
    /// # Errors
    /// [`Fault::TooMany`] past [`limits::MAX_VALUES`]; [`Fault::NotJson`], with the source's own
    /// words, for anything it cannot read.
    pub fn read<'de, D: Deserializer<'de>>(source: D) -> Result<Self, Fault> {
        let left = Cell::new(limits::MAX_VALUES);
        let seed = Seed {
            depth: 0,
            left: &left,
        };
        seed.deserialize(source).map_err(|error| {
            if left.get() == 0 {
                Fault::TooMany
            } else {
                Fault::NotJson(error.to_string())
            }
        })
    }

    /// Returns the JSON type in words, for problems.
    pub(crate) fn type_name(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Number(_) => "a number",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Record(_) => "a record",
            Self::TooDeep => "too many levels",
        }
    }
}

#[derive(Clone, Copy)]
struct Seed<'a> {
    depth: usize,
    left: &'a Cell<usize>,
}

impl Seed<'_> {
    fn inner(self) -> Self {
        Self {
            depth: self.depth + 1,
            ..self
        }
    }

    fn is_too_deep(self) -> bool {
        self.depth >= limits::MAX_DEPTH
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Raw;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Raw, D::Error> {
        let left = self.left.get().saturating_sub(1);
        self.left.set(left);
        if left == 0 {
            return Err(D::Error::custom("too many values"));
        }
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Raw, E> {
        Ok(Raw::Bool(value))
    }

    #[allow(clippy::cast_precision_loss)]
    fn visit_i64<E>(self, value: i64) -> Result<Raw, E> {
        Ok(Raw::Number(value as f64))
    }

    #[allow(clippy::cast_precision_loss)]
    fn visit_u64<E>(self, value: u64) -> Result<Raw, E> {
        Ok(Raw::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Raw, E> {
        Ok(Raw::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Raw, E> {
        Ok(Raw::Text(value.into()))
    }

    fn visit_string<E>(self, value: String) -> Result<Raw, E> {
        Ok(Raw::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut source: A) -> Result<Raw, A::Error> {
        if self.is_too_deep() {
            while source.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(Raw::TooDeep);
        }
        let mut items = Vec::new();
        while let Some(item) = source.next_element_seed(self.inner())? {
            items.push(item);
        }
        Ok(Raw::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut source: A) -> Result<Raw, A::Error> {
        if self.is_too_deep() {
            while source.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(Raw::TooDeep);
        }
        let mut fields = Vec::new();
        while let Some(name) = source.next_key()? {
            fields.push((name, source.next_value_seed(self.inner())?));
        }
        Ok(Raw::Record(fields))
    }
}
