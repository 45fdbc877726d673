/// What became of a value that was to be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SetResult {
    /// It is set as given.
    Applied,
    /// It was out of range or between two steps; the nearest that fits is set.
    Adjusted,
    /// Nothing has that name, or the value means nothing. Nothing is set.
    Ignored,
}

/// Settings that were changed, as they are in an address.
#[derive(Default)]
pub struct Scenario(String);

impl Scenario {
    /// Adds a setting. Name and value are letters, digits and `-._` only: nothing needs escaping.
    pub fn add(&mut self, name: &str, value: &str) {
        let before = if self.0.is_empty() { "" } else { "&" };
        self.0.extend([before, name, "=", value]);
    }

    pub(crate) fn into_text(self) -> String {
        self.0
    }
}
