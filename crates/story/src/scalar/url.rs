use std::rc::Rc;

use crate::json::{TextRule, text_from_json};
use crate::{ProblemKind, limits};

/// An address a reader may follow: `https:`, `http:` or `mailto:`, in full, without white space or
/// control characters; 2,048 characters at most. No other scheme can be written into a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Url(Rc<str>);

const ALLOWED: [&str; 3] = ["https://", "http://", "mailto:"];

impl Url {
    const RULE: TextRule = TextRule {
        expected: "an address",
        check,
        names: None,
    };

    fn from_checked(text: Rc<str>) -> Self {
        Self(text)
    }

    /// Returns the address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the address as shared text.
    pub fn shared(&self) -> Rc<str> {
        Rc::clone(&self.0)
    }
}

text_from_json!(Url);

fn check(text: &str) -> Result<(), ProblemKind> {
    let names_something = ALLOWED.iter().any(|scheme| {
        text.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            && text
                .as_bytes()
                .get(scheme.len())
                .is_some_and(|b| !matches!(b, b'/' | b'?' | b'#' | b'\\'))
    });
    // Browsers drop tabs and line ends inside an address, so that they could hide a scheme.
    let is_clean = !text.chars().any(|c| c.is_whitespace() || c.is_control());
    if !names_something || !is_clean || text.len() > limits::MAX_URL {
        return Err(ProblemKind::BadUrl(text.into()));
    }
    Ok(())
}
