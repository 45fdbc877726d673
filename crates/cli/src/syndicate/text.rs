use std::collections::BTreeSet;

use explainer_i18n::{ElementLabels, Locale};
use explainer_story::{Article, DateTime, Index, Inlines, Term, TermId};

use super::dateline;
use crate::plain::{lines, words, write};

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

/// Returns the story as plain text, with the definitions as numbered notes.
pub(super) fn text(article: &Article, locale: &Locale) -> String {
    let labels = locale.labels;
    let index = Index::new(article);
    let mut notes = Notes::default();
    let mut mention = |term: &Term, words: &str| notes.mention(term, words);
    let mut parts = vec![article.headline.as_str().to_owned()];
    let standfirst = article.standfirst.as_ref();
    parts.extend(standfirst.map(|text| write(text, &index, &mut mention)));
    parts.extend(dateline(article, locale));
    parts.extend(lines(
        article.intro.as_deref().unwrap_or_default(),
        &index,
        &mut mention,
    ));
    for post in article.posts_in_order() {
        let time = locale.date_time(&post.time);
        let title = post
            .title
            .as_ref()
            .map(|title| format!(": {}", title.as_str()));
        parts.push(format!("{time}{}", title.unwrap_or_default()));
        parts.extend(lines(&post.blocks, &index, &mut mention));
    }
    for section in article.sections.iter() {
        parts.push(section.heading.as_str().to_uppercase());
        parts.extend(lines(&section.blocks, &index, &mut mention));
    }
    parts.extend(article.source.as_ref().map(|source| {
        let title = labels.quoted(source.title.as_str());
        labels.based_on(&title)
    }));
    if let Some(method) = &article.method {
        let labels = ElementLabels::for_lang(article.lang.as_str());
        parts.push(labels.method().to_uppercase());
        parts.extend(lines(method, &index, &mut mention));
    }
    parts.extend(background(article, locale, &index));
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

/// Returns what was corrected, what changed and what the story is based on beside its source.
fn background(article: &Article, locale: &Locale, index: &Index) -> Vec<String> {
    let labels = ElementLabels::for_lang(article.lang.as_str());
    let dated = |date: &DateTime, text: &Inlines| {
        let date = locale.date_time(date);
        format!("- {}", locale.labels.correction(&date, &words(text, index)))
    };
    let corrections = article.corrections.iter();
    let corrections = corrections.map(|entry| dated(&entry.date, &entry.text));
    let changes = article.changes_in_order().into_iter();
    let changes = changes.map(|change| dated(&change.date, &change.text));
    let references = article.references.iter();
    let references = references.map(|source| match &source.url {
        Some(url) => format!("- {} ({})", source.title.as_str(), url.as_str()),
        None => format!("- {}", source.title.as_str()),
    });
    let lists: [(&str, Vec<String>); 3] = [
        (locale.labels.corrections(), corrections.collect()),
        (labels.changes(), changes.collect()),
        (labels.all_sources(), references.collect()),
    ];
    let filled = lists.into_iter().filter(|(_, items)| !items.is_empty());
    filled
        .flat_map(|(heading, items)| [heading.to_uppercase(), items.join("\n")])
        .collect()
}
