use explainer_story::{Article, Author, AuthorKind, DateTime, Index, Source, Term, TimeZone};
use serde_json::{Map, Value, json};

use crate::json_ld_elements::{Elements, posts};
use crate::plain::{lines, words};

/// Returns the story as schema.org data: a `NewsArticle` and the `DefinedTermSet` of its terms.
pub fn json_ld(article: &Article) -> Value {
    let index = Index::new(article);
    let mut data = object(json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "identifier": article.id.as_str(),
        "headline": article.headline.as_str(),
        "inLanguage": article.lang.as_str(),
        "articleSection": article.sections.iter().map(|s| s.heading.as_str()).collect::<Vec<_>>(),
        "articleBody": body(article, &index),
    }));
    let mut set = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            data.insert(name.into(), value);
        }
    };
    set(
        "description",
        article
            .standfirst
            .as_ref()
            .map(|text| words(text, &index).into()),
    );
    set(
        "datePublished",
        article.published.as_ref().map(|at| moment(at, article)),
    );
    set(
        "dateModified",
        article.updated.as_ref().map(|at| moment(at, article)),
    );
    set("author", authors(article));
    set("isBasedOn", article.source.as_ref().map(source));
    set("abstract", summary(article, &index));
    set("correction", corrections(article, &index));
    set("about", terms(article));
    let references = article.references.iter().map(source).collect::<Vec<_>>();
    set(
        "citation",
        (!references.is_empty()).then(|| references.into()),
    );
    data.append(&mut Elements::of(article).fields(&index));
    let reports = article.posts_in_order();
    if !reports.is_empty() {
        // Both: the story has a text of its own.
        data.insert("@type".into(), json!(["NewsArticle", "LiveBlogPosting"]));
        let updates = posts(&reports, &index, |post| moment(&post.time, article));
        data.insert("liveBlogUpdate".into(), updates.into());
    }
    Value::Object(data)
}

/// Returns each author, or else the byline as a person's.
fn authors(article: &Article) -> Option<Value> {
    if article.authors.is_empty() {
        let byline = article.byline.as_ref();
        return byline.map(|name| json!({ "@type": "Person", "name": name.as_str() }));
    }
    Some(article.authors.iter().map(author).collect())
}

fn author(author: &Author) -> Value {
    let is_person = author.kind != Some(AuthorKind::Organization);
    let kind = if is_person { "Person" } else { "Organization" };
    let mut data = object(json!({ "@type": kind, "name": author.name.as_str() }));
    if let Some(role) = &author.role {
        // schema.org knows no job title of an organization.
        let name = if is_person { "jobTitle" } else { "description" };
        data.insert(name.into(), role.as_str().into());
    }
    if let Some(url) = &author.url {
        data.insert("url".into(), url.as_str().into());
    }
    Value::Object(data)
}

/// Returns a moment with its offset from UTC, which the story's time zone gives where the moment has none.
fn moment(at: &DateTime, article: &Article) -> Value {
    let zone = article.time_zone.as_ref().filter(|_| at.lacks_zone());
    let offset = zone.and_then(|zone| offset(at, zone));
    [at.as_str(), &offset.unwrap_or_default()].concat().into()
}

/// Returns the offset of a zone at a time of its own clock, as `+02:00`; nothing where there is no zone of that
/// name. A time that a clock showed twice is the first of the two.
fn offset(at: &DateTime, zone: &TimeZone) -> Option<String> {
    let clock: jiff::civil::DateTime = at.as_str().parse().ok()?;
    let zoned = clock.in_tz(zone.as_str()).ok()?;
    Some(zoned.strftime("%:z").to_string())
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

fn body(article: &Article, index: &Index) -> String {
    let paragraphs = article.sections.iter().flat_map(|section| {
        let heading = section.heading.as_str().to_owned();
        std::iter::once(heading).chain(lines(&section.blocks, index, &mut |_, words| words.into()))
    });
    let intro = lines(
        article.intro.as_deref().unwrap_or_default(),
        index,
        &mut |_, words| words.into(),
    );
    intro
        .into_iter()
        .chain(paragraphs)
        .collect::<Vec<_>>()
        .join("\n\n")
}

fn source(source: &Source) -> Value {
    let mut data = object(json!({ "@type": "CreativeWork", "name": source.title.as_str() }));
    if let Some(publisher) = &source.publisher {
        let publisher = json!({ "@type": "Organization", "name": publisher.as_str() });
        data.insert("publisher".into(), publisher);
    }
    if let Some(date) = &source.date {
        data.insert("datePublished".into(), date.as_str().into());
    }
    if let Some(url) = &source.url {
        data.insert("url".into(), url.as_str().into());
    }
    Value::Object(data)
}

fn summary(article: &Article, index: &Index) -> Option<Value> {
    let points = article
        .summary
        .iter()
        .map(|point| words(&point.text, index));
    let points: Vec<String> = points.collect();
    (!points.is_empty()).then(|| points.join(" ").into())
}

fn corrections(article: &Article, index: &Index) -> Option<Value> {
    let comments = article.corrections.iter().map(|entry| {
        json!({
            "@type": "CorrectionComment",
            "datePublished": moment(&entry.date, article),
            "text": words(&entry.text, index),
        })
    });
    let comments: Vec<Value> = comments.collect();
    (!comments.is_empty()).then_some(Value::Array(comments))
}

fn terms(article: &Article) -> Option<Value> {
    let terms: Vec<Value> = article.terms.iter().map(term).collect();
    (!terms.is_empty()).then(|| json!({ "@type": "DefinedTermSet", "hasDefinedTerm": terms }))
}

fn term(term: &Term) -> Value {
    let mut data = object(json!({
        "@type": "DefinedTerm",
        "termCode": term.id.as_str(),
        "name": term.label.as_str(),
        "description": term.short.as_str(),
    }));
    if !term.aliases.is_empty() {
        let aliases = term.aliases.iter().map(|alias| alias.as_str());
        data.insert("alternateName".into(), aliases.collect());
    }
    Value::Object(data)
}
