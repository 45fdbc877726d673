//! Builds the wasm of the npm package's tool: crates/node, which no reader loads.

use std::fs;

use anyhow::Result;
use wasm_bindgen_cli_support::Bindgen;

use crate::process::{command, root, run};
use crate::wasm;

const NAME: &str = "explainer_node";

/// Writes `target/wasm/explainer_tool.wasm` and, in `target/wasm/bound`, wasm-bindgen's module.
///
/// # Errors
/// Where Cargo, wasm-bindgen or wasm-opt fails.
pub fn build() -> Result<()> {
    run(command("cargo")
        .args(["build", "--package", "explainer-node", "--profile", "fast"])
        .args(["--target", "wasm32-unknown-unknown"])
        .args(["--target-dir", "target/tool"]))?;
    let built = root().join(format!(
        "target/tool/wasm32-unknown-unknown/fast/{NAME}.wasm"
    ));
    let to = root().join("target/wasm/explainer_tool.wasm");
    if wasm::is_newer(&to, &built)? && wasm::is_newer(&to, &std::env::current_exe()?)? {
        return Ok(());
    }
    let bound = root().join("target/wasm/bound");
    fs::create_dir_all(&bound)?;
    Bindgen::new()
        .web(true)?
        .typescript(false)
        // Whoever calls it brings the wasm.
        .omit_default_module_path(true)
        .input_path(&built)
        .out_name(NAME)
        .generate(&bound)?;
    run(command("wasm-opt")
        .arg(bound.join(format!("{NAME}_bg.wasm")))
        .args(wasm::FEATURES)
        .args(["--strip-debug", "--strip-producers", "-O2"])
        .arg("-o")
        .arg(to))
}
