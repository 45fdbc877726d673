use explainer_story::{Fault, Raw, limits};
use js_sys::{Array, Error, JsString, Object};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    // js-sys has it with a Rust string, for which the text would be copied into wasm and back.
    #[wasm_bindgen(catch, js_namespace = JSON, js_name = parse)]
    fn parse_json(text: &JsString) -> Result<JsValue, Error>;
}

/// Reads JSON as the browser does, and returns it as a raw tree.
///
/// # Errors
/// [`Fault::TooLong`], [`Fault::NotJson`] or [`Fault::TooMany`].
pub fn read_json(text: &JsString) -> Result<Raw, Fault> {
    let length = text.length() as usize;
    if length > limits::MAX_BYTES {
        return Err(Fault::TooLong(length));
    }
    let value = parse_json(text).map_err(|error| Fault::NotJson(error.message().into()))?;
    to_raw(&value)
}

/// Returns what `JSON.parse` gave as a raw tree.
///
/// Walks it by hand: serde-wasm-bindgen's deserializer would cost readers 7 KB (brotli), most of it
/// for the formatting of numbers in errors that JSON cannot cause.
///
/// # Errors
/// [`Fault::TooMany`] past [`limits::MAX_VALUES`].
pub fn to_raw(value: &JsValue) -> Result<Raw, Fault> {
    let mut left = limits::MAX_VALUES;
    walk(value, 0, &mut left)
}

fn walk(value: &JsValue, depth: usize, left: &mut usize) -> Result<Raw, Fault> {
    *left = left.checked_sub(1).ok_or(Fault::TooMany)?;
    if let Some(text) = value.as_string() {
        return Ok(Raw::Text(text));
    }
    if let Some(number) = value.as_f64() {
        return Ok(Raw::Number(number));
    }
    if let Some(flag) = value.as_bool() {
        return Ok(Raw::Bool(flag));
    }
    let Some(object) = value.dyn_ref::<Object>() else {
        return Ok(Raw::Null);
    };
    if depth >= limits::MAX_DEPTH {
        return Ok(Raw::TooDeep);
    }
    if Array::is_array(value) {
        let mut items = Vec::new();
        for item in Array::from(value).iter() {
            items.push(walk(&item, depth + 1, left)?);
        }
        return Ok(Raw::List(items));
    }
    let mut fields = Vec::new();
    for entry in Object::entries(object).iter() {
        let entry: Array = entry.unchecked_into();
        let name = entry.get(0).as_string().unwrap_or_default();
        fields.push((name, walk(&entry.get(1), depth + 1, left)?));
    }
    Ok(Raw::Record(fields))
}
