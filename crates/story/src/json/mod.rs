//! JSON values, and what reads them into types: a [`Reader`] knows where it is and collects what is
//! wrong; [`FromJson`] and [`FromObject`] make a type of a value.

#[cfg(feature = "json")]
mod deserialize;
mod from_json;
mod ids;
mod path;
mod reader;
mod value;
mod write;

#[cfg(feature = "json")]
pub(crate) use deserialize::deserialize;
pub use explainer_story_derive::FromObject;
pub(crate) use from_json::text_from_json;
pub use from_json::{FromField, FromJson, FromObject, NonEmpty, read_of_kind};
pub(crate) use ids::{IdRef, References};
pub use path::JsonPath;
pub use reader::{Reader, TextRule};
pub use value::{JsonObject, JsonValue};
