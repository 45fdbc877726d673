use crate::{JsonValue, Quantity};

impl JsonValue {
    /// Writes the value as JSON that may be put into a `script` element: `<`, `>` and `&` are escaped.
    ///
    /// The same in the browser as natively, which is why it is not left to either. Numbers that no
    /// valid model holds become `null`.
    pub fn to_json(&self) -> String {
        let mut text = String::new();
        write(self, &mut text);
        text
    }
}

fn write(value: &JsonValue, text: &mut String) {
    match value {
        JsonValue::Null | JsonValue::TooDeep => text.push_str("null"),
        JsonValue::Bool(flag) => text.push_str(if *flag { "true" } else { "false" }),
        JsonValue::Number(number) => match Quantity::from_number(*number) {
            Some(quantity) => text.push_str(&quantity.text()),
            None => text.push_str("null"),
        },
        JsonValue::String(words) => write_text(words, text),
        JsonValue::Array(items) => {
            write_all('[', items.iter(), ']', text, write);
        }
        JsonValue::Object(fields) => {
            write_all('{', fields.0.iter(), '}', text, |(name, value), text| {
                write_text(name, text);
                text.push(':');
                write(value, text);
            });
        }
    }
}

fn write_all<T>(
    open: char,
    items: impl Iterator<Item = T>,
    close: char,
    text: &mut String,
    write: impl Fn(T, &mut String),
) {
    text.push(open);
    for (index, item) in items.enumerate() {
        if index > 0 {
            text.push(',');
        }
        write(item, text);
    }
    text.push(close);
}

fn write_text(words: &str, text: &mut String) {
    text.push('"');
    for letter in words.chars() {
        match letter {
            '"' | '\\' => text.extend(['\\', letter]),
            '<' | '>' | '&' | '\0'..='\u{1f}' => {
                text.push_str("\\u00");
                let code = u32::from(letter);
                text.extend(
                    [code / 16, code % 16]
                        .map(|half| char::from_digit(half, 16))
                        .into_iter()
                        .flatten(),
                );
            }
            _ => text.push(letter),
        }
    }
    text.push('"');
}
