//! The JSON Schema of a story with its mini-models.

use explainer_story::schema::{self, later_model, model_of_kind};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::{Comparison, Decision, KINDS, Kind, Participants, Threshold, Timeline};

pub use explainer_story::schema::SCHEMA_ID;

/// Returns the schema of a story as pretty JSON with a final line end.
pub fn article_schema() -> String {
    schema::article_schema(mini_model)
}

fn mini_model(generator: &mut SchemaGenerator) -> Schema {
    let known: Vec<&str> = KINDS.iter().map(|kind| kind.name()).collect();
    json_schema!({
        "description": "A mini-model; where its kind is not drawn, readers see the fallback.",
        "anyOf": [
            of::<Decision>(generator),
            of::<Threshold>(generator),
            of::<Timeline>(generator),
            of::<Comparison>(generator),
            of::<Participants>(generator),
            later_model(generator, &known),
        ],
    })
}

fn of<K: Kind + JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    model_of_kind::<K>(generator, K::NAME)
}
