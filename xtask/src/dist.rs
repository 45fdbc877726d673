//! Writes `dist`: the widget for any static host or CDN, and what a newsroom must know to serve it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::build::{self, widget};
use crate::process::root;
use crate::weight::{brotli, gzip};
use crate::{licences, npm};

/// Files that others name by the hash of what is in them, with the part each plays.
const HASHED: [(&str, &str); 9] = [
    ("explainer_article_bg.wasm", "wasm"),
    ("explainer_article.js", "glue"),
    ("explainer-notice.js", "notice"),
    ("explainer.css", "style"),
    ("microsoft-openai.json", "story"),
    ("explainer_models_bg.wasm", "models-wasm"),
    ("explainer_models.js", "models-glue"),
    ("explainer-picture.js", "picture"),
    ("explainer-models.css", "models-style"),
];
const SHIM: &str = "explainer-article.js";
const MODEL_SHIM: &str = "explainer-model.js";
/// Files that a shim asks for.
const OF_SHIM: [&str; 6] = [
    "explainer_article_bg.wasm",
    "explainer_article.js",
    "explainer-notice.js",
    "explainer.css",
    "microsoft-openai.json",
    MODEL_SHIM,
];
const OF_MODEL_SHIM: [&str; 5] = [
    "explainer_models_bg.wasm",
    "explainer_models.js",
    "explainer-picture.js",
    "explainer.css",
    "explainer-models.css",
];
/// Most bytes of the shims, hashes and all, after brotli.
const MOST: usize = 3_000;
const MOST_OF_MODELS: usize = 3_700;

/// For files whose name changes with what is in them.
const FOREVER: &str = "public, max-age=31536000, immutable";
/// For files that keep their name from version to version.
const SHORTLY: &str = "public, max-age=300, stale-while-revalidate=86400";
/// For all of them: they may be used from other origins, and are what they say they are.
const COMMON: [(&str, &str); 4] = [
    ("access-control-allow-origin", "*"),
    ("cross-origin-resource-policy", "cross-origin"),
    ("timing-allow-origin", "*"),
    ("x-content-type-options", "nosniff"),
];

/// A file of the distribution.
struct Piece {
    name: String,
    role: &'static str,
    is_hashed: bool,
    bytes: Vec<u8>,
}

/// Returns the folder that is written.
pub fn folder() -> PathBuf {
    root().join("dist")
}

/// Builds the widget and writes `dist` and the npm package.
///
/// # Errors
/// Where the build fails, a file cannot be written, or the shim is over its budget.
pub fn dist() -> Result<()> {
    build::build()?;
    let pieces = pieces()?;
    let dist = folder();
    if dist.exists() {
        fs::remove_dir_all(&dist)?;
    }
    fs::create_dir_all(&dist)?;
    let mut files = Vec::new();
    for piece in &pieces {
        files.push(piece.write(&dist)?);
    }
    let manifest = json!({
        "name": "explainer-article",
        "version": env!("CARGO_PKG_VERSION"),
        "entry": SHIM,
        "headers": COMMON.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect::<Vec<_>>(),
        "files": files,
    });
    let manifest = serde_json::to_string_pretty(&manifest)?;
    fs::write(dist.join("manifest.json"), format!("{manifest}\n"))?;
    fs::write(dist.join("_headers"), headers(&pieces))?;
    fs::write(dist.join("LICENSES.txt"), licences::text()?)?;
    npm::write()?;
    println!("dist: {} files; target/npm: the npm package", files.len());
    Ok(())
}

/// Returns every file, under its hash and, where pages name it, under a name that stays.
fn pieces() -> Result<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut names = Vec::new();
    for (file, role) in HASHED {
        let bytes = fs::read(widget().join(file))?;
        let name = hashed_name(file, &bytes)?;
        names.push((file, name.clone()));
        pieces.push(Piece::hashed(name, role, bytes));
    }
    let integrity = |role: &str| {
        let piece = pieces.iter().find(|piece| piece.role == role);
        piece.map(Piece::integrity).unwrap_or_default()
    };
    let shim = build::model_shim(
        &integrity("style"),
        &integrity("models-style"),
        &integrity("models-wasm"),
    )?;
    let models = (
        MODEL_SHIM,
        "models-shim",
        shim,
        &OF_MODEL_SHIM[..],
        MOST_OF_MODELS,
    );
    let shim = build::shim(&integrity("style"), &integrity("wasm"))?;
    let article = (SHIM, "shim", shim, &OF_SHIM[..], MOST);
    for (file, role, shim, asked, most) in [models, article] {
        let shim = with_hashed_names(shim, asked, &names)?.into_bytes();
        let size = brotli(&shim)?.len();
        if size > most {
            bail!("{file} is {size} bytes of {most} (brotli 11)");
        }
        let name = hashed_name(file, &shim)?;
        names.push((file, name.clone()));
        pieces.push(Piece::hashed(name, role, shim.clone()));
        pieces.push(Piece::stable(file, role, shim));
    }
    for (style, role) in [
        ("explainer.css", "style"),
        ("explainer-models.css", "models-style"),
    ] {
        pieces.push(Piece::stable(style, role, fs::read(widget().join(style))?));
    }
    let schema = "schema/article-1.schema.json";
    pieces.push(Piece::stable(
        schema,
        "schema",
        fs::read(widget().join(schema))?,
    ));
    Ok(pieces)
}

