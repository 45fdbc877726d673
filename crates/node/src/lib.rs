//! The tool as wasm, for `explainer-article/node`: a story's JSON and options in, HTML or text and the problems out.
//!
//! `www/tool/tool.js` calls these. What is returned is JSON text: `{ "html": …, "problems": […], "unlisted": 0 }`, or
//! `{ "error": … }` where the call itself was wrong. So whatever a call throws has ended the instance.

mod answer;
mod options;
mod system;

use std::path::Path;

use explainer_cli::{
    Assets, EmbedOptions, Failure, Format, FragmentOptions, Glossary, Reading, Shape,
    anchor_prefix, locale, prerender, prerender_model, read, syndicate, tool,
};
use explainer_story::Article;
use wasm_bindgen::prelude::wasm_bindgen;

use answer::{Answer, Made};
use options::{CheckOptions, PrerenderOptions, SyndicateOptions};
use system::{NodeSystem, SystemOfJs};

/// Has a panic thrown as a JavaScript error with its words; in wasm it would say nothing.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| {
        wasm_bindgen::throw_str(&panic.to_string());
    }));
}

/// Returns what is wrong with a story.
#[wasm_bindgen(js_name = check)]
pub fn check_story(story: &str, options: &str) -> String {
    let answer = CheckOptions::from_json(options).and_then(|options| {
        let reading = reading(story, options.glossary.as_ref())?;
        Ok(Answer::new(&reading.problems, Made::Nothing {}))
    });
    answer::to_json(answer)
}

/// Returns a story as HTML, or one of its mini-models.
#[wasm_bindgen(js_name = prerender)]
pub fn prerender_story(story: &str, options: &str) -> String {
    let answer = PrerenderOptions::from_json(options).and_then(|options| {
        let reading = reading(story, options.glossary.as_ref())?;
        let html = reading.article().map(|article| html(article, &options));
        let html = html.transpose()?;
        Ok(Answer::new(&reading.problems, Made::Html { html }))
    });
    answer::to_json(answer)
}

/// Returns a story for feeds, mails and wires.
#[wasm_bindgen(js_name = syndicate)]
pub fn syndicate_story(story: &str, options: &str) -> String {
    let answer = SyndicateOptions::from_json(options).and_then(|options| {
        let format = options.format()?;
        let reading = reading(story, options.glossary.as_ref())?;
        let text = reading.article().map(|article| text(article, format));
        let text = text.transpose()?;
        Ok(Answer::new(&reading.problems, Made::Text { text }))
    });
    answer::to_json(answer)
}

/// Runs a command line, which begins with the program's name; returns the exit code.
#[wasm_bindgen]
pub fn run(words: Vec<String>, system: SystemOfJs) -> u8 {
    tool::run_words(&words, &NodeSystem(system))
}

fn reading(story: &str, glossary: Option<&serde_json::Value>) -> Result<Reading, String> {
    let glossary = match glossary {
        Some(glossary) => {
            let glossary = Glossary::from_value(glossary.clone());
            Some(glossary.ok_or_else(|| said(Failure::NoGlossary("glossary".into())))?)
        }
        None => None,
    };
    // A byte order mark is no part of the text.
    let story = story.strip_prefix('\u{feff}').unwrap_or(story);
    Ok(read(story, glossary.as_ref()))
}

fn html(article: &Article, options: &PrerenderOptions) -> Result<String, String> {
    let locale = locale(article).map_err(said)?;
    if let Some(id) = &options.model {
        return prerender_model(article, id, &locale).map_err(said);
    }
    let base = options.assets.as_deref().unwrap_or("explainer/");
    let assets = match &options.manifest {
        Some(manifest) => {
            Assets::pinned(base, &manifest.to_string(), Path::new("manifest")).map_err(said)?
        }
        None => Assets::stable(base),
    };
    let embed = EmbedOptions {
        canonical: options.canonical.clone(),
        oembed: None,
    };
    let shape = match (options.page, options.embed) {
        (true, _) => Shape::Page(&assets),
        (_, true) => Shape::Embed(&assets, &embed),
        _ => Shape::Fragment,
    };
    let prefix = anchor_prefix(options.prefix.as_deref().unwrap_or_default())
        .map_err(|help| format!("prefix: {help}"))?;
    let options = FragmentOptions {
        level: options.heading_level.unwrap_or(1),
        prefix: &prefix,
        has_json_ld: options.json_ld.unwrap_or(true),
    };
    Ok(prerender(article, shape, options, &locale))
}

fn text(article: &Article, format: Format) -> Result<String, String> {
    let locale = locale(article).map_err(said)?;
    Ok(syndicate(article, format, &locale.text))
}

fn said(failure: Failure) -> String {
    failure.to_string()
}
