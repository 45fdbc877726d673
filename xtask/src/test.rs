//! Runs every layer of tests and counts.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::outcome::{Outcome, Said};
use crate::process::{command, find, root, run};
use crate::{dist, tools, wasm};

/// For how long the browser's tests may take, in seconds. The runner's own 20 pass on a machine that
/// does something else besides.
const TEST_TIMEOUT: &str = "180";
/// For how long a driver may take to listen, in seconds; the runner's own is 5.
const DRIVER_TIMEOUT: &str = "60";

type Layer = (&'static str, fn() -> Result<Outcome>);

const LAYERS: [Layer; 10] = [
    ("fmt", || tidy(&["fmt", "--all", "--check"])),
    ("clippy (host)", || {
        tidy(&[
            "clippy",
            "--quiet",
            "--workspace",
            "--all-targets",
            "--",
            "-Dwarnings",
        ])
    }),
    ("clippy (wasm32)", || {
        tidy(&[
            "clippy",
            "--quiet",
            "--package",
            "explainer-article",
            "--lib",
            "--bins",
            "--tests",
            "--target",
            "wasm32-unknown-unknown",
            "--",
            "-Dwarnings",
        ])
    }),
    ("JavaScript", javascript),
    ("host", host),
    ("budget", budget),
    ("browser (Chromium)", || {
        wasm_pack(
            command("wasm-pack"),
            "--chrome",
            "--chromedriver",
            "chromedriver",
        )
    }),
    ("browser (Firefox)", || {
        wasm_pack(
            command("wasm-pack"),
            "--firefox",
            "--geckodriver",
            "geckodriver",
        )
    }),
    ("browser (WebKit)", || {
        let mut on_screen = command("xvfb-run");
        on_screen.args(["--auto-servernum", "wasm-pack"]);
        wasm_pack(
            on_screen,
            "--safari",
            "--safaridriver",
            tools::SAFARI_DRIVER,
        )
    }),
    ("end to end", all_end_to_end),
];

/// Runs every layer, also after one that fails.
///
/// # Errors
/// Where a layer fails, or what the tests need cannot be installed.
pub fn test() -> Result<()> {
    tools::for_test()?;
    let mut all = Outcome::default();
    let mut lines = Vec::new();
    for (name, layer) in LAYERS {
        println!("--- {name}");
        let mut outcome = layer().unwrap_or_else(|error| {
            println!("{error:#}");
            Outcome::of_error(&error)
        });
        lines.push(format!(
            "{name}: {} passed, {} failed",
            outcome.passed, outcome.failed
        ));
        if !outcome.tail.is_empty() {
            outcome.tail = format!("--- {name}, the end:\n{}\n", outcome.tail.trim_end());
        }
        all.add(&outcome);
    }
    println!("---");
    for line in lines {
        println!("{line}");
    }
    // Where a log is cut to its end, the reason is in it.
    print!("{}", all.tail);
    println!("{} passed, {} failed", all.passed, all.failed);
    verdict(&all)
}

/// Runs the end-to-end tests, or some files of them.
///
/// # Errors
/// Where one fails, or what they need cannot be installed.
pub fn only_end_to_end(files: &[&str]) -> Result<()> {
    tools::for_test()?;
    let files = files.iter().copied().map(String::from).collect();
    verdict(&end_to_end(files)?)
}

fn verdict(all: &Outcome) -> Result<()> {
    match all.failed {
        0 => Ok(()),
        failed => bail!("{failed} failed"),
    }
}

fn tidy(words: &[&str]) -> Result<Outcome> {
    Ok(Said::by(command("cargo").args(words))?.outcome_of_one())
}

/// Format, lint and types, and whether the linter finds what it must.
fn javascript() -> Result<Outcome> {
    let mut all = Outcome::default();
    for script in ["check:format", "check:lint", "check:types"] {
        let said = Said::by(command("npm").args(["run", "--silent", script]))?;
        all.add(&said.outcome_of_one());
    }
    let words = ["--test", "--test-reporter=spec", "tests/eslint.test.mjs"];
    all.add(&Said::by(command("node").args(words))?.outcome("pass", "fail"));
    Ok(all)
}

/// All packages with all features: a member of the workspace cannot be left out.
fn host() -> Result<Outcome> {
    let words = [
        "test",
        "--quiet",
        "--workspace",
        "--all-features",
        "--no-fail-fast",
    ];
    Ok(Said::by(command("cargo").args(words))?.outcome("passed", "failed"))
}

/// Compares the sizes of what `dist` wrote with .size-limit.json.
fn budget() -> Result<Outcome> {
    dist()?;
    let said = Said::by(command("size-limit").arg("--json"))?;
    let sizes: Vec<Value> = serde_json::from_str(&said.out).context("no sizes")?;
    let is_kept = |size: &&Value| size.get("passed").and_then(Value::as_bool) == Some(true);
    let passed = sizes.iter().filter(is_kept).count();
    Ok(Outcome {
        passed,
        failed: sizes.len() - passed,
        ..Outcome::default()
    })
}

/// Runs the tests in a browser by `program`, which is wasm-pack or starts it.
fn wasm_pack(mut program: Command, browser: &str, flag: &str, driver: &str) -> Result<Outcome> {
    let path = find(driver).with_context(|| format!("no {driver} on PATH"))?;
    program
        .args(["test", "--headless", "--mode", "no-install", browser, flag])
        .arg(path)
        .args(["--", "--test", "browser"])
        // Where the runner gave up says less than why it did.
        .env("RUST_BACKTRACE", "0");
    for (name, seconds) in [
        ("WASM_BINDGEN_TEST_TIMEOUT", TEST_TIMEOUT),
        ("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", DRIVER_TIMEOUT),
    ] {
        if std::env::var_os(name).is_none() {
            program.env(name, seconds);
        }
    }
    let mut said = Said::by(&mut program)?;
    if said.is_without_browser() {
        println!("no test ran, since {driver} or its browser did not come up; started once again");
        said = Said::by(&mut program)?;
    }
    Ok(said.outcome("passed", "failed"))
}

fn all_end_to_end() -> Result<Outcome> {
    let names = fs::read_dir(root().join("tests/e2e"))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".test.mjs"));
    let mut files: Vec<String> = names.map(|name| format!("tests/e2e/{name}")).collect();
    files.sort();
    end_to_end(files)
}

