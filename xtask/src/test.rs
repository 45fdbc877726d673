//! Runs every layer of tests and counts.

use std::process::Command;

use anyhow::{Context, Result};
use regex::Regex;

use crate::process::{command, find, root, run};
use crate::{budget, build, dist, rooms, tools};

/// How many checks of a layer passed and failed.
#[derive(Clone, Copy, Default)]
struct Counts {
    passed: usize,
    failed: usize,
}

type Layer = (&'static str, fn() -> Result<Counts>);

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
            "--tests",
            "--target",
            "wasm32-unknown-unknown",
            "--",
            "-Dwarnings",
        ])
    }),
    ("rooms", || Ok(Counts::of(rooms::check()?.is_empty()))),
    ("host", host),
    ("budget", || {
        build::build()?;
        let report = budget::check()?;
        print!("{report}");
        let (passed, failed) = report.counts();
        Ok(Counts { passed, failed })
    }),
    ("browser (Chromium)", || {
        wasm_pack("--chrome", "--chromedriver", "chromedriver")
    }),
    ("browser (Firefox)", || {
        wasm_pack("--firefox", "--geckodriver", "geckodriver")
    }),
    ("end to end", end_to_end),
];

impl Counts {
    fn of(is_sound: bool) -> Self {
        Self {
            passed: usize::from(is_sound),
            failed: usize::from(!is_sound),
        }
    }

    fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// Runs every layer, also after one that fails; returns whether all passed.
///
/// # Errors
/// Where what the tests need cannot be installed.
pub fn test() -> Result<bool> {
    tools::for_test()?;
    let mut all = Counts::default();
    let mut lines = Vec::new();
    for (name, layer) in LAYERS {
        println!("--- {name}");
        let counts = layer().unwrap_or_else(|error| {
            println!("{error:#}");
            Counts::of(false)
        });
        lines.push(format!(
            "{name}: {} passed, {} failed",
            counts.passed, counts.failed
        ));
        all.add(counts);
    }
    println!("---");
    for line in lines {
        println!("{line}");
    }
    println!("{} passed, {} failed", all.passed, all.failed);
    Ok(all.failed == 0)
}

fn tidy(words: &[&str]) -> Result<Counts> {
    let status = command("cargo").args(words).status()?;
    Ok(Counts::of(status.success()))
}

fn host() -> Result<Counts> {
    let mut counts = Counts::default();
    // One package at a time: the native build must not switch on features in the widget's.
    for package in [
        &["explainer-model", "--features", "schema"][..],
        &[
            "explainer-article",
            "--no-default-features",
            "--features",
            "ssr",
        ],
        &["explainer-cli"],
        &["xtask"],
    ] {
        counts.add(count(
            command("cargo")
                .args(["test", "--quiet", "--package"])
                .args(package),
            r"test result: \w+\. (\d+) passed; (\d+) failed",
        )?);
    }
    Ok(counts)
}

fn wasm_pack(browser: &str, flag: &str, driver: &str) -> Result<Counts> {
    let path = find(driver).with_context(|| format!("no {driver} on PATH"))?;
    count(
        command("wasm-pack")
            .args(["test", "--headless", "--mode", "no-install", browser, flag])
            .arg(path)
            .args(["--", "--test", "browser"]),
        r"test result: \w+\. (\d+) passed; (\d+) failed",
    )
}

fn end_to_end() -> Result<Counts> {
    let tests = root().join("tests/e2e");
    let mut files: Vec<String> = std::fs::read_dir(&tests)?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".test.mjs"))
        .map(|name| format!("tests/e2e/{name}"))
        .collect();
    files.sort();
    run(command("cargo").args(["build", "--quiet", "--package", "explainer-cli"]))?;
    dist::dist()?;
    count(
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
        r"(?s)pass (\d+).*?fail (\d+)",
    )
}

/// Runs a test program and adds up the counts that it prints.
fn count(program: &mut Command, pattern: &str) -> Result<Counts> {
    let output = program
        .output()
        .context("a test program could not be started")?;
    let words = [output.stdout, output.stderr].concat();
    let words = String::from_utf8_lossy(&words);
    print!("{words}");
    let mut counts = Counts::default();
    for found in Regex::new(pattern)?.captures_iter(&words) {
        counts.passed += found[1].parse::<usize>()?;
        counts.failed += found[2].parse::<usize>()?;
    }
    // A program that dies has failed, whatever it had counted; so has one that ran nothing.
    if counts.failed == 0 && (!output.status.success() || counts.passed == 0) {
        counts.failed += 1;
    }
    Ok(counts)
}
