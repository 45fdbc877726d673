//! The story's JSON Schema (2020-12), generated from the types.

use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};
use std::borrow::Cow;

use crate::block::{CodeBlock, DividerBlock, ModelBlock, NestedItem, TextBlock};
use crate::{
    Article, ArticleId, Aside, Audio, Block, Blocks, CURRENCIES, Cell, DateTime, Embed, FileUrl,
    Gallery, Image, Inline, Inlines, Lang, ListBlock, ListItem, MediaTime, MiniModel, ModelId,
    NonEmpty, PartId, PartialDate, Pixels, PostId, PullQuote, QAndA, Quantity, QuestionId,
    QuoteBlock, Related, SectionId, ShortText, Source, Subheading, Table, TermId, Text, TimeZone,
    Unit, Url, Verse, Video, Views, limits,
};

/// Names the schema; it is published beside the widget.
pub const SCHEMA_ID: &str = "urn:explainer-article:schema:article-1";

/// Returns the schema of a story as pretty JSON with a final line end. `mini_model` returns the schema of
/// a mini-model.
pub fn article_schema(mini_model: impl FnOnce(&mut SchemaGenerator) -> Schema) -> String {
    let mut generator = SchemaSettings::draft2020_12()
        .with_transform(RefuseNull)
        .into_generator();
    let mut schema = generator.root_schema_for::<Article>();
    schema.insert("$id".into(), SCHEMA_ID.into());
    schema.insert("title".into(), "Explainer Article story".into());
    add_mini_model(&mut schema, &mut generator, mini_model);
    add_envelope(&mut schema);
    format!("{:#}\n", schema.as_value())
}

/// Puts what `mini_model` returns in place of the schema of a model of any kind.
fn add_mini_model(
    schema: &mut Schema,
    generator: &mut SchemaGenerator,
    mini_model: impl FnOnce(&mut SchemaGenerator) -> Schema,
) {
    let mini_model = mini_model(generator);
    let Some(Value::Object(definitions)) = schema.get_mut("$defs") else {
        return;
    };
    let mut added = vec![(String::from("MiniModel"), mini_model)];
    for (name, definition) in generator.take_definitions(false) {
        if let (false, Ok(definition)) = (definitions.contains_key(&name), definition.try_into()) {
            added.push((name, definition));
        }
    }
    for (name, mut definition) in added {
        RefuseNull.transform(&mut definition);
        definitions.insert(name, definition.to_value());
    }
}

/// Adds the two fields that say how to read the file and are no part of the story.
fn add_envelope(schema: &mut Schema) {
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        properties.insert(
            "$schema".into(),
            json!({ "type": "string", "description": "This schema's address, for editors." }),
        );
        properties.insert(
            "schemaVersion".into(),
            json!({ "const": 1, "description": "The version of the model." }),
        );
    }
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.insert(0, "schemaVersion".into());
    }
}

/// Takes `null` out of optional fields: a field is left out, never null.
#[derive(Clone)]
struct RefuseNull;

impl Transform for RefuseNull {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        if let Some(Value::Array(types)) = schema.get_mut("type") {
            types.retain(|name| name != "null");
            if let [only] = types.as_slice() {
                let only = only.clone();
                schema.insert("type".into(), only);
            }
        }
        let null = json!({ "type": "null" });
        if let Some(Value::Array(choices)) = schema.get_mut("anyOf") {
            choices.retain(|choice| *choice != null);
            if let [Value::Object(only)] = choices.as_slice() {
                let only = only.clone();
                schema.remove("anyOf");
                schema.ensure_object().extend(only);
            }
        }
        // Ours only ever says "left out", which is what a missing `required` says already.
        schema.remove("default");
    }
}

macro_rules! schema_of {
    ($type:ty, $name:literal, |$generator:ident| $schema:expr) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema($generator: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    };
}

