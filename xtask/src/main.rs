//! The project's commands: `cargo xtask serve`, `cargo xtask test` and the steps they are made of.
//! What is JavaScript or CSS is bundled, served and packed by scripts/*.mjs.

mod licences;
mod npm_tool;
mod outcome;
mod process;
mod test;
mod tools;
mod wasm;

use std::fs;
use std::os::unix::process::CommandExt;

use anyhow::{Result, bail};

use process::{command, root, run};

const HELP: &str = "\
cargo xtask serve [--port N] [--open]   build, serve the demo page, rebuild on a change
cargo xtask test                        run every layer of tests
cargo xtask e2e [FILE…]                 run the end-to-end tests, or some files of them
cargo xtask build                       build the widget into target/site
cargo xtask wasm                        build only the wasm, into target/wasm
cargo xtask dist                        write the files for a static host, and the npm package
cargo xtask budget                      check the sizes of what dist wrote: .size-limit.json
cargo xtask bench load|models|scale     measure what the widget costs a page
cargo xtask bench report                write docs/bench from what these three measured
cargo xtask bench node                  measure the npm package's tool beside the native one
cargo xtask schema                      write the JSON Schema from the types";

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["serve", options @ ..] => serve(options),
        ["test"] => test::test(),
        ["e2e", files @ ..] => test::only_end_to_end(files),
        ["build"] => build(),
        ["wasm"] => wasm(&wasm::WIDGET),
        ["dist"] => dist(),
        ["budget"] => {
            dist()?;
            run(&mut command("size-limit"))
        }
        ["bench", "report"] => run(command("node").arg("bench/report.mjs")),
        ["bench", name @ ("load" | "models" | "node" | "scale")] => bench(name),
        ["schema"] => run(command("cargo").args(SCHEMA)),
        ["help" | "--help"] | [] => {
            println!("{HELP}");
            Ok(())
        }
        other => bail!("no command {:?}\n{HELP}", other.join(" ")),
    }
}

const SCHEMA: [&str; 7] = [
    "run",
    "--package",
    "explainer-models",
    "--features",
    "schema",
    "--example",
    "schema",
];

/// Builds the wasm of `programs`; installs what that needs.
fn wasm(programs: &[&str]) -> Result<()> {
    tools::for_wasm()?;
    // npm waits for the network, Cargo for the processor.
    let npm = tools::start_npm()?;
    let compiled = wasm::compile(programs);
    npm.finish()?;
    compiled?;
    wasm::bind(programs)
}

/// Builds the demo page, and the widget below it, into `target/site`.
fn build() -> Result<()> {
    wasm(&wasm::WIDGET)?;
    run(command("node").arg("scripts/build.mjs"))
}

fn serve(options: &[&str]) -> Result<()> {
    wasm(&wasm::WIDGET)?;
    let mut server = command("node");
    // Takes this program's place: whoever ends one ends the other.
    Err(server.arg("scripts/serve.mjs").args(options).exec().into())
}

/// Writes `dist` and the npm package.
fn dist() -> Result<()> {
    wasm(&wasm::WIDGET)?;
    npm_tool::build()?;
    for (file, packages) in [
        ("target/LICENSES.txt", &["explainer-article"][..]),
        (
            "target/LICENSES-npm.txt",
            &["explainer-article", "explainer-node"],
        ),
    ] {
        fs::write(root().join(file), licences::text(packages)?)?;
    }
    run(command("node").arg("scripts/dist.mjs"))
}

/// Runs a benchmark. They compare ways of doing the same, measured in one run: no time is judged by
/// itself, except where a reader would feel it.
fn bench(name: &str) -> Result<()> {
    tools::browsers()?;
    dist()?;
    run(command("cargo").args(["build", "--quiet", "--package", "explainer-cli"]))?;
    run(command("node")
        .env("CHROMIUM", tools::chromium()?)
        .arg(format!("bench/{name}.mjs")))
}
