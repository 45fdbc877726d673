use std::rc::Rc;

use crate::read::FromText;
use crate::{Fault, limits};

/// Plain text, never markup. Has a visible character; 20,000 characters at most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text(Rc<str>);

/// Plain text short enough for a phone. Has a visible character; 160 characters at most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortText(Rc<str>);

macro_rules! text {
    ($name:ident, $max:expr) => {
        impl $name {
            /// Returns the text as shared, not copied.
            pub fn shared(&self) -> Rc<str> {
                Rc::clone(&self.0)
            }

            /// Returns the text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromText for $name {
            const EXPECTED: &'static str = "a text";

            fn from_text(text: String) -> Result<Self, Fault> {
                bounded(text, $max).map(Self)
            }
        }
    };
}

text!(Text, limits::MAX_TEXT);
text!(ShortText, limits::MAX_SHORT);

fn bounded(text: String, max: usize) -> Result<Rc<str>, Fault> {
    if text.trim().is_empty() {
        return Err(Fault::EmptyText);
    }
    let found = text.chars().count();
    if found > max {
        return Err(Fault::LongText { found, max });
    }
    Ok(text.into())
}
