use crate::limits;

/// A JSON value before it is checked.
#[derive(Clone, Debug, PartialEq)]
pub enum JsonValue {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any number.
    Number(f64),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<JsonValue>),
    /// An object.
    Object(JsonObject),
    /// A value inside more than [`limits::MAX_DEPTH`] lists and objects.
    TooDeep,
}

/// A JSON object: its fields in their order. Of two fields with one name the last one counts, as in
/// `JSON.parse`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct JsonObject(pub Vec<(String, JsonValue)>);

impl JsonValue {
    /// Returns the JSON type in words, for problems.
    pub(crate) fn type_name(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Number(_) => "a number",
            Self::String(_) => "a text",
            Self::Array(_) => "a list",
            Self::Object(_) => "an object",
            Self::TooDeep => "too many levels",
        }
    }

    /// Returns whether a value inside `depth` lists and objects is too deep to be read.
    pub fn is_too_deep(depth: usize) -> bool {
        depth >= limits::MAX_DEPTH
    }
}

impl JsonObject {
    /// Returns the value of a field.
    pub fn get(&self, name: &str) -> Option<&JsonValue> {
        let field = self.0.iter().rfind(|(known, _)| known == name);
        field.map(|(_, value)| value)
    }

    /// Returns the names of the fields, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }
}
