//! The licences of everything inside the widget, and inside the npm package's tool.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::process::{command, output, root};

/// What is compiled in, and may be used as it says.
struct Part {
    name: String,
    licence: String,
    authors: String,
    folder: PathBuf,
}

/// Returns the names, licences and licence texts of all crates in the wasm of `packages`, and of the standard
/// library.
///
/// # Errors
/// Where Cargo does not know a crate, or one brings no licence at all.
pub fn text(packages: &[&str]) -> Result<String> {
    let mut parts = crates(packages)?;
    parts.push(standard_library()?);
    let mut text = format!(
        "Explainer Article {} is licensed under MIT or Apache-2.0, as you like. Inside it are:\n\n",
        env!("CARGO_PKG_VERSION")
    );
    // Most crates share their texts: each is given once, with the crates that have it.
    let mut shared: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for part in &parts {
        text.push_str(&format!("{}: {}\n", part.name, part.licence));
        for words in part.texts()? {
            shared.entry(words).or_default().insert(&part.name);
        }
    }
    for (words, names) in shared {
        let names: Vec<&str> = names.into_iter().collect();
        text.push_str(&format!(
            "\n{}\n{}:\n\n{words}\n",
            "-".repeat(72),
            names.join(", ")
        ));
    }
    Ok(text)
}

/// Returns the crates in the wasm: no build scripts, no macros that only run while it is built.
fn crates(packages: &[&str]) -> Result<Vec<Part>> {
    let mut tree = command("cargo");
    tree.args(["tree", "--target", "wasm32-unknown-unknown"])
        .args(["--edges", "normal,no-proc-macro"])
        .args(["--prefix", "none", "--format", "{p}"]);
    for package in packages {
        tree.args(["--package", package]);
    }
    let tree = output(&mut tree)?;
    // A line says "name v1.2.3", and where it comes from if that is not a registry.
    let inside: BTreeSet<String> = tree
        .lines()
        .filter_map(|line| line.split_once(" v"))
        .map(|(name, rest)| format!("{name} {}", rest.split(' ').next().unwrap_or_default()))
        .collect();
    let metadata = output(command("cargo").args(["metadata", "--format-version", "1"]))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let packages = metadata.get("packages").and_then(Value::as_array);
    let mut parts = Vec::new();
    for package in packages.context("cargo metadata lists no packages")? {
        let word = |key: &str| package.get(key).and_then(Value::as_str).unwrap_or_default();
        let name = format!("{} {}", word("name"), word("version"));
        if !inside.contains(&name) {
            continue;
        }
        if word("license").is_empty() {
            bail!("{name} names no licence");
        }
        parts.push(Part {
            name,
            licence: word("license").to_owned(),
            authors: authors(package),
            folder: Path::new(word("manifest_path"))
                .parent()
                .context("a manifest without a folder")?
                .to_path_buf(),
        });
    }
    if parts.len() != inside.len() {
        bail!(
            "cargo tree names {} crates, cargo metadata {} of them",
            inside.len(),
            parts.len()
        );
    }
    parts.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(parts)
}

fn standard_library() -> Result<Part> {
    let sysroot = output(command("rustc").args(["--print", "sysroot"]))?;
    Ok(Part {
        name: "the Rust standard library and the crates in it".to_owned(),
        licence: "MIT OR Apache-2.0".to_owned(),
        authors: "The Rust Project Contributors".to_owned(),
        folder: Path::new(sysroot.trim()).join("lib/rustlib/src/rust"),
    })
}

fn authors(package: &Value) -> String {
    let names = package.get("authors").and_then(Value::as_array);
    let names = names.into_iter().flatten().filter_map(Value::as_str);
    names.collect::<Vec<_>>().join(", ")
}

impl Part {
    /// Returns the texts that it brings; where it brings none, the usual text of its licence.
    fn texts(&self) -> Result<Vec<String>> {
        let texts = texts_in(&self.folder)?;
        if !texts.is_empty() {
            return Ok(texts);
        }
        if !self.licence.contains("MIT") {
            bail!("{} brings no licence text", self.name);
        }
        let ours = fs::read_to_string(root().join("LICENSE-MIT"))?;
        let (_, terms) = ours
            .split_once("Permission is hereby granted")
            .context("LICENSE-MIT is no MIT licence")?;
        let authors = match self.authors.as_str() {
            "" => format!("The authors of {}", self.name),
            names => names.to_owned(),
        };
        let terms = terms.trim_end();
        Ok(vec![format!(
            "MIT License\n\nCopyright (c) {authors}\n\nPermission is hereby granted{terms}"
        )])
    }
}

/// Returns the licence texts in a folder.
fn texts_in(folder: &Path) -> Result<Vec<String>> {
    let is_ours = folder.starts_with(root());
    let folder = if is_ours {
        root()
    } else {
        folder.to_path_buf()
    };
    let Ok(entries) = fs::read_dir(folder) else {
        return Ok(Vec::new());
    };
    let mut texts = Vec::new();
    for entry in entries {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .to_uppercase();
        let is_licence = ["LICENSE", "LICENCE", "COPYING", "NOTICE"]
            .iter()
            .any(|start| name.starts_with(start));
        if is_licence && path.is_file() {
            texts.push(fs::read_to_string(path)?.trim().replace("\r\n", "\n"));
        }
    }
    Ok(texts)
}
