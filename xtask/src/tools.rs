//! Installs what a command needs and is not there yet. A second run installs nothing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Child;

use anyhow::{Context, Result, bail};

use crate::process::{answers, command, find, output, root, run, version};

const WASM_PACK: &str = "0.15.1";
const GECKODRIVER: &str = "0.37.1";
/// The package-lock.json of what is installed.
const NPM_STAMP: &str = "node_modules/.explainer-lock";
/// A file of the fonts that the tests measure with.
const NOTO: &str = "/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf";
const WEBKIT_DRIVER: &str = "WebKitWebDriver";
/// Names by which Chromium may be called.
const CHROMIUM: [&str; 2] = ["chromium", "chromium-browser"];
/// Libraries of other pages that the widget must work beside.
const PROTOTYPE: &str = "/usr/share/javascript/prototype/prototype.js";
const MOOTOOLS: &str = "/usr/share/javascript/mootools/mootools.js";

/// Installs what Cargo needs to build the wasm.
///
/// # Errors
/// Where something cannot be installed; says what to install by hand.
pub fn for_wasm() -> Result<()> {
    rustup(
        &["target", "add", "wasm32-unknown-unknown"],
        "rust-std-wasm32-unknown-unknown",
    )?;
    // The standard library is built again, small; see docs/size.md.
    rustup(&["component", "add", "rust-src"], "rust-src")
}

/// Installs what the tests need besides a build.
///
/// # Errors
/// Where something cannot be installed; says what to install by hand.
pub fn for_test() -> Result<()> {
    for_wasm()?;
    start_npm()?.finish()?;
    browsers()?;
    // wasm-bindgen's test runner must have the version of the library.
    let bindgen = locked_version("wasm-bindgen")?;
    // Without --locked: its own lock names a yanked crate.
    cargo_install("wasm-bindgen-cli", "wasm-bindgen", &bindgen, false)?;
    cargo_install("wasm-pack", "wasm-pack", WASM_PACK, true)?;
    cargo_install("geckodriver", "geckodriver", GECKODRIVER, true)?;
    link_webkit_driver()
}

/// WebKit's driver under the name by which wasm-pack starts Safari's.
pub const SAFARI_DRIVER: &str = "safaridriver";

fn link_webkit_driver() -> Result<()> {
    let link = root().join(".tools/bin").join(SAFARI_DRIVER);
    if !link.exists() {
        let driver = find(WEBKIT_DRIVER).with_context(|| format!("no {WEBKIT_DRIVER} on PATH"))?;
        std::os::unix::fs::symlink(driver, link)?;
    }
    Ok(())
}

