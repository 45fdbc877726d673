//! What the tests of the tool share.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

pub const BUNDLED: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../www/stories/microsoft-openai.json"
);

/// Returns the program to test: the native tool, or the one that `EXPLAINER_PROGRAM` names, such as the npm
/// package's.
pub fn program() -> Command {
    let program = std::env::var_os("EXPLAINER_PROGRAM");
    Command::new(program.unwrap_or_else(|| env!("CARGO_BIN_EXE_explainer").into()))
}

pub fn prerender(arguments: &[&str]) -> Output {
    explainer("prerender", arguments)
}

pub fn explainer(command: &str, arguments: &[&str]) -> Output {
    program()
        .arg(command)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

pub fn html(output: &Output) -> String {
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub fn least(headline: &str) -> Value {
    json!({
        "schemaVersion": 1, "id": "least", "lang": "en", "headline": headline,
        "sections": [{ "id": "only", "heading": "Only", "blocks": ["Words."] }],
    })
}

pub fn save(folder: &Path, name: &str, story: &Value) -> String {
    let file = folder.join(name);
    fs::write(&file, story.to_string()).unwrap();
    file.to_str().unwrap().into()
}
