//! Fills a [`JsonValue`] tree from any serde source, for the native tools. In the browser, `element`
//! fills it from JavaScript values; a shared corpus of stories shows that both see the same.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::{JsonObject, JsonValue, ProblemKind, limits};

/// Reads one value.
///
/// # Errors
/// [`ProblemKind::TooManyValues`] past [`limits::MAX_VALUES`]; [`ProblemKind::NotJson`], with the source's own words,
/// for anything it cannot read.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(source: D) -> Result<JsonValue, ProblemKind> {
    let left = Cell::new(limits::MAX_VALUES);
    let seed = Seed {
        depth: 0,
        left: &left,
    };
    seed.deserialize(source).map_err(|error| {
        if left.get() == 0 {
            ProblemKind::TooManyValues
        } else {
            ProblemKind::NotJson(error.to_string())
        }
    })
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
        JsonValue::is_too_deep(self.depth)
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = JsonValue;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<JsonValue, D::Error> {
        let Some(left) = self.left.get().checked_sub(1) else {
            return Err(D::Error::custom("too many values"));
        };
        self.left.set(left);
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = JsonValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<JsonValue, E> {
        Ok(JsonValue::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<JsonValue, E> {
        Ok(JsonValue::Bool(value))
    }

    #[allow(clippy::cast_precision_loss)]
    fn visit_i64<E>(self, value: i64) -> Result<JsonValue, E> {
        Ok(JsonValue::Number(value as f64))
    }

    #[allow(clippy::cast_precision_loss)]
    fn visit_u64<E>(self, value: u64) -> Result<JsonValue, E> {
        Ok(JsonValue::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<JsonValue, E> {
        Ok(JsonValue::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<JsonValue, E> {
        Ok(JsonValue::String(value.into()))
    }

    fn visit_string<E>(self, value: String) -> Result<JsonValue, E> {
        Ok(JsonValue::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut source: A) -> Result<JsonValue, A::Error> {
        if self.is_too_deep() {
            while source.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(JsonValue::TooDeep);
        }
        let mut items = Vec::new();
        while let Some(item) = source.next_element_seed(self.inner())? {
            items.push(item);
        }
        Ok(JsonValue::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut source: A) -> Result<JsonValue, A::Error> {
        if self.is_too_deep() {
            while source.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(JsonValue::TooDeep);
        }
        let mut fields = Vec::new();
        while let Some(name) = source.next_key()? {
            fields.push((name, source.next_value_seed(self.inner())?));
        }
        Ok(JsonValue::Object(JsonObject(fields)))
    }
}
