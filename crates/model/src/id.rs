use std::fmt;
use std::rc::Rc;

use crate::read::{FromRaw, Name, Reader};
use crate::{Fault, Raw, limits};

/// First words of the anchors that the view makes for terms, mentions and its own parts.
const RESERVED: [&str; 3] = ["term-", "ref-", "explainer-"];

macro_rules! id {
    ($(#[$meta:meta])* $name:ident, $check:path $(, $note:path)?) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(Rc<str>);

        impl $name {
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
            type Error = Fault;

            fn try_from(text: String) -> Result<Self, Fault> {
                $check(text).map(|id| Self(id.into()))
            }
        }

        impl FromRaw for $name {
            const EXPECTED: &'static str = "an id";

            fn from_raw(raw: Raw, reader: &mut Reader) -> Option<Self> {
                let Raw::Text(text) = raw else {
                    return reader.wrong_type(&raw, Self::EXPECTED);
                };
                let id = Self::try_from(text).map_err(|fault| reader.report(fault)).ok()?;
                $( reader.note($note(id.clone())); )?
                Some(id)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(
    /// Names a story. Never empty, only `[a-z0-9-]`, 64 characters at most.
    ArticleId,
    check
);
id!(
    /// Names a section; also its URL fragment. Never empty, only `[a-z0-9-]`, 64 characters at
    /// most; never begins with `term-`, `ref-` or `explainer-`.
    SectionId,
    check_free,
    Name::Section
);
id!(
    /// Names a term. Never empty, only `[a-z0-9-]`, 64 characters at most.
    TermId,
    check,
    Name::Term
);
id!(
    /// Names a mini-model. Never empty, only `[a-z0-9-]`, 64 characters at most.
    ModelId,
    check,
    Name::Model
);

#[cfg(feature = "models")]
id!(
    /// Names a part of one mini-model. Never empty, only `[a-z0-9-]`, 64 characters at most.
    PartId,
    check
);

fn check(text: String) -> Result<String, Fault> {
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if text.is_empty() || text.len() > limits::MAX_ID || !text.chars().all(letters) {
        return Err(Fault::BadId(text));
    }
    Ok(text)
}

fn check_free(text: String) -> Result<String, Fault> {
    let id = check(text)?;
    if RESERVED.iter().any(|prefix| id.starts_with(prefix)) {
        return Err(Fault::ReservedId(id));
    }
    Ok(id)
}
