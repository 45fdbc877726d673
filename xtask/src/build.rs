//! Builds the widget: wasm, glue, shim, style and stories, side by side in `target/site/explainer`,
//! and the demo page above them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use regex::Regex;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::process::{command, output, root, run};
use crate::shrink::{NEVER_RUN, leave_out, name_by_likeness};
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
        esbuild(&root.join("www").join(module), &widget().join(module), &[])?;
    }
    fs::write(widget().join("explainer-article.js"), shim("", "")?)?;
    fs::write(widget().join("explainer-model.js"), model_shim("", "", "")?)?;
    for (name, rooms) in STYLES {
        let style = site().join("bundle.css");
        fs::write(&style, style_sheet(rooms)?)?;
        esbuild(&style, &widget().join(name), &[])?;
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
    esbuild(&root().join("www").join(name), &out, &all)?;
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

/// Returns what changes when the glue or the small wasm must be made again.
fn made_from(wasm: &[u8], variant: &Variant) -> String {
    let never_run = NEVER_RUN.concat();
    let parts = [
        wasm,
        INSTANCE.as_bytes(),
        variant.exports.as_bytes(),
        never_run.as_bytes(),
    ];
    let hash = Sha256::digest(parts.concat());
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes the glue and the small wasm.
fn bind(variant: &Variant, built: &Path, target: &Path, out: &Path) -> Result<()> {
    let Variant { name, exports, .. } = variant;
    let bound = target.join("bound").join(name);
    let smaller = target.join("smaller.wasm");
    // Before wasm-bindgen, which then leaves out what only they import.
    fs::write(&smaller, leave_out(&fs::read(built)?, &NEVER_RUN)?)?;
    run(command("wasm-bindgen")
        .args([
            "--target",
            "web",
            "--no-typescript",
            "--out-name",
            name,
            "--out-dir",
        ])
        .arg(&bound)
        .arg(&smaller))?;
    run(wasm_opt(&bound.join(format!("{name}_bg.wasm")), &smaller)
        // What is computed twice compresses better than what is kept in a local.
        .args(["-Oz", "--skip-pass=local-cse"])
        // Functions that are called once stay functions: 0.8 % less after brotli. The stack, and
        // with it all data, begins far above the first page.
        .args([
            "--one-caller-inline-max-function-size=0",
            "--low-memory-unused",
        ])
        .args(["--strip-debug", "--strip-producers"]))?;
    fs::write(&smaller, name_by_likeness(&fs::read(&smaller)?)?)?;
    let map = output(
        wasm_opt(&smaller, out)
            .args(["--reorder-functions-by-name", "--strip-debug"])
            .arg("--minify-imports-and-exports-and-modules"),
    )?;
    let glue = bound.join(format!("{name}.js"));
    let renamed = rename(
        &fs::read_to_string(&glue)?,
        &serde_json::from_str(&map)?,
        name,
    )?;
    fs::write(glue, renamed)?;
    let entry = bound.join("entry.js");
    let list = format!("export {{ initSync, start, {exports} }} from \"./{name}.js\";\n");
    fs::write(&entry, list)?;
    let bundle = bound.join("bundle.js");
    esbuild(&entry, &bundle, &[])?;
    let module = bound.join("instance.js");
    fs::write(&module, wrap(&fs::read_to_string(&bundle)?, exports)?)?;
    esbuild(&module, &widget().join(format!("{name}.js")), &[])
}

fn wasm_opt(from: &Path, to: &Path) -> Command {
    let mut wasm_opt = command("wasm-opt");
    wasm_opt.arg(from).args(FEATURES).arg("-o").arg(to);
    wasm_opt
}

/// Turns the bundled glue, a module that can hold one instance of the wasm, into a function that
/// makes as many as a page needs.
fn wrap(bundle: &str, used: &str) -> Result<String> {
    let list = Regex::new(r"export\{([^}]+)\};\s*$")?;
    let found = list
        .captures(bundle)
        .context("the glue ends with no list of exports")?;
    let names: Vec<String> = found[1]
        .split(',')
        .map(|export| match export.split_once(" as ") {
            Some((own, name)) => format!("{name}:{own}"),
            None => export.to_owned(),
        })
        .collect();
    let body = list.replace(bundle, regex::NoExpand(""));
    let glue = format!("(()=>{{{body}return{{{}}}}})();", names.join(","));
    replace(&INSTANCE.replace("USED", used), r"\bGLUE;", &glue)
}

/// Gives imports and exports in the glue the short names that wasm-opt gave them in the wasm. The
/// long ones end in a hash, which no compression takes away: 5 KB in all.
fn rename(glue: &str, map: &Value, name: &str) -> Result<String> {
    let mut glue = glue.to_owned();
    let list = |name: &str| map.get(name).and_then(Value::as_array).cloned();
    for import in list("imports").context("no imports in wasm-opt's map")? {
        let [Value::String(_), Value::String(long), Value::String(short)] = fields(&import)? else {
            bail!("unexpected import in wasm-opt's map: {import}");
        };
        glue = replace(&glue, &format!(r"\b{}\b", regex::escape(long)), short)?;
    }
    for export in list("exports").context("no exports in wasm-opt's map")? {
        let [Value::String(long), Value::String(short)] = fields(&export)? else {
            bail!("unexpected export in wasm-opt's map: {export}");
        };
        let long = format!(r"\bwasm\.{}\b", regex::escape(long));
        glue = Regex::new(&long)?
            .replace_all(&glue, regex::NoExpand(&format!("wasm.{short}")))
            .into_owned();
    }
    // wasm-opt gives the one module that everything comes from the first short name.
    let glue = replace(&glue, &format!(r"\./{name}_bg\.js"), "a")?;
    replace(
        &glue,
        r"\bwasm = instance\.exports",
        "wasm = guard(instance.exports)",
    )
}

fn fields(row: &Value) -> Result<&[Value]> {
    row.as_array()
        .map(Vec::as_slice)
        .context("a row of wasm-opt's map is no list")
}

/// Replaces what must be there.
fn replace(text: &str, pattern: &str, by: &str) -> Result<String> {
    let pattern = Regex::new(pattern)?;
    if !pattern.is_match(text) {
        bail!("the glue does not mention {pattern}");
    }
    Ok(pattern.replace_all(text, regex::NoExpand(by)).into_owned())
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

fn esbuild(from: &Path, to: &Path, options: &[&str]) -> Result<()> {
    run(command("esbuild")
        .arg(from)
        .args([
            "--bundle",
            "--minify",
            "--format=esm",
            "--target=es2022,chrome123,firefox128",
        ])
        .args([
            "--log-level=warning",
            "--external:./explainer_article_bg.wasm",
            "--external:./explainer_models_bg.wasm",
        ])
        .args(options)
        .arg(format!("--outfile={}", to.display())))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use serde_json::json;

    use super::{rename, wrap};

    const GLUE: &str = "import('./explainer_article_bg.js'); \
        const imports = { __wbg_show_12ab: f }; wasm = instance.exports; \
        wasm.show(); wasm.shows(); show();";

    #[test]
    fn names_are_shortened_where_they_mean_the_wasm() {
        let map = json!({
            "imports": [["./explainer_article_bg.js", "__wbg_show_12ab", "$"]],
            "exports": [["show", "b"]],
        });
        assert_eq!(
            rename(GLUE, &map, "explainer_article").unwrap(),
            "import('a'); const imports = { $: f }; wasm = guard(instance.exports); \
             wasm.b(); wasm.shows(); show();"
        );
    }

    #[test]
    fn the_glue_becomes_the_body_of_a_function() {
        let wrapped = wrap("let a=1;export{a as show,b};\n", "show").unwrap();
        assert!(wrapped.contains("= (()=>{let a=1;return{show:a,b}})();"));
        assert!(wrapped.contains("return { show };"));
        assert!(wrap("let a=1;", "show").is_err());
    }

    #[test]
    fn an_import_that_the_glue_does_not_have_is_an_error() {
        let map = json!({ "imports": [["m", "__wbg_gone_34cd", "a"]], "exports": [] });
        assert!(rename(GLUE, &map, "explainer_article").is_err());
    }
}
