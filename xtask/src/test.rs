//! Runs every layer of tests and counts.

use anyhow::{Context, Result, anyhow};

use crate::outcome::{Outcome, Said};
use crate::process::{command, find, root, run};
use crate::{budget, build, dist, sinks, tools, workspace};

/// Where `cargo test` writes its counts.
const COUNTS: &str = r"test result: \w+\. (\d+) passed; (\d+) failed";
/// For how long the browser's tests may take, in seconds. The runner's own 20 pass on a machine that
/// does something else besides.
const TEST_TIMEOUT: &str = "180";
/// For how long a driver may take to listen, in seconds; the runner's own is 5.
const DRIVER_TIMEOUT: &str = "60";

type Layer = (&'static str, fn() -> Result<Outcome>);

const LAYERS: [Layer; 9] = [
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
    ("markup sinks", || {
        Ok(Outcome::of(sinks::check()?.is_empty()))
    }),
    ("host", host),
    ("budget", || {
        build::build()?;
        let report = budget::check()?;
        print!("{report}");
        let (passed, failed) = report.counts();
        Ok(Outcome {
            passed,
            failed,
            ..Outcome::default()
        })
    }),
    ("browser (Chromium)", || {
        wasm_pack("--chrome", "--chromedriver", "chromedriver")
    }),
    ("browser (Firefox)", || {
        wasm_pack("--firefox", "--geckodriver", "geckodriver")
    }),
    ("end to end", end_to_end),
];

/// Runs every layer, also after one that fails; returns whether all passed.
///
/// # Errors
/// Where what the tests need cannot be installed.
pub fn test() -> Result<bool> {
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
        if !outcome.last_words.is_empty() {
            outcome.last_words =
                format!("--- {name}, the end:\n{}\n", outcome.last_words.trim_end());
        }
        all.add(&outcome);
    }
    println!("---");
    for line in lines {
        println!("{line}");
    }
    // Where a log is cut to its end, the reason is in it.
    print!("{}", all.last_words);
    println!("{} passed, {} failed", all.passed, all.failed);
    Ok(all.failed == 0)
}

fn tidy(words: &[&str]) -> Result<Outcome> {
    Ok(Said::by(command("cargo").args(words))?.outcome_of_one())
}

fn host() -> Result<Outcome> {
    let packages = workspace::packages()?;
    let mut all = Outcome::default();
    for fault in workspace::untested(&packages) {
        println!("{fault}");
        all.add(&Outcome::of_error(&anyhow!(fault)));
    }
    // One package at a time: the native build must not switch on features in the widget's.
    for package in &packages {
        let said = Said::by(
            command("cargo")
                .args(["test", "--quiet"])
                .args(package.arguments()),
        )?;
        // What a package must not miss is checked above; one may be tested by others only.
        all.add(&said.outcome_or_none(COUNTS)?);
    }
    Ok(all)
}

fn wasm_pack(browser: &str, flag: &str, driver: &str) -> Result<Outcome> {
    let path = find(driver).with_context(|| format!("no {driver} on PATH"))?;
    let mut program = command("wasm-pack");
    program
        .args(["test", "--headless", "--mode", "no-install", browser, flag])
        .arg(path)
        .args(["--", "--test", workspace::BROWSER])
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
    said.outcome(COUNTS)
}

fn end_to_end() -> Result<Outcome> {
    let tests = root().join("tests/e2e");
    let mut files: Vec<String> = std::fs::read_dir(&tests)?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".test.mjs"))
        .map(|name| format!("tests/e2e/{name}"))
        .collect();
    files.sort();
    run(command("cargo").args(["build", "--quiet", "--package", "explainer-cli"]))?;
    dist::dist()?;
    let said = Said::by(
        command("node")
            .env("CHROMIUM", tools::chromium()?)
            .env(
                "GECKODRIVER",
                find("geckodriver").context("no geckodriver on PATH")?,
            )
            .args(["--test", "--test-concurrency=1", "--test-reporter=spec"])
            // A test that hangs, or leaves a server behind, fails.
            .args(["--test-timeout=180000", "--test-force-exit"])
            .args(files),
    )?;
    said.outcome(r"(?s)pass (\d+).*?fail (\d+)")
}
