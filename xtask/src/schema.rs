//! Writes the JSON Schema from the types.

use std::fs;

use anyhow::{Context, Result};

use crate::process::root;

/// Writes `www/schema/article-1.schema.json`.
///
/// # Errors
/// Where it cannot be written.
pub fn write() -> Result<()> {
    let file = root().join("www/schema/article-1.schema.json");
    fs::write(&file, explainer_story::schema::article_schema())
        .with_context(|| file.display().to_string())
}