/// Names the files that a shim asks for by their hashes.
fn with_hashed_names(mut shim: String, asked: &[&str], names: &[(&str, String)]) -> Result<String> {
    for file in asked {
        let known = names.iter().find(|(name, _)| name == file);
        let (_, name) = known.with_context(|| format!("{file} has no hash"))?;
        if !shim.contains(file) {
            bail!("the shim does not mention {file}");
        }
        shim = shim.replace(file, name);
    }
    Ok(shim)
}

/// Puts the beginning of the hash before the extension.
fn hashed_name(file: &str, bytes: &[u8]) -> Result<String> {
    let (stem, extension) = file.rsplit_once('.').context("a file without extension")?;
    let hash = Sha256::digest(bytes);
    let start: String = hash
        .iter()
        .take(4)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    Ok(format!("{stem}.{start}.{extension}"))
}

impl Piece {
    fn hashed(name: String, role: &'static str, bytes: Vec<u8>) -> Self {
        Self {
            name,
            role,
            is_hashed: true,
            bytes,
        }
    }

    fn stable(name: &str, role: &'static str, bytes: Vec<u8>) -> Self {
        Self {
            name: name.to_owned(),
            role,
            is_hashed: false,
            bytes,
        }
    }

    fn cache_control(&self) -> &'static str {
        if self.is_hashed { FOREVER } else { SHORTLY }
    }

    fn content_type(&self) -> &'static str {
        match self.name.rsplit_once('.') {
            Some((_, "wasm")) => "application/wasm",
            Some((_, "js")) => "text/javascript; charset=utf-8",
            Some((_, "css")) => "text/css; charset=utf-8",
            _ => "application/json; charset=utf-8",
        }
    }

    /// Returns the value of an `integrity` attribute.
    fn integrity(&self) -> String {
        format!("sha256-{}", STANDARD.encode(Sha256::digest(&self.bytes)))
    }

    /// Writes the file with its compressed forms beside it, and returns its entry in the manifest.
    fn write(&self, dist: &Path) -> Result<Value> {
        let path = dist.join(&self.name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let (brotli, gzip) = (brotli(&self.bytes)?, gzip(&self.bytes)?);
        fs::write(&path, &self.bytes)?;
        fs::write(dist.join(format!("{}.br", self.name)), &brotli)?;
        fs::write(dist.join(format!("{}.gz", self.name)), &gzip)?;
        Ok(json!({
            "path": self.name,
            "role": self.role,
            "type": self.content_type(),
            "cacheControl": self.cache_control(),
            "bytes": self.bytes.len(),
            "brotliBytes": brotli.len(),
            "gzipBytes": gzip.len(),
            "integrity": self.integrity(),
        }))
    }
}

/// Returns the headers as Netlify, Cloudflare Pages and others read them.
fn headers(pieces: &[Piece]) -> String {
    let common = COMMON
        .iter()
        .map(|(name, value)| format!("  {name}: {value}\n"));
    let mut text = format!("/*\n{}", common.collect::<String>());
    for piece in pieces {
        text.push_str(&format!(
            "/{}\n  cache-control: {}\n  content-type: {}\n",
            piece.name,
            piece.cache_control(),
            piece.content_type()
        ));
    }
    text
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{Piece, hashed_name, with_hashed_names};

    #[test]
    fn a_name_changes_with_what_is_in_the_file() {
        let name = |bytes: &[u8]| hashed_name("a.b.css", bytes).unwrap();
        assert_eq!(name(b"p{}"), name(b"p{}"));
        assert_ne!(name(b"p{}"), name(b"p{ }"));
        assert!(name(b"").starts_with("a.b.e3b0c442"));
        assert!(name(b"").ends_with(".css"));
    }

    #[test]
    fn integrity_is_what_browsers_compare() {
        // The empty file's well-known hash.
        let piece = Piece::stable("x.js", "shim", Vec::new());
        assert_eq!(
            piece.integrity(),
            "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
        );
    }

    #[test]
    fn a_file_that_the_shim_does_not_name_is_an_error() {
        let names = [("a.css", "a.1.css".to_owned())];
        assert_eq!(
            with_hashed_names("get(\"./a.css\")".into(), &["a.css"], &names).unwrap(),
            "get(\"./a.1.css\")"
        );
        assert!(with_hashed_names("get()".into(), &["a.css"], &names).is_err());
        assert!(with_hashed_names("get(\"./b.css\")".into(), &["b.css"], &names).is_err());
    }
}
