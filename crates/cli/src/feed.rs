//! Feeds of many stories: RSS 2.0 and JSON Feed 1.1, with the HTML that feeds take.

use clap::ValueEnum;
use explainer_story::{Article, DateTime, Index, Lang, TimeZone};
use jiff::{Timestamp, civil, tz};
use rss::extension::dublincore::DublinCoreExtension;
use rss::{Channel, Guid, Item};
use serde_json::{Value, json};

use crate::failure::Failure;
use crate::plain::words;
use crate::story::locale;
use crate::syndicate::{Format, syndicate};

/// The form of a feed.
#[derive(Clone, Copy, ValueEnum)]
pub enum FeedFormat {
    /// RSS 2.0.
    Rss,
    /// JSON Feed 1.1.
    Json,
}

/// What a feed says of itself.
pub struct FeedOptions<'a> {
    /// Its title.
    pub title: &'a str,
    /// Address of the site.
    pub home: &'a str,
}

/// A story of a feed.
pub struct Entry<'a> {
    /// The story.
    pub article: &'a Article,
    /// Address of its page.
    pub url: String,
}

/// What both forms say of a story.
struct Said<'a> {
    entry: &'a Entry<'a>,
    html: String,
    summary: Option<String>,
    published: Option<Timestamp>,
    updated: Option<Timestamp>,
}

/// Returns a feed with these stories, the newest first.
///
/// # Errors
/// Where a language cannot be written.
pub fn feed(
    entries: &[Entry],
    format: FeedFormat,
    options: &FeedOptions,
) -> Result<String, Failure> {
    let mut stories = Vec::new();
    for entry in entries {
        stories.push(said(entry)?);
    }
    stories.sort_by_key(|story| std::cmp::Reverse(story.published));
    Ok(match format {
        FeedFormat::Rss => rss(&stories, options),
        FeedFormat::Json => format!("{:#}\n", json_feed(&stories, options)),
    })
}

fn said<'a>(entry: &'a Entry) -> Result<Said<'a>, Failure> {
    let Entry { article, .. } = entry;
    let index = Index::new(article);
    let zone = article.time_zone.as_ref();
    let moment = |at: &DateTime| moment(at, zone);
    Ok(Said {
        html: syndicate(article, Format::Html, &locale(article)?.text),
        summary: article.standfirst.as_ref().map(|text| words(text, &index)),
        published: article.published.as_ref().and_then(moment),
        updated: article.updated.as_ref().and_then(moment),
        entry,
    })
}

/// Returns a moment; a day is its first moment. What has no offset is by the clock of the story's zone, else UTC.
fn moment(at: &DateTime, zone: Option<&TimeZone>) -> Option<Timestamp> {
    if let Ok(moment) = at.as_str().parse() {
        return Some(moment);
    }
    let clock: civil::DateTime = at.as_str().parse().ok()?;
    let zone = zone.and_then(|zone| tz::TimeZone::get(zone.as_str()).ok());
    let zoned = clock.to_zoned(zone.unwrap_or(tz::TimeZone::UTC)).ok()?;
    Some(zoned.timestamp())
}

/// Returns the names of those who wrote the story.
fn authors(article: &Article) -> Vec<&str> {
    match (&article.byline, article.authors.as_slice()) {
        (Some(byline), []) => vec![byline.as_str()],
        (_, authors) => authors.iter().map(|author| author.name.as_str()).collect(),
    }
}

/// Returns the language that all stories have.
fn language<'a>(stories: &[Said<'a>]) -> Option<&'a Lang> {
    let mut languages = stories.iter().map(|story| &story.entry.article.lang);
    let first = languages.next()?;
    languages.all(|lang| lang == first).then_some(first)
}

fn rss(stories: &[Said], options: &FeedOptions) -> String {
    let channel = Channel {
        title: options.title.into(),
        link: options.home.into(),
        description: options.title.into(),
        language: language(stories).map(|lang| lang.as_str().into()),
        items: stories.iter().map(item).collect(),
        ..Channel::default()
    };
    format!("{channel}\n")
}

fn item(story: &Said) -> Item {
    let Entry { article, url } = story.entry;
    let date = story.published.map(|at| at.to_zoned(tz::TimeZone::UTC));
    let creators = authors(article).into_iter().map(String::from).collect();
    Item {
        title: Some(article.headline.as_str().into()),
        link: Some(url.clone()),
        guid: Some(Guid {
            value: url.clone(),
            permalink: true,
        }),
        // Readers take it for HTML.
        description: story.summary.as_deref().map(escaped),
        content: Some(story.html.clone()),
        pub_date: date.and_then(|at| jiff::fmt::rfc2822::to_string(&at).ok()),
        dublin_core_ext: Some(DublinCoreExtension {
            creators,
            ..DublinCoreExtension::default()
        }),
        ..Item::default()
    }
}

/// Returns text as HTML.
fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;");
    text.replace('<', "&lt;").replace('>', "&gt;")
}

fn json_feed(stories: &[Said], options: &FeedOptions) -> Value {
    let mut feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": options.title,
        "home_page_url": options.home,
        "items": stories.iter().map(json_item).collect::<Vec<_>>(),
    });
    if let Some(lang) = language(stories) {
        set(&mut feed, "language", lang.as_str().into());
    }
    feed
}

fn json_item(story: &Said) -> Value {
    let Entry { article, url } = story.entry;
    let mut item = json!({
        "id": url,
        "url": url,
        "title": article.headline.as_str(),
        "content_html": story.html,
        "language": article.lang.as_str(),
    });
    let date = |at: Option<Timestamp>| at.map(|at| at.to_string());
    for (name, text) in [
        ("summary", story.summary.clone()),
        ("date_published", date(story.published)),
        ("date_modified", date(story.updated)),
    ] {
        if let Some(text) = text {
            set(&mut item, name, text.into());
        }
    }
    let authors = authors(article)
        .into_iter()
        .map(|name| json!({ "name": name }));
    let authors: Vec<Value> = authors.collect();
    if !authors.is_empty() {
        set(&mut item, "authors", authors.into());
    }
    item
}

fn set(object: &mut Value, name: &str, value: Value) {
    if let Some(fields) = object.as_object_mut() {
        fields.insert(name.into(), value);
    }
}
