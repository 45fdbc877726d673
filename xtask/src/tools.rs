//! Installs what a command needs and is not there yet. A second run installs nothing.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::process::{answers, command, output, root, run, version};

const WASM_PACK: &str = "0.15.1";
const GECKODRIVER: &str = "0.37.1";
/// Debian's packages for the browser tests, and a program that each one brings.
const PACKAGES: [(&str, &str); 3] = [
    ("chromium", "chromium"),
    ("chromium-driver", "chromedriver"),
    ("firefox-esr", "firefox-esr"),
];

/// Installs what a build needs.
///
/// # Errors
/// Where something cannot be installed; says what to install by hand.
pub fn for_build() -> Result<()> {
    rustup(
        &["target", "add", "wasm32-unknown-unknown"],
        "rust-std-wasm32-unknown-unknown",
    )?;
    // The standard library is built again, small; see ARCHITECTURE.md.
    rustup(&["component", "add", "rust-src"], "rust-src")?;
    let bindgen = locked_version("wasm-bindgen")?;
    // Without --locked: its own lock names a yanked crate.
    cargo_install("wasm-bindgen-cli", "wasm-bindgen", &bindgen, false)?;
    npm_install()
}

/// Installs what the tests need on top of that.
///
/// # Errors
/// Where something cannot be installed; says what to install by hand.
pub fn for_test() -> Result<()> {
    for_build()?;
    cargo_install("wasm-pack", "wasm-pack", WASM_PACK, true)?;
    cargo_install("geckodriver", "geckodriver", GECKODRIVER, true)?;
    browsers()
}

/// Returns the version of a crate in Cargo.lock.
fn locked_version(name: &str) -> Result<String> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).context("no Cargo.lock")?;
    let entry = format!("name = \"{name}\"\nversion = \"");
    let found = lock
        .split_once(&entry)
        .and_then(|(_, rest)| rest.split('"').next());
    found
        .map(str::to_owned)
        .with_context(|| format!("{name} is not in Cargo.lock"))
}

fn rustup(words: &[&str], component: &str) -> Result<()> {
    let installed = output(command("rustup").args(["component", "list", "--installed"]))
        .context("this project needs rustup; see https://rustup.rs")?;
    if installed.lines().any(|line| line == component) {
        return Ok(());
    }
    run(command("rustup").args(words))
}

fn cargo_install(package: &str, program: &str, wanted: &str, locked: bool) -> Result<()> {
    let own = root().join(".tools/bin").join(program);
    let own_version = version(&own.to_string_lossy()).unwrap_or_default();
    if own_version.split(' ').any(|word| word == wanted) {
        return Ok(());
    }
    eprintln!("installing {package} {wanted} into .tools; this takes some minutes, once");
    let mut install = command("cargo");
    install.args([
        "install",
        package,
        "--version",
        wanted,
        "--root",
        ".tools",
        "--force",
    ]);
    if locked {
        install.arg("--locked");
    }
    run(&mut install)
}

fn npm_install() -> Result<()> {
    let root = root();
    let wanted =
        fs::read_to_string(root.join("package-lock.json")).context("no package-lock.json")?;
    let stamp = root.join("node_modules/.explainer-lock");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    if !answers("npm") {
        bail!("this project needs Node.js 20 or later with npm; on Debian: apt-get install npm");
    }
    run(command("npm").args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]))?;
    fs::write(stamp, wanted).context("node_modules cannot be written")
}

fn browsers() -> Result<()> {
    let missing = |program: &str| !answers(program);
    let packages: Vec<&str> = PACKAGES
        .iter()
        .filter(|(_, program)| missing(program))
        .map(|(package, _)| *package)
        .collect();
    if packages.is_empty() {
        return Ok(());
    }
    let words = packages.join(" ");
    if !Path::new("/etc/debian_version").exists() {
        bail!("the tests need Chromium, its driver and Firefox on PATH; missing here: {words}");
    }
    eprintln!("installing {words}");
    let apt = |arguments: &[&str]| {
        run(command("apt-get")
            .args(arguments)
            .args(&packages)
            .env("DEBIAN_FRONTEND", "noninteractive"))
    };
    run(command("apt-get").args(["update", "-q"]))
        .and_then(|()| apt(&["install", "-y", "-q", "--no-install-recommends"]))
        .with_context(|| format!("run as root: apt-get install {words}"))
}
