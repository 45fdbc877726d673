use std::rc::Rc;

use crate::json::{TextRule, text_from_json};
use crate::{ProblemKind, limits};

/// An address a reader may follow: `https:`, `http:`, `mailto:` or `tel:` in full, or one on the same site: a path,
/// a query or a fragment. Without white space or control characters, but around it, where it is left out; 2,048
/// characters at most. No other scheme can be written into a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Url(Rc<str>);

const WEB: [&str; 2] = ["https://", "http://"];
const OTHER: [&str; 2] = ["mailto:", "tel:"];

impl Url {
    const RULE: TextRule = TextRule {
        expected: "an address",
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

text_from_json!(Url);

fn check(text: &str) -> Result<(), ProblemKind> {
    let address = text.trim();
    let leads_somewhere = is_web(address) || begins(address, &OTHER) || is_relative(address);
    if !leads_somewhere || !is_clean(address) || address.len() > limits::MAX_URL {
        return Err(ProblemKind::BadUrl(text.into()));
    }
    Ok(())
}

/// Returns whether an address has no white space and no control characters. Browsers drop tabs and line ends
/// inside an address, so that they could hide a scheme.
pub(super) fn is_clean(address: &str) -> bool {
    !address.chars().any(|c| c.is_whitespace() || c.is_control())
}

/// Returns whether an address is `https:` or `http:` and names a host.
pub(super) fn is_web(address: &str) -> bool {
    begins(address, &WEB)
}

/// Returns whether an address has one of these schemes and names something.
fn begins(address: &str, schemes: &[&str]) -> bool {
    schemes.iter().any(|scheme| {
        address
            .get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            && address
                .as_bytes()
                .get(scheme.len())
                .is_some_and(|b| !matches!(b, b'/' | b'?' | b'#' | b'\\'))
    })
}

/// Returns whether an address has no scheme: before the first `/`, `?` or `#` there is no colon. A `\` would be read
/// as `/`.
pub(super) fn is_relative(address: &str) -> bool {
    let before_path = address
        .bytes()
        .take_while(|b| !matches!(b, b'/' | b'?' | b'#'));
    let has_scheme = before_path.into_iter().any(|b| b == b':');
    !address.is_empty() && !has_scheme && !address.bytes().any(|b| b == b'\\')
}
