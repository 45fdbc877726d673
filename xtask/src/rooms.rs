//! Checks that a room of the source imports only what it may; see ARCHITECTURE.md.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use regex::Regex;

use crate::process::root;

/// A room, the rooms it may import from, and the crates of the browser that it may name.
struct Room {
    path: &'static str,
    rooms: &'static [&'static str],
    crates: &'static [&'static str],
}

const ROOMS: [Room; 8] = [
    Room {
        path: "crates/story/src",
        rooms: &[],
        crates: &[],
    },
    Room {
        path: "crates/models/src",
        rooms: &[],
        crates: &["explainer_story"],
    },
    Room {
        path: "crates/i18n/src",
        rooms: &[],
        crates: &[],
    },
    Room {
        path: "src/labels",
        rooms: &["labels"],
        crates: &["explainer_story"],
    },
    Room {
        path: "src/view",
        rooms: &["view", "labels"],
        crates: &[
            "explainer_models",
            "explainer_i18n",
            "explainer_story",
            "yew",
        ],
    },
    Room {
        path: "src/dom",
        rooms: &["dom"],
        crates: &[
            "explainer_i18n",
            "js_sys",
            "wasm_bindgen",
            "wasm_bindgen_futures",
            "web_sys",
        ],
    },
    Room {
        path: "src/islands",
        rooms: &["islands", "view", "labels"],
        crates: &["explainer_models", "explainer_story", "yew"],
    },
    Room {
        path: "src/element",
        rooms: &["element", "islands", "view", "labels", "dom"],
        crates: &[
            "explainer_models",
            "explainer_i18n",
            "explainer_story",
            "js_sys",
            "serde",
            "serde_wasm_bindgen",
            "wasm_bindgen",
            "wasm_bindgen_futures",
            "web_sys",
            "yew",
        ],
    },
];

/// Crates that a room may only name where it is allowed to.
const WATCHED: [&str; 10] = [
    "explainer_models",
    "explainer_i18n",
    "explainer_story",
    "js_sys",
    "serde",
    "serde_wasm_bindgen",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "web_sys",
    "yew",
];
/// The model's own use of serde stands behind a feature that the widget leaves out.
const NATIVE: [&str; 2] = [
    "crates/story/src/raw_serde.rs",
    "crates/story/src/schema.rs",
];

/// Returns a line for every import that a room must not have, and for every markup sink.
///
/// # Errors
/// Where the source cannot be read.
pub fn check() -> Result<Vec<String>> {
    let patterns = Patterns::new()?;
    let mut faults = Vec::new();
    for room in &ROOMS {
        for file in rust_files(&root().join(room.path))? {
            let name = file.strip_prefix(root()).unwrap_or(&file);
            let text = fs::read_to_string(&file)?;
            faults.extend(patterns.faults(room, &name.display().to_string(), &text));
        }
    }
    let shim = fs::read_to_string(root().join("www/explainer-article.js"))?;
    if patterns.sink.is_match(&shim) {
        faults.push("www/explainer-article.js: a markup sink".into());
    }
    Ok(faults)
}

struct Patterns {
    import: Regex,
    named: Regex,
    sink: Regex,
}

impl Patterns {
    fn new() -> Result<Self> {
        Ok(Self {
            import: Regex::new(r"\bcrate::([a-z_]+)")?,
            named: Regex::new(r"\b([a-z_]+)::")?,
            sink: Regex::new(r"from_html_unchecked|inner_html|innerHTML|insertAdjacentHTML")?,
        })
    }

    fn faults(&self, room: &Room, name: &str, text: &str) -> Vec<String> {
        let code = |line: &&str| !line.trim_start().starts_with("//");
        let lines = (1..).zip(text.lines()).filter(|(_, line)| code(line));
        let is_native = NATIVE.contains(&name);
        let mut faults = Vec::new();
        for (number, line) in lines {
            let mut fault = |what: String| faults.push(format!("{name}:{number}: {what}"));
            if self.sink.is_match(line) {
                fault("a markup sink".into());
            }
            let imports = self
                .import
                .captures_iter(line)
                .map(|found| found.extract().1);
            for [other] in imports.filter(|_| room.path.starts_with("src/")) {
                if !room.rooms.contains(&other) {
                    fault(format!("{} must not import {other}", room.path));
                }
            }
            for [other] in self
                .named
                .captures_iter(line)
                .map(|found| found.extract().1)
            {
                if WATCHED.contains(&other) && !is_native && !room.crates.contains(&other) {
                    fault(format!("{} must not name {other}", room.path));
                }
            }
        }
        faults
    }
}

fn rust_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(rust_files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    Ok(files)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{Patterns, ROOMS};

    #[track_caller]
    fn check(room: &str, line: &str, expected: &[&str]) {
        let room = ROOMS.iter().find(|known| known.path == room).unwrap();
        assert_eq!(
            Patterns::new().unwrap().faults(room, "x.rs", line),
            expected
        );
    }

    #[test]
    fn a_room_may_import_from_its_left() {
        check("src/element", "use crate::view::article;", &[]);
    }

    #[test]
    fn a_room_must_not_import_from_its_right() {
        check(
            "src/view",
            "use crate::element::show;",
            &["x.rs:1: src/view must not import element"],
        );
    }

    #[test]
    fn the_view_must_not_know_the_browser() {
        check(
            "src/view",
            "let window = web_sys::window();",
            &["x.rs:1: src/view must not name web_sys"],
        );
    }

    #[test]
    fn a_markup_sink_is_a_fault_everywhere() {
        check(
            "src/element",
            "Html::from_html_unchecked(text)",
            &["x.rs:1: a markup sink"],
        );
    }

    #[test]
    fn a_comment_is_no_import() {
        check("src/view", "// as in crate::element", &[]);
    }
}
