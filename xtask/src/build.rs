//! Builds the widget: wasm, glue, shim, style and stories, side by side in `target/site/explainer`,
//! and the demo page above them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::process::{command, output, root, run};
use crate::tools;

/// Makes panics trap at once and carry no words; see ARCHITECTURE.md for what that saves.
const RUST_FLAGS: &str =
    "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";
/// One of the two forms in which the widget's wasm is built.
struct Variant {
    /// Stands at the beginning of its files' names.
    name: &'static str,
    /// What an instance is used by; whatever else the glue exports is left out.
    exports: &'static str,
}

/// Stories without mini-models need not pay for what plays them.
const VARIANTS: [Variant; 2] = [
    Variant {
        name: "explainer_article",
        exports: "attach, show",
    },
    Variant {
        name: "explainer_models",
        exports: "attach, play, show",
    },
];
/// The module around the glue.
const INSTANCE: &str = include_str!("instance.js");
/// What rustc's wasm32 target uses, and every browser of the last years knows.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];
/// The style sheets, and the rooms whose own make them up, in this order.
const STYLES: [(&str, &[&str]); 2] = [
    (
        "explainer.css",
        &["crates/view/src", "crates/view/src/components"],
    ),
    (
        "explainer-models.css",
        &["crates/view/src/models", "crates/view/src/models/controls"],
    ),
];
/// Modules that the shim fetches when they are needed, as they stand.
const MODULES: [&str; 2] = ["explainer-notice.js", "explainer-picture.js"];

/// Returns the folder that is served.
pub fn site() -> PathBuf {
    root().join("target/site")
}

/// Returns the folder of the widget's own files.
pub fn widget() -> PathBuf {
    site().join("explainer")
}

/// Builds everything into [`site`].
///
/// # Errors
/// Where a step fails; what it said stands above.
pub fn build() -> Result<()> {
    tools::for_build()?;
    fs::create_dir_all(widget())?;
    for variant in &VARIANTS {
        build_wasm(variant)?;
    }
    copy_page()
}

/// Copies what needs no compiler: the page, the shim, the style and the stories.
///
/// # Errors
/// Where a file cannot be read or written.
pub fn copy_page() -> Result<()> {
    let root = root();
    fs::copy(root.join("index.html"), site().join("index.html"))?;
    fs::copy(root.join("www/demo.css"), site().join("demo.css"))?;
    for module in MODULES {
        esbuild(
            &root.join("www").join(module),
            &widget().join(module),
            "esm",
            &[],
        )?;
    }
    fs::write(widget().join("explainer-article.js"), shim("", "")?)?;
    fs::write(widget().join("explainer-model.js"), model_shim("", "", "")?)?;
    for (name, rooms) in STYLES {
        let style = site().join("bundle.css");
        fs::write(&style, style_sheet(rooms)?)?;
        esbuild(&style, &widget().join(name), "esm", &[])?;
        fs::remove_file(style)?;
    }
    fs::create_dir_all(widget().join("schema"))?;
    let schema = "schema/article-1.schema.json";
    fs::copy(root.join("www").join(schema), widget().join(schema))?;
    for entry in fs::read_dir(root.join("www/stories"))? {
        let story = entry?.path();
        let json: Value = serde_json::from_str(&fs::read_to_string(&story)?)
            .with_context(|| story.display().to_string())?;
        let name = story.file_name().context("a story without a name")?;
        fs::write(widget().join(name), json.to_string())?;
    }
    Ok(())
}

/// Returns the shim, which asks for the style and the wasm by these hashes (as in HTML's `integrity`).
///
/// # Errors
/// Where esbuild finds a fault in it.
pub fn shim(style_integrity: &str, wasm_integrity: &str) -> Result<String> {
    let hashes = [
        ("STYLE_INTEGRITY", style_integrity),
        ("WASM_INTEGRITY", wasm_integrity),
    ];
    bundle("explainer-article.js", &hashes, &[])
}

/// Returns the shim of the mini-models, which asks for their wasm, and for both style sheets, by
/// these hashes.
///
/// # Errors
/// Where esbuild finds a fault in it.
pub fn model_shim(
    style_integrity: &str,
    models_style_integrity: &str,
    wasm_integrity: &str,
) -> Result<String> {
    let hashes = [
        ("STYLE_INTEGRITY", style_integrity),
        ("MODELS_STYLE_INTEGRITY", models_style_integrity),
        ("WASM_INTEGRITY", wasm_integrity),
    ];
    bundle("explainer-model.js", &hashes, &["--conditions=models"])
}

