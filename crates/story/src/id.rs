use std::cmp::Ordering;
use std::fmt;
use std::rc::Rc;

use crate::letters::Letters;
use crate::read::text_like;
use crate::reader::{Name, TextRule};
use crate::{Fault, limits};

/// First words of the anchors that the view makes for terms, mentions and its own parts.
const RESERVED: [&str; 3] = ["term-", "ref-", "explainer-"];

/// The text of an id. Every look-up compares these and nothing else, so that a test can count its
/// steps.
#[derive(Clone, Debug)]
pub struct IdText(Rc<str>);

impl IdText {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl Ord for IdText {
    fn cmp(&self, other: &Self) -> Ordering {
        #[cfg(feature = "testing")]
        crate::testing::count_comparison();
        self.0.cmp(&other.0)
    }
}

impl PartialOrd for IdText {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for IdText {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for IdText {}

impl From<Letters> for IdText {
    fn from(text: Letters) -> Self {
        Self(text.into_shared())
    }
}

macro_rules! id {
    ($(#[$meta:meta])* $name:ident, $check:path, $names:expr) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(IdText);

        impl $name {
            const RULE: TextRule = TextRule {
                expected: "an id",
                check: $check,
                names: $names,
            };

            /// Returns the id as text that is shared, not copied.
            pub fn shared(&self) -> Rc<str> {
                Rc::clone(&self.0.0)
            }

            /// Returns the id as text.
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl TryFrom<String> for $name {
            type Error = Fault;

            fn try_from(text: String) -> Result<Self, Fault> {
                $check(&text).map(|()| Self(IdText(text.into())))
            }
        }

        text_like!($name);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

id!(
    /// Names a story. Never empty, only `[a-z0-9-]`, 64 characters at most.
    ArticleId,
    check,
    None
);
id!(
    /// Names a section; also its URL fragment. Never empty, only `[a-z0-9-]`, 64 characters at
    /// most; never begins with `term-`, `ref-` or `explainer-`.
    SectionId,
    check_free,
    Some("section")
);
id!(
    /// Names a term. Never empty, only `[a-z0-9-]`, 64 characters at most.
    TermId,
    check,
    Some("term")
);
id!(
    /// Names a mini-model. Never empty, only `[a-z0-9-]`, 64 characters at most.
    ModelId,
    check,
    Some("model")
);
id!(
    /// Names a part of one mini-model. Never empty, only `[a-z0-9-]`, 64 characters at most.
    PartId,
    check,
    None
);

/// Lets references look an id up.
macro_rules! name {
    ($id:ident) => {
        impl $id {
            /// Returns what the id is compared by.
            pub(crate) fn text(&self) -> &IdText {
                &self.0
            }
        }

        impl From<&$id> for Name {
            fn from(id: &$id) -> Self {
                Self {
                    what: $id::RULE.names.unwrap_or_default(),
                    id: id.text().clone(),
                }
            }
        }
    };
}

name!(SectionId);
name!(TermId);
name!(ModelId);

fn check(text: &str) -> Result<(), Fault> {
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if text.is_empty() || text.len() > limits::MAX_ID || !text.chars().all(letters) {
        return Err(Fault::BadId(text.into()));
    }
    Ok(())
}

fn check_free(text: &str) -> Result<(), Fault> {
    check(text)?;
    if RESERVED.iter().any(|prefix| text.starts_with(prefix)) {
        return Err(Fault::ReservedId(text.into()));
    }
    Ok(())
}
