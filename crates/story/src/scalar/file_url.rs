use std::rc::Rc;

use crate::json::{TextRule, text_from_json};
use crate::{ProblemKind, limits};

use super::url::{is_clean, is_relative, is_web};

/// The address of an image, a recording or its captions: `https:` or `http:` in full, or a path on the same site.
/// 2,048 characters at most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileUrl(Rc<str>);

impl FileUrl {
    const RULE: TextRule = TextRule {
        expected: "the address of a file",
        check,
        names: None,
    };

    fn from_checked(text: Rc<str>) -> Self {
        Self(text.trim().into())
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

text_from_json!(FileUrl);

fn check(text: &str) -> Result<(), ProblemKind> {
    let address = text.trim();
    let is_path = is_relative(address) && !address.starts_with('#');
    let names_a_file = is_web(address) || is_path;
    if !names_a_file || !is_clean(address) || address.len() > limits::MAX_URL {
        return Err(ProblemKind::BadFileUrl(text.into()));
    }
    Ok(())
}
