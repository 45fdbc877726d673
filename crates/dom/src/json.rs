use explainer_story::{JsonObject, JsonValue, ProblemKind, limits};
use js_sys::{Array, Error, JsString, Object};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    // js-sys has it with a Rust string, for which the text would be copied into wasm and back.
    #[wasm_bindgen(catch, js_namespace = JSON, js_name = parse)]
    fn parse_json(text: &JsString) -> Result<JsValue, Error>;
}

/// Reads JSON as the browser does, and returns the value.
///
/// # Errors
/// [`ProblemKind::TooLong`], [`ProblemKind::NotJson`] or [`ProblemKind::TooManyValues`].
pub fn read_json(text: &JsString) -> Result<JsonValue, ProblemKind> {
    let length = text.length() as usize;
    if length > limits::MAX_BYTES {
        return Err(ProblemKind::TooLong(length));
    }
    let value = parse_json(text).map_err(|error| ProblemKind::NotJson(error.message().into()))?;
    to_json_value(&value)
}

/// Returns what `JSON.parse` gave.
///
/// Walks it by hand: serde-wasm-bindgen's deserializer would cost readers 7 KB (brotli), most of it
/// for the formatting of numbers in errors that JSON cannot cause.
///
/// # Errors
/// [`ProblemKind::TooManyValues`] past [`limits::MAX_VALUES`].
pub fn to_json_value(value: &JsValue) -> Result<JsonValue, ProblemKind> {
    let mut left = limits::MAX_VALUES;
    walk(value, 0, &mut left)
}

fn walk(value: &JsValue, depth: usize, left: &mut usize) -> Result<JsonValue, ProblemKind> {
    *left = left.checked_sub(1).ok_or(ProblemKind::TooManyValues)?;
    if let Some(text) = value.as_string() {
        return Ok(JsonValue::String(text));
    }
    if let Some(number) = value.as_f64() {
        return Ok(JsonValue::Number(number));
    }
    if let Some(flag) = value.as_bool() {
        return Ok(JsonValue::Bool(flag));
    }
    let Some(object) = value.dyn_ref::<Object>() else {
        return Ok(JsonValue::Null);
    };
    if JsonValue::is_too_deep(depth) {
        return Ok(JsonValue::TooDeep);
    }
    if Array::is_array(value) {
        let mut items = Vec::new();
        for item in Array::from(value).iter() {
            items.push(walk(&item, depth + 1, left)?);
        }
        return Ok(JsonValue::Array(items));
    }
    let mut fields = Vec::new();
    for entry in Object::entries(object).iter() {
        let entry: Array = entry.unchecked_into();
        let name = entry.get(0).as_string().unwrap_or_default();
        fields.push((name, walk(&entry.get(1), depth + 1, left)?));
    }
    Ok(JsonValue::Object(JsonObject(fields)))
}
