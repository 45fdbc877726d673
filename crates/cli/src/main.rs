//! `explainer`: the native tool. Writes stories as HTML that needs no script to be read.

mod assets;
mod contract;
mod failure;
mod glossary;
mod input;
mod json_ld;
mod json_ld_elements;
mod output;
mod plain;
mod prerender;
mod syndicate;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use explainer_i18n::{ModelLocale, NoLocaleData, native_locale};
use explainer_story::Article;
use indicatif::ProgressBar;

use assets::Assets;
use failure::Failure;
use prerender::{FragmentOptions, Shape};
use syndicate::Format;

/// Writes news stories with inline explainers as plain HTML.
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Writes stories as HTML that can be read, opened, linked and printed without any script.
    Prerender(PrerenderArgs),
    /// Writes as JSON which names publishers may rely on: codes of problems, kinds of mini-models and
    /// their settings.
    Contract,
}

#[derive(Args)]
struct PrerenderArgs {
    /// Stories, as JSON files; standard input where there is none, or for "-".
    stories: Vec<PathBuf>,
    /// Where to write one story; standard output where it is left out.
    #[arg(short, long, conflicts_with = "out_dir")]
    output: Option<PathBuf>,
    /// Where to write many: one file each, named after the story's file.
    #[arg(long)]
    out_dir: Option<PathBuf>,
    /// Writes a whole page, not only the element.
    #[arg(long, conflicts_with = "fragment")]
    page: bool,
    /// Writes the element alone; the default.
    #[arg(long)]
    fragment: bool,
    /// Writes the story for feeds, mails and wires instead.
    #[arg(long, conflicts_with_all = ["page", "fragment"])]
    syndicate: Option<Format>,
    /// Writes this mini-model of the story alone, as an `<explainer-model>`.
    #[arg(long, value_name = "ID", conflicts_with_all = ["page", "syndicate"])]
    model: Option<String>,
    /// Level of the headline in the page's outline; sections are one below.
    #[arg(long, value_name = "1-5", default_value_t = 1, conflicts_with_all = ["model", "syndicate"], value_parser = clap::value_parser!(u8).range(1..=5))]
    heading_level: u8,
    /// Begins every anchor of the story, for a page that has another story with the same ones.
    #[arg(long, value_parser = prerender::anchor_prefix, default_value = "", conflicts_with_all = ["model", "syndicate"])]
    prefix: String,
    /// Terms that many stories share, as a JSON file with a list `terms`: a story gets those that it mentions and
    /// does not define.
    #[arg(long, value_name = "FILE")]
    glossary: Option<PathBuf>,
    /// Leaves out the story's data for search engines, where the page has its own.
    #[arg(long, conflicts_with_all = ["model", "syndicate"])]
    no_json_ld: bool,
    /// Where a page finds the widget's files.
    #[arg(long, value_name = "URL", default_value = "explainer/")]
    assets: String,
    /// Names the files by their hashes, as the manifest of `dist` lists them, and asks for the wasm
    /// ahead.
    #[arg(long, value_name = "FILE", requires = "page")]
    manifest: Option<PathBuf>,
}

fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Prerender(args) => prerender_all(&args),
        Command::Contract => output::print(&contract::contract()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            output::tell(&failure.to_string());
            ExitCode::from(failure.exit_code())
        }
    }
}

/// Reads every story before it writes any, so that a bad one leaves everything as it was.
fn prerender_all(args: &PrerenderArgs) -> Result<(), Failure> {
    let stdin = [PathBuf::from("-")];
    let names = if args.stories.is_empty() {
        &stdin[..]
    } else {
        &args.stories
    };
    if names.len() > 1 && args.out_dir.is_none() {
        return Err(Failure::ManyNeedFolder);
    }
    let assets = match &args.manifest {
        Some(manifest) => Assets::pinned(&args.assets, manifest)?,
        None => Assets::stable(&args.assets),
    };
    let shape = if args.page {
        Shape::Page(&assets)
    } else {
        Shape::Fragment
    };
    let options = FragmentOptions {
        level: args.heading_level,
        prefix: &args.prefix,
        has_json_ld: !args.no_json_ld,
    };
    let stories = input::read_all(names, args.glossary.as_deref())?;
    for zone in stories
        .iter()
        .filter_map(|article| article.time_zone.as_ref())
    {
        if jiff::tz::TimeZone::get(zone.as_str()).is_err() {
            return Err(Failure::NoTimeZone(zone.as_str().into()));
        }
    }
    if let Some(id) = &args.model {
        for article in &stories {
            model(article, id, &locale(article)?)?;
        }
    }
    // Draws nothing where standard error is no terminal.
    let progress = ProgressBar::new(stories.len() as u64);
    for (name, article) in names.iter().zip(&stories) {
        let locale = locale(article)?;
        let text = match (&args.model, args.syndicate) {
            (Some(id), _) => model(article, id, &locale)?,
            (None, Some(format)) => syndicate::syndicate(article, format, &locale.text),
            (None, None) => prerender::prerender(article, shape, options, &locale),
        };
        match &args.out_dir {
            Some(folder) => output::write(
                &output::in_folder(folder, name, extension(args.syndicate)),
                &text,
            )?,
            None => match &args.output {
                Some(file) => output::write(file, &text)?,
                None => output::print(&text)?,
            },
        }
        progress.inc(1);
    }
    progress.finish_and_clear();
    Ok(())
}

/// Returns how the story's language is written.
fn locale(article: &Article) -> Result<ModelLocale, NoLocaleData> {
    native_locale(article.lang.as_str(), article.direction())
}

fn model(article: &Article, id: &str, locale: &ModelLocale) -> Result<String, Failure> {
    prerender::prerender_model(article, id, locale).ok_or_else(|| Failure::NoModel {
        id: id.into(),
        known: article
            .models
            .iter()
            .map(|model| model.id.to_string())
            .collect(),
    })
}

/// Returns how the files in a folder end.
fn extension(format: Option<Format>) -> &'static str {
    match format {
        None | Some(Format::Html) => "html",
        Some(Format::Text) => "txt",
        Some(Format::JsonLd) => "jsonld",
    }
}