/// Returns where Chromium is.
///
/// # Errors
/// Where it is not on PATH.
pub fn chromium() -> Result<PathBuf> {
    let found = CHROMIUM.into_iter().find_map(find);
    found.context("no Chromium on PATH")
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

/// Installs a program of a crate into `.tools`; takes a compiled one where cargo-binstall is there.
fn cargo_install(package: &str, program: &str, wanted: &str, locked: bool) -> Result<()> {
    let own = root().join(".tools/bin").join(program);
    let own_version = version(&own.to_string_lossy()).unwrap_or_default();
    if own_version.split(' ').any(|word| word == wanted) {
        return Ok(());
    }
    eprintln!("installing {package} {wanted} into .tools");
    let place = ["--version", wanted, "--root", ".tools", "--force"];
    if find("cargo-binstall").is_some() {
        let mut binstall = command("cargo");
        binstall
            .args(["binstall", "--no-confirm", package])
            .args(place);
        if run(&mut binstall).is_ok() {
            return Ok(());
        }
    }
    eprintln!("compiling it; this takes some minutes, once");
    let mut install = command("cargo");
    install.args(["install", package]).args(place);
    if locked {
        install.arg("--locked");
    }
    run(&mut install)
}

/// The installation of the npm packages, if one runs.
pub struct Npm(Option<Child>);

/// Begins to install the npm packages unless those of package-lock.json are there.
///
/// # Errors
/// Where node and npm are missing and cannot be installed.
pub fn start_npm() -> Result<Npm> {
    let wanted = fs::read_to_string(root().join("package-lock.json"))?;
    if fs::read_to_string(root().join(NPM_STAMP)).is_ok_and(|installed| installed == wanted) {
        return Ok(Npm(None));
    }
    apt_install(&[
        Package::new("nodejs", "nodejs", &["node"]),
        Package::new("npm", "npm", &["npm"]),
    ])?;
    let words = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
    let npm = command("npm").args(words).spawn();
    Ok(Npm(Some(npm.context("npm could not be started")?)))
}

impl Npm {
    /// Waits until the packages are there.
    ///
    /// # Errors
    /// Where they could not be installed; npm has said why.
    pub fn finish(self) -> Result<()> {
        let Some(mut npm) = self.0 else {
            return Ok(());
        };
        if !npm.wait()?.success() {
            bail!("npm ci failed");
        }
        let lock = root().join("package-lock.json");
        fs::copy(lock, root().join(NPM_STAMP)).context("node_modules cannot be written")?;
        Ok(())
    }
}

/// Installs browsers, and what pages under test need besides.
///
/// # Errors
/// Where something cannot be installed; says what to install by hand.
pub fn browsers() -> Result<()> {
    apt_install(&[
        Package::new("chromium", "chromium-browser", &CHROMIUM),
        Package::new(
            "chromium-driver",
            "chromium-chromedriver",
            &["chromedriver"],
        ),
        Package::new("firefox-esr", "firefox", &["firefox", "firefox-esr"]),
        // The third engine; it draws on a screen, which xvfb makes up.
        Package::new("webkit2gtk-driver", "webkit2gtk-driver", &[WEBKIT_DRIVER]),
        Package::new("xvfb", "xvfb", &["xvfb-run"]),
        // What the page measures depends on its fonts; a bare machine has none for Arabic.
        Package::new("fonts-noto-core", "fonts-noto-core", &[NOTO]),
        // For the host pages and the WordPress snippet that the tests run.
        Package::new("libjs-prototype", "libjs-prototype", &[PROTOTYPE]),
        Package::new("libjs-mootools", "libjs-mootools", &[MOOTOOLS]),
        Package::new("php-cli", "php-cli", &["php"]),
    ])
}

/// A package as Debian and as Ubuntu call it, and programs or files of which it brings one.
struct Package {
    debian: &'static str,
    ubuntu: &'static str,
    brings: &'static [&'static str],
}

impl Package {
    fn new(debian: &'static str, ubuntu: &'static str, brings: &'static [&'static str]) -> Self {
        Self {
            debian,
            ubuntu,
            brings,
        }
    }

    fn is_missing(&self) -> bool {
        let is_there = |name: &&str| match name.starts_with('/') {
            true => Path::new(name).exists(),
            false => answers(name),
        };
        !self.brings.iter().any(is_there)
    }
}

/// Installs what is missing of `packages`.
fn apt_install(packages: &[Package]) -> Result<()> {
    let missing = packages.iter().filter(|package| package.is_missing());
    let missing: Vec<&Package> = missing.collect();
    if missing.is_empty() {
        return Ok(());
    }
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let is = |id: &str| release.lines().any(|line| line == format!("ID={id}"));
    let names: Vec<&str> = if is("ubuntu") {
        missing.iter().map(|package| package.ubuntu).collect()
    } else {
        missing.iter().map(|package| package.debian).collect()
    };
    let words = names.join(" ");
    if !is("debian") && !is("ubuntu") {
        bail!("install these, as your system calls them, and put them on PATH: {words}");
    }
    eprintln!("installing {words}");
    run(command("apt-get").args(["update", "-q"]))
        .and_then(|()| {
            run(command("apt-get")
                .args(["install", "-y", "-q", "--no-install-recommends"])
                .args(&names)
                .env("DEBIAN_FRONTEND", "noninteractive"))
        })
        .with_context(|| format!("install by hand, as root: apt-get install {words}"))
}
