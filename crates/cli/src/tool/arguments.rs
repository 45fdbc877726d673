use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand};

use crate::failure::Failure;
use crate::feed::FeedFormat;
use crate::prerender::anchor_prefix;
use crate::syndicate::Format;

/// Writes news stories with inline explainers as plain HTML.
#[derive(Parser)]
#[command(name = "explainer", version)]
pub struct Cli {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Subcommand)]
pub(super) enum Command {
    /// Writes stories as HTML that can be read, opened, linked and printed without any script.
    Prerender(PrerenderArgs),
    /// Says what is wrong with stories, a line for each problem, and writes nothing.
    Check(CheckArgs),
    /// Writes stories for feeds, mails and wires.
    Syndicate(SyndicateArgs),
    /// Writes a feed of stories: RSS or JSON Feed.
    Feed(FeedArgs),
    /// Writes as JSON which names publishers may rely on: codes of problems, kinds of mini-models and
    /// their settings.
    Contract,
}

/// Which stories to read.
#[derive(Args)]
pub(super) struct Stories {
    /// Stories, as JSON files; standard input where there is none, or for "-".
    stories: Vec<PathBuf>,
    /// Terms that many stories share, as a JSON file with a list `terms`: a story gets those that it mentions and
    /// does not define.
    #[arg(long, value_name = "FILE")]
    pub glossary: Option<PathBuf>,
}

impl Stories {
    /// Returns the names of the stories; `-` is standard input.
    pub fn names(&self) -> Vec<PathBuf> {
        if self.stories.is_empty() {
            vec![PathBuf::from("-")]
        } else {
            self.stories.clone()
        }
    }
}

/// Returns the name of what is made of a story: that of its file, `story` for standard input.
pub(super) fn file_name(story: &Path, extension: &str) -> PathBuf {
    let name = story.file_stem().filter(|name| *name != "-");
    Path::new(name.unwrap_or("story".as_ref())).with_extension(extension)
}

/// Where to write.
#[derive(Args)]
pub(super) struct Target {
    /// Where to write one story; standard output where it is left out.
    #[arg(short, long, value_name = "FILE", conflicts_with = "out_dir")]
    pub output: Option<PathBuf>,
    /// Where to write many: one file each, named after the story's file.
    #[arg(long, value_name = "FOLDER")]
    pub out_dir: Option<PathBuf>,
}

impl Target {
    /// # Errors
    /// Where the stories would be written over one another.
    pub fn check(&self, stories: &Stories) -> Result<(), Failure> {
        if stories.stories.len() > 1 && self.out_dir.is_none() {
            return Err(Failure::ManyNeedFolder);
        }
        Ok(())
    }

    /// Returns the file that is made of a story, where it is not standard output.
    pub fn file(&self, story: &Path, extension: &str) -> Option<PathBuf> {
        let Some(folder) = &self.out_dir else {
            return self.output.clone();
        };
        Some(folder.join(file_name(story, extension)))
    }
}

#[derive(Args)]
pub(super) struct PrerenderArgs {
    #[command(flatten)]
    pub stories: Stories,
    #[command(flatten)]
    pub target: Target,
    /// Writes a whole page, not only the element.
    #[arg(long, group = "whole", conflicts_with = "fragment")]
    pub page: bool,
    /// Writes the element alone; the default.
    #[arg(long)]
    fragment: bool,
    /// Writes a whole page for frames of other pages: it tells its height, and search engines leave it out.
    #[arg(long, group = "whole", conflicts_with_all = ["fragment", "model", "syndicate"])]
    pub embed: bool,
    /// Address of the story's own page, which search engines should show instead of the page for frames.
    #[arg(long, value_name = "URL", requires = "embed")]
    pub canonical: Option<String>,
    /// Where the pages for frames will be published: writes NAME.oembed.json beside each, for sites that embed a
    /// page by its address.
    #[arg(long, value_name = "URL", requires = "embed")]
    pub oembed: Option<String>,
    /// Writes the story for feeds, mails and wires instead.
    #[arg(long, value_name = "FORMAT", conflicts_with_all = ["page", "fragment"])]
    pub syndicate: Option<Format>,
    /// Writes this mini-model of the story alone, as an `<explainer-model>`.
    #[arg(long, value_name = "ID", conflicts_with_all = ["page", "syndicate"])]
    pub model: Option<String>,
    /// Level of the headline in the page's outline; sections are one below.
    #[arg(long, value_name = "1-5", default_value_t = 1, conflicts_with_all = ["model", "syndicate"], value_parser = clap::value_parser!(u8).range(1..=5))]
    pub heading_level: u8,
    /// Begins every anchor of the story, for a page that has another story with the same ones.
    #[arg(long, value_parser = anchor_prefix, default_value = "", conflicts_with_all = ["model", "syndicate"])]
    pub prefix: String,
    /// Leaves out the story's data for search engines, where the page has its own.
    #[arg(long, conflicts_with_all = ["model", "syndicate"])]
    pub no_json_ld: bool,
    /// Where a page finds the widget's files.
    #[arg(long, value_name = "URL", default_value = "explainer/")]
    pub assets: String,
    /// Names the files by their hashes, as the manifest of `dist` lists them, and asks for the wasm
    /// ahead.
    #[arg(long, value_name = "FILE", requires = "whole")]
    pub manifest: Option<PathBuf>,
}

#[derive(Args)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    pub stories: Stories,
}

#[derive(Args)]
pub(super) struct SyndicateArgs {
    #[command(flatten)]
    pub stories: Stories,
    #[command(flatten)]
    pub target: Target,
    /// What to write.
    #[arg(long, default_value = "text")]
    pub format: Format,
}

#[derive(Args)]
pub(super) struct FeedArgs {
    #[command(flatten)]
    pub stories: Stories,
    /// Title of the feed.
    #[arg(long, value_name = "TEXT")]
    pub title: String,
    /// Address of the folder that the stories' pages are in; each is named after its story's file.
    #[arg(long, value_name = "URL")]
    pub url: String,
    /// Address of the site; that of the folder where it is left out.
    #[arg(long, value_name = "URL")]
    pub home: Option<String>,
    /// What to write.
    #[arg(long, default_value = "rss")]
    pub format: FeedFormat,
    /// Where to write the feed; standard output where it is left out.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}
