//! The committed schema is what the types say.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::PathBuf;

#[test]
fn committed_schema_is_current() {
    let file =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../www/schema/article-1.schema.json");
    let committed = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        committed == explainer_models::schema::article_schema(),
        "{} is stale: run `cargo xtask schema`",
        file.display()
    );
}
