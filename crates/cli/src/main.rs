//! `explainer`: the native tool. Reads and writes the files; all else is in the library.

mod native;

use std::process::ExitCode;

use clap::Parser;
use explainer_cli::tool::{Cli, run};

use native::Native;

fn main() -> ExitCode {
    ExitCode::from(run(&Cli::parse(), &Native::default()))
}
