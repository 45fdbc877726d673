//! Builds the wasm: Cargo, wasm_split, wasm-bindgen and wasm-opt with their own flags, and nothing after
//! them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use wasm_bindgen_cli_support::Bindgen;
use wasm_encoder::{CustomSection, Section};
use wasm_split_cli_support::Options;

use crate::process::{command, root, run};

/// The widget: a main part and those of [`PARTS`].
pub const WIDGET: [&str; 1] = ["explainer_article"];
/// An ordinary Yew app for the tests, built in the same way and not shipped.
pub const YEW: [&str; 1] = ["ordinary_yew"];

/// What is split off the main part: `story` renders a story, `elements` its images, tables and boxes, `models`
/// plays mini-models.
const PARTS: [&str; 3] = ["elements", "models", "story"];
/// The file with what two or three of the parts use.
const SHARED: &str = "shared";
/// Names the custom sections in which a file carries further modules.
const CHUNK: &str = "chunk";

/// Makes panics trap at once and carry no words; docs/size.md says what that saves. wasm_split reads the
/// relocations.
const RUST_FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none \
     -Clink-arg=--emit-relocs";
/// What rustc's wasm32 target uses, and browsers have known for years.
pub const FEATURES: [&str; 6] = [
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
    let mut parts = Vec::new();
    let split = if WIDGET.contains(&name) {
        parts = split(&built, &out)?;
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
    for part in parts {
        write_part(&part, &out)?;
    }
    // The main part last: it says that all are there.
    optimize(&bound.join(format!("{name}_bg.wasm")), &main)
}

/// A file of the widget beside its main part, and the modules in it.
struct Part {
    name: String,
    modules: Vec<PathBuf>,
}

/// Writes a part: its first module, which carries the others in custom sections. `www/instances.js` takes them
/// out again. A file for each would be up to three requests more for a story.
fn write_part(part: &Part, out: &Path) -> Result<()> {
    let file = out.join(format!("explainer_{}.wasm", part.name));
    let mut modules = part.modules.iter();
    let Some(first) = modules.next() else {
        bail!("nothing is in {}", part.name);
    };
    optimize(first, &file)?;
    let mut bytes = fs::read(&file)?;
    for module in modules {
        let optimized = out.join("split/chunk.wasm");
        optimize(module, &optimized)?;
        let content = fs::read(&optimized)?;
        CustomSection {
            name: CHUNK.into(),
            data: content.into(),
        }
        .append_to(&mut bytes);
    }
    Ok(fs::write(&file, bytes)?)
}

/// Splits the widget; returns the parts but the main one. What several parts use is a module of its own for each
/// set of them: what only a story and its elements use is in the story's file, the rest in the shared one.
fn split(built: &Path, out: &Path) -> Result<Vec<Part>> {
    let folder = out.join("split");
    let main = folder.join("main.wasm");
    let input = fs::read(built)?;
    let mut options = Options::new(&input);
    options.output_dir = &folder;
    options.main_out_path = &main;
    // scripts/build.mjs puts scripts/wasm-parts.js in its place.
    options.link_name = "wasm-parts";
    let split = wasm_split_cli_support::transform(options).map_err(|error| anyhow!("{error:?}"))?;
    let mut shared = BTreeSet::new();
    let mut of_story = BTreeSet::new();
    let mut own = Vec::new();
    for part in PARTS {
        let Some([chunks @ .., last]) = split.prefetch_map.get(part).map(Vec::as_slice) else {
            bail!("wasm_split makes no {part}: change PARTS");
        };
        own.push((part, folder.join(format!("{last}.wasm"))));
        for chunk in chunks {
            let is_used_by = |part| {
                let modules = split.prefetch_map.get(part);
                modules.is_some_and(|modules: &Vec<String>| modules.contains(chunk))
            };
            let file = folder.join(format!("{chunk}.wasm"));
            if is_used_by("models") {
                shared.insert(file);
            } else {
                of_story.insert(file);
            }
        }
    }
    let mut parts = vec![Part {
        name: SHARED.into(),
        modules: shared.into_iter().collect(),
    }];
    for (part, module) in own {
        let mut modules = vec![module];
        if part == "story" {
            modules.append(&mut of_story.iter().cloned().collect());
        }
        parts.push(Part {
            name: part.into(),
            modules,
        });
    }
    if split.prefetch_map.len() != PARTS.len() {
        bail!("wasm_split makes {:?}: change PARTS", split.prefetch_map);
    }
    Ok(parts)
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

/// Returns whether a file is there and newer than another.
///
/// # Errors
/// Where the other is not there.
pub fn is_newer(file: &Path, than: &Path) -> Result<bool> {
    Ok(file.exists() && fs::metadata(file)?.modified()? > fs::metadata(than)?.modified()?)
}