schema_of!(Text, "Text", |_generator| json_schema!({
    "type": "string", "pattern": r"\S", "maxLength": limits::MAX_TEXT,
}));
schema_of!(ShortText, "ShortText", |_generator| json_schema!({
    "type": "string", "pattern": r"\S", "maxLength": limits::MAX_SHORT,
}));
schema_of!(ArticleId, "ArticleId", |_generator| id());
schema_of!(TermId, "TermId", |_generator| id());
schema_of!(ModelId, "ModelId", |_generator| id());
schema_of!(QuestionId, "QuestionId", |_generator| id());
schema_of!(PostId, "PostId", |_generator| id());
schema_of!(FileUrl, "FileUrl", |_generator| json_schema!({
    "description": "The address of a file: https: or http: in full, or a path on the same site.",
    "type": "string",
    "pattern": "^\\s*([Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#\\\\]\\S*|[^\\s:/?#\\\\]*[/?][^\\s\\\\]*|[^\\s:/?#\\\\]+(#[^\\s\\\\]*)?)\\s*$",
    "maxLength": limits::MAX_URL,
}));
schema_of!(Pixels, "Pixels", |_generator| json_schema!({
    "type": "integer", "minimum": 1, "maximum": Pixels::MAX,
}));
schema_of!(MediaTime, "MediaTime", |_generator| json_schema!({
    "description": "A time in a recording: m:ss or h:mm:ss.",
    "type": "string", "pattern": "^([0-9]{1,2}:)?[0-9]{1,2}:[0-5][0-9]$", "examples": ["1:20", "1:02:03"],
}));
schema_of!(Cell, "Cell", |generator| json_schema!({
    "description": "Running text, a number, or nothing.",
    "anyOf": [
        generator.subschema_for::<Inlines>(),
        generator.subschema_for::<Quantity>(),
        { "const": "" },
    ],
}));
schema_of!(ListItem, "ListItem", |generator| json_schema!({ "anyOf": [
    generator.subschema_for::<Inlines>(),
    generator.subschema_for::<NestedItem>(),
]}));
schema_of!(SectionId, "SectionId", |_generator| {
    let mut schema = id();
    schema.insert(
        "not".into(),
        json!({ "pattern": "^(term-|ref-|explainer-)" }),
    );
    schema
});
schema_of!(Lang, "Lang", |_generator| json_schema!({
    "type": "string",
    "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$",
    "maxLength": 35,
    "examples": ["en", "pt-BR", "zh-Hant"],
}));
schema_of!(DateTime, "DateTime", |_generator| json_schema!({
    "type": ["string", "integer"],
    "pattern": "^\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}([.,]\\d+)?)? ?(Z|[+-]\\d{2}:?\\d{2})?)?$",
    "minimum": 100_000_000_000_u64,
    "maximum": 253_402_300_799_999_u64,
    "examples": ["2025-01-22", "2025-01-22T12:36:00+02:00", 1_737_549_360_000_u64],
}));
schema_of!(TimeZone, "TimeZone", |_generator| json_schema!({
    "type": "string",
    "pattern": "^[A-Z][A-Za-z0-9/_+-]*$",
    "maxLength": 64,
    "examples": ["Europe/Berlin", "UTC"],
}));
schema_of!(Url, "Url", |_generator| json_schema!({
    "type": "string",
    "pattern": "^\\s*(([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:|[Tt][Ee][Ll]:)[^\\s/?#\\\\]\\S*|[^\\s:/?#\\\\]*[/?#][^\\s\\\\]*|[^\\s:/?#\\\\]+)\\s*$",
    "maxLength": limits::MAX_URL,
}));
schema_of!(Blocks, "Blocks", |generator| json_schema!({
    "type": "array", "minItems": 1, "items": generator.subschema_for::<Block>(),
}));
schema_of!(Inlines, "Inlines", |generator| json_schema!({
    "description": "Running text: plain words, or a list of words and inlines.",
    "anyOf": [
        generator.subschema_for::<Text>(),
        { "type": "array", "minItems": 1, "items": generator.subschema_for::<Inline>() },
    ],
}));
schema_of!(Inline, "Inline", |generator| {
    let (text, inlines) = (
        generator.subschema_for::<Text>(),
        generator.subschema_for::<Inlines>(),
    );
    json_schema!({ "anyOf": [
        { "type": "string", "minLength": 1, "maxLength": limits::MAX_TEXT },
        object("A mention of a term.", json!({
            "term": generator.subschema_for::<TermId>(), "text": text,
        }), &["term"]),
        object("A link to another page, or to a place on this one.", json!({
            "link": generator.subschema_for::<Url>(), "text": inlines,
        }), &["link", "text"]),
        object("Stressed words.", json!({ "emphasis": inlines }), &["emphasis"]),
        object("Important words.", json!({ "strong": inlines }), &["strong"]),
        object("Somebody's words.", json!({ "quote": inlines }), &["quote"]),
        object("Words that no longer hold.", json!({ "strike": inlines }), &["strike"]),
        object("Words below the line.", json!({ "subscript": inlines }), &["subscript"]),
        object("Words above the line.", json!({ "superscript": inlines }), &["superscript"]),
        object("Text for machines.", json!({ "code": text }), &["code"]),
        object("Words in another language.", json!({
            "lang": generator.subschema_for::<Lang>(), "text": inlines,
        }), &["lang", "text"]),
        object("The end of a line inside a paragraph.", json!({ "lineBreak": { "type": "boolean" } }), &["lineBreak"]),
        object("A footnote.", json!({ "footnote": inlines }), &["footnote"]),
        object("Where the sentence before it comes from.", json!({
            "cite": generator.subschema_for::<Source>(),
        }), &["cite"]),
    ]})
});
schema_of!(Block, "Block", |generator| json_schema!({ "anyOf": [
    generator.subschema_for::<Inlines>(),
    of_kind::<TextBlock>(generator, "paragraph"),
    of_kind::<Subheading>(generator, "subheading"),
    of_kind::<ListBlock>(generator, "list"),
    of_kind::<QuoteBlock>(generator, "quote"),
    of_kind::<Verse>(generator, "verse"),
    of_kind::<CodeBlock>(generator, "code"),
    of_kind::<DividerBlock>(generator, "divider"),
    of_kind::<Image>(generator, "image"),
    of_kind::<Gallery>(generator, "gallery"),
    of_kind::<Video>(generator, "video"),
    of_kind::<Audio>(generator, "audio"),
    of_kind::<Embed>(generator, "embed"),
    of_kind::<Table>(generator, "table"),
    of_kind::<Related>(generator, "related"),
    of_kind::<PullQuote>(generator, "pullquote"),
    of_kind::<Aside>(generator, "aside"),
    of_kind::<QAndA>(generator, "qanda"),
    of_kind::<Views>(generator, "views"),
    of_kind::<ModelBlock>(generator, "model"),
    {
        "description": "A block of a later release; readers of this one see the fallback.",
        "type": "object",
        "properties": {
            "kind": later_kind(&crate::block::kinds().collect::<Vec<_>>()),
            "fallback": generator.subschema_for::<Text>(),
        },
        "required": ["kind", "fallback"],
    },
]}));
schema_of!(PartId, "PartId", |_generator| id());
schema_of!(Quantity, "Quantity", |_generator| json_schema!({
    "description": "An exact amount with at most six decimals.",
    "type": "number", "minimum": -1e12, "maximum": 1e12,
}));
schema_of!(Unit, "Unit", |_generator| json_schema!({
    "description": "percent, years, a currency (USD, USD billion), or words behind the number.",
    "type": "string", "pattern": r"\S", "maxLength": limits::MAX_TEXT,
    "not": { "pattern": format!(
        "^({}) (?!(thousand|million|billion|trillion)$)",
        CURRENCIES.replace(' ', "|"),
    ) },
    "examples": ["percent", "years", "USD billion", "data centers"],
}));
schema_of!(PartialDate, "PartialDate", |_generator| json_schema!({
    "type": "string",
    "pattern": "^\\d{4}(-\\d{2}(-\\d{2})?)?$",
    "examples": ["2025", "2025-01", "2025-01-22"],
}));
schema_of!(MiniModel, "MiniModel", |generator| later_model(
    generator,
    &[]
));

