use std::fmt;
use std::ops::Deref;
use std::rc::Rc;

/// The text inside the types that are a text with a rule.
///
/// An array of one, because it is returned in memory, right into the record that is being read. A
/// bare `Rc` would be returned as two numbers, which the wasm would then carry there one by one.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Letters([Rc<str>; 1]);

impl Letters {
    pub fn new(text: impl Into<Rc<str>>) -> Self {
        Self([text.into()])
    }

    pub fn into_shared(self) -> Rc<str> {
        let [text] = self.0;
        text
    }
}

impl Deref for Letters {
    type Target = Rc<str>;

    fn deref(&self) -> &Rc<str> {
        let [text] = &self.0;
        text
    }
}

impl fmt::Debug for Letters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.deref().fmt(f)
    }
}
