//! A story for places that take no page: feeds, mails, wires.

use std::collections::BTreeSet;

use clap::ValueEnum;
use explainer_i18n::{Labels, Locale};
use explainer_story::{Article, Block, Index, Inline, Inlines, Term, TermId};
use yew::{AttrValue, Html, html};

use crate::json_ld::json_ld;
use crate::plain::{lines, marks, write};
use crate::prerender::render;

/// What to syndicate a story as.
#[derive(Clone, Copy, ValueEnum)]
pub enum Format {
    /// Plain text with the definitions as numbered notes.
    Text,
    /// HTML without classes, ids or scripts, as feeds take it.
    Html,
    /// The schema.org data alone.
    JsonLd,
}

/// Returns the story in that format, always the same for the same story.
pub fn syndicate(article: &Article, format: Format, locale: &Locale) -> String {
    match format {
        Format::Text => text(article, locale),
        Format::Html => format!("{}\n", render(minimal(article, locale))),
        Format::JsonLd => format!("{:#}\n", json_ld(article)),
    }
}

/// The terms mentioned so far; the first mention of each gets a number.
#[derive(Default)]
struct Notes {
    terms: Vec<Term>,
    known: BTreeSet<TermId>,
}

impl Notes {
    fn mention(&mut self, term: &Term, words: &str) -> String {
        if !self.known.insert(term.id.clone()) {
            return words.into();
        }
        self.terms.push(term.clone());
        format!("{words} [{}]", self.terms.len())
    }
}

fn text(article: &Article, locale: &Locale) -> String {
    let labels = locale.labels;
    let index = Index::new(article);
    let mut notes = Notes::default();
    let mut mention = |term: &Term, words: &str| notes.mention(term, words);
    let mut parts = vec![article.headline.as_str().to_owned()];
    let standfirst = article.standfirst.as_ref();
    parts.extend(standfirst.map(|text| write(text, &index, &mut mention)));
    parts.extend(dateline(article, locale));
    for section in article.sections.iter() {
        parts.push(section.heading.as_str().to_uppercase());
        parts.extend(lines(&section.blocks, &index, &mut mention));
    }
    parts.extend(article.source.as_ref().map(|source| {
        let title = labels.quoted(source.title.as_str());
        labels.based_on(&title)
    }));
    if !notes.terms.is_empty() {
        parts.push(labels.terms().to_uppercase());
    }
    for (number, term) in (1..).zip(&notes.terms) {
        let long = lines(term.long(), &index, &mut |_, words| words.into());
        let definition = [&[term.short.as_str().to_owned()], long.as_slice()].concat();
        let (label, definition) = (term.label.as_str(), definition.join(" "));
        let definition = labels.definition(label, &definition);
        parts.push(format!("[{number}] {definition}"));
    }
    parts.join("\n\n") + "\n"
}

fn dateline(article: &Article, locale: &Locale) -> Option<String> {
    let byline = article.byline.as_ref().map(|name| name.as_str().to_owned());
    let names: Vec<String> = article
        .authors
        .iter()
        .map(|author| author.name.as_str().into())
        .collect();
    let byline = byline.or_else(|| (!names.is_empty()).then(|| locale.list(&names)));
    let published = article.published.as_ref().map(|at| locale.date_time(at));
    match (byline, published) {
        (Some(byline), Some(published)) => Some(locale.labels.dateline(&byline, &published)),
        (byline, published) => published.or(byline),
    }
}

fn minimal(article: &Article, locale: &Locale) -> Html {
    let index = Index::new(article);
    let labels = locale.labels;
    let standfirst = article
        .standfirst
        .as_ref()
        .map(|text| html! { <p><strong>{ inlines(text, &index) }</strong></p> });
    let dateline = dateline(article, locale).map(|line| html! { <p>{ line }</p> });
    let sections = article.sections.iter().map(|section| {
        html! {
            <>
                <h2>{ section.heading.shared() }</h2>
                { for section.blocks.iter().map(|each| block(each, &index)) }
            </>
        }
    });
    html! {
        <>
            { for standfirst }
            { for dateline }
            { for sections }
            { terms(article, &index, labels) }
        </>
    }
}

fn terms(article: &Article, index: &Index, labels: &Labels) -> Html {
    if article.terms.is_empty() {
        return Html::default();
    }
    let definitions = article.terms.iter().map(|term| {
        html! {
            <>
                <dt>{ term.label.shared() }</dt>
                <dd>
                    <p>{ term.short.shared() }</p>
                    { for term.long().iter().map(|each| block(each, index)) }
                </dd>
            </>
        }
    });
    html! {
        <>
            <h2>{ labels.terms() }</h2>
            <dl>{ for definitions }</dl>
        </>
    }
}

fn block(block: &Block, index: &Index) -> Html {
    match block {
        Block::Paragraph(text) => html! { <p>{ inlines(text, index) }</p> },
        Block::Subheading(text) => html! { <h3>{ inlines(text, index) }</h3> },
        Block::List(list) => {
            let items = list
                .items
                .iter()
                .map(|item| html! { <li>{ inlines(item, index) }</li> });
            if list.ordered == Some(true) {
                html! { <ol>{ for items }</ol> }
            } else {
                html! { <ul>{ for items }</ul> }
            }
        }
        Block::Quote(quote) => {
            let attribution = quote.attribution.as_ref();
            let attribution = attribution.map(|name| html! { <p>{ name.shared() }</p> });
            html! {
                <blockquote>
                    <p>{ inlines(&quote.text, index) }</p>
                    { for attribution }
                </blockquote>
            }
        }
        Block::Model(_) | Block::Unknown(_) => {
            let words = lines(std::slice::from_ref(block), index, &mut |_, words| {
                words.into()
            });
            words
                .into_iter()
                .map(|words| html! { <p>{ words }</p> })
                .collect()
        }
    }
}

/// Returns running text with its links and its stress; a term is its words.
fn inlines(text: &Inlines, index: &Index) -> Html {
    inlines_in(0, text, index)
}

/// Returns running text inside `depth` quotations.
fn inlines_in(depth: usize, text: &Inlines, index: &Index) -> Html {
    let part = |part: &Inline| match part {
        Inline::Text(text) => html! { <>{ AttrValue::from(text.clone()) }</> },
        Inline::Link { url, text } => {
            html! { <a href={url.shared()}>{ inlines_in(depth, text, index) }</a> }
        }
        Inline::Words(inner) => inlines_in(depth, inner, index),
        Inline::Emphasis(inner) => html! { <em>{ inlines_in(depth, inner, index) }</em> },
        Inline::Strong(inner) => html! { <strong>{ inlines_in(depth, inner, index) }</strong> },
        Inline::Quote(inner) => {
            let [open, close] = marks(index).at(depth);
            html! { <>{ open }{ inlines_in(depth + 1, inner, index) }{ close }</> }
        }
        Inline::Term { term, text } => {
            let words = text.as_ref().or(index.term(term).map(|term| &term.label));
            words
                .map(|words| html! { <>{ words.shared() }</> })
                .unwrap_or_default()
        }
    };
    text.parts().iter().map(part).collect()
}
