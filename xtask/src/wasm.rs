//! Builds the wasm: Cargo, wasm-bindgen and wasm-opt with their own flags, and nothing after them.

use std::fs;
use std::path::Path;
use std::thread;

use anyhow::{Result, anyhow};
use wasm_bindgen_cli_support::Bindgen;

use crate::process::{command, root, run};

/// The two builds of the widget: without and with mini-models. Plain stories load the smaller one.
pub const WIDGET: [&str; 2] = ["explainer_article", "explainer_models"];
/// An ordinary Yew app for the tests, built in the same way and not shipped.
pub const YEW: [&str; 1] = ["ordinary_yew"];

/// Makes panics trap at once and carry no words; docs/size.md says what that saves.
const RUST_FLAGS: &str =
    "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";
/// What rustc's wasm32 target uses, and browsers have known for years.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];
/// The standard library is compiled again, small.
const BUILD_STD: [&str; 2] = [
    "-Zbuild-std=std,panic_abort",
    "-Zbuild-std-features=optimize_for_size",
];

/// Compiles `programs` with Cargo.
///
/// # Errors
/// Where they do not compile; Cargo has said why.
pub fn compile(programs: &[&str]) -> Result<()> {
    let mut cargo = command("cargo");
    cargo
        .args(["build", "--package", "explainer-article", "--release"])
        .args(["--target", "wasm32-unknown-unknown"])
        .args(BUILD_STD)
        // Its own folder: other flags would have Cargo compile all again.
        .args(["--target-dir", "target/widget"])
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", RUST_FLAGS);
    for program in programs {
        cargo.args(["--bin", program]);
    }
    run(&mut cargo)
}

/// Writes `target/wasm/NAME_bg.wasm` and, in `target/wasm/bound`, wasm-bindgen's module for each
/// program that is newer than these.
///
/// # Errors
/// Where wasm-bindgen or wasm-opt fails.
pub fn bind(programs: &[&str]) -> Result<()> {
    fs::create_dir_all(root().join("target/wasm"))?;
    thread::scope(|scope| {
        let all: Vec<_> = programs
            .iter()
            .map(|program| scope.spawn(|| bind_one(program)))
            .collect();
        all.into_iter().try_for_each(|one| {
            one.join()
                .unwrap_or_else(|_| Err(anyhow!("wasm-bindgen panicked")))
        })
    })
}

fn bind_one(name: &str) -> Result<()> {
    let built = root().join(format!(
        "target/widget/wasm32-unknown-unknown/release/{name}.wasm"
    ));
    let out = root().join(format!("target/wasm/{name}_bg.wasm"));
    // xtask holds the flags.
    if is_newer(&out, &built)? && is_newer(&out, &std::env::current_exe()?)? {
        return Ok(());
    }
    let bound = root().join("target/wasm/bound");
    Bindgen::new()
        .web(true)?
        .typescript(false)
        // The shim says where the wasm is.
        .omit_default_module_path(true)
        .input_path(&built)
        .out_name(name)
        .generate(&bound)?;
    run(command("wasm-opt")
        .arg(bound.join(format!("{name}_bg.wasm")))
        .args(FEATURES)
        // Before the optimizer: 0.2 KB less than after it.
        .args(["--strip-debug", "--strip-producers"])
        // What is computed twice compresses better than what is kept in a local.
        .args(["-Oz", "--converge", "--skip-pass=local-cse"])
        // Functions that are called once stay functions, and what is as small as a call is inlined:
        // 0.8 % and 0.3 % less after brotli. The stack, and with it all data, begins far above the
        // first page.
        .args([
            "--one-caller-inline-max-function-size=0",
            "--always-inline-max-function-size=4",
            "--low-memory-unused",
        ])
        .arg("-o")
        .arg(&out))
}

fn is_newer(file: &Path, than: &Path) -> Result<bool> {
    Ok(file.exists() && fs::metadata(file)?.modified()? > fs::metadata(than)?.modified()?)
}
