use std::cmp::Ordering;
use std::fmt;
use std::rc::Rc;

use crate::json::{IdRef, TextRule, text_from_json};
use crate::{ProblemKind, limits};

/// First words of the anchors that the view makes for terms, mentions and its own parts.
const RESERVED: [&str; 3] = ["term-", "ref-", "explainer-"];

/// The text of an id. Every look-up compares these and nothing else, so that a test can count its
/// steps.
#[derive(Clone, Debug)]
pub(crate) struct IdText(Rc<str>);

impl IdText {
    pub fn new(text: &Rc<str>) -> Self {
        Self(Rc::clone(text))
    }

    pub fn as_str(&self) -> &str {
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

macro_rules! id {
    ($(#[$meta:meta])* $name:ident, $check:path, $names:expr) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(Rc<str>);

        impl $name {
            const RULE: TextRule = TextRule {
                expected: "an id",
                check: $check,
                names: $names,
            };

            fn from_checked(text: Rc<str>) -> Self {
                Self(text)
            }

            /// Returns the id as text that is shared, not copied.
            pub fn shared(&self) -> Rc<str> {
                Rc::clone(&self.0)
            }

            /// Returns the id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = ProblemKind;

            fn try_from(text: String) -> Result<Self, ProblemKind> {
                $check(&text).map(|()| Self(text.into()))
            }
        }

        text_from_json!($name);

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
    /// Names a question of the story; part of its URL fragment. Never empty, only `[a-z0-9-]`, 64 characters at
    /// most.
    QuestionId,
    check,
    Some("question")
);
id!(
    /// Names a post of a story that goes on; part of its URL fragment. Never empty, only `[a-z0-9-]`, 64
    /// characters at most.
    PostId,
    check,
    Some("post")
);
id!(
    /// Names a part of one mini-model. Never empty, only `[a-z0-9-]`, 64 characters at most.
    PartId,
    check,
    None
);

/// Lets references look an id up.
macro_rules! id_ref {
    ($id:ident) => {
        impl From<&$id> for IdRef {
            fn from(id: &$id) -> Self {
                Self::new($id::RULE.names.unwrap_or_default(), &id.0)
            }
        }
    };
}

id_ref!(SectionId);
id_ref!(TermId);
id_ref!(ModelId);
id_ref!(QuestionId);
id_ref!(PostId);

fn check(text: &str) -> Result<(), ProblemKind> {
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if text.is_empty() || text.len() > limits::MAX_ID || !text.chars().all(letters) {
        return Err(ProblemKind::BadId(text.into()));
    }
    Ok(())
}

fn check_free(text: &str) -> Result<(), ProblemKind> {
    check(text)?;
    if RESERVED.iter().any(|prefix| text.starts_with(prefix)) {
        return Err(ProblemKind::ReservedId(text.into()));
    }
    Ok(())
}
