//! Writes `labels.rs` from `languages/*.txt`, or fails with each fault's file and line.

mod generate;
mod language;

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use language::{Language, check};

/// The language that the others are held to, and that a story in an unknown language gets.
const ENGLISH: &str = "en";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=languages");
    let folder = Path::new("languages");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<_>>()?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    // English first: what no other language matches falls back to it.
    files.sort_by_key(|path| {
        (
            path.file_stem().is_none_or(|lang| lang != ENGLISH),
            path.clone(),
        )
    });

    let mut faults = Vec::new();
    let mut languages: Vec<Language> = Vec::new();
    for path in &files {
        let lang = path.file_stem().unwrap_or_default().to_string_lossy();
        let file = format!("crates/i18n/{}", path.display());
        let (language, found) = Language::read(&lang, &file, &fs::read_to_string(path)?);
        faults.extend(found);
        if let Some(english) = languages.first() {
            faults.extend(check(&language, english));
        }
        languages.push(language);
    }
    if !faults.is_empty() {
        return Err(io::Error::other(format!("\n{}", faults.join("\n"))));
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("labels.rs"), generate::code(&languages))
}
