use std::rc::Rc;

use crate::ProblemKind;
use crate::json::{TextRule, text_from_json};

/// A time zone by its name in the IANA database (<https://www.iana.org/time-zones>): `Europe/Berlin`. Only
/// letters, digits and `/_+-`; whether there is one of that name is not known here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeZone(Rc<str>);

impl TimeZone {
    const RULE: TextRule = TextRule {
        expected: "a time zone",
        check,
        names: None,
    };

    fn from_checked(text: Rc<str>) -> Self {
        Self(text)
    }

    /// Returns the name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

text_from_json!(TimeZone);

/// The longest name, in characters.
const MAX_NAME: usize = 64;

fn check(text: &str) -> Result<(), ProblemKind> {
    let is_known = |c: char| c.is_ascii_alphanumeric() || "/_+-".contains(c);
    let begins_well = text.starts_with(|c: char| c.is_ascii_uppercase());
    if !begins_well || text.len() > MAX_NAME || !text.chars().all(is_known) {
        return Err(ProblemKind::BadTimeZone(text.into()));
    }
    Ok(())
}
