//! The command line: `explainer`, and `npx explainer-article`.

mod arguments;
mod input;
mod prerender;

use std::collections::BTreeSet;
use std::path::Path;

use clap::Parser;
use explainer_i18n::ModelLocale;
use explainer_story::Article;

pub use arguments::Cli;
use arguments::{Command, FeedArgs, Stories, SyndicateArgs, Target, file_name};

use crate::contract::contract;
use crate::failure::Failure;
use crate::feed::{Entry, FeedOptions, feed};
use crate::oembed::address;
use crate::story::locale;
use crate::syndicate::syndicate;
use crate::system::System;

/// The exit code where something must be corrected.
const TO_CORRECT: u8 = 2;

/// Runs the command line `words`, which begins with the program's name. Returns the exit code: 0, all is done; 1, a
/// file could not be read or written; 2, a story or the command line must be corrected.
pub fn run_words(words: &[String], system: &dyn System) -> u8 {
    match Cli::try_parse_from(words) {
        Ok(cli) => run(&cli, system),
        // Help and the version, too.
        Err(answer) => {
            let text = answer.render().to_string();
            if answer.use_stderr() {
                system.tell(text.trim_end());
                TO_CORRECT
            } else {
                code(print(system, &text).map(|()| 0), system)
            }
        }
    }
}

/// Runs a command line that was read already; returns the exit code as [`run_words`] does.
pub fn run(cli: &Cli, system: &dyn System) -> u8 {
    let done = match &cli.command {
        Command::Prerender(args) => prerender::prerender_all(args, system).map(|()| 0),
        Command::Syndicate(args) => syndicate_all(args, system).map(|()| 0),
        Command::Feed(args) => feed_of(args, system).map(|()| 0),
        Command::Check(args) => check_all(&args.stories, system),
        Command::Contract => print(system, &contract()).map(|()| 0),
    };
    code(done, system)
}

fn code(done: Result<u8, Failure>, system: &dyn System) -> u8 {
    done.unwrap_or_else(|failure| {
        system.tell(&failure.to_string());
        failure.exit_code()
    })
}

fn syndicate_all(args: &SyndicateArgs, system: &dyn System) -> Result<(), Failure> {
    args.target.check(&args.stories)?;
    let articles = input::read_all(&args.stories, system)?;
    let make = |article: &Article, locale: &ModelLocale, _: Option<&Path>| {
        Ok(syndicate(article, args.format, &locale.text))
    };
    let extension = args.format.extension();
    write_all(
        &args.stories,
        &args.target,
        &articles,
        extension,
        &make,
        system,
    )
}

fn feed_of(args: &FeedArgs, system: &dyn System) -> Result<(), Failure> {
    let articles = input::read_all(&args.stories, system)?;
    let names = args.stories.names();
    let pages = names.iter().map(|name| file_name(name, "html"));
    let entries = pages.zip(&articles).map(|(page, article)| Entry {
        article,
        url: address(&args.url, &page.to_string_lossy()),
    });
    let entries: Vec<Entry> = entries.collect();
    let options = FeedOptions {
        title: &args.title,
        home: args.home.as_deref().unwrap_or(&args.url),
    };
    let text = feed(&entries, args.format, &options)?;
    match &args.output {
        Some(file) => write(system, file, &text),
        None => print(system, &text),
    }
}

/// Writes every problem of every story to standard output, a line each. What cannot be read goes to standard error,
/// and the rest is checked all the same. Returns the exit code.
fn check_all(stories: &Stories, system: &dyn System) -> Result<u8, Failure> {
    let shared = input::read_shared_glossary(stories, system)?;
    let mut codes = BTreeSet::new();
    for name in stories.names() {
        match input::read(&name, shared.as_ref(), system) {
            Ok(reading) => {
                for line in input::lines(&name, &reading) {
                    print(system, &format!("{line}\n"))?;
                }
                if reading.problems.has_errors() {
                    codes.insert(TO_CORRECT);
                }
            }
            Err(failure) => {
                system.tell(&failure.to_string());
                codes.insert(failure.exit_code());
            }
        }
    }
    // What could not be read matters more: it was not checked.
    Ok(codes.first().copied().unwrap_or_default())
}

/// Makes the text for one story, which goes to a file, or to standard output where there is none.
type Make<'a> = dyn Fn(&Article, &ModelLocale, Option<&Path>) -> Result<String, Failure> + 'a;

/// Makes one file of each story, and writes it where `target` says.
fn write_all(
    stories: &Stories,
    target: &Target,
    articles: &[Article],
    extension: &str,
    make: &Make,
    system: &dyn System,
) -> Result<(), Failure> {
    let names = stories.names();
    for (done, (name, article)) in (1..).zip(names.iter().zip(articles)) {
        let file = target.file(name, extension);
        let text = make(article, &locale(article)?, file.as_deref())?;
        match file {
            Some(file) => write(system, &file, &text)?,
            None => print(system, &text)?,
        }
        system.show_progress(done, articles.len());
    }
    Ok(())
}

fn write(system: &dyn System, file: &Path, text: &str) -> Result<(), Failure> {
    system
        .write(file, text)
        .map_err(|cause| Failure::Unwritable {
            file: file.into(),
            cause,
        })
}

fn print(system: &dyn System, text: &str) -> Result<(), Failure> {
    system.print(text).map_err(|cause| Failure::Unwritable {
        file: "standard output".into(),
        cause,
    })
}
