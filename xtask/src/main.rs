//! The project's commands: `cargo xtask serve`, `cargo xtask test` and the steps they are made of.

mod bench;
mod budget;
mod build;
mod dist;
mod licences;
mod npm;
mod outcome;
mod process;
mod schema;
mod serve;
mod sinks;
mod test;
mod tools;
mod weight;
mod workspace;

use std::process::ExitCode;

use anyhow::{Result, bail};

const HELP: &str = "\
cargo xtask serve [--port N] [--open]   build, serve the demo page, rebuild on a change
cargo xtask test                        run every layer of tests
cargo xtask build                       build the widget into target/site
cargo xtask dist                        write the files for a static host, and the npm package
cargo xtask bench load|models|scale     measure what the widget costs a page
cargo xtask budget                      check the widget's size
cargo xtask sinks                       check that no text becomes markup
cargo xtask schema                      write the JSON Schema from the types";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match run(&words) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs one command; returns whether what it checked is sound.
fn run(words: &[String]) -> Result<bool> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["serve", options @ ..] => serve::serve(&serve::Options::parse(options)?).map(|()| true),
        ["test"] => test::test(),
        ["build"] => build::build().map(|()| true),
        ["dist"] => dist::dist().map(|()| true),
        ["bench", name @ ("load" | "models" | "scale")] => bench::bench(name).map(|()| true),
        ["budget"] => {
            build::build()?;
            let report = budget::check()?;
            println!("{report}");
            Ok(report.is_kept())
        }
        ["sinks"] => {
            let faults = sinks::check()?;
            for fault in &faults {
                println!("{fault}");
            }
            Ok(faults.is_empty())
        }
        ["schema"] => schema::write().map(|()| true),
        ["help" | "--help"] | [] => {
            println!("{HELP}");
            Ok(true)
        }
        other => bail!("no command {:?}\n{HELP}", other.join(" ")),
    }
}
