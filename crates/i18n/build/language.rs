//! Reads and checks the labels of one language.
//!
//! A file has the sections `[story]`, `[elements]` and `[models]`, a line `key = text` for each label, and comments
//! that begin with `#`. The comments before an English label say what it is for. A hole in a text is a
//! name in braces: `Copy link to {heading}`.

/// The sections of a file: the labels of a story, those of its images, tables and the like, and those of its
/// mini-models.
pub const SECTIONS: [&str; 3] = ["story", "elements", "models"];

/// The labels of one language.
pub struct Language {
    /// The language, which names the file.
    pub lang: String,
    /// In the order of the file.
    pub labels: Vec<Label>,
    file: String,
}

/// One label.
pub struct Label {
    /// One of [`SECTIONS`].
    pub section: &'static str,
    /// Its name, a Rust identifier.
    pub key: String,
    /// What the reader sees, with its holes.
    pub text: String,
    /// The comment before it.
    pub about: Vec<String>,
    line: usize,
}

impl Label {
    /// Returns the names of the holes, each once, in the order of the text.
    pub fn holes(&self) -> Vec<&str> {
        let mut holes = Vec::new();
        for piece in self.text.split('{').skip(1) {
            let hole = piece.split('}').next().unwrap_or_default();
            if !holes.contains(&hole) {
                holes.push(hole);
            }
        }
        holes
    }

    fn fault(&self) -> Option<String> {
        let is_name = |name: &str| {
            name.starts_with(|first: char| first.is_ascii_lowercase())
                && name
                    .chars()
                    .all(|char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '_')
        };
        if !is_name(&self.key) {
            return Some("a key has only a-z, 0-9 and _".into());
        }
        if self.text.is_empty() {
            return Some("there is no text".into());
        }
        let mut outside = String::new();
        for (index, piece) in self.text.split('{').enumerate() {
            match piece.split_once('}') {
                Some((name, rest)) if index > 0 && is_name(name) => outside.push_str(rest),
                None if index == 0 => outside.push_str(piece),
                _ => return Some("a hole is a name in braces, such as {date}".into()),
            }
        }
        if outside.contains('}') {
            return Some("a brace is alone".into());
        }
        (self.holes().len() > 10).then(|| "there are more than 10 holes".into())
    }
}

impl Language {
    /// Reads the text of a file; returns its faults, too, each with file and line.
    pub fn read(lang: &str, file: &str, text: &str) -> (Self, Vec<String>) {
        let mut language = Self {
            lang: lang.into(),
            labels: Vec::new(),
            file: file.into(),
        };
        let mut faults = Vec::new();
        let mut section = None;
        let mut about = Vec::new();
        for (line, content) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
            let mut fault = |what: &str| faults.push(format!("{file}:{line}: {what}"));
            // Also takes the \r of a checkout on Windows. No-break spaces within a text stay.
            let content = content.trim();
            if content.is_empty() {
                about.clear();
            } else if let Some(comment) = content.strip_prefix('#') {
                about.push(comment.trim().into());
            } else if let Some(name) = content.strip_prefix('[') {
                let name = name.trim_end_matches(']');
                section = SECTIONS.into_iter().find(|known| *known == name);
                if section.is_none() {
                    fault(&format!("no section is called \"{name}\""));
                }
            } else if let (Some((key, text)), Some(section)) = (content.split_once('='), section) {
                let label = Label {
                    section,
                    key: key.trim().into(),
                    text: text.trim().into(),
                    about: std::mem::take(&mut about),
                    line,
                };
                if let Some(what) = label.fault() {
                    fault(&format!("{}: {what}", label.key));
                }
                if let Some(first) = language.find(section, &label.key) {
                    fault(&format!("{} is already in line {}", label.key, first.line));
                } else {
                    language.labels.push(label);
                }
            } else {
                fault("expected a line such as: close = Close");
            }
        }
        (language, faults)
    }

    /// Returns a label of a section.
    pub fn find(&self, section: &str, key: &str) -> Option<&Label> {
        self.labels
            .iter()
            .find(|label| label.section == section && label.key == key)
    }
}

/// Returns how the labels of a language differ from the English ones.
pub fn check(language: &Language, english: &Language) -> Vec<String> {
    let mut faults = Vec::new();
    for label in &english.labels {
        if language.find(label.section, &label.key).is_none() {
            faults.push(format!(
                "{}: [{}] has no {}, which is in {}:{}",
                language.file, label.section, label.key, english.file, label.line
            ));
        }
    }
    for label in &language.labels {
        let mut fault = |what: &str| {
            let (file, line, key) = (&language.file, label.line, &label.key);
            faults.push(format!("{file}:{line}: {key}: {what}"));
        };
        let Some(english) = english.find(label.section, &label.key) else {
            fault("there is no such label in English");
            continue;
        };
        let sorted = |mut holes: Vec<&str>| {
            holes.sort_unstable();
            holes.join("} {")
        };
        let (holes, expected) = (sorted(label.holes()), sorted(english.holes()));
        if holes != expected {
            fault(&format!(
                "the holes are {{{holes}}}, in English {{{expected}}}"
            ));
        }
    }
    faults
}
