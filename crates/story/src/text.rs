use std::rc::Rc;

use crate::letters::Letters;
use crate::read::text_like;
use crate::reader::TextRule;
use crate::{Fault, limits};

/// Plain text, never markup. Has a visible character; 20,000 characters at most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text(Letters);

/// Plain text short enough for a phone. Has a visible character; 160 characters at most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortText(Letters);

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

        impl $name {
            pub(crate) const RULE: TextRule = TextRule {
                expected: "a text",
                check: |text| bounded(text, $max),
                names: None,
            };
        }

        text_like!($name);
    };
}

impl Text {
    pub(crate) fn parse(text: &str) -> Result<Self, Fault> {
        (Self::RULE.check)(text).map(|()| Self(Letters::new(text)))
    }
}

text!(Text, limits::MAX_TEXT);
text!(ShortText, limits::MAX_SHORT);

fn bounded(text: &str, max: usize) -> Result<(), Fault> {
    if text.trim().is_empty() {
        return Err(Fault::EmptyText);
    }
    not_long(text, max)
}

pub(crate) fn not_long(text: &str, max: usize) -> Result<(), Fault> {
    let found = text.chars().count();
    if found > max {
        return Err(Fault::LongText { found, max });
    }
    Ok(())
}