fn end_to_end(files: Vec<String>) -> Result<Outcome> {
    run(command("cargo").args(["build", "--quiet", "--package", "explainer-cli"]))?;
    let charts = ["--package", "explainer-view", "--example", "charts"];
    run(command("cargo").args(["build", "--quiet"]).args(charts))?;
    wasm::compile(&wasm::YEW)?;
    wasm::bind(&wasm::YEW)?;
    run(command("node").args(["scripts/build.mjs", "yew"]))?;
    dist()?;
    let said = Said::by(
        command("node")
            .env("CHROMIUM", tools::chromium()?)
            .env(
                "GECKODRIVER",
                find("geckodriver").context("no geckodriver on PATH")?,
            )
            .args(["--test", "--test-concurrency=1", "--test-reporter=spec"])
            // A test that hangs, or leaves a server behind, fails. Node holds a whole file to it, too.
            .args(["--test-timeout=600000", "--test-force-exit"])
            .args(files),
    )?;
    Ok(said.outcome("pass", "fail"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{Value, command, fs, root};
    use crate::process::output;

    fn list<'a>(json: &'a Value, key: &str) -> &'a [Value] {
        json.get(key).and_then(Value::as_array).unwrap()
    }

    #[test]
    fn every_crate_is_tested() {
        let words = ["metadata", "--no-deps", "--format-version", "1"];
        let json: Value =
            serde_json::from_str(&output(command("cargo").args(words)).unwrap()).unwrap();
        let manifests: Vec<_> = list(&json, "packages")
            .iter()
            .map(|one| one["manifest_path"].as_str())
            .collect();
        for folder in fs::read_dir(root().join("crates")).unwrap() {
            let manifest = folder.unwrap().path().join("Cargo.toml");
            assert!(
                manifests.contains(&manifest.to_str()),
                "{manifest:?} is no member"
            );
        }
        // Cargo runs the tests of all targets but those that say `test = false`: build scripts, and
        // programs that only run in a page.
        for target in list(&json, "packages")
            .iter()
            .flat_map(|one| list(one, "targets"))
        {
            let kinds = list(target, "kind");
            let is_program = ["bin", "custom-build", "example"]
                .iter()
                .any(|kind| kinds.contains(&(*kind).into()));
            assert!(target["test"] == true || is_program, "{target}");
        }
    }
}
