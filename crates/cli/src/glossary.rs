//! Terms that many stories share: a file of them, from which a story takes those that it mentions.

use std::collections::BTreeSet;

use serde_json::Value;

/// Terms that many stories share, and the mini-models that they show: a JSON object with a list `terms`, and perhaps
/// a list `models`.
pub struct Glossary(Value);

impl Glossary {
    /// Reads a glossary; nothing where the text is no JSON object with a list `terms`.
    pub fn from_json(text: &str) -> Option<Self> {
        Self::from_value(serde_json::from_str(text).ok()?)
    }

    /// Returns a glossary; nothing where the value is no object with a list `terms`.
    pub fn from_value(glossary: Value) -> Option<Self> {
        let has_terms = glossary.get("terms").is_some_and(Value::is_array);
        has_terms.then_some(Self(glossary))
    }

    /// Returns where a story says that its glossary is. What is no text is told when the story is read.
    pub fn address_in(story: &str) -> Option<String> {
        let fields: Value = serde_json::from_str(story).ok()?;
        Some(fields.get("glossary")?.as_str()?.to_owned())
    }

    /// Returns a story with the terms that it mentions and does not define. Terms mentioned in these come, too. A
    /// story that is no JSON object comes back as it is: reading it says what is wrong.
    pub fn add_to(&self, story: &str) -> String {
        add_terms(story, &self.0)
    }
}

fn add_terms(story: &str, glossary: &Value) -> String {
    let Ok(Value::Object(mut fields)) = serde_json::from_str(story) else {
        return story.into();
    };
    let mut known = ids(fields.get("terms"));
    let mut mentioned = BTreeSet::new();
    for value in fields.values() {
        note_mentions(value, &mut mentioned);
    }
    let shared = list(glossary.get("terms"));
    let mut added: Vec<Value> = Vec::new();
    // A term may mention others: until none comes any more.
    loop {
        let before = added.len();
        for term in shared {
            let id = term.get("id").and_then(Value::as_str).unwrap_or_default();
            if mentioned.contains(id) && known.insert(id.into()) {
                note_mentions(term, &mut mentioned);
                added.push(term.clone());
            }
        }
        if added.len() == before {
            break;
        }
    }
    let shown: BTreeSet<&str> = added
        .iter()
        .filter_map(|term| term.get("model")?.as_str())
        .collect();
    let known_models = ids(fields.get("models"));
    let models: Vec<Value> = list(glossary.get("models"))
        .iter()
        .filter(|model| {
            let id = model.get("id").and_then(Value::as_str).unwrap_or_default();
            shown.contains(id) && !known_models.contains(id)
        })
        .cloned()
        .collect();
    for (name, more) in [("terms", added), ("models", models)] {
        if more.is_empty() {
            continue;
        }
        match fields.get_mut(name) {
            Some(Value::Array(own)) => own.extend(more),
            // What is no list is told as that.
            Some(_) => {}
            None => {
                fields.insert(name.into(), more.into());
            }
        }
    }
    Value::Object(fields).to_string()
}

fn list(value: Option<&Value>) -> &[Value] {
    value
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default()
}

/// Returns the ids of the objects in a list.
fn ids(value: Option<&Value>) -> BTreeSet<String> {
    let ids = list(value)
        .iter()
        .filter_map(|each| each.get("id")?.as_str());
    ids.map(String::from).collect()
}

/// Adds the ids of the terms mentioned anywhere inside `value`.
fn note_mentions(value: &Value, mentioned: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => {
            for item in items {
                note_mentions(item, mentioned);
            }
        }
        Value::Object(fields) => {
            mentioned.extend(fields.get("term").and_then(Value::as_str).map(String::from));
            for field in fields.values() {
                note_mentions(field, mentioned);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use super::*;

    #[test]
    fn the_cases_that_the_browser_has_too() {
        let cases: Vec<Value> =
            serde_json::from_str(include_str!("../../../tests/fixtures/glossary.json")).unwrap();
        for case in cases {
            let story = add_terms(&case["story"].to_string(), &case["glossary"]);
            let story: Value = serde_json::from_str(&story).unwrap();
            assert_eq!(story, case["becomes"], "{}", case["name"]);
        }
    }
}