impl<T: JsonSchema> JsonSchema for NonEmpty<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("NonEmpty{}", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "array", "minItems": 1, "items": generator.subschema_for::<T>(),
        })
    }
}

fn id() -> Schema {
    json_schema!({ "type": "string", "pattern": "^[a-z0-9-]+$", "maxLength": limits::MAX_ID })
}

/// Returns the schema of a kind that is none of `known`.
fn later_kind(known: &[&str]) -> Value {
    json!({
        "type": "string", "pattern": r"\S", "maxLength": limits::MAX_TEXT, "not": { "enum": known },
    })
}

fn object(description: &str, properties: Value, required: &[&str]) -> Value {
    json!({
        "description": description,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// Returns the schema of an object with its `kind` added.
pub fn of_kind<T: JsonSchema>(generator: &mut SchemaGenerator, kind: &str) -> Schema {
    let mut schema = T::json_schema(generator);
    // A kind without fields has neither.
    let fields = schema.ensure_object();
    let properties = fields.entry("properties").or_insert_with(|| json!({}));
    if let Value::Object(properties) = properties {
        properties.insert("kind".into(), json!({ "const": kind }));
    }
    let required = fields.entry("required").or_insert_with(|| json!([]));
    if let Value::Array(required) = required {
        required.insert(0, "kind".into());
    }
    schema
}

/// Returns the schema of a mini-model of one kind.
pub fn model_of_kind<T: JsonSchema>(generator: &mut SchemaGenerator, kind: &str) -> Schema {
    let schema = of_kind::<T>(generator, kind);
    with_model_fields(generator, schema)
}

/// Returns the schema of a mini-model whose kind is none of `known`.
pub fn later_model(generator: &mut SchemaGenerator, known: &[&str]) -> Schema {
    let schema = json_schema!({
        "description": "A mini-model of a later release; readers of this one see the fallback.",
        "type": "object",
        "properties": { "kind": later_kind(known) },
        "required": ["kind"],
    });
    with_model_fields(generator, schema)
}

/// Adds the fields that every mini-model has.
fn with_model_fields(generator: &mut SchemaGenerator, mut schema: Schema) -> Schema {
    let text = generator.subschema_for::<Text>();
    let fields = json!({
        "id": generator.subschema_for::<ModelId>(),
        "title": text,
        "fallback": text,
        "note": text,
        "sources": { "type": "array", "items": generator.subschema_for::<Source>() },
    });
    if let (Some(Value::Object(properties)), Value::Object(fields)) =
        (schema.get_mut("properties"), fields)
    {
        properties.extend(fields);
    }
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.extend(["id", "title", "fallback"].map(Value::from));
    }
    schema
}
