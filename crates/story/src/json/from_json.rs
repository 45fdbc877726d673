use std::ops::Deref;
use std::slice;

use crate::{JsonObject, JsonValue};

use super::Reader;

/// Reads itself from a JSON value.
pub trait FromJson: Sized {
    /// What should be there, for "expected …".
    const EXPECTED: &'static str;

    /// Returns nothing where the value is refused; a problem then says why.
    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self>;
}

/// Reads itself from the fields of a JSON object. Derived for a struct:
///
/// ```
/// use explainer_story::json::FromObject;
/// use explainer_story::{PartId, Text};
///
/// #[derive(FromObject)]
/// #[json(expected = "a choice")]
/// struct Choice {
///     id: PartId,
///     note: Option<Text>,
/// }
/// assert_eq!(Choice::FIELDS, ["id", "note"]);
/// ```
///
/// Every field is read, whatever became of those before, so that all problems are reported at once.
pub trait FromObject: Sized {
    /// What should be there, for "expected …".
    const EXPECTED: &'static str;

    /// The names of its fields, in the order in which they are read.
    const FIELDS: &'static [&'static str];

    /// Returns nothing where the object is refused; a problem then says why. Fields of other names
    /// are not looked at.
    fn from_object(object: &JsonObject, reader: &mut Reader) -> Option<Self>;
}

impl<T: FromObject> FromJson for T {
    const EXPECTED: &'static str = <T as FromObject>::EXPECTED;

    // size: this and those below, see docs/size.md.
    #[inline(never)]
    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self> {
        let object = reader.object(value)?;
        reader.check_fields(object, &[T::FIELDS]);
        T::from_object(object, reader)
    }
}

/// Reads an object that says by its `kind` that it is a `T`.
///
/// # Errors
/// Nothing where it is refused; a problem then says why.
#[inline(never)]
pub fn read_of_kind<T: FromObject>(object: &JsonObject, reader: &mut Reader) -> Option<T> {
    reader.check_fields(object, &[&["kind"], T::FIELDS]);
    T::from_object(object, reader)
}

/// Reads itself from a field of an object; decides what a missing field means.
pub trait FromField: Sized {
    /// Returns nothing where the object cannot do without the field.
    fn from_field(object: &JsonObject, name: &'static str, reader: &mut Reader) -> Option<Self>;
}

/// A required field.
impl<T: FromJson> FromField for T {
    #[inline(never)]
    fn from_field(object: &JsonObject, name: &'static str, reader: &mut Reader) -> Option<Self> {
        let value = reader.enter_required(object, name, T::EXPECTED)?;
        let read = T::from_json(value, reader);
        reader.leave();
        read
    }
}

/// An optional field. A bad one costs itself, never its object.
impl<T: FromJson> FromField for Option<T> {
    fn from_field(object: &JsonObject, name: &'static str, reader: &mut Reader) -> Option<Self> {
        Some(match object.get(name) {
            Some(_) => T::from_field(object, name, reader),
            None => None,
        })
    }
}

/// An optional list. A bad item costs itself.
impl<T: FromJson> FromField for Vec<T> {
    fn from_field(object: &JsonObject, name: &'static str, reader: &mut Reader) -> Option<Self> {
        let items = reader.enter_optional_list(object, name);
        let read = reader.items(items);
        reader.leave();
        Some(read)
    }
}

/// A list with at least one item.
#[derive(Clone, Debug, PartialEq)]
pub struct NonEmpty<T>(Vec<T>);

impl<T> NonEmpty<T> {
    /// Keeps the items that `keep` wants; nothing where none are left.
    pub(crate) fn filter(mut self, keep: impl FnMut(&T) -> bool) -> Option<Self> {
        self.0.retain(keep);
        Self::new(self.0)
    }

    /// Keeps the items that `keep` wants; all of them where none would be left.
    pub(crate) fn retain(&mut self, mut keep: impl FnMut(&T) -> bool) {
        let wanted: Vec<bool> = self.0.iter().map(&mut keep).collect();
        if wanted.contains(&true) {
            let mut wanted = wanted.into_iter();
            self.0.retain(|_| wanted.next().unwrap_or_default());
        }
    }

    fn new(items: Vec<T>) -> Option<Self> {
        (!items.is_empty()).then_some(Self(items))
    }

    pub(crate) fn one(item: T) -> Self {
        Self(vec![item])
    }

    pub(crate) fn iter_mut(&mut self) -> slice::IterMut<'_, T> {
        self.0.iter_mut()
    }
}

impl<T> Deref for NonEmpty<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T: FromJson> FromJson for NonEmpty<T> {
    const EXPECTED: &'static str = "a list with at least one item";

    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self> {
        let items = reader.filled_list(value)?;
        Self::new(reader.items(items))
    }
}

impl FromJson for bool {
    const EXPECTED: &'static str = "true or false";

    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self> {
        match value {
            JsonValue::Bool(flag) => Some(*flag),
            other => reader.refuse_type(other, Self::EXPECTED),
        }
    }
}

/// Reads a type that is a text with a rule.
macro_rules! text_from_json {
    ($name:ident) => {
        impl crate::json::FromJson for $name {
            const EXPECTED: &'static str = Self::RULE.expected;

            fn from_json(
                value: &crate::JsonValue,
                reader: &mut crate::json::Reader,
            ) -> Option<Self> {
                reader.text(value, &Self::RULE).map(Self::from_checked)
            }
        }
    };
}
pub(crate) use text_from_json;
