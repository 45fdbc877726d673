use std::rc::Rc;

use crate::json::{TextRule, text_from_json};
use crate::{ProblemKind, limits};

/// Plain text, never markup. Has a visible character; 20,000 characters at most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text(Rc<str>);

/// Plain text short enough for a phone. Has a visible character; 160 characters at most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortText(Rc<str>);

macro_rules! text {
    ($name:ident, $max:expr) => {
        impl $name {
            pub(crate) const RULE: TextRule = TextRule {
                expected: "a text",
                check: |text| check(text, $max),
                names: None,
            };

            fn from_checked(text: Rc<str>) -> Self {
                Self(text)
            }

            /// Returns the text as shared, not copied.
            pub fn shared(&self) -> Rc<str> {
                Rc::clone(&self.0)
            }

            /// Returns the text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        text_from_json!($name);
    };
}

text!(Text, limits::MAX_TEXT);
text!(ShortText, limits::MAX_SHORT);

impl TryFrom<&str> for Text {
    type Error = ProblemKind;

    fn try_from(text: &str) -> Result<Self, ProblemKind> {
        check(text, limits::MAX_TEXT).map(|()| Self(text.into()))
    }
}

fn check(text: &str, max: usize) -> Result<(), ProblemKind> {
    if text.trim().is_empty() {
        return Err(ProblemKind::EmptyText);
    }
    check_length(text, max)
}

pub(crate) fn check_length(text: &str, max: usize) -> Result<(), ProblemKind> {
    let found = text.chars().count();
    if found > max {
        return Err(ProblemKind::LongText { found, max });
    }
    Ok(())
}
