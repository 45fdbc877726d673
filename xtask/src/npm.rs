//! Writes the npm package into `target/npm`, ready for `npm pack`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::json;

use crate::build::widget;
use crate::licences;
use crate::process::{command, root, run};

/// What the widget is made of; the shim names them so that bundlers see them.
const WIDGET: [&str; 11] = [
    "explainer-model.js",
    "explainer_models.js",
    "explainer_models_bg.wasm",
    "explainer-models.css",
    "explainer-picture.js",
    "explainer-article.js",
    "explainer_article.js",
    "explainer_article_bg.wasm",
    "explainer-notice.js",
    "explainer.css",
    "microsoft-openai.json",
];
/// What describes it.
const TYPES: [&str; 6] = [
    "explainer-article.d.ts",
    "explainer-model.d.ts",
    "react.d.ts",
    "preact.d.ts",
    "custom-elements.json",
    "README.md",
];
const SCHEMA: &str = "article-1.schema.json";

/// Returns the package's folder.
pub fn folder() -> PathBuf {
    root().join("target/npm")
}

/// Writes the package from the last build.
///
/// # Errors
/// Where there is none, or a file cannot be written.
pub fn write() -> Result<()> {
    let folder = folder();
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    for file in WIDGET {
        fs::copy(widget().join(file), folder.join(file)).context(file)?;
    }
    for file in TYPES {
        fs::copy(root().join("www/npm").join(file), folder.join(file)).context(file)?;
    }
    for file in ["LICENSE-MIT", "LICENSE-APACHE"] {
        fs::copy(root().join(file), folder.join(file))?;
    }
    let schema = folder.join(SCHEMA);
    fs::copy(widget().join("schema").join(SCHEMA), &schema)?;
    run(command("json2ts")
        .arg("--no-additionalProperties")
        .arg("--input")
        .arg(schema)
        .arg("--output")
        .arg(folder.join("story.d.ts")))?;
    fs::write(folder.join("LICENSES.txt"), licences::text()?)?;
    let package = json!({
        "name": "explainer-article",
        "version": env!("CARGO_PKG_VERSION"),
        "description": "A custom element that renders a news article with inline explainers",
        "keywords": ["custom-element", "web-component", "news", "explainer", "wasm"],
        "license": "MIT OR Apache-2.0",
        "type": "module",
        "types": "./explainer-article.d.ts",
        "exports": {
            ".": { "types": "./explainer-article.d.ts", "default": "./explainer-article.js" },
            "./react": { "types": "./react.d.ts" },
            "./preact": { "types": "./preact.d.ts" },
            "./model": { "types": "./explainer-model.d.ts", "default": "./explainer-model.js" },
            "./explainer.css": "./explainer.css",
            "./explainer-models.css": "./explainer-models.css",
            "./article-1.schema.json": "./article-1.schema.json",
            "./custom-elements.json": "./custom-elements.json",
            "./package.json": "./package.json",
        },
        "customElements": "./custom-elements.json",
        "sideEffects": true,
    });
    let package = serde_json::to_string_pretty(&package)?;
    fs::write(folder.join("package.json"), format!("{package}\n")).context("no package.json")
}
