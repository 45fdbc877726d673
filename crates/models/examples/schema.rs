//! Writes the JSON Schema from the types: `cargo xtask schema`.

use std::{fs, io, path::Path};

fn main() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let file = root.join("www/schema/article-1.schema.json");
    fs::write(file, explainer_models::schema::article_schema())
}
