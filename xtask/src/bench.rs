//! Runs the benchmarks. They compare ways of doing the same, measured in one run: no time is judged
//! by itself, except where a reader would feel it.

use anyhow::Result;

use crate::process::{command, run};
use crate::{dist, tools};

/// Runs one benchmark, `load`, `models` or `scale`, and shows its table.
///
/// # Errors
/// Where it cannot run, or what it measured misses an aim.
pub fn bench(name: &str) -> Result<()> {
    tools::for_bench()?;
    dist::dist()?;
    run(command("cargo").args(["build", "--quiet", "--package", "explainer-cli"]))?;
    run(command("node")
        .env("CHROMIUM", tools::chromium()?)
        .arg(format!("bench/{name}.mjs")))
}
