//! Builds the wasm: Cargo, wasm_split, wasm-bindgen and wasm-opt with their own flags, and nothing after
//! them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use wasm_bindgen_cli_support::Bindgen;
use wasm_split_cli_support::Options;

use crate::process::{command, root, run};

/// The widget: a main part and those of [`PARTS`].
pub const WIDGET: [&str; 1] = ["explainer_article"];
/// An ordinary Yew app for the tests, built in the same way and not shipped.
pub const YEW: [&str; 1] = ["ordinary_yew"];

/// What is split off the main part, and what each part needs before it: `story` renders a story,
/// `models` plays mini-models, and `shared` has what only these two use.
const PARTS: [(&str, [&str; 2]); 2] = [
    ("models", ["shared", "models"]),
    ("story", ["shared", "story"]),
];

/// Makes panics trap at once and carry no words; docs/size.md says what that saves. wasm_split reads the
/// relocations.
const RUST_FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none \
     -Clink-arg=--emit-relocs";
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
/// program that is newer than these; `target/wasm/explainer_PART.wasm` for the parts of the widget.
///
/// # Errors
/// Where wasm_split, wasm-bindgen or wasm-opt fails.
pub fn bind(programs: &[&str]) -> Result<()> {
    for program in programs {
        bind_one(program)?;
    }
    Ok(())
}

fn bind_one(name: &str) -> Result<()> {
    let built = root().join(format!(
        "target/widget/wasm32-unknown-unknown/release/{name}.wasm"
    ));
    let out = root().join("target/wasm");
    let main = out.join(format!("{name}_bg.wasm"));
    // xtask holds the flags.
    if is_newer(&main, &built)? && is_newer(&main, &std::env::current_exe()?)? {
        return Ok(());
    }
    let bound = out.join("bound");
    fs::create_dir_all(&bound)?;
    let mut jobs = Vec::new();
    let split = if WIDGET.contains(&name) {
        jobs = split(&built, &out)?;
        out.join("split/main.wasm")
    } else {
        built
    };
    Bindgen::new()
        .web(true)?
        .typescript(false)
        // The shim says where the wasm is.
        .omit_default_module_path(true)
        // The other parts use the memory, the table and the stack of the main part.
        .keep_lld_exports(true)
        .input_path(&split)
        .out_name(name)
        .generate(&bound)?;
    // The main part last: it says that all are there.
    jobs.push((bound.join(format!("{name}_bg.wasm")), main));
    for (from, to) in jobs {
        optimize(&from, &to)?;
    }
    Ok(())
}

/// Splits the widget; returns where each part but the main one is and where it is to go.
fn split(built: &Path, out: &Path) -> Result<Vec<(PathBuf, PathBuf)>> {
    let folder = out.join("split");
    let main = folder.join("main.wasm");
    let input = fs::read(built)?;
    let mut options = Options::new(&input);
    options.output_dir = &folder;
    options.main_out_path = &main;
    // scripts/build.mjs puts scripts/wasm-parts.js in its place.
    options.link_name = "wasm-parts";
    let split = wasm_split_cli_support::transform(options).map_err(|error| anyhow!("{error:?}"))?;
    let mut files = Vec::new();
    for (part, needed) in PARTS {
        let found = split.prefetch_map.get(part).map(Vec::as_slice);
        let [shared, own] = found.unwrap_or_default() else {
            bail!("wasm_split makes {part} of {found:?}: change PARTS and scripts/wasm-parts.js");
        };
        for (file, name) in [shared, own].into_iter().zip(needed) {
            let from = folder.join(format!("{file}.wasm"));
            let to = out.join(format!("explainer_{name}.wasm"));
            if !files.contains(&(from.clone(), to.clone())) {
                files.push((from, to));
            }
        }
    }
    if split.prefetch_map.len() != PARTS.len() || split.split_modules.len() != files.len() {
        bail!("wasm_split makes {:?}: change PARTS", split.prefetch_map);
    }
    Ok(files)
}

fn optimize(from: &Path, to: &Path) -> Result<()> {
    run(command("wasm-opt")
        .arg(from)
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
        .arg(to))
}

fn is_newer(file: &Path, than: &Path) -> Result<bool> {
    Ok(file.exists() && fs::metadata(file)?.modified()? > fs::metadata(than)?.modified()?)
}
