use std::ops::Deref;
use std::slice;

use crate::reader::Reader;

/// Builds itself from the value that a reader stands at.
pub(crate) trait FromRaw: Sized {
    /// Where the value is refused, a problem says why, and what is returned is lost.
    fn read(reader: &mut Reader) -> Self;

    /// Reads the next field of a record.
    fn read_required(reader: &mut Reader) -> Self {
        reader.next_field();
        Self::read(reader)
    }

    /// Reads the next field, which may be missing. A bad one costs itself, never its record.
    #[inline(never)]
    fn read_optional(reader: &mut Reader) -> Option<Self> {
        if !reader.next_field() {
            return None;
        }
        reader.attempt(Self::read)
    }
}

/// Reads itself from the next field of a record; decides what a missing field means.
pub(crate) trait Field: Sized {
    fn read_field(reader: &mut Reader) -> Self;
}

/// A list with at least one item.
#[derive(Clone, Debug, PartialEq)]
pub struct NonEmpty<T>(Vec<T>);

impl<T> NonEmpty<T> {
    /// Keeps the items that `keep` wants; nothing where none are left.
    pub(crate) fn filter(mut self, keep: impl FnMut(&T) -> bool) -> Option<Self> {
        self.0.retain(keep);
        (!self.0.is_empty()).then_some(self)
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

impl FromRaw for bool {
    fn read(reader: &mut Reader) -> Self {
        reader.flag("true or false")
    }
}

impl<T: FromRaw> FromRaw for NonEmpty<T> {
    fn read(reader: &mut Reader) -> Self {
        reader.open_filled_list("a list with at least one item");
        non_empty(reader.items(), reader)
    }

    fn read_required(reader: &mut Reader) -> Self {
        reader.open_required_list();
        non_empty(reader.items(), reader)
    }
}

fn non_empty<T>(items: Vec<T>, reader: &mut Reader) -> NonEmpty<T> {
    if items.is_empty() {
        reader.lose();
    }
    NonEmpty(items)
}

/// A required field.
impl<T: FromRaw> Field for T {
    fn read_field(reader: &mut Reader) -> Self {
        T::read_required(reader)
    }
}

impl<T: FromRaw> Field for Option<T> {
    fn read_field(reader: &mut Reader) -> Self {
        T::read_optional(reader)
    }
}

/// An optional list.
impl<T: FromRaw> Field for Vec<T> {
    fn read_field(reader: &mut Reader) -> Self {
        reader.open_optional_list();
        reader.items()
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
            #[inline(never)]
            fn read(reader: &mut crate::reader::Reader) -> Self {
                reader.open($what, &[$( stringify!($field) ),*]);
                let record = Self {
                    $( $field: crate::read::Field::read_field(reader), )*
                };
                reader.close();
                record
            }
        }
    };
}
pub(crate) use record;

/// Reads a type that is a text with a rule.
macro_rules! text_like {
    ($name:ident) => {
        impl crate::read::FromRaw for $name {
            fn read(reader: &mut crate::reader::Reader) -> Self {
                Self(reader.text(&Self::RULE).into())
            }

            fn read_required(reader: &mut crate::reader::Reader) -> Self {
                Self(reader.required_text(&Self::RULE).into())
            }

            fn read_optional(reader: &mut crate::reader::Reader) -> Option<Self> {
                let text = reader.optional_text(&Self::RULE)?;
                Some(Self(text.into()))
            }
        }
    };
}
pub(crate) use text_like;
