use std::path::Path;

use explainer_i18n::ModelLocale;
use explainer_story::Article;

use super::arguments::PrerenderArgs;
use super::{input, write, write_all};
use crate::assets::Assets;
use crate::failure::Failure;
use crate::oembed::{address, oembed};
use crate::page::EmbedOptions;
use crate::prerender::{FragmentOptions, Shape, prerender, prerender_model};
use crate::story::locale;
use crate::syndicate::{Format, syndicate};
use crate::system::System;

/// How the names of files with oEmbed data end.
const OEMBED: &str = "oembed.json";

/// Writes every story as HTML, after all have been read.
///
/// # Errors
/// Where a story must be corrected, or a file cannot be read or written.
pub fn prerender_all(args: &PrerenderArgs, system: &dyn System) -> Result<(), Failure> {
    args.target.check(&args.stories)?;
    let assets = match &args.manifest {
        Some(manifest) => Assets::pinned(&args.assets, &input::text(manifest, system)?, manifest)?,
        None => Assets::stable(&args.assets),
    };
    let articles = input::read_all(&args.stories, system)?;
    if let Some(id) = &args.model {
        // Before any is written.
        for article in &articles {
            prerender_model(article, id, &locale(article)?)?;
        }
    }
    let make = |article: &Article, locale: &ModelLocale, file: Option<&Path>| {
        made(args, &assets, article, locale, file)
    };
    let extension = args.syndicate.map_or("html", Format::extension);
    write_all(
        &args.stories,
        &args.target,
        &articles,
        extension,
        &make,
        system,
    )?;
    for (name, article) in args.stories.names().iter().zip(&articles) {
        let file = args.target.file(name, extension);
        let addresses = Addresses::of(args, file.as_deref())?;
        if let (Some(Addresses { page, .. }), Some(file)) = (addresses, file) {
            let data = oembed(article, &page);
            write(system, &file.with_extension(OEMBED), &data)?;
        }
    }
    Ok(())
}

/// Returns what is asked for of one story, which goes to `file`, or to standard output.
fn made(
    args: &PrerenderArgs,
    assets: &Assets,
    article: &Article,
    locale: &ModelLocale,
    file: Option<&Path>,
) -> Result<String, Failure> {
    if let Some(id) = &args.model {
        return prerender_model(article, id, locale);
    }
    if let Some(format) = args.syndicate {
        return Ok(syndicate(article, format, &locale.text));
    }
    let embed = EmbedOptions {
        canonical: args.canonical.clone(),
        oembed: Addresses::of(args, file)?.map(|addresses| addresses.data),
    };
    let shape = match (args.page, args.embed) {
        (true, _) => Shape::Page(assets),
        (_, true) => Shape::Embed(assets, &embed),
        _ => Shape::Fragment,
    };
    let options = FragmentOptions {
        level: args.heading_level,
        prefix: &args.prefix,
        has_json_ld: !args.no_json_ld,
    };
    Ok(prerender(article, shape, options, locale))
}

/// Where a page for frames and its oEmbed data will be published.
struct Addresses {
    page: String,
    data: String,
}

impl Addresses {
    /// Returns the addresses where `--oembed` asks for the data.
    ///
    /// # Errors
    /// Where there is no file.
    fn of(args: &PrerenderArgs, file: Option<&Path>) -> Result<Option<Self>, Failure> {
        let Some(base) = &args.oembed else {
            return Ok(None);
        };
        let file = file.ok_or(Failure::OembedNeedsFile)?;
        let at = |file: &Path| {
            let name = file.file_name().unwrap_or_default();
            address(base, &name.to_string_lossy())
        };
        Ok(Some(Self {
            page: at(file),
            data: at(&file.with_extension(OEMBED)),
        }))
    }
}