/// Bundles a shim with what it needs at once; what it fetches later stays outside.
fn bundle(name: &str, hashes: &[(&str, &str)], options: &[&str]) -> Result<String> {
    let out = root().join("target/shim.js");
    let outside = VARIANTS
        .iter()
        .map(|variant| format!("{}.js", variant.name))
        .chain(MODULES.map(String::from))
        .chain([String::from("explainer-model.js")]);
    let mut all: Vec<String> = outside.map(|file| format!("--external:./{file}")).collect();
    let define = |(name, hash): &(&str, &str)| format!("--define:{name}={hash:?}");
    all.extend(hashes.iter().map(define));
    all.extend(options.iter().copied().map(String::from));
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    esbuild(&root().join("www").join(name), &out, "esm", &all)?;
    // What is downloaded before all else is worth a second look: 1 % less.
    output(command("terser").arg(&out).args([
        "--module",
        "--mangle",
        "--compress",
        "passes=2,ecma=2022",
    ]))
}

fn build_wasm(variant: &Variant) -> Result<()> {
    let target = root().join("target/widget");
    run(command("cargo")
        .args(["build", "--package", "explainer-article", "--release"])
        .args(["--bin", variant.name])
        .args(["--target", "wasm32-unknown-unknown"])
        .args([
            "-Zbuild-std=std,panic_abort",
            "-Zbuild-std-features=optimize_for_size",
        ])
        .arg("--target-dir")
        .arg(&target)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", RUST_FLAGS))?;
    let name = variant.name;
    let built = target.join(format!("wasm32-unknown-unknown/release/{name}.wasm"));
    let out = widget().join(format!("{name}_bg.wasm"));
    let stamp = target.join(format!("{name}.made-from"));
    let wanted = made_from(&fs::read(&built)?, variant);
    if out.exists() && fs::read_to_string(&stamp).is_ok_and(|from| from == wanted) {
        return Ok(());
    }
    bind(variant, &built, &target, &out)?;
    fs::write(stamp, wanted).context("no stamp")
}

/// Returns what changes when the glue or the optimised wasm must be made again.
fn made_from(wasm: &[u8], variant: &Variant) -> String {
    let parts = [wasm, include_bytes!("build.rs"), INSTANCE.as_bytes()];
    let hash = Sha256::digest([&parts.concat(), variant.exports.as_bytes()].concat());
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes the glue and the optimised wasm.
fn bind(variant: &Variant, built: &Path, target: &Path, out: &Path) -> Result<()> {
    let Variant { name, exports, .. } = variant;
    let bound = target.join("bound").join(name);
    run(command("wasm-bindgen")
        .args(["--target", "web", "--no-typescript", "--out-name", name])
        .arg("--out-dir")
        .arg(&bound)
        .arg(built))?;
    run(command("wasm-opt")
        .arg(bound.join(format!("{name}_bg.wasm")))
        .args(FEATURES)
        // What is computed twice compresses better than what is kept in a local.
        .args(["-Oz", "--skip-pass=local-cse"])
        // Functions that are called once stay functions: 0.8 % less after brotli. The stack, and
        // with it all data, begins far above the first page.
        .args([
            "--one-caller-inline-max-function-size=0",
            "--low-memory-unused",
        ])
        .args(["--strip-debug", "--strip-producers"])
        .arg("-o")
        .arg(out))?;
    bundle_glue(name, exports, &bound)
}

/// Writes the module that starts instances: wasm-bindgen's glue as a function that returns fresh
/// glue, and `instance.js` around it.
fn bundle_glue(name: &str, exports: &str, bound: &Path) -> Result<()> {
    let entry = bound.join("entry.js");
    let used = format!("export {{ initSync, start, {exports} }} from \"./{name}.js\";\n");
    fs::write(&entry, used)?;
    let glue = bound.join("glue.js");
    // The parameters stand before the globals of these names.
    let begin = "--banner:js=export default function({ WebAssembly, Window, Document }) {";
    let as_function = ["--global-name=glue", begin, "--footer:js=return glue; }"];
    esbuild(&entry, &glue, "iife", &as_function)?;
    let instance = bound.join("instance.js");
    fs::write(&instance, INSTANCE)?;
    let alias = format!("--alias:explainer:glue={}", glue.display());
    esbuild(
        &instance,
        &widget().join(format!("{name}.js")),
        "esm",
        &[&alias],
    )
}

/// Returns the rooms' style sheets in one, each room's in the order of their names with
/// `article.css` first.
fn style_sheet(rooms: &[&str]) -> Result<String> {
    let mut sheet = String::new();
    for room in rooms {
        let mut files: Vec<PathBuf> = fs::read_dir(root().join(room))?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|extension| extension == "css"))
            .collect();
        files.sort_by_key(|path| (!path.ends_with("article.css"), path.clone()));
        for file in files {
            sheet.push_str(&fs::read_to_string(file)?);
        }
    }
    Ok(sheet)
}

fn esbuild(from: &Path, to: &Path, format: &str, options: &[&str]) -> Result<()> {
    run(command("esbuild")
        .arg(from)
        .args([
            "--bundle",
            "--minify",
            "--target=es2022,chrome123,firefox128",
        ])
        .arg(format!("--format={format}"))
        .args([
            "--log-level=warning",
            "--external:./explainer_article_bg.wasm",
            "--external:./explainer_models_bg.wasm",
        ])
        .args(options)
        .arg(format!("--outfile={}", to.display())))
}
