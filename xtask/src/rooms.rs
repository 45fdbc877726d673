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

const ROOMS: [Room; 6] = [
    Room {
        path: "crates/model/src",
        rooms: &[],
        crates: &[],
    },
    Room {
        path: "src/labels",
        rooms: &["labels"],
        crates: &["explainer_model"],
    },
    Room {
        path: "src/view",
        rooms: &["view", "labels"],
        crates: &["explainer_model", "yew"],
    },
    Room {
        path: "src/dom",
        rooms: &["dom"],
        crates: &["js_sys", "wasm_bindgen", "wasm_bindgen_futures", "web_sys"],
    },
    Room {
        path: "src/islands",
        rooms: &["islands", "labels"],
        crates: &["yew"],
    },
    Room {
        path: "src/element",
        rooms: &["element", "islands", "view", "labels", "dom"],
        crates: &[
            "explainer_model",
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
const WATCHED: [&str; 8] = [
    "explainer_model",
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
    "crates/model/src/raw_serde.rs",
    "crates/model/src/schema.rs",
];

/// Returns a line for every import that a room must not have, and for every markup sink.
///
/// # Errors
/// Where the source cannot be read.
pub fn check() -> Result<Vec<String>> {
    let import = Regex::new(r"\bcrate::([a-z_]+)")?;
    let named = Regex::new(r"\b([a-z_]+)::")?;
    let sink = Regex::new(r"from_html_unchecked|inner_html|innerHTML|insertAdjacentHTML")?;
    let mut faults = Vec::new();
    for room in &ROOMS {
        for file in rust_files(&root().join(room.path))? {
            let name = file
                .strip_prefix(root())
                .unwrap_or(&file)
                .display()
                .to_string();
            for (number, line) in (1..).zip(fs::read_to_string(&file)?.lines()) {
                if line.trim_start().starts_with("//") {
                    continue;
                }
                let mut fault = |what: &str| faults.push(format!("{name}:{number}: {what}"));
                if sink.is_match(line) {
                    fault("a markup sink");
                }
                if room.path.starts_with("src/") {
                    for found in import.captures_iter(line) {
                        if !room.rooms.contains(&&found[1]) {
                            fault(&format!("{} must not import {}", room.path, &found[1]));
                        }
                    }
                }
                for found in named.captures_iter(line) {
                    let of_browser = WATCHED.contains(&&found[1]);
                    let is_native = NATIVE.contains(&name.as_str());
                    if of_browser && !is_native && !room.crates.contains(&&found[1]) {
                        fault(&format!("{} must not name {}", room.path, &found[1]));
                    }
                }
            }
        }
    }
    let shim = fs::read_to_string(root().join("www/explainer-article.js"))?;
    if sink.is_match(&shim) {
        faults.push("www/explainer-article.js: a markup sink".into());
    }
    Ok(faults)
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
